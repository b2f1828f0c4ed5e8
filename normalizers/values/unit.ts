import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { yuanIn } from "./amount.js";
import { canonical } from "./text.js";
import { unitSpelling } from "./unit-spelling.js";

const SCALE = "(?:[十百千]?万|百|千|亿)";
const UNIT = String.raw`(?:人民币)?${SCALE}?元`;
/** Units that count something else may be stated before that of money: `单位：人、万元`. */
const BESIDE = String.raw`(?:[^元：:（(]{1,4}[、，,/／和])?`;
const STATED = new RegExp(
  String.raw`(?:单位[均都皆]?[：:为]?|金额[：:])${BESIDE}(?:人民币)?(${UNIT})`,
  "u",
);
const BRACKETED = new RegExp(String.raw`[（([【](?:人民币)?(${UNIT})[)）\]】]`, "u");
/** As tables of statistics head their columns: `合计/万元`. */
const BEHIND_STROKE = new RegExp(String.raw`\p{sc=Han}[/／](?:人民币)?(${UNIT})$`, "u");
const ALONE = new RegExp(
  String.raw`^(?:均?以)?(${UNIT})(?:为(?:金额)?(?:计量)?单位|计|[（(]人民币[)）])?$`,
  "u",
);
const BARE_SCALE = new RegExp(String.raw`^(?:人民币)?${SCALE}?$`, "u");

/**
 * The unit of money that a corner line, caption or column header states, alone:
 * `金额单位：人民币万元` → `万元`, `预算数（元）` → `元`. Null where none is stated.
 */
export function statedUnit(text: string): string | null {
  const plain = unitSpelling(canonical(text));
  return moneyUnit((STATED.exec(plain) ?? BRACKETED.exec(plain) ?? BEHIND_STROKE.exec(plain))?.[1]);
}

/** The unit of money that is all of a canonical text: `万元`, `以万元为单位`. */
export function unitAlone(text: string): string | null {
  return moneyUnit(ALONE.exec(unitSpelling(text))?.[1]);
}

/** Whether a canonical text only scales a unit that goes on elsewhere: `万`, `人民币`. */
export function isBareScale(text: string): boolean {
  return BARE_SCALE.test(unitSpelling(text));
}

function moneyUnit(unit: string | undefined): string | null {
  return unit === undefined || yuanIn(unit) === null ? null : unit.replace(/^人民币/u, "");
}

/**
 * The unit of money of a cell that prints none, by the contract's order: of the headers over it the
 * lowest that states one, the table with its corner and caption, then the section or document.
 */
export function unitUnder(
  headers: readonly string[],
  { unit, inheritedUnit }: Pick<PrintedTable, "unit" | "inheritedUnit">,
): string | null {
  return unitOfHeaders(headers) ?? unit ?? inheritedUnit;
}

/** The unit of money that the headers over a cell state themselves: of the lowest that states one. */
export function unitOfHeaders(headers: readonly string[]): string | null {
  return headers.map(statedUnit).findLast((stated) => stated !== null) ?? null;
}

/** The unit of money that a row's label states in brackets for its own amounts: `人均支出（元）`. */
export function unitOfRow(label: string): string | null {
  return moneyUnit(BRACKETED.exec(unitSpelling(canonical(label)))?.[1]);
}
