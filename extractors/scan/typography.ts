import type { ReadCharacter } from "../ocr/engine/engine.js";

/** Marks that are printed in both widths: the narrow one, and the one of Chinese text. */
const WIDE: ReadonlyMap<string, string> = new Map([
  [",", "，"],
  [";", "；"],
  [":", "："],
  ["?", "？"],
  ["!", "！"],
  ["(", "（"],
  [")", "）"],
]);
const CHINESE = /[\p{sc=Han}，。、；：？！（）《》“”]/u;

/**
 * A line in which marks between Chinese characters have the width of these where the engine held both
 * possible, and a quotation that is opened is closed. The other reading is kept.
 */
export function withTypography(characters: readonly ReadCharacter[]): readonly ReadCharacter[] {
  let isQuoted = false;
  return characters.map((character, i, all) => {
    if (character.text === "“") isQuoted = true;
    if (character.text === "”") isQuoted = false;
    if (character.text === '"' && isQuoted) {
      isQuoted = false;
      return instead(character, "”");
    }
    const wide = WIDE.get(character.text);
    const isPossible = character.others.some(({ text }) => text === wide);
    const beside = [all[i - 1]?.text ?? "", all[i + 1]?.text ?? ""];
    const isChinese = beside.every((text) => CHINESE.test(text) || text === "");
    return wide !== undefined && isPossible && isChinese ? instead(character, wide) : character;
  });
}

/** A character with another reading in the place of the first. */
export function instead(character: ReadCharacter, text: string): ReadCharacter {
  const other = { text: character.text, confidence: character.confidence };
  const others = character.others.filter((each) => each.text !== text);
  return { ...character, text, others: [other, ...others] };
}
