import type { Recognized } from "../../pipeline/model/document.js";
import { UNREAD } from "../../pipeline/model/recognized.js";
import type { Glyph } from "./marks.js";
import { PAGE } from "./settings.js";

/** How glyphs of one run were read from a picture; undefined where they were not. */
export function recognizedWord(glyphs: readonly Glyph[]): Recognized | undefined {
  const read = glyphs.flatMap(({ recognized }) => recognized ?? []);
  if (read.length === 0) return undefined;
  const text = glyphs.map((glyph) => glyph.text).join("");
  const others = glyphs.flatMap((glyph, i) =>
    (glyph.text === UNREAD ? [] : (glyph.recognized?.others ?? [])).map((other) => ({
      text: glyphs.map((each, k) => (k === i ? other.text : each.text)).join(""),
      confidence: other.confidence,
    })),
  );
  const unread = glyphs.filter((glyph) => glyph.text === UNREAD).map(guesses);
  const second = secondOf(glyphs);
  return {
    confidence: Math.min(...read.map(({ confidence }) => confidence)),
    others: others
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, PAGE.words.otherReadings)
      .map((other) => other.text),
    ...(second === undefined || second === text ? {} : { second }),
    ...(unread.length === 0 ? {} : { unread }),
  };
}

function guesses({ recognized }: Glyph): string {
  return (recognized?.others ?? []).map(({ text }) => text).join("");
}

/** The second reading of a whole run; a part of it has none of its own. */
function secondOf(glyphs: readonly Glyph[]): string | undefined {
  const second = glyphs[0]?.run.second;
  return second?.glyphs === glyphs.length ? second.text : undefined;
}
