import { folded, textOf } from "../../model/canonical-text.js";
import type { Cell, Recognized } from "../../model/document.js";
import { pageOf } from "../../model/document.js";
import type { Grid } from "../../model/grid.js";
import type { Reading } from "../../model/reading.js";
import type { Placed } from "../../model/records/registry.js";

/** What names a record of a table. */
const NAMES = [
  "label",
  "code",
  "project_code",
  "project_name",
  "activity_code",
  "activity_name",
] as const;

/** A record that was read from one cell of a table, or from a row of it. */
interface InTable extends Readonly<Partial<Record<(typeof NAMES)[number], string | null>>> {
  readonly table_no: number;
  readonly row?: number | null;
  readonly column?: number | null;
}

/** A record that was read from a sentence of the prose. */
type InProse = Pick<Placed<"figures">, "raw" | "sentence" | "page">;

/** How surely the texts were recognized that records were read from: 0 to 1, null where none was. */
export interface Confidences {
  /**
   * Of the least sure of the record's cell and the cells that name it: its label and codes, in its row, in the
   * header over its column or above. Of a record without a column all cells of its row count.
   */
  readonly inTable: (record: InTable) => string | null;
  /** Of the least sure paragraph that the sentence of a figure stands in. */
  readonly inProse: (record: InProse) => string | null;
}

/** Looks up the confidences of one reading. */
export function confidencesOf({ tables, document }: Reading): Confidences {
  const grids = new Map(
    tables
      .filter(({ printed: { grid } }) => grid.cells.some((cell) => knownOf(cell).length > 0))
      .map(({ printed }) => [printed.number, printed.grid]),
  );
  const prose = document.blocks.flatMap((block) =>
    block.type === "paragraph" && block.recognized !== undefined
      ? [{ text: textOf(block), page: pageOf(block.at), recognized: block.recognized }]
      : [],
  );
  return {
    inTable: (record) => {
      const { table_no, row = null, column = null } = record;
      const grid = grids.get(table_no);
      if (grid === undefined || row === null) return null;
      const own = column === null ? rowAt(grid, row) : [grid.at(row, column)];
      const names = NAMES.flatMap((name) => namingCells(grid, { row, column }, record[name] ?? ""));
      return least([...own, ...names].flatMap((cell) => (cell === undefined ? [] : knownOf(cell))));
    },
    inProse: ({ raw, sentence, page }) =>
      least(
        prose
          .filter((one) => one.page === page && one.text.includes(raw))
          .filter(({ text }) => text.includes(sentence) || shareSentence(text, sentence))
          .map(({ recognized }) => recognized),
      ),
  };
}

/** The cells that cover a row, from left to right: those that go on from above too. */
function rowAt(grid: Grid, row: number): readonly Cell[] {
  const cells = Array.from({ length: grid.columnCount }, (_, column) => grid.at(row, column));
  return [...new Set(cells)].filter((cell) => cell !== undefined);
}

/** A place in a grid; a whole row where the column is null. */
interface Spot {
  readonly row: number;
  readonly column: number | null;
}

/** The cells that print a name or code: the nearest to the left, the parts of a code, a header over it, or the last above. */
function namingCells(grid: Grid, { row, column }: Spot, name: string): readonly Cell[] {
  if (name === "") return [];
  const key = folded(name);
  const holds = (cell: Cell): boolean => folded(cell.text).includes(key);
  const beside = rowAt(grid, row).filter((cell) => column === null || cell.column < column);
  const near = beside.findLast(holds);
  if (near !== undefined) return [near];
  const parts = partsOf(beside, key);
  if (parts.length > 0) return parts;
  const above = grid.cells.filter((cell) => cell.row < row && holds(cell));
  const over = above.findLast((cell) => column !== null && covers(cell, column));
  return [over ?? above.at(-1)].filter((cell) => cell !== undefined);
}

/** Cells side by side whose texts joined are a code (`201` `01`); none where there are no such. */
function partsOf(cells: readonly Cell[], code: string): readonly Cell[] {
  for (let from = 0; from < cells.length; from += 1) {
    let joined = "";
    for (let to = from; to < cells.length && code.startsWith(joined); to += 1) {
      joined += folded(cells[to]?.text ?? "");
      if (joined === code) return cells.slice(from, to + 1);
    }
  }
  return [];
}

const covers = (cell: Cell, column: number): boolean =>
  column >= cell.column && column < cell.column + cell.columnSpan;

/** A blank cell says nothing of a record. */
const knownOf = ({ text, recognized }: Cell): readonly Recognized[] =>
  recognized === undefined || text.trim() === "" ? [] : [recognized];

/** Whether a sentence that runs over several paragraphs has a part in this one. */
const shareSentence = (paragraph: string, sentence: string): boolean =>
  paragraph.split(/(?<=。)/u).some((part) => part !== "" && sentence.includes(part));

/** Three digits: no engine knows better. */
const DIGITS = 1000;

function least(known: readonly Recognized[]): string | null {
  if (known.length === 0) return null;
  const confidence = Math.min(...known.map((one) => one.confidence));
  return String(Math.floor(confidence * DIGITS) / DIGITS);
}
