import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { indicatorHeaderRow } from "../tables/performance/indicator-grid.js";
import { readStrip } from "../tables/performance/form-strip.js";
import { money } from "../values/amount.js";
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
    if (read.kind !== "amount") return [];
    return [
      projectTerm(reading, { project, amount: read.yuan, name: name.replace(/[：:]$/u, "") }),
    ];
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
