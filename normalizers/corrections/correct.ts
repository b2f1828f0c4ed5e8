import { DISMISSED, TEXT } from "../../pipeline/model/correction.js";
import type { Correction } from "../../pipeline/model/correction.js";
import type { Cell, Document, Table } from "../../pipeline/model/document.js";
import { finding, sentencesOf } from "../../pipeline/model/finding.js";
import type { Finding, Outcome, Where } from "../../pipeline/model/finding.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { parseSpot, printSpot, spotOf } from "../../pipeline/model/spot.js";
import { cellCorrected, correctionUnfit, findingDismissed } from "./rules.js";

/**
 * Puts in the texts of cells that readers corrected, and reads the document again with them. One whose
 * text is not the one that was corrected stays as it is, and is told.
 */
export function correctedByReaders(
  reading: Reading,
  corrections: readonly Correction[],
  read: (document: Document) => Reading,
): Outcome<Reading> {
  const findings: Finding[] = [];
  let { document } = reading;
  for (const correction of corrections.filter(({ what }) => what === TEXT)) {
    const next = withText({ reading, document }, correction);
    findings.push(next.finding);
    document = next.document;
  }
  return { value: document === reading.document ? reading : read(document), findings };
}

interface Corrected {
  readonly document: Document;
  readonly finding: Finding;
}

/** A document as far as it is corrected, and what was read of it before. */
interface Correcting {
  readonly document: Document;
  readonly reading: Reading;
}

function withText({ document, reading }: Correcting, correction: Correction): Corrected {
  const { from, to, who, why } = correction;
  const where = whereOf(correction);
  const at = blockOf(document, where.table_no);
  const table = document.blocks[at];
  const found = table?.type === "table" ? printedCell(table, reading, where) : undefined;
  if (table?.type !== "table" || found?.text !== from)
    return { document, finding: unfit(correction, found?.text ?? null) };
  const cells = table.cells.map((cell) => (cell === found ? withoutDoubt(cell, to) : cell));
  return {
    document: { ...document, blocks: document.blocks.with(at, { ...table, cells }) },
    finding: finding(cellCorrected, { from, to, who, why }, where),
  };
}

/**
 * The printed cell that a place of the dataset means. Columns are those in which a table was read, which may not be those
 * in which it is printed where its source lost what goes over several: the cells of a row keep their order.
 */
function printedCell(table: Table, { tables }: Reading, { table_no, ...at }: Where) {
  const read = tables.find(({ printed: { number } }) => number === table_no)?.printed.grid.cells;
  const inRow = (cells: readonly Cell[] = []) => cells.filter(({ row }) => row === at.row);
  const [seen, printed] = [inRow(read), inRow(table.cells)];
  if (seen.length !== printed.length) return undefined;
  return printed[seen.findIndex(({ column }) => column === at.column)];
}

/** A cell as a reader saw it: how surely it had been recognized says nothing any more. */
function withoutDoubt(cell: Cell, to: string): Cell {
  const { recognized, ...rest } = cell;
  return { ...(recognized === undefined ? cell : rest), text: to, corrected: cell.text };
}

/** The block of a table by its number, which counts the tables of a document from 1; -1 where there is none. */
function blockOf({ blocks }: Document, number: number | null | undefined): number {
  let count = 0;
  return blocks.findIndex((block) => {
    if (block.type === "table") count += 1;
    return block.type === "table" && count === number;
  });
}

/** Findings in which those that a reader dismissed only say so. A dismissal of what is not found is told. */
export function dismissedByReaders(
  findings: readonly Finding[],
  corrections: readonly Correction[],
): readonly Finding[] {
  const dismissals = corrections.filter(({ what, to }) => what !== TEXT && to === DISMISSED);
  const used = new Set<Correction>();
  const told = findings.map((one) => {
    const dismissal = dismissals.find((each) => isOf(each, one));
    if (dismissal === undefined) return one;
    used.add(dismissal);
    return dismissed(one, dismissal);
  });
  const unused = dismissals.filter((each) => !used.has(each));
  return [...told, ...unused.map((each) => unfit(each, null))];
}

function isOf({ place, what }: Correction, one: Finding): boolean {
  return what === `finding:${one.rule}` && `#${place}` === printSpot(spotOf(one));
}

function dismissed(one: Finding, { who, why }: Correction): Finding {
  const { en: said, zh: said_zh } = sentencesOf(one);
  const facts = { rule: one.rule, said, said_zh, who, why };
  return finding(findingDismissed, facts, whereIn(one));
}

function unfit(correction: Correction, found: string | null): Finding {
  const { what, from, to } = correction;
  return finding(correctionUnfit, { what, from, to, found }, whereOf(correction));
}

function whereOf({ place }: Correction): Where {
  const { page = null, table = null, row = null, column = null } = parseSpot(place) ?? {};
  return { page, table_no: table, row, column };
}

function whereIn({ table_no, section_no, row, column, page }: Finding): Where {
  return {
    table_no: table_no ?? null,
    section_no: section_no ?? null,
    row: row ?? null,
    column: column ?? null,
    page: page ?? null,
  };
}
