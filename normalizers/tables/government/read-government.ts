import type { Cell } from "../../../pipeline/model/document.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type {
  AmountItem,
  Coverage,
  ItemCode,
  Measure,
  Phase,
  TableEdition,
} from "../../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableReading } from "../../../pipeline/model/table-kind.js";
import { type Half, halvesOf } from "../amounts/amount-columns.js";
import { type AmountForm, readAmounts } from "../amounts/amounts.js";
import { headerText } from "../columns.js";
import { isRegionLabel, type Region, regionRows } from "../debt/debt-regions.js";
import { type Level, outlineRows } from "./depth.js";
import { type GovernmentTable, governmentTable } from "./government-table.js";
import {
  coverageOf,
  fundOf,
  headerWords,
  type HeaderWords,
  isBalance,
  itemCodeOf,
} from "./government-words.js";
import { rowsAreRegions } from "./region-rows.js";

type Amount = Draft<"amounts">;

/** What the headers over an amount say of it. */
interface Headed {
  readonly phase: Phase | null;
  readonly year: number | null;
  readonly coverage: Coverage | null;
  readonly region: Region | null;
  readonly item: AmountItem | null;
  readonly itemCode: ItemCode | null;
  readonly balance: boolean;
}

/** What the label of a row says of its amounts. */
interface Labelled {
  readonly level: Level | null;
  readonly coverage: Coverage | null;
  readonly region: Region | null;
  readonly item: AmountItem | null;
  readonly itemCode: ItemCode | null;
  readonly balance: boolean;
}

/** Reads a table of amounts of a government: whose and of which budget, year and depth each one is. */
export function readGovernment(table: PrintedTable, form: AmountForm): TableReading {
  const reading = readAmounts(table, { ...form, measureOf: measureOfPath });
  const about = governmentTable(table);
  const regions = columnRegions(table, about);
  const phases = phasesOf(table, about);
  const heads = new Map<number, Headed>();
  for (const { index, path } of table.columns)
    heads.set(index, { ...headedBy(path, phases), region: regions.get(index) ?? null });
  const ofFunds = [...heads.values()].some(({ item }) => item !== null);
  for (const { index, path } of table.columns) {
    const head = heads.get(index);
    if (ofFunds && head?.item === null && /^合计$/u.test(headerText(path.at(-1) ?? "")))
      heads.set(index, { ...head, item: "total" });
  }
  const labels = labelsOf(table, about);
  const amounts = (reading.amounts ?? []).map((one) =>
    completed(one, { about, head: heads.get(one.column ?? -1), label: labels.get(key(one)) }),
  );
  return { ...reading, amounts };
}

const key = ({ row, column }: { readonly row: number | null; readonly column: number | null }) =>
  `${row} ${column}`;

/** What a column measures by words that governments head theirs with; null where one of them is not known. */
function measureOfPath(path: readonly string[]): Measure | null {
  const told = path.map(headerWords);
  const own = told.findLast(({ measure }) => measure !== null)?.measure ?? null;
  if (own !== null) return own;
  const isRegion = isRegionLabel(path.at(-1) ?? "");
  return isRegion || (told.length > 0 && told.every(({ whole }) => whole)) ? "total" : null;
}

/** The phase that a column is of which names none, by the table's edition. */
const PHASE_OF: Readonly<Record<TableEdition, NonNullable<HeaderWords["phase"]>>> = {
  budget: "budget",
  execution: "execution",
  accounts: "accounts",
  adjustment: "adjusted_budget",
};

/** A comparison is of what it compares: the words before 比, 占 and 为. */
const compared = (text: string): string => text.split(/比|[占为完]|增减|增长|同比/u)[0] ?? "";
const isCompared = (text: string): boolean => /比|[占为]|增减|增长|%|％/u.test(text);

/** The year and the phase of columns that name none. */
interface Unnamed {
  readonly year: number | null;
  readonly phase: Phase | null;
}

/** Columns that name no phase are of that of the table's edition, unless others name phases and none names that. */
function phasesOf(table: PrintedTable, { year, edition }: GovernmentTable): Unnamed {
  const phase = edition === null ? null : PHASE_OF[edition];
  const named = new Set(
    table.columns.flatMap(({ path }) => path.map(headWords)).map((one) => one.phase),
  );
  named.delete(null);
  return { year, phase: named.size === 0 || named.has(phase) ? phase : null };
}

const headWords = (text: string): HeaderWords =>
  headerWords(isCompared(text) ? compared(text) : text);

function headedBy(path: readonly string[], table: Unnamed): Omit<Headed, "region"> {
  const told = path.map(headWords);
  const last = <K extends keyof HeaderWords>(name: K): HeaderWords[K] | null =>
    told.findLast((words) => words[name] !== null)?.[name] ?? null;
  const previous = told.some((words) => words.previous);
  const own = last("year");
  const before = previous && table.year !== null ? table.year - 1 : null;
  const isOfTable = !previous && (own === null || own === table.year);
  return {
    phase: last("phase") ?? (isOfTable ? table.phase : null),
    year: own ?? (previous ? before : table.year),
    coverage: last("coverage"),
    item: last("fund"),
    itemCode: last("itemCode"),
    balance: told.some(({ balance }) => balance),
  };
}

/** The regions that columns are of: `泰山区 ∣ 岱岳区`, where nearly all of the columns are. */
function columnRegions(table: PrintedTable, about: GovernmentTable): ReadonlyMap<number, Region> {
  const columns = halvesOf(table).flatMap(({ measures }) => measures);
  const heads = columns.map(({ index, path }) => ({ row: index, text: path.at(-1) ?? "" }));
  const named = heads.filter(({ text }) => isRegionLabel(text) && coverageOf(text) === null);
  if (named.length < 2) return new Map();
  const found = regionRows(named, about.region, about.year);
  return new Map(found.flatMap(({ row, region }) => (region === null ? [] : [[row, region]])));
}

function labelsOf(table: PrintedTable, about: GovernmentTable): ReadonlyMap<string, Labelled> {
  const labels = new Map<string, Labelled>();
  for (const half of halvesOf(table)) {
    const rows = rowsOf(table, half);
    const levels = outlineRows(rows);
    const regions = rowsAreRegions(table)
      ? new Map(regionRows(rows, about.region, about.year).map((one) => [one.row, one]))
      : null;
    let item: AmountItem | null = null;
    for (const { row, text } of rows) {
      const own = about.account === "social_insurance" ? fundOf(text) : null;
      item = own ?? (TOTAL.test(text) ? "total" : item);
      const region = regions?.get(row);
      const labelled: Labelled = {
        level: levels.get(row) ?? null,
        coverage: region === undefined ? coverageOf(text) : region.scope,
        region: region?.region ?? null,
        item: about.account === "social_insurance" ? item : null,
        itemCode: itemCodeOf(text),
        balance: isBalance(text),
      };
      for (const { index } of [...half.measures, ...half.shares])
        labels.set(`${row} ${index}`, labelled);
    }
  }
  return labels;
}

const TOTAL =
  /^[\s　]*(?:合\s*计|总\s*计|社会保险基金.*合计|社会保险基金(?:预算)?(?:收入|支出))[\s　]*$/u;

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

/** The side of a half; a balance of social insurance is none of both. */
function sideOf(amount: Amount, { about, head, label }: Parts): Amount["side"] {
  const isBalanced = head?.balance === true || label?.balance === true;
  return about.account === "social_insurance" && isBalanced ? "balance" : amount.side;
}
