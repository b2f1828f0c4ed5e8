/**
 * Characters that fonts of the typesetter Founder (方正) encode in the private use area, as they print.
 * The decimal point is among them.
 */
const FOUNDER: ReadonlyMap<string, string> = new Map([
  ["\u{1001B0}", "."],
  ["\u{100170}", "·"],
]);

/** A character as it prints. */
export function printedCharacter(character: string): string {
  return FOUNDER.get(character) ?? character;
}
