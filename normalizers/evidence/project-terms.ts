import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { indicatorHeaderRow } from "../tables/performance/indicator-grid.js";
import { readStrip } from "../tables/performance/form-strip.js";
import { stripLabel } from "../tables/performance/strip-labels.js";
import { entriesOf } from "../tables/rows.js";
import { decimal, money } from "../values/amount.js";
import { unitUnder } from "../values/unit.js";
import type { Term } from "./comparison.js";

/** Other money of a sheet than 财政资金 and 其他资金: it may be part of the one, or stand beside both. */
const OTHER_FUNDS = /结转|结余|补助|专户|事业收入|经营|基金|国有资本|债券|上级|中央|省级/u;

/** The other funds that a project's sheet prints, for which the dataset has no column. */
export function otherFunds(reading: Reading, project: Placed<"projects">): readonly Term[] {
  const table = reading.tables.find(({ printed }) => printed.number === project.table_no)?.printed;
  if (table === undefined) return [];
  const end = indicatorHeaderRow(table.grid) ?? table.grid.rowCount;
  const { values } = readStrip(
    table.grid,
    Array.from({ length: end }, (_, row) => row),
  );
  return values.flatMap(({ field, text, labels }) => {
    const name = labels.split(" ").at(-1) ?? "";
    if (field !== "elsewhere" || !OTHER_FUNDS.test(name)) return [];
    const read = money(text, unitUnder([labels], table));
    if (read.kind !== "amount" || read.yuan === "0") return [];
    return [
      projectTerm(reading, { project, amount: read.yuan, name: name.replace(/[：:]$/u, "") }),
    ];
  });
}

/** Words of money in a label that the forms' own words do not have. */
const FUND = /资金|拨款|结转|结余|收入|补助|债券|基金|专户|贷款|投资|经费/u;

/** The money that a sheet prints beside labels of funds that are not known, in the unit of `like`. */
export function unnamedFunds({ tables }: Reading, like: Term): readonly Term[] {
  const grid = tables.find(({ printed }) => printed.number === like.where.table_no)?.printed.grid;
  if (grid === undefined) return [];
  const end = indicatorHeaderRow(grid) ?? grid.rowCount;
  return Array.from({ length: end }, (_, row) => row).flatMap((row) => {
    const texts = entriesOf(grid, row).map(({ text }) => text);
    return texts.flatMap((name, i) => {
      const isUnnamed = decimal(name) === null && FUND.test(name) && stripLabel(name) === null;
      const number = isUnnamed ? decimal(texts[i + 1] ?? "") : null;
      if (number === null || new Big(number).eq(0)) return [];
      return [{ ...like, name, yuan: new Big(number).times(like.factor) }];
    });
  });
}

/** Money of a project sheet, printed to the hundredth of 万元 or of 元. */
export function projectTerm(
  { tables }: Reading,
  { project, amount, name }: { project: Placed<"projects">; amount: string; name: string },
): Term {
  const record = tables.find(({ printed }) => printed.number === project.table_no)?.record;
  const wan = record?.unit_raw !== "元";
  const factor = new Big(wan ? 10_000 : 1);
  const where = { table_no: project.table_no, page: record?.page_first ?? null };
  return {
    name,
    yuan: new Big(amount),
    unit: wan ? "万元" : "元",
    factor,
    step: factor.div(100),
    where,
  };
}
