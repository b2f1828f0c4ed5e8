import type { Turned } from "../../pipeline/model/document.js";
import { type Box, holds, widened } from "./geometry.js";
import { fill, type ReadGrid, readGrid } from "./cells.js";
import { drawnCells } from "./drawn-cells.js";
import { type Lattice, lattices, outline } from "./lattice.js";
import { type Line, lines } from "./lines.js";
import type { Glyph, Marks, Rule } from "./marks.js";
import { overprintedNumber } from "./overprinted-number.js";
import { withHeaderColumns } from "./header-columns.js";
import { splitRows } from "./row-bands.js";
import { joinRules } from "./join-rules.js";
import { uprightFrames } from "./upright-frames.js";
import { type Word, words } from "./words.js";
import { PAGE } from "./settings.js";

/** From where to where the lines of a page run. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
}

/** A page read so far: its ruled grids, the lines outside of them, and what was no text. */
export interface PageContent {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly turned?: Turned;
  /** From where to where its lines run, where it is a column of a page. */
  readonly area?: TextArea;
  readonly grids: readonly ReadGrid[];
  readonly lines: readonly Line[];
  /** The text of a watermark: what runs aslant. */
  readonly slanted: string;
  readonly pictures: readonly Box[];
  /** How many cells of its grids hold shapes like those of characters, and no text. */
  readonly drawnCells: number;
  /** Lines that belong to no grid. */
  readonly rules: readonly Rule[];
  /**
   * Given where it was read from its picture: the share of it that is inked, but neither text nor rule, and the
   * share of its characters that were read unsurely. Nothing is read of a sheet that is bent too much.
   */
  readonly recognized?: {
    readonly unread: number;
    readonly unsure: number;
    readonly isBent: boolean;
  };
}

/** Parts a page's marks into ruled grids and free lines. */
export function pageContent(number: number, marks: Marks): PageContent {
  const straight = marks.glyphs.filter(({ run }) => run.turn !== null);
  const rules = joinRules(marks.rules);
  const frames = lattices(rules);
  const printed = words(straight);
  const overprinted = overprintedNumber(printed, frames, marks.height);
  let rest: readonly Word[] = printed.filter((word) => !overprinted.includes(word));
  const grids: ReadGrid[] = [];
  for (const frame of frames.filter((one) => isTable(one) && !isFrameAround(one, frames))) {
    const filled = fill(frame, rest);
    if (
      filled.grid.cells.every(
        (cell) => cell.lines.length === 0 && frame.cells.length < PAGE.lattice.emptyFrame,
      )
    )
      continue;
    rest = filled.rest;
    grids.push(readGrid(splitRows(withHeaderColumns(filled.grid))));
  }
  const outside = (rule: Rule): boolean => !frames.some((frame) => isInside(rule, frame));
  for (const frame of uprightFrames(rules.filter(outside))) {
    const filled = fill(frame, rest);
    const split = splitRows(filled.grid);
    if (split.ys.length === frame.ys.length) continue;
    rest = filled.rest;
    grids.push(readGrid(split));
  }
  return {
    number,
    width: marks.width,
    height: marks.height,
    ...(marks.turned && { turned: marks.turned }),
    grids: grids.toSorted((a, b) => outline(a)[1] - outline(b)[1] || outline(a)[0] - outline(b)[0]),
    lines: lines([...rest, ...overprinted]),
    slanted: textOf(marks.glyphs.filter(({ run }) => run.turn === null)),
    pictures: marks.pictures,
    drawnCells: drawnCells(grids, marks.shapes ?? []),
    rules: rules.filter((rule) => !grids.some((grid) => isInside(rule, grid))),
  };
}

function isInside({ axis, at, from, to }: Rule, grid: Lattice): boolean {
  const middle = (from + to) / 2;
  const [x, y] = axis === "horizontal" ? [middle, at] : [at, middle];
  return holds(widened(outline(grid), PAGE.lattice.insideGrid), x, y);
}

/** Whether a few cells have another table within them: they are a border of the page. */
function isFrameAround(frame: Lattice, others: readonly Lattice[]): boolean {
  if (frame.cells.length > PAGE.lattice.frameCells) return false;
  const [left, top, right, bottom] = outline(frame);
  return others.filter(isTable).some((other) => {
    const [l, t, r, b] = outline(other);
    return other !== frame && l > left && t > top && r < right && b < bottom;
  });
}

/** A frame around text is no table. */
function isTable({ cells }: Lattice): boolean {
  return cells.length > 1;
}

function textOf(glyphs: readonly Glyph[]): string {
  return glyphs.map(({ text }) => text).join("");
}
