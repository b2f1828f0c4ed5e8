import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import { opensWithSign } from "../../values/quantity.js";
import { textOf } from "../../values/text.js";

/** Rows that a form's program tore in two: the first ends early, and the rest is a row of its own. */
interface TornRows {
  /** Whether a row is only the rest of the one above. */
  readonly isRest: (row: number) => boolean;
  /** The cells of that rest by the columns that they belong to. */
  readonly restOf: (row: number) => ReadonlyMap<number, Cell>;
}

/** Where rows may be torn: the body of a grid, its columns, and those of them that hold targets. */
interface Body {
  readonly grid: Grid;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly targets: ReadonlySet<number>;
}

/**
 * Finds torn rows: the last cell of a row spans over the columns that are left, and the row below has exactly
 * one cell for each of these, a target where the targets stand.
 */
export function tornRows(body: Body): TornRows {
  const rests = new Map<number, ReadonlyMap<number, Cell>>();
  const taken = new Set<number>();
  for (const [i, row] of body.rows.entries()) {
    const below = body.rows[i + 1];
    if (below === undefined || taken.has(row)) continue;
    const rest = restIn(body, row, below);
    if (rest === null) continue;
    rests.set(row, rest);
    taken.add(below);
  }
  return { isRest: (row) => taken.has(row), restOf: (row) => rests.get(row) ?? new Map() };
}

function restIn({ grid, columns, targets }: Body, row: number, below: number): TornCells | null {
  const last = printed(grid, row).at(-1);
  const rest = printed(grid, below);
  if (last === undefined || last.columnSpan === 1 || rest.length === 0) return null;
  const missing = columns.filter(
    (column) => column > last.column && column < last.column + last.columnSpan,
  );
  const reachesEnd = last.column + last.columnSpan > Math.max(...columns);
  if (!reachesEnd || missing.length !== rest.length) return null;
  const cells = new Map(rest.map((cell, i) => [missing[i] ?? 0, cell]));
  const aimed = [...cells].filter(([column]) => targets.has(column));
  const areTargets = aimed.every(([, cell]) => isTargetLike(textOf(cell)));
  return aimed.length > 0 && areTargets ? cells : null;
}

type TornCells = ReadonlyMap<number, Cell>;

function printed(grid: Grid, row: number): readonly Cell[] {
  return grid.rowCells(row).filter((cell) => textOf(cell) !== "");
}

const isTargetLike = (text: string): boolean => opensWithSign(text) || /^\d/u.test(text);
