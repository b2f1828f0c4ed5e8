/** An exact decimal: `digits` × 10^`exponent`. */
export interface Decimal {
  /** A whole number, zeros before it included. */
  readonly digits: string;
  readonly exponent: number;
}

/** What a spreadsheet keeps of a number: beyond 15 digits binary fractions show their noise. */
const PRECISION = 15;
const SHORT = /^\d+(?:\.\d+)?$/u;

/** The size of a number as a spreadsheet means it, `0.1 + 0.2` being 0.3. */
export function decimalOf(value: number): Decimal {
  const short = String(Math.abs(value));
  if (short.length <= PRECISION && SHORT.test(short)) {
    const point = short.indexOf(".");
    if (point < 0) return { digits: short, exponent: 0 };
    return {
      digits: short.slice(0, point) + short.slice(point + 1),
      exponent: point + 1 - short.length,
    };
  }
  const [mantissa = "", exponent = "0"] = Math.abs(value)
    .toExponential(PRECISION - 1)
    .split("e");
  const digits = mantissa.replace(".", "");
  return { digits, exponent: Number(exponent) - (PRECISION - 1) };
}

/**
 * The digits before and after the point, rounded to this many after it; halves are rounded up. Zeros may stand
 * before the first.
 */
export function rounded(
  { digits, exponent }: Decimal,
  places: number,
): { readonly whole: string; readonly fraction: string } {
  const scaled = atPlaces(digits, exponent + places).padStart(places + 1, "0");
  const split = scaled.length - places;
  return { whole: scaled.slice(0, split), fraction: scaled.slice(split) };
}

/** digits × 10^shift, to the nearest whole number. */
function atPlaces(digits: string, shift: number): string {
  if (shift >= 0) return digits + "0".repeat(shift);
  const divisor = 10n ** BigInt(-shift);
  return ((BigInt(digits) * 2n + divisor) / (divisor * 2n)).toString();
}
