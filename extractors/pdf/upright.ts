import type { Box } from "./geometry.js";
import type { Glyph, Marks, Rule } from "./marks.js";

type Turn = 0 | 1 | 2 | 3;
type Point = readonly [number, number];

/** The page turned so that most of its text stands upright, as a reader would hold it. */
export function upright(marks: Marks): Marks {
  let turned = marks;
  for (let turns = mainTurn(marks.glyphs); turns > 0; turns -= 1) turned = turnBack(turned);
  return turned;
}

function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  return most === 1 || most === 2 || most === 3 ? most : 0;
}

const TURNED_BACK = { 0: 3, 1: 0, 2: 1, 3: 2 } as const;

/** A quarter turn counterclockwise: what ran down the page now runs to the right. */
function turnBack(marks: Marks): Marks {
  const { width } = marks;
  const point = ([x, y]: Point): Point => [y, width - x];
  return {
    width: marks.height,
    height: width,
    glyphs: marks.glyphs.map((glyph) => ({
      ...glyph,
      from: point(glyph.from),
      to: point(glyph.to),
      turn: glyph.turn === null ? null : TURNED_BACK[glyph.turn],
    })),
    rules: marks.rules.map((rule) => turnRule(rule, width)),
    pictures: marks.pictures.map(([left, top, right, bottom]): Box => [
      top,
      width - right,
      bottom,
      width - left,
    ]),
  };
}

function turnRule(rule: Rule, width: number): Rule {
  return rule.axis === "vertical"
    ? { axis: "horizontal", at: width - rule.at, from: rule.from, to: rule.to }
    : { axis: "vertical", at: rule.at, from: width - rule.to, to: width - rule.from };
}
