/**
 * The number of an exact decimal where binary floating point prints it back digit for digit, as it does up to
 * 15 digits; undefined where it does not, and the text is to be kept.
 */
export function exactNumber(decimal: string): number | undefined {
  const number = Number(decimal);
  return String(number) === decimal ? number : undefined;
}

/** Excel puts zeros for what follows. */
const EXCEL_DIGITS = 15;

/** Whether Excel holds every digit of an exact decimal. */
export function fitsExcel(decimal: string): boolean {
  return decimal.replaceAll(/^-?(?:0\.)?0*|\./gu, "").length <= EXCEL_DIGITS;
}
