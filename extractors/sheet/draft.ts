import { refuseBeyond } from "../common/limits.js";
import type { Display, Shown } from "./display/display.js";
import {
  type Area,
  type Doubt,
  MOST_COLUMNS,
  type Sheet,
  type SheetCell,
  type Span,
} from "./workbook.js";

/** How a cell is set, as far as it counts for what is read. */
export interface CellStyle {
  /** The number format. */
  readonly format: string;
  readonly ruled: boolean;
  /** Levels that its text is indented by. */
  readonly indent: number;
}

export const PLAIN_STYLE: CellStyle = { format: "General", ruled: false, indent: 0 };

/** The cells that a workbook's reader has given so far, over all its sheets. */
export interface Counted {
  cells: number;
}

/** A level of indent, as typed: so it is told from blanks that are part of a name. */
const INDENT = "  ";
const TOO_MANY = {
  what: { en: "The workbook", zh: "工作簿" },
  unit: { en: "cells or more", zh: "个以上的单元格" },
  remedy: { en: "Split it.", zh: "请拆分。" },
};

/** A sheet that is being read. */
export interface SheetDraft {
  readonly name: string;
  readonly display: Display;
  readonly counted: Counted;
  readonly merges: Area[];
  readonly hiddenRows: Set<number>;
  readonly hiddenColumns: Span[];
  readonly cells: SheetCell[];
  hidden: boolean;
  zerosHidden: boolean;
  lastPrinted: number;
  isInOrder: boolean;
}

/** A sheet at its start. */
export function startSheet(name: string, display: Display, counted: Counted): SheetDraft {
  return {
    name,
    display,
    counted,
    merges: [],
    hiddenRows: new Set(),
    hiddenColumns: [],
    cells: [],
    hidden: false,
    zerosHidden: false,
    lastPrinted: MOST_COLUMNS - 1,
    isInOrder: true,
  };
}

/** Where a cell stands, and how it is set. */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly style: CellStyle;
}

/** A cell without a value counts only where it is ruled. */
export function addBlank(draft: SheetDraft, { row, column, style: { ruled } }: Spot): void {
  if (ruled) add(draft, { row, column, text: "", ruled, numeric: false });
}

/** Words, as their format shows them. */
export function addText(draft: SheetDraft, { row, column, style }: Spot, value: string): void {
  const { format, indent, ruled } = style;
  const shown = draft.display.text(value, format).replaceAll("\r\n", "\n");
  const text = shown.trim() === "" ? "" : INDENT.repeat(indent) + shown;
  add(draft, { row, column, text, ruled, numeric: false });
}

/** A number, as its format shows it. */
export function addNumber(draft: SheetDraft, { row, column, style }: Spot, value: number): void {
  const { text, unformatted, signAdded } = draft.display.number(value, style.format);
  const doubt = doubtOf({ unformatted, signAdded });
  add(draft, { row, column, text, ruled: style.ruled, numeric: true, doubt });
}

function doubtOf({ unformatted, signAdded }: Omit<Shown, "text">): Doubt | undefined {
  if (unformatted === true) return "unformatted";
  return signAdded === true ? "signAdded" : undefined;
}

/** What a cell shows, whatever its format. */
export interface Mark {
  readonly text: string;
  readonly numeric?: boolean;
  readonly doubt?: Doubt | undefined;
}

/** A value that is shown as it is: an error, TRUE or FALSE, a formula without a result. */
export function addMark(
  draft: SheetDraft,
  { row, column, style: { ruled } }: Spot,
  { text, numeric = false, doubt }: Mark,
): void {
  add(draft, { row, column, text, ruled, numeric, doubt });
}

function add(draft: SheetDraft, cell: SheetCell): void {
  if (cell.text !== "" || cell.doubt !== undefined) {
    draft.counted.cells += 1;
    refuseBeyond("sheetCells", draft.counted.cells, TOO_MANY);
  }
  const last = draft.cells.at(-1);
  if (last !== undefined && !isAfter(cell, last)) draft.isInOrder = false;
  draft.cells.push(cell);
}

/** The sheet as it was read. */
export function finishSheet(draft: SheetDraft): Sheet {
  const { name, hidden, merges, hiddenRows, hiddenColumns, zerosHidden, lastPrinted } = draft;
  const cells = draft.isInOrder ? draft.cells : inOrder(draft.cells);
  return { name, hidden, cells, merges, hiddenRows, hiddenColumns, zerosHidden, lastPrinted };
}

function isAfter(cell: SheetCell, other: SheetCell): boolean {
  return cell.row > other.row || (cell.row === other.row && cell.column > other.column);
}

/** By row, then column; of two at one place the later counts, as when a program opens them. */
function inOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  const sorted = cells.toSorted((a, b) => a.row - b.row || a.column - b.column);
  return sorted.filter((cell, i) => {
    const next = sorted[i + 1];
    return next === undefined || next.row !== cell.row || next.column !== cell.column;
  });
}
