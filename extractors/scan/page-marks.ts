import type { Glyph, Marks, Rule } from "../page/marks.js";
import { lineSizes } from "./line-sizes.js";
import type { RecognizedLine, RecognizedPage } from "./recognized-page.js";
import { SCAN } from "./settings.js";
import { elementAt } from "../../pipeline/model/element-at.js";

/** A recognized page, or each of two side by side, as the marks of a page: `scale` points to the pixel. */
export function recognizedMarks(page: RecognizedPage, scale: number): Marks[] {
  const { gutter } = page;
  if (gutter === null) return [marks(page, scale)];
  const isLeft = (x: number) => x < gutter;
  const half = (side: boolean): RecognizedPage => ({
    ...page,
    width: side ? Math.round(gutter) : page.width,
    rules: page.rules.filter(
      ({ axis, at, from, to }) => isLeft(axis === "vertical" ? at : (from + to) / 2) === side,
    ),
    lines: page.lines.filter(({ box: [left, , right] }) => isLeft((left + right) / 2) === side),
  });
  return [marks(half(true), scale), marks(half(false), scale)];
}

function marks(page: RecognizedPage, scale: number): Marks {
  const sizes = lineSizes(page.lines);
  const { quarters, degrees } = page;
  return {
    width: page.width * scale,
    height: page.height * scale,
    ...((quarters !== 0 || degrees !== 0) && { turned: { quarters, degrees } }),
    glyphs: page.lines.flatMap((line, i) => glyphs(line, elementAt(sizes, i) * scale, scale)),
    rules: page.rules.map(({ axis, at, from, to }): Rule => ({
      axis,
      at: at * scale,
      from: from * scale,
      to: to * scale,
    })),
    pictures: [],
  };
}

/**
 * The engine says roughly where in its line a character stands, not where it ends: the characters
 * between two blanks are spread so that each begins where the last one ends.
 */
function glyphs(line: RecognizedLine, size: number, scale: number): Glyph[] {
  const [left, top, right, bottom] = line.box;
  const isLow = LOW.test(line.characters.map(({ text }) => text).join(""));
  const y = isLow ? bottom * scale : ((top + bottom) / 2) * scale + SCAN.sizes.belowMiddle * size;
  const read = line.characters.filter((character, i, all) => {
    const around = [all[i - 1]?.text ?? "", all[i + 1]?.text ?? ""];
    return character.text !== " " || around.every((text) => LATIN.test(text));
  });
  const run = {
    size,
    font: "",
    bold: false,
    turn: 0 as const,
    ...(line.second === undefined ? {} : { second: { text: line.second, glyphs: read.length } }),
  };
  return read.map((character, i): Glyph => {
    const [before, after] = [read[i - 1], read[i + 1]];
    return {
      text: character.text,
      x: (before === undefined ? left : middle(before, character)) * scale,
      y,
      endX: (after === undefined ? right : middle(character, after)) * scale,
      endY: y,
      run,
      recognized: { confidence: character.confidence, others: character.others },
    };
  });
}

/** Dots that lead to a page number stand on the baseline. */
const LOW = /^[.．…·]+$/u;

/** Blanks part words of Latin letters; between other characters they are not read for sure. */
const LATIN = /[A-Za-z]/u;

function middle(a: { right: number }, b: { left: number }): number {
  return (a.right + b.left) / 2;
}
