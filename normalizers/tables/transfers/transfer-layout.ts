import { oncePer } from "../../../pipeline/model/once-per.js";
import type {
  TransferCategory,
  TransferDirection,
} from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { meaningOf, wordLists } from "../../reference/word-lists.js";
import { bareLabel } from "../../values/ordinal.js";
import { canonical, textOf } from "../../values/text.js";
import { halvesOf, type MeasureColumn } from "../amounts/amount-columns.js";
import { headerText, withoutBlanks } from "../columns.js";
import { isRegionLabel } from "../debt/debt-regions.js";
import { headerWords } from "../government/government-words.js";
import { rowsAreRegions } from "../government/region-rows.js";

const listOf = wordLists(new URL("./transfer-words.tsv", import.meta.url), [
  "category",
  "direction",
  "alone",
]);
const CATEGORY = listOf("category", [
  "several",
  "total",
  "shared_powers",
  "special",
  "return",
  "general",
]);
const ALONE = listOf("alone", ["alone"]);
const DIRECTION = listOf("direction", ["received", "paid"]);

/** Where the regions and the items of a table of transfers stand. */
export interface TransferLayout {
  readonly regions: "rows" | "columns" | null;
  /** Whether there are items beside the regions, not categories alone. */
  readonly items: boolean;
  readonly direction: TransferDirection | null;
}

/** A label without blanks, list number and 其中. */
export function plainItem(text: string): string {
  return bareLabel(withoutBlanks(canonical(text)).replace(/^其中[:：]?/u, ""));
}

/** The category that a label, header or caption names; null where it names none or several. */
export function categoryOf(text: string): TransferCategory | null {
  const named = meaningOf(CATEGORY, plainItem(text));
  return named === "several" ? null : named;
}

/** Whether a text names a category and no item of it. */
const isCategory = (text: string): boolean => meaningOf(ALONE, plainItem(text)) !== null;

/** Whether a header says only which amount of an item it is: `2026年预算数`, `金额`. */
export function isPlainHeader({ path }: Pick<MeasureColumn, "path">): boolean {
  return path.every((text) => headerWords(text).whole);
}

/** The layout of a table of transfers; null where it has no column of amounts. */
export const transferLayout = oncePer((table: PrintedTable): TransferLayout | null => {
  const halves = halvesOf(table);
  const measures = halves.flatMap((half) => half.measures).filter(isAmount);
  if (measures.length === 0) return null;
  const lowest = measures.map(({ path }) => path.at(-1) ?? "");
  const named = lowest.filter((text) => isRegionLabel(text) && !headerWords(text).whole);
  const inColumns = named.length > 1 && named.length * 2 > lowest.length;
  const regions = inColumns ? "columns" : rowsAreRegions(table) ? "rows" : null;
  const said = meaningOf(DIRECTION, withoutBlanks(table.caption ?? ""));
  return {
    regions,
    items: hasItems(table, regions, measures),
    direction: regions === null ? said : "paid",
  };
});

/** What heads codes and comparisons; 增减挂钩 is an item. */
export const NO_AMOUNTS = /编码|代码|%|％|增减(?!挂钩)|增长|[增升降]幅|幅度|占比|比重/u;

export const isAmount = ({ measure, path }: MeasureColumn): boolean =>
  measure !== "change" && !NO_AMOUNTS.test(headerText(path.at(-1) ?? ""));

function hasItems(
  table: PrintedTable,
  regions: TransferLayout["regions"],
  measures: readonly MeasureColumn[],
): boolean {
  if (regions === "rows")
    return measures.some(
      (column) => !isPlainHeader(column) && !isCategory(column.path.at(-1) ?? ""),
    );
  const labels = halvesOf(table).flatMap((half) => half.labels.map(({ index }) => index));
  return table.bodyRows.some((row) =>
    labels.some((index) => {
      const cell = table.grid.at(row, index);
      const text = cell === undefined ? "" : textOf(cell);
      return text !== "" && !isCategory(text);
    }),
  );
}
