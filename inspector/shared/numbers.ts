/** An exact decimal with its thousands parted: `-1234567.5` as `-1,234,567.5`. No number is made of it. */
export function grouped(decimal: string): string {
  const [whole = "", fraction] = decimal.split(".");
  const sign = whole.startsWith("-") ? "-" : "";
  const digits = whole.slice(sign.length);
  const first = digits.length % 3 || 3;
  const parts = [digits.slice(0, first)];
  for (let at = first; at < digits.length; at += 3) parts.push(digits.slice(at, at + 3));
  const parted = sign + parts.join(",");
  return fraction === undefined ? parted : `${parted}.${fraction}`;
}

/** The difference of two exact decimals, exact too. */
export function difference(one: string, other: string): string {
  const places = Math.max(placesOf(one), placesOf(other));
  const digits = (scaled(one, places) - scaled(other, places)).toString();
  if (places === 0) return digits;
  const isNegative = digits.startsWith("-");
  const padded = digits.replace("-", "").padStart(places + 1, "0");
  const fraction = padded.slice(-places).replace(/0+$/u, "");
  const whole = `${isNegative ? "-" : ""}${padded.slice(0, -places)}`;
  return fraction === "" ? whole : `${whole}.${fraction}`;
}

/**
 * The exponent of ten of the last digit that an amount is printed with, in yuan: of `8.55` that is 855000000 yuan it is 6.
 * Null where the digits of one are not those of the other, and of zero, which does not tell.
 */
export function stepOf(raw: string, amount: string | null): number | null {
  const printed = raw.normalize("NFKC").replaceAll(/[^\d.]/gu, "");
  const one = significant(printed);
  const other = significant(amount ?? "");
  if (one === null || other === null || one.digits !== other.digits) return null;
  return other.exponent - one.exponent - placesOf(printed);
}

/** Digits without zeros at their ends, and the exponent of ten of the last one. */
function significant(decimal: string): { digits: string; exponent: number } | null {
  const [whole = "", fraction = ""] = decimal.replace("-", "").split(".");
  const all = `${whole}${fraction}`;
  const digits = all.replaceAll(/^0+|0+$/gu, "");
  if (!/^\d+$/u.test(digits)) return null;
  const zeros = all.length - all.replace(/0+$/u, "").length;
  return { digits, exponent: zeros - fraction.length };
}

/** Whether two exact decimals are equal; where their last digits are of other weight, to half of the coarser one. */
export function agreesWithin(
  [one, other]: readonly [string | null, string | null],
  [step, otherStep]: readonly [number | null, number | null],
): boolean {
  if (one === null || other === null) return false;
  if (step === null || otherStep === null || step === otherStep)
    return difference(one, other) === "0";
  const coarser = Math.max(step, otherStep);
  const off = difference(one, other).replace("-", "");
  const half = coarser > 0 ? `5${"0".repeat(coarser - 1)}` : `0.${"0".repeat(-coarser)}5`;
  return !difference(half, off).startsWith("-");
}

const placesOf = (decimal: string): number => decimal.split(".")[1]?.length ?? 0;

function scaled(decimal: string, places: number): bigint {
  const [whole = "", fraction = ""] = decimal.split(".");
  return BigInt(`${whole}${fraction.padEnd(places, "0")}`);
}

/** A share as per cent: `98.7 %`. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
