/** An exact decimal: `digits` × 10^`exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

/** What a spreadsheet keeps of a number: beyond 15 digits binary fractions show their noise. */
const PRECISION = 15;
const SHORT = /^(\d+)(?:\.(\d+))?$/u;

/** The size of a number as a spreadsheet means it, `0.1 + 0.2` being 0.3. */
export function decimalOf(value: number): Decimal {
  const short = SHORT.exec(String(Math.abs(value)));
  if (short !== null && short[0].length <= PRECISION) {
    const [, whole = "", fraction = ""] = short;
    return { digits: BigInt(whole + fraction), exponent: -fraction.length };
  }
  const [mantissa = "", exponent = "0"] = Math.abs(value)
    .toExponential(PRECISION - 1)
    .split("e");
  const digits = mantissa.replace(".", "");
  return { digits: BigInt(digits), exponent: Number(exponent) - (PRECISION - 1) };
}

/** The digits before and after the point, rounded to this many after it; halves are rounded up. */
export function rounded(
  { digits, exponent }: Decimal,
  places: number,
): { readonly whole: string; readonly fraction: string } {
  const scaled = atPlaces(digits, exponent + places)
    .toString()
    .padStart(places + 1, "0");
  const split = scaled.length - places;
  return { whole: scaled.slice(0, split), fraction: scaled.slice(split) };
}

/** digits × 10^shift, to the nearest whole number. */
function atPlaces(digits: bigint, shift: number): bigint {
  if (shift >= 0) return digits * 10n ** BigInt(shift);
  const divisor = 10n ** BigInt(-shift);
  return (digits * 2n + divisor) / (divisor * 2n);
}
