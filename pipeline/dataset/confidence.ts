import { canonical } from "../canonical-text.js";
import type { Cell, Recognized } from "../document.js";
import { pageOf } from "../document.js";
import type { Reading } from "../reading.js";
import type { Placed } from "../records.js";

/** A record that was read from one cell of a table, or from a row of it. */
interface InTable {
  readonly table_no: number;
  readonly row: number | null;
  readonly column?: number | null;
}

/** How surely the texts were recognized that records were read from: 0 to 1, null where none was. */
export interface Confidences {
  /** Of the record's cell; of a record without a column, the least sure cell that starts in its row. */
  readonly inTable: (record: InTable) => string | null;
  /** Of the least sure paragraph that the sentence of a figure stands in. */
  readonly inProse: (figure: Placed<"figures">) => string | null;
}

/** Looks up the confidences of one reading. */
export function confidencesOf({ tables, document }: Reading): Confidences {
  const grids = new Map(tables.map(({ printed }) => [printed.number, printed.grid]));
  const prose = document.blocks.flatMap((block) =>
    block.type === "paragraph" && block.recognized !== undefined
      ? [{ text: canonical(block.text), page: pageOf(block.at), recognized: block.recognized }]
      : [],
  );
  return {
    inTable: ({ table_no, row, column }) => {
      const grid = grids.get(table_no);
      if (grid === undefined || row === null) return null;
      const isWholeRow = column === undefined || column === null;
      const cells = isWholeRow ? grid.rowCells(row) : [grid.at(row, column)];
      return least(cells.flatMap((cell) => (cell === undefined ? [] : knownOf(cell))));
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
