import type { Cell } from "../../pipeline/model/document.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { decimal, isNotStated, money } from "../values/amount.js";
import { opensWithSign, quantity } from "../values/quantity.js";
import { officialName } from "../reference/classification.js";
import { halvesOf } from "../tables/amounts/amount-columns.js";
import { roledColumns, type RoledColumn } from "../tables/amounts/column-roles.js";
import { indicatorGrid, type IndicatorGrid } from "../tables/performance/indicator-grid.js";
import { bindIndicators, type Field } from "../tables/performance/indicator-columns.js";
import { canonical, textOf } from "../values/text.js";
import {
  amountAmong,
  CODE_OF_CLASS,
  codeNamed,
  fixedAmong,
  type Grammar,
  nameAmong,
  NUMBER,
  signAmong,
  TARGET_NUMBER,
  targetIn,
} from "./grammar.js";
import { LEVELS_1, LEVELS_2 } from "./labels.js";
import { projectCodeAmong, projectCodeCells } from "./project-codes.js";
import { CORRECTION } from "./settings.js";

/** What can stand in a cell: the more special first; none where anything can. */
export type Places = ReadonlyMap<Cell, readonly Grammar[]>;

/**
 * What can stand in the cells below the header of a table, by the column that they stand in. The codes of
 * projects are judged by those of the whole document.
 */
export function placesIn(table: PrintedTable, projectCodes: readonly string[]): Places {
  const indicators = indicatorGrid(table.grid);
  const places = indicators === null ? amountPlaces(table) : indicatorPlaces(table, indicators);
  const codes = projectCodeCells(table.grid);
  if (codes.length === 0) return places;
  const among = projectCodeAmong(projectCodes);
  return new Map([...places, ...codes.map((cell) => [cell, [among(cell.text)]] as const)]);
}

/** The cells that start in these rows and in one column. */
function below(table: PrintedTable, rows: readonly number[], column: number): readonly Cell[] {
  return rows.flatMap((row) => {
    const cell = table.grid.at(row, column);
    return cell?.row === row && cell.column === column ? [cell] : [];
  });
}

function indicatorPlaces(table: PrintedTable, { columns, bodyRows }: IndicatorGrid): Places {
  const bound = bindIndicators(columns);
  const parted = bound.has("symbol") || (bound.get("value") ?? []).length > 1;
  const fields: readonly (readonly [Field, (cells: readonly Cell[]) => readonly Grammar[]])[] = [
    ["symbol", (cells) => [signAmong(cells.map(({ text }) => text))]],
    ["value", (cells) => [parted ? TARGET_NUMBER : targetIn(areSigned(cells))]],
    ["excellent", (cells) => [targetIn(areSigned(cells))]],
    ["good", (cells) => [targetIn(areSigned(cells))]],
    ["fair", (cells) => [targetIn(areSigned(cells))]],
    ["poor", (cells) => [targetIn(areSigned(cells))]],
    ["weight", () => [NUMBER]],
    ["level1", () => [fixedAmong(LEVELS_1)]],
    ["level2", () => [fixedAmong(LEVELS_2)]],
  ];
  return new Map(
    fields.flatMap(([field, grammarsFor]) =>
      (bound.get(field) ?? []).flatMap(({ index }) => {
        const cells = below(table, bodyRows, index);
        const grammars = grammarsFor(cells);
        return cells.map((cell) => [cell, grammars] as const);
      }),
    ),
  );
}

/** Whether the targets of a column open with a sign of comparison. */
function areSigned(cells: readonly Cell[]): boolean {
  const quantities = cells
    .map(({ text }) => canonical(text))
    .filter((text) => quantity(text) !== null);
  const signed = quantities.filter(opensWithSign);
  return (
    signed.length >= CORRECTION.grammar.fewSigned &&
    signed.length >= quantities.length * CORRECTION.grammar.mostlySigned
  );
}

function amountPlaces(table: PrintedTable): Places {
  const places = new Map<Cell, readonly Grammar[]>();
  for (const column of roledColumns(table)) {
    const cells = below(table, table.bodyRows, column.index);
    const grammar = grammarOf(column, cells);
    if (grammar === null) continue;
    for (const cell of cells) if (cell.columnSpan === 1) places.set(cell, [grammar]);
  }
  for (const [cell, grammars] of namedPlaces(table)) places.set(cell, grammars);
  return places;
}

const GRAMMARS: Readonly<Partial<Record<RoledColumn["role"], Grammar>>> = {
  count: NUMBER,
  share: NUMBER,
  code: CODE_OF_CLASS,
};

/** The grammar of a column, if what stands in it agrees with what its header says. */
function grammarOf({ role }: RoledColumn, cells: readonly Cell[]): Grammar | null {
  const grammar =
    role === "measure" ? amountAmong(cells.map(({ text }) => text)) : (GRAMMARS[role] ?? null);
  if (grammar === null || grammar === CODE_OF_CLASS) return grammar;
  const stated = cells.filter(({ text }) => !isNotStated(text));
  const fitting = stated.filter(({ text }) => !grammar.doubts(text) || isExplained(grammar, text));
  return fitting.length * 2 >= stated.length ? grammar : null;
}

const isExplained = (grammar: Grammar, text: string): boolean =>
  grammar.explained({ text, confidence: 0 }).some(grammar.stands);

/** Codes beside names and names beside codes, by the rows that print both. */
function namedPlaces(table: PrintedTable): Places {
  const places = new Map<Cell, readonly Grammar[]>();
  for (const { codes, labels } of halvesOf(table))
    for (const row of table.bodyRows) {
      const codeCells = codes.map(({ index }) => table.grid.at(row, index)).filter(isOwn(row));
      const label = labels.map(({ index }) => table.grid.at(row, index)).findLast(isOwn(row));
      const [code] = codeCells;
      if (code === undefined || label === undefined) continue;
      const names = namesOf(codeCells);
      if (names.length > 0) places.set(label, [nameAmong(names)]);
      if (codeCells.length === 1) places.set(code, [CODE_OF_CLASS, codeNamed(label.text)]);
    }
  return places;
}

const isOwn =
  (row: number) =>
  (cell: Cell | undefined): cell is Cell =>
    cell?.row === row && textOf(cell) !== "";

/** The official names of a code in one cell, or in its 类 款 项 cells. */
function namesOf(cells: readonly Cell[]): readonly string[] {
  const digits = cells.map(({ text }) => digitsOf(text));
  return [digits.at(-1) ?? "", digits.join("")].flatMap((code) => officialName(code).names);
}

function digitsOf(text: string): string {
  return CODE_OF_CLASS.explained({ text, confidence: 0 }).find(CODE_OF_CLASS.stands) ?? "";
}

/** Whether a text gives a number by itself: an amount, a target, a code, a percentage. */
export function isFigure(text: string): boolean {
  const plain = canonical(text);
  if (!/\d/u.test(plain)) return false;
  return (
    decimal(plain.replace(/[%％]$/u, "")) !== null ||
    quantity(plain) !== null ||
    money(plain, "元").kind === "amount"
  );
}
