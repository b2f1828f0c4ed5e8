import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { DebtKind } from "../../../pipeline/model/records/vocabulary.js";
import { canonical, raw } from "../../values/text.js";
import { unitUnder } from "../../values/unit.js";
import { defineTable, type Line, money, text } from "../define-table.js";
import { toldBy, toldByCaption } from "../debt/debt-meaning.js";
import { isRegionLabel, type RegionRow, regionRows } from "../debt/debt-regions.js";
import { governmentTable } from "../government/government-table.js";

type Bond = Draft<"bonds">;

const COLUMNS = {
  project_code: { header: /^项目(?:编号|编码|代码)/u, read: text },
  project_name: { header: /^(?:项目名称|项目)$/u, read: text },
  region: { header: /^(?:地区|区划|行政区划|区域|县区|县（市、区）|市县)(?:名称)?$/u, read: text },
  field: { header: /^(?:项目|投向|建设)(?:领域|类型|类别)/u, read: text },
  department: { header: /主管部门/u, read: text },
  unit: { header: /(?:实施|建设|项目|使用)单位/u, read: text },
  bond_kind: { header: /^债券(?:性质|类型|种类|类别)/u, read: text },
  bond_name: { header: /^债券名称/u, read: text },
  interest: { header: /付息/u, read: money },
  income: { header: /年度收入|项目收入/u, read: money },
  issued: { header: /发行(?:时间|日期)/u, read: text },
  term: { header: /期限|年限/u, read: text },
  rate: { header: /利率/u, read: text },
  general: { header: /^(?:其中[:：]?)?(?:新增)?一般债(?:券|务)?$/u, read: money },
  special: { header: /^(?:其中[:：]?)?(?:新增)?专项债(?:券|务)?$/u, read: money },
  amount: {
    header:
      /^债券规模|发行(?:债券)?(?:金额|额度|规模|总额)|^(?:债券|安排|使用)(?:金额|额度|资金)|^(?:合计|小计|金额)$/u,
    read: money,
  },
} as const;

type Field = keyof typeof COLUMNS;
/** The columns of money that a row may state its bonds in. */
const AMOUNTS = ["amount", "general", "special"] as const;

/** What tells a project from a field of use. */
const DESCRIBED = [
  "project_code",
  "field",
  "department",
  "unit",
  "bond_kind",
  "bond_name",
  "issued",
] as const;

/** 地方政府债券使用情况表: one row a project; of one with bonds of several dates the amount stands on the first. */
export const bondUse = defineTable({
  kind: "bond_use",
  name: "地方政府债券使用情况表",
  columns: COLUMNS,
  elsewhere: /投资|累计|进度|内容|支出|绩效|收益/u,
  // What spans from a row above is its own amount there; a label that spans from the left (合计) is no other column's.
  own: (cell, { field, row, column }) => {
    if (isMoney(field)) return cell.row === row && cell.column === column;
    if (field === "project_name") return /\p{L}/u.test(cell.text);
    return cell.column === column;
  },
  fits: (bound, { caption }) =>
    bound.has("project_name") &&
    AMOUNTS.some((field) => bound.has(field)) &&
    (DESCRIBED.some((field) => bound.has(field)) ||
      /项目(?:安排|情况|明细|名称)/u.test(caption ?? "")),
  shows: (bound) =>
    ["project_name", "amount", "issued"].every((field) =>
      [...bound.keys()].some((one) => one === field),
    ) &&
    (bound.has("bond_name") || bound.has("bond_kind")),
  rows: (lines) => {
    const regions = regionsOf(lines);
    return { bonds: lines.flatMap((line) => bondsOf(line, regions.get(line.row) ?? null)) };
  },
});

const isMoney = (field: Field): boolean =>
  ["amount", "general", "special", "interest", "income"].includes(field);

/** The region of each row, where a column names it. */
function regionsOf(lines: readonly Line<Field>[]): ReadonlyMap<number, RegionRow> {
  const [first] = lines;
  if (first === undefined || !first.bound.has("region")) return new Map();
  const { region, year } = governmentTable(first.table);
  const labels = lines.flatMap(({ row, cell }) => {
    const printed = canonical(cell("region")?.text ?? "");
    return isRegionLabel(printed) ? [{ row, text: printed }] : [];
  });
  return new Map(regionRows(labels, region, year).map((one) => [one.row, one]));
}

const TOTAL = /^(?:合计|总计|总额)$/u;
const SUBTOTAL = /(?:合计|小计)$|^[一二三四五六七八九十]+、|^[（(][一二三四五六七八九十]+[）)]/u;

function rowKind(line: Line<Field>): Bond["row_kind"] {
  const cells = line.table.grid.rowCells(line.row).map((one) => canonical(one.text));
  const label = cells.find((one) => /\p{L}/u.test(one)) ?? "";
  if (TOTAL.test(label)) return "total";
  return SUBTOTAL.test(label) ? "subtotal" : "item";
}

/** The bonds of a row: one record, or one a kind where the kinds have columns of their own. */
function bondsOf(line: Line<Field>, region: RegionRow | null): readonly Bond[] {
  const kind = rowKind(line);
  const about = { ...partsOf(line, kind), ...regionOf(line, region) };
  const fields = AMOUNTS.filter((field) => isPrinted(line, field));
  const kinds = fields.filter((field) => field !== "amount");
  if (kinds.length > 0) line.reader.ignored(line.cell("amount"), "repeated");
  const read = kinds.length > 0 ? kinds : fields.slice(0, 1);
  if (read.length === 0)
    return about.issued_raw === null
      ? []
      : [{ ...about, ...NO_AMOUNT, debt_kind: kindOf(about.bond_kind_raw, line) }];
  return read.map((field) => ({
    ...about,
    ...amountOf(line, field),
    debt_kind: field === "amount" ? kindOf(about.bond_kind_raw, line) : field,
  }));
}

const isPrinted = ({ cell }: Line<Field>, field: Field): boolean =>
  /\d/u.test(cell(field)?.text ?? "");

const NO_AMOUNT = {
  column: null,
  amount: null,
  raw: null,
  unit_raw: null,
  measure_raw: null,
} as const;

function amountOf({ cell, bound, reader, table }: Line<Field>, field: Field) {
  const [column] = bound.get(field) ?? [];
  const path = column?.path ?? [];
  const printed = cell(field);
  const amount = reader.amount(printed, unitUnder(path, table));
  return {
    column: printed?.column ?? null,
    amount: amount.yuan,
    raw: printed === undefined ? null : raw(printed.text),
    unit_raw: amount.unit,
    measure_raw: path.join(" / "),
  };
}

/** The kind that the row names, else the caption. */
function kindOf(bondKind: string | null, { table }: Line<Field>): DebtKind | null {
  const printed = bondKind === null ? null : toldBy(bondKind).kind;
  return printed ?? toldByCaption(table.caption ?? "").kind;
}

function partsOf(line: Line<Field>, kind: Bond["row_kind"]) {
  const { row, page, read } = line;
  const issued = read("issued");
  return {
    row,
    page,
    row_kind: kind,
    project_name: read("project_name"),
    project_code: read("project_code")?.replace(/\s/gu, "") ?? null,
    field: read("field"),
    department: read("department"),
    unit: read("unit"),
    bond_kind_raw: read("bond_kind"),
    bond_name: read("bond_name"),
    issued_on: issuedOn(issued),
    issued_raw: issued,
    term_raw: read("term"),
    rate_raw: read("rate"),
    income_amount: read("income"),
    interest_amount: read("interest"),
  };
}

/** The region that the row names, else that of the table. */
function regionOf({ table, read }: Line<Field>, found: RegionRow | null) {
  const { region, coverage } = governmentTable(table);
  const printed = read("region");
  const own = printed === null ? region : (found?.region ?? null);
  const scope = coverage === "own_and_transfers" ? null : coverage;
  return {
    region_code: own?.code ?? null,
    region_name: own?.name ?? null,
    region_raw: printed,
    region_scope: printed === null ? scope : (found?.scope ?? null),
  };
}

const DATE = /^(\d{4})[-/.年](\d{1,2})(?:月)?(?:[-/.]?(\d{1,2})日?)?$/u;

/** `2021/4` and `2021年4月` → `2021-04`; null where no year is printed. */
function issuedOn(printed: string | null): string | null {
  const [, year = "", month = "", day] = DATE.exec(printed ?? "") ?? [];
  const [monthOf, dayOf] = [Number(month), Number(day ?? "1")];
  if (year === "" || monthOf < 1 || monthOf > 12 || dayOf < 1 || dayOf > 31) return null;
  const parts = [
    year,
    month.padStart(2, "0"),
    ...(day === undefined ? [] : [day.padStart(2, "0")]),
  ];
  return parts.join("-");
}
