import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { finding, type Rule, type Where } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";

const rule: Rule<{ readonly project: string; readonly budget: string }> = {
  id: "vehicle_purchase_planned",
  severity: "error",
  about: {
    en: "A project that buys vehicles is not in a document whose 公务用车购置费 is nil.",
    zh: "公务用车购置费为零的文档里，没有购车的项目。",
  },
  say: {
    en: ({ project, budget }) =>
      `“${project}” buys vehicles for ${budget}元, but the “公务用车购置费” of the year is 0.`,
    zh: ({ project, budget }) => `“${project}”用${budget}元购置车辆，但本年的“公务用车购置费”为0。`,
  },
};

const VEHICLES =
  /(?:车辆|公务用车|公车|执法用?车|专用车)(?:购置|采购|更新)|(?:购置|采购|更新)(?:公务用车|公车|执法用?车|车辆)/u;

/** 执法车辆购置费 against 公务用车购置费 0. */
export const vehiclePurchasePlanned: Check = {
  rule,
  run: (reading) => {
    const purchases = purchasesOf(reading);
    if (purchases.length === 0)
      return {
        compared: 0,
        findings: [],
        unable: { en: "no 公务用车购置费 is stated", zh: "没有写明公务用车购置费" },
      };
    const isNil = purchases.every(({ amount }) => new Big(amount).eq(0));
    const findings = reading.projects.flatMap(({ table_no, project_name, budget_total }) => {
      const spent = budget_total !== null && new Big(budget_total).gt(0);
      if (!isNil || !spent || project_name === null || !VEHICLES.test(project_name)) return [];
      const facts = { project: project_name, budget: budget_total };
      return [
        finding(rule, facts, {
          table_no,
          page: pageOf(reading, table_no),
          expected: "0",
          actual: budget_total,
          related: purchases.map(({ where }) => ({ name: "公务用车购置费", ...where })),
        }),
      ];
    });
    return {
      compared: reading.projects.length,
      findings,
      unable: { en: "the document has no project sheet", zh: "文档没有项目绩效目标表" },
    };
  },
};

function pageOf({ tables }: Reading, table_no: number): number | null {
  return tables.find(({ printed }) => printed.number === table_no)?.record.page_first ?? null;
}

interface Purchase {
  readonly amount: string;
  readonly where: Where;
}

/** What the document says of the year's purchases, in tables and prose. */
function purchasesOf({ amounts, figures, about }: Reading): readonly Purchase[] {
  const inTables = amounts.filter(
    ({ item, phase }) => item === "vehicle_purchase" && phase !== "previous",
  );
  const inProse = figures.filter(
    ({ measure, fiscal_year }) =>
      measure === "three_public_vehicle_purchase" && fiscal_year === about.fiscal_year,
  );
  return [
    ...inTables.map(({ amount, table_no, row, column, page }) => ({
      amount,
      where: { table_no, row, column, page },
    })),
    ...inProse.map(({ amount, section_no, page }) => ({ amount, where: { section_no, page } })),
  ].flatMap(({ amount, where }) => (amount === null ? [] : [{ amount, where }]));
}
