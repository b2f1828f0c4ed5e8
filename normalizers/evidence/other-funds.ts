import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import { indicatorHeaderRow } from "../tables/performance/indicator-grid.js";
import { stripLabel } from "../tables/performance/strip-labels.js";
import { entriesOf } from "../tables/rows.js";
import { decimal } from "../values/amount.js";
import type { Term } from "./comparison.js";

const FUND = /资金|拨款|结转|结余|收入|补助|债券|基金|专户|贷款|投资|经费/u;
const OWN: ReadonlySet<string> = new Set(["budget_total", "budget_fiscal", "budget_other"]);

/** The money of a project's sheet that stands beside another fund than 财政资金 and 其他资金, in the unit of `like`. */
export function otherFunds({ tables }: Reading, like: Term): readonly Term[] {
  const table = tables.find(({ printed }) => printed.number === like.where.table_no);
  if (table === undefined) return [];
  const { grid } = table.printed;
  const end = indicatorHeaderRow(grid) ?? grid.rowCount;
  return Array.from({ length: end }, (_, row) => row).flatMap((row) => {
    const texts = entriesOf(grid, row).map(({ text }) => text);
    return texts.flatMap((name, i) => {
      const number = isFund(name) ? decimal(texts[i + 1] ?? "") : null;
      return number === null || new Big(number).eq(0)
        ? []
        : [{ ...like, name, yuan: new Big(number).times(like.factor) }];
    });
  });
}

function isFund(text: string): boolean {
  if (decimal(text) !== null || !FUND.test(text)) return false;
  const label = stripLabel(text);
  return label === null || !OWN.has(label.field);
}
