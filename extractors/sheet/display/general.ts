import { withoutTrailing } from "../../common/without-trailing.js";
import { decimalOf, rounded } from "./decimal.js";

/** Characters that Excel gives a number without a format, the point among them, the sign not. */
const WIDTH = 11;
/** From here on digits are lost and Excel writes powers of ten. */
const LARGEST = 1e15;
/** Below this, too. */
const SMALLEST = 1e-4;
/** Digits of a number written with a power of ten. */
const SCIENTIFIC = 5;

/**
 * A number without a format. As in Excel, but that whole numbers of 12 to 15 digits keep them: Excel
 * shows them as `1.23457E+11`, other programs as they are.
 */
export function general(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < LARGEST) return String(value);
  const shortest = String(value);
  if (shortest.length <= WIDTH && !shortest.includes("e")) return shortest;
  const size = Math.abs(value);
  const sign = value < 0 ? "-" : "";
  if (size >= LARGEST) return sign + scientific(size);
  const { whole } = rounded(decimalOf(value), 0);
  const places =
    whole.length >= WIDTH ? 2 : Math.max(0, WIDTH - 1 - Math.max(1, wholeDigits(size)));
  const shown = rounded(decimalOf(value), places);
  const fraction = withoutTrailing(shown.fraction, "0");
  if (size < SMALLEST && Number(`0.${fraction || "0"}`) !== size) return sign + scientific(size);
  return sign + shown.whole + (fraction === "" ? "" : `.${fraction}`);
}

function wholeDigits(size: number): number {
  return Math.trunc(size).toString().length;
}

function scientific(size: number): string {
  const [mantissa = "", power = "+0"] = size.toExponential(SCIENTIFIC).split("e");
  return `${Number(mantissa)}E${power[0]}${power.slice(1).padStart(2, "0")}`;
}
