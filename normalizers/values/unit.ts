import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { yuanIn } from "./amount.js";
import { canonical } from "./text.js";

const UNIT = String.raw`(?:人民币)?(?:[十百千]?万|百|千|亿)?元`;
const STATED = new RegExp(String.raw`(?:单位[：:]?|金额[：:])(?:人民币)?(${UNIT})`, "u");
const BRACKETED = new RegExp(String.raw`[（(](?:人民币)?(${UNIT})[)）]`, "u");

/**
 * The unit of money that a corner line, caption or column header states, alone:
 * `金额单位：人民币万元` → `万元`, `预算数（元）` → `元`. Null where none is stated.
 */
export function statedUnit(text: string): string | null {
  const plain = canonical(text);
  const unit = STATED.exec(plain)?.[1] ?? BRACKETED.exec(plain)?.[1];
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
  return headers.map(statedUnit).findLast((stated) => stated !== null) ?? unit ?? inheritedUnit;
}
