import type { Cell } from "../../../pipeline/model/document.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type {
  AmountItem,
  Coverage,
  ItemCode,
  Measure,
} from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { type Half, halvesOf } from "../amounts/amount-columns.js";
import { headerText, withoutBlanks } from "../columns.js";
import { readAmounts } from "../amounts/amounts.js";
import type { AmountForm } from "../amounts/headed.js";
import { measureOf } from "../amounts/measures.js";
import { isRegionLabel, type Region, regionRows } from "../debt/debt-regions.js";
import { columnHeads, type Headed } from "./government-columns.js";
import { type Level, outlineRows } from "./depth.js";
import { type GovernmentTable, governmentTable } from "./government-table.js";
import { coverageOf, fundOf, headerWords, isBalance, itemCodeOf } from "./government-words.js";
import { rowsAreRegions } from "./region-rows.js";
import { sidesOfRows } from "./row-sides.js";

type Amount = Draft<"amounts">;

/** What the label of a row says of its amounts. */
interface Labelled {
  readonly level: Level | null;
  readonly coverage: Coverage | null;
  readonly region: Region | null;
  readonly item: AmountItem | null;
  readonly itemCode: ItemCode | null;
  readonly balance: boolean;
  readonly side: Amount["side"];
}

/** Reads a table of amounts of a government: whose and of which budget, year and depth each one is. */
export function readGovernment(table: PrintedTable, form: AmountForm): TableReading {
  const isChange = changesOf(table);
  const reading = readAmounts(table, {
    ...form,
    measureOf: (path) => (isChange(path) ? "change" : measureOfPath(path)),
  });
  const about = governmentTable(table);
  const heads = columnHeads(table, about);
  const labels = labelsOf(table, about);
  const amounts = (reading.amounts ?? []).map((one) =>
    completed(one, { about, head: heads.get(one.column ?? -1), label: labels.get(key(one)) }),
  );
  return { ...reading, amounts };
}

const BY_HOW_MUCH = /^(?:预算)?(?:调整|变动)(?:数|额|金额)$/u;
const ADJUSTED = /(?:调整|变动)后|(?:调整|变动)预算/u;

/** Whether a column says by how much a budget is adjusted: 调整数 where another column has the adjusted budget. */
function changesOf({ columns }: PrintedTable): (path: readonly string[]) => boolean {
  const hasAdjusted = columns.some(({ path }) =>
    path.some((text) => ADJUSTED.test(headerText(text))),
  );
  return (path) => hasAdjusted && BY_HOW_MUCH.test(headerText(path.at(-1) ?? ""));
}

const key = ({ row, column }: { readonly row: number | null; readonly column: number | null }) =>
  `${row} ${column}`;

/** What a column measures by words that governments head theirs with; null where one of them is not known. */
function measureOfPath(path: readonly string[]): Measure | null {
  // 项目支出 is no 支出 of an unnamed 项目: both words alone say nothing.
  const part = measureOf(path);
  if (part === "basic" || part === "project") return part;
  const told = path.map(headerWords);
  const own = told.findLast(({ measure }) => measure !== null)?.measure ?? null;
  if (own !== null) return own;
  const isRegion = isRegionLabel(path.at(-1) ?? "");
  return isRegion || (told.length > 0 && told.every(({ whole }) => whole)) ? "total" : null;
}

function labelsOf(table: PrintedTable, about: GovernmentTable): ReadonlyMap<string, Labelled> {
  const labels = new Map<string, Labelled>();
  for (const half of halvesOf(table)) {
    const rows = rowsOf(table, half);
    const levels = outlineRows(rows);
    const regions = rowsAreRegions(table)
      ? new Map(regionRows(rows, about.region, about.year).map((one) => [one.row, one]))
      : null;
    const ofInsurance = about.account === "social_insurance";
    const fund = (text: string) => (ofInsurance ? fundOf(text) : null);
    const sides = sidesOfRows(
      rows.map(({ row, text }) => ({
        row,
        text,
        balance: ofInsurance && isBalance(text),
        ofFund: fund(text) !== null,
      })),
    );
    let item: AmountItem | null = null;
    for (const { row, text } of rows) {
      const own = fund(text);
      item = own === "other" ? null : (own ?? (TOTAL.test(withoutBlanks(text)) ? "total" : item));
      const region = regions?.get(row);
      const labelled: Labelled = {
        level: levels.get(row) ?? null,
        coverage: region === undefined ? coverageOf(text) : region.scope,
        region: region?.region ?? null,
        item: ofInsurance ? item : null,
        itemCode: itemCodeOf(text),
        balance: isBalance(text),
        side: regions === null ? (sides.get(row) ?? null) : null,
      };
      for (const { index } of [...half.measures, ...half.shares])
        labels.set(`${row} ${index}`, labelled);
    }
  }
  return labels;
}

const TOTAL =
  /^(?:[合总]计|社会保险基金.*合计|(?:本年收支|年末滚存)结余合计|社会保险基金(?:预算)?(?:收入|支出))$/u;

function rowsOf(table: PrintedTable, half: Half) {
  return table.bodyRows.flatMap((row) => {
    const cells = half.labels.map(({ index }) => table.grid.at(row, index));
    const label = cells.findLast((cell): cell is Cell => (cell?.text.trim() ?? "") !== "");
    const codes = half.codes.map(({ index }) => table.grid.at(row, index)?.text.trim() ?? "");
    const code = codes.join("");
    if (label === undefined) return [];
    const isCode = /^\d{3,}$/u.test(code);
    return [{ row, text: label.text, code: isCode ? code : null, indent: label.indent ?? null }];
  });
}

interface Parts {
  readonly about: GovernmentTable;
  readonly head: Headed | undefined;
  readonly label: Labelled | undefined;
}

function completed(amount: Amount, { about, head, label }: Parts): Amount {
  const region = label?.region ?? head?.region ?? about.region;
  return {
    ...amount,
    side: sideOf(amount, { about, head, label }),
    phase: head?.phase ?? null,
    item: label?.item ?? head?.item ?? null,
    account: about.account,
    coverage: label?.coverage ?? head?.coverage ?? about.coverage,
    region_code: region?.code ?? null,
    region_name: region?.name ?? null,
    fiscal_year: head === undefined ? about.year : head.year,
    depth: label?.level?.depth ?? null,
    parent_row: label?.level?.parentRow ?? null,
    item_code: label?.itemCode ?? (label?.region === null ? null : (head?.itemCode ?? null)),
  };
}

/** The side of a half, else of the row; a balance of social insurance is none of both. */
function sideOf(amount: Amount, { about, head, label }: Parts): Amount["side"] {
  const isBalanced = head?.balance === true || label?.balance === true;
  return about.account === "social_insurance" && isBalanced
    ? "balance"
    : (amount.side ?? label?.side ?? null);
}
