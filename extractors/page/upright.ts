import type { Box } from "./geometry.js";
import type { Glyph, Marks, Rule, Run } from "./marks.js";
import { countOf, tally } from "../../pipeline/model/tally.js";

const TURNS = [0, 1, 2, 3] as const;
type Turn = (typeof TURNS)[number];

/** The page turned so that most of its text stands upright, as a reader would hold it. */
export function upright(marks: Marks): Marks {
  const turns = mainTurn(marks.glyphs);
  if (turns === 0) return marks;
  let turned = marks;
  for (let left: number = turns; left > 0; left -= 1) turned = turnBack(turned);
  return { ...turned, turned: { quarters: TURNS.length - turns, degrees: 0 } };
}

function mainTurn(glyphs: readonly Glyph[]): Turn {
  const counts = tally(glyphs.map(({ run }) => run.turn));
  return TURNS.reduce((most, turn) =>
    countOf(counts, turn) > countOf(counts, most) ? turn : most,
  );
}

const TURNED_BACK = { 0: 3, 1: 0, 2: 1, 3: 2 } as const;

/** A quarter turn counterclockwise: what ran down the page now runs to the right. */
function turnBack(marks: Marks): Marks {
  const { width } = marks;
  return {
    width: marks.height,
    height: width,
    glyphs: turnGlyphs(marks.glyphs, width),
    rules: marks.rules.map((rule) => turnRule(rule, width)),
    pictures: turnBoxes(marks.pictures, width),
    shapes: turnBoxes(marks.shapes ?? [], width),
  };
}

function turnBoxes(boxes: readonly Box[], width: number): Box[] {
  return boxes.map(([left, top, right, bottom]) => [top, width - right, bottom, width - left]);
}

function turnGlyphs(glyphs: readonly Glyph[], width: number): Glyph[] {
  const runs = new Map<Run, Run>();
  const turned = (run: Run): Run => {
    const known = runs.get(run) ?? {
      ...run,
      turn: run.turn === null ? null : TURNED_BACK[run.turn],
    };
    runs.set(run, known);
    return known;
  };
  return glyphs.map(({ text, x, y, endX, endY, run }) => ({
    text,
    x: y,
    y: width - x,
    endX: endY,
    endY: width - endX,
    run: turned(run),
  }));
}

function turnRule(rule: Rule, width: number): Rule {
  return rule.axis === "vertical"
    ? { axis: "horizontal", at: width - rule.at, from: rule.from, to: rule.to }
    : { axis: "vertical", at: rule.at, from: width - rule.to, to: width - rule.from };
}
