import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";

const rule: Rule<{ readonly name: string; readonly plan: readonly string[] }> = {
  id: "plan_rises_to_100",
  severity: "error",
  about: {
    en: "The cumulative 资金支出计划 of a project never falls and ends at 100 %.",
    zh: "项目的累计资金支出计划从不下降，最后为 100 %。",
  },
  say: {
    en: ({ name, plan }) =>
      `The spending plan of “${name}” runs ${plan.map((part) => `${part} %`).join(", ")}: it must not fall and must end at 100 %.`,
    zh: ({ name, plan }) =>
      `“${name}”的累计资金支出计划依次为${plan.map((part) => `${part}%`).join("、")}：不应下降，最后应为100%。`,
  },
};

/** 3月底 ≤ 6月底 ≤ 10月底 ≤ 12月底 = 100 %. */
export const planRisesTo100: Check = {
  rule,
  run: ({ projects, tables }) => {
    const planned = projects.filter((project) => planOf(project).length > 0);
    const findings = planned.flatMap((project): readonly Finding[] => {
      const plan = planOf(project);
      if (rises(plan) && endsAt100(project)) return [];
      const page =
        tables.find(({ printed }) => printed.number === project.table_no)?.record.page_first ??
        null;
      const facts = { name: project.project_name ?? "", plan };
      return [finding(rule, facts, { table_no: project.table_no, page, actual: plan.join(", ") })];
    });
    return {
      compared: planned.length,
      findings,
      unable: { en: "no project states a spending plan", zh: "没有项目写明资金支出计划" },
    };
  },
};

function planOf(project: Placed<"projects">): readonly string[] {
  const { plan_march, plan_june, plan_october, plan_december } = project;
  return [plan_march, plan_june, plan_october, plan_december].filter((part) => part !== null);
}

function rises(plan: readonly string[]): boolean {
  return plan.every((part, index) => new Big(part).gte(plan[index - 1] ?? part));
}

function endsAt100({ plan_december: end }: Placed<"projects">): boolean {
  return end === null || new Big(end).eq(100);
}
