import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import type { Term } from "./comparison.js";

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
