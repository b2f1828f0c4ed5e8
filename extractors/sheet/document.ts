import type { Block, Document, Ignored } from "../../pipeline/model/document.js";
import { type Finding, finding, type Outcome, type Rule } from "../../pipeline/model/finding.js";
import { sheetBlocks } from "./blocks.js";
import {
  type CellFacts,
  errorValue,
  formatNotApplied,
  formulaWithoutValue,
  hiddenCellsLeftOut,
  signByColour,
  zerosNotShown,
} from "./rules.js";
import { type VisibleSheet, visibleSheet } from "./visible.js";
import { addressOf, type Doubt, type Workbook } from "./workbook.js";

/** What a reader sees of a workbook, sheet by sheet, and what was left out or is doubtful. */
export function documentOf(workbook: Workbook): Outcome<Document> {
  const blocks: Block[] = [];
  const ignored: Ignored[] = [];
  const seen: Seen = { rows: 0, columns: 0, doubts: new Map() };
  for (const sheet of workbook.sheets.filter(({ hidden }) => !hidden)) {
    const visible = visibleSheet(sheet);
    for (const block of sheetBlocks(visible)) blocks.push(block);
    for (const cell of visible.ignored) ignored.push(cell);
    note(seen, visible);
  }
  const findings = [...workbook.findings, ...leftOut(workbook, seen), ...doubtful(seen)];
  return { value: { blocks, pages: [], ignored }, findings };
}

/** What is told at the end. */
interface Seen {
  rows: number;
  columns: number;
  readonly doubts: Map<Doubt, { count: number; readonly cells: string[] }>;
}

/** Cells that a finding names. */
const NAMED = 10;

function note(seen: Seen, { name, hiddenRows, hiddenColumns, lines }: VisibleSheet): void {
  seen.rows += hiddenRows;
  seen.columns += hiddenColumns;
  for (const { cells } of lines)
    for (const { source } of cells) {
      const { doubt } = source;
      if (doubt === undefined) continue;
      const known = seen.doubts.get(doubt) ?? { count: 0, cells: [] };
      known.count += 1;
      if (known.cells.length < NAMED)
        known.cells.push(`${name}!${addressOf(source.row, source.column)}`);
      seen.doubts.set(doubt, known);
    }
}

function leftOut({ sheets }: Workbook, { rows, columns }: Seen): readonly Finding[] {
  const hidden = sheets.filter((sheet) => sheet.hidden).map(({ name }) => name);
  const withoutZeros = sheets.filter((sheet) => !sheet.hidden && sheet.zerosHidden);
  const names = withoutZeros.map(({ name }) => name);
  return [
    ...(hidden.length + rows + columns > 0
      ? [finding(hiddenCellsLeftOut, { sheets: hidden, rows, columns })]
      : []),
    ...(names.length > 0 ? [finding(zerosNotShown, { sheets: names })] : []),
  ];
}

const RULES: Readonly<Record<Doubt, Rule<CellFacts>>> = {
  error: errorValue,
  noValue: formulaWithoutValue,
  signAdded: signByColour,
  unformatted: formatNotApplied,
};

function doubtful({ doubts }: Seen): readonly Finding[] {
  return [...doubts].map(([doubt, { count, cells }]) => finding(RULES[doubt], { count, cells }));
}
