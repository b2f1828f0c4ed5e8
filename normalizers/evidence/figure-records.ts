import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Term } from "./comparison.js";
import { yuanIn } from "../values/amount.js";
import { moneyTerm, nameOf } from "./procurement-terms.js";
import { projectTerm } from "./project-terms.js";

type Readings = readonly (readonly Term[])[];

/** The totals of the procurement tables, as printed and as their items make them. */
export function procurementTotals(reading: Reading): Readings {
  const items = reading.procurement_items;
  const term = (item: (typeof items)[number]): readonly Term[] => {
    const one = moneyTerm(reading, item, { column: "amount_total", name: nameOf(item) });
    return one === null ? [] : [one];
  };
  const printed = items.filter(({ row_kind }) => row_kind !== "item").flatMap(term);
  const all = items.filter(({ row_kind }) => row_kind === "item").flatMap(term);
  return [...printed.map((one) => [one]), ...(all.length === 0 ? [] : [all])];
}

/** The goods among the items: catalogue codes that begin with A. */
export function goodsOf(reading: Reading): Readings {
  const goods = reading.procurement_items.filter(
    ({ row_kind, catalogue_code }) => row_kind === "item" && /^A/iu.test(catalogue_code ?? ""),
  );
  const terms = goods.flatMap(
    (item) => moneyTerm(reading, item, { column: "amount_total", name: nameOf(item) }) ?? [],
  );
  return terms.length === 0 ? [] : [terms];
}

/** 资产总额 of the assets table. */
export function assetTotals({ assets, tables }: Reading): Readings {
  return assets.flatMap(({ category, value, label, ...at }) => {
    if (category !== "total" || value === null) return [];
    const table = tables.find(({ printed }) => printed.number === at.table_no);
    const unit = table?.record.unit_raw ?? "元";
    const factor = new Big(yuanIn(unit) ?? "1");
    const where = { table_no: at.table_no, row: at.row, page: at.page };
    return [
      [{ name: label ?? "", yuan: new Big(value), unit, factor, step: factor.div(100), where }],
    ];
  });
}

/** The budgets of all project sheets, where every sheet states its own. */
export function projectSum(reading: Reading): Readings {
  const terms = reading.projects.flatMap((project) =>
    project.budget_total === null
      ? []
      : [
          projectTerm(reading, {
            project,
            amount: project.budget_total,
            name: project.project_name ?? "",
          }),
        ],
  );
  return terms.length < 2 || terms.length < reading.projects.length ? [] : [terms];
}
