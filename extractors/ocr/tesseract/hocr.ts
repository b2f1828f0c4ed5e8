import type { OtherReading, ReadCharacter } from "../engine/engine.js";
import { TESSERACT } from "./settings.js";

/** Where a word begins, a character with its box and confidence, or one that may stand in its place. */
const PART =
  /class='ocrx_word'|x_bboxes (-?\d+) -?\d+ (-?\d+) -?\d+; x_conf (-?[\d.]+)'>(.*?)<\/span>|x_confs (-?[\d.]+)'>(.*?)<\/span>/gu;

/** The characters in Tesseract's hOCR of one line, with a blank between words of letters and figures. */
export function charactersOf(hocr: string): readonly ReadCharacter[] {
  return inOrder(withBlanks(printed(hocr))).map(({ choices, ...character }) => ({
    ...character,
    others: others(character.text, choices),
  }));
}

/** A character as it stands in the hOCR. */
interface Printed {
  readonly text: string;
  readonly confidence: number;
  readonly left: number;
  readonly right: number;
  readonly beginsWord: boolean;
  readonly choices: OtherReading[];
}

function printed(hocr: string): readonly Printed[] {
  const found: Printed[] = [];
  let beginsWord = false;
  for (const [part, left, right, confidence, text, chance, choice] of hocr.matchAll(PART)) {
    if (text !== undefined) {
      found.push({
        text: unescaped(text),
        confidence: share(confidence),
        left: Number(left),
        right: Number(right),
        beginsWord,
        choices: [],
      });
      beginsWord = false;
    } else if (choice !== undefined)
      found.at(-1)?.choices.push({ text: unescaped(choice), confidence: share(chance) });
    else beginsWord = part !== "";
  }
  return found;
}

function share(percent: string | undefined): number {
  return Math.min(1, Math.max(0, Number(percent) / 100)) ** TESSERACT.reading.selfPraise;
}

/** Chinese words stand without blanks between them. */
const SPACED = /^[\p{sc=Latin}\d]$/u;

function withBlanks(characters: readonly Printed[]): readonly Printed[] {
  return characters.flatMap((character, i) => {
    const before = characters[i - 1];
    const parted =
      before !== undefined &&
      character.beginsWord &&
      SPACED.test(before.text) &&
      SPACED.test(character.text);
    if (!parted) return [character];
    const [left, right] = [before.right, character.left];
    return [{ ...character, text: " ", left, right, choices: [] }, character];
  });
}

/** The boxes of Tesseract overlap: none reaches into the next. */
function inOrder(characters: readonly Printed[]): readonly Printed[] {
  let from = -Infinity;
  return characters.map((character, i) => {
    const left = Math.max(from, character.left);
    const next = characters[i + 1]?.left ?? Infinity;
    const right = Math.max(left, Math.min(character.right, Math.max(next, left + 1)));
    from = right;
    return { ...character, left, right };
  });
}

/** The choices of a place that lacks its own character are those of another place. */
function others(text: string, choices: readonly OtherReading[]): readonly OtherReading[] {
  if (!choices.some((choice) => choice.text === text)) return [];
  return choices
    .filter((choice) => choice.text !== text && choice.confidence >= TESSERACT.reading.possible)
    .toSorted((one, other) => other.confidence - one.confidence)
    .slice(0, TESSERACT.reading.mostOthers);
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&quot;": '"',
  "&#39;": "'",
};

function unescaped(text: string): string {
  return text
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/&(?:lt|gt|amp|quot|#39);/gu, (entity) => ESCAPED[entity] ?? entity);
}
