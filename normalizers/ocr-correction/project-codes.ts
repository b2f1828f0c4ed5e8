import type { Cell } from "../../pipeline/model/document.js";
import type { Grid } from "../../pipeline/model/grid.js";
import { entriesOf } from "../tables/rows.js";
import { stripLabel } from "../tables/performance/strip-labels.js";
import { canonical } from "../values/text.js";
import { shapesAmong } from "./code-shape.js";
import type { Grammar } from "./grammar.js";
import { CORRECTION } from "./settings.js";

/** A code, as it was printed or misread. */
const LIKE_A_CODE = /^(?=.*\d)[\u0021-\u007e〇○口丨一—–－·。]+$/u;

/** A code as it is compared: without blanks and line breaks, its dashes one sign. */
const codeIn = (text: string): string =>
  canonical(text)
    .replace(/\s/gu, "")
    .replace(/[—–－]/gu, "-");

const isCode = (cell: Cell): boolean => {
  const code = codeIn(cell.text);
  return code.length >= CORRECTION.codes.shortestCode && LIKE_A_CODE.test(code);
};

const isLabel = (text: string): boolean => {
  const label = stripLabel(text);
  return label?.field === "project_code" && label.inline === "";
};

/** The cells that hold a 项目编码: beside their label in the sheet of a project, or below it in a list. */
export function projectCodeCells(grid: Grid): readonly Cell[] {
  const labels = grid.cells.filter(({ text }) => isLabel(text));
  const found = labels.flatMap((label) => {
    const row = entriesOf(grid, label.row).map(({ cell }) => cell);
    const beside = row[row.indexOf(label) + 1];
    const below = grid.cells.filter(
      ({ row: at, column }) => column === label.column && at > label.row,
    );
    return [...(beside === undefined ? [] : [beside]), ...below];
  });
  return [...new Set(found)].filter(isCode);
}

/** What can stand where a 项目编码 does, as the other codes of the document, `used`, show. */
export function projectCodeAmong(used: readonly string[]): (text: string) => Grammar {
  const shapeOf = shapesAmong(used.map(codeIn));
  return (text) => {
    const shape = shapeOf(codeIn(text));
    if (shape === null) return UNSHAPED;
    const pattern = new RegExp(`^${shape}$`, "u");
    const stands = (read: string): boolean => pattern.test(codeIn(read));
    return { ...UNSHAPED, doubts: (read) => !stands(read), stands, shape };
  };
}

/** A code of which nothing is known but that it is one. No confusion explains a code: only a reading can. */
const UNSHAPED: Grammar = {
  doubts: () => false,
  stands: () => false,
  explained: () => [],
  by: "sign",
  closed: true,
};
