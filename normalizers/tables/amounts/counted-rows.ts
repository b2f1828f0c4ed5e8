import { numbered } from "../../values/ordinal.js";
import { canonical } from "../../values/text.js";
import { isCounted, itemOf } from "./measures.js";

/** The label of a row of a table. */
export interface LabelledRow {
  readonly row: number;
  /** As printed, null where nothing names the row. */
  readonly label: string | null;
}

/**
 * The rows that count things among amounts: `（一）车辆数合计（辆）`, and the items of its list below
 * (`1．机要通信用车`) up to the next number of its own rank. What names money is money there too.
 */
export function countedRows(rows: readonly LabelledRow[]): ReadonlySet<number> {
  const counted = new Set<number>();
  let open: number | null = null;
  for (const { row, label } of rows) {
    if (label === null) continue;
    const plain = canonical(label);
    const rank = rankOf(plain);
    if (open !== null && rank <= open) open = null;
    const counts = isCounted(plain);
    if (counts) open = Math.min(open ?? rank, rank);
    if (counts || (open !== null && !namesMoney(plain))) counted.add(row);
  }
  return counted;
}

const MONEY = /[费款金额元]|支出|收入|预算|决算|合计$/u;

const namesMoney = (label: string): boolean => MONEY.test(label) || itemOf(label) !== null;

/** The styles of list numbers as forms nest them: 一、 over （一） over 1． over （1） over ①. */
const RANKS: readonly RegExp[] = [
  /^[一二三四五六七八九十百]/u,
  /^[（(][一二三四五六七八九十]/u,
  /^\d/u,
  /^[（(]\d/u,
  /^[①-⑳]/u,
];

/** How deep a label's list number stands; without a number it belongs to the one above. */
function rankOf(label: string): number {
  const { ordinal } = numbered(label.replace(/^其中[：:]?/u, ""));
  return ordinal === null ? RANKS.length : RANKS.findIndex((style) => style.test(ordinal));
}
