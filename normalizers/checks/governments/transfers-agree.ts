import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison, Term } from "../../evidence/comparison.js";
import { termOf } from "../../evidence/government-terms.js";
import type { SumFacts } from "../../evidence/sum-facts.js";
import { withoutBlanks } from "../../tables/columns.js";

const rule: Rule<SumFacts> = {
  id: "transfers_agree",
  severity: "error",
  about: {
    en: "The 合计 of transfers by item is that by region, and 补助下级支出 of the budget that they are paid from; a warning where the budget pays more.",
    zh: "转移支付分项目表的合计等于分地区表的合计，也等于所属预算的补助下级支出；预算数较大的为 warning。",
  },
  say: {
    en: ({ stated, parts: [other], computed }) =>
      `The transfers “${stated.name}” ${stated.text} are not “${other?.name ?? ""}” ${computed.text}.`,
    zh: ({ stated, parts: [other], computed }) =>
      `转移支付“${stated.name}”${stated.text}不等于“${other?.name ?? ""}”${computed.text}。`,
  },
};

/** What a table of transfers prints as their total in one year and phase. */
interface Whole {
  readonly term: Term;
  readonly caption: string;
  /** The budget that pays, its year and phase. */
  readonly budget: string;
  /** The categories that the caption names. */
  readonly categories: string;
}

/** 合计 by item = 合计 by region = 补助下级支出, of one budget, year and phase. */
export const transfersAgree = arithmetic(rule, {
  compare: (reading) => {
    const wholes = wholesOf(reading);
    return [...amongTables(wholes), ...withBudgets(wholes, reading)];
  },
  unable: {
    en: "no total of transfers is printed by item and by region, or in the budget that pays them",
    zh: "没有转移支付合计同时印在分项目表和分地区表，或印在所属预算中",
  },
});

type Transfer = Placed<"transfers">;

function wholesOf({ transfers, tables }: Reading): readonly Whole[] {
  return tables.flatMap(({ record }) => {
    const paid = transfers.filter(
      (one) => one.table_no === record.table_no && one.direction === "paid",
    );
    // Where the government's own part stands among those of the regions, their total is more than what it pays.
    if (paid.some((one) => isOwnPart(one, record.region_name))) return [];
    const caption = withoutBlanks(record.caption ?? "");
    return grouped(paid.filter(isWhole), ({ fiscal_year: year, phase }) => `${year} ${phase}`)
      .filter((totals) => new Set(totals.map(({ amount }) => amount)).size === 1)
      .flatMap(([total]): readonly Whole[] => {
        const term = total === undefined ? undefined : termOf(total, caption);
        if (total === undefined || term === undefined) return [];
        const budget = [record.region_name, ...budgetOf(total)].join(" ");
        return [{ term, caption, budget, categories: categoriesIn(caption) }];
      });
  });
}

const isOwnPart = ({ region_scope: scope, region_name: name }: Transfer, region: string | null) =>
  scope === "own" && name === region;

const budgetOf = (one: Pick<Transfer, "account" | "fiscal_year" | "phase">) => [
  one.account,
  one.fiscal_year,
  one.phase,
];

const TOTAL = /^(?:合计|总计)$/u;

/** Whether an amount is the total of all regions and items of its table. */
function isWhole({ category, item, region_raw: region }: Transfer): boolean {
  if (region === null) return category === "total";
  return TOTAL.test(withoutBlanks(region)) && (category === "total" || item === null);
}

const CATEGORIES = [/返还/u, /一般性/u, /共同财政事权/u, /专项/u] as const;
/** 转移支付 without more are 一般性 and 专项. */
const BARE = /(?<!一般性|共同财政事权|专项)转移支付/u;
const EVERY = "一般性专项";

function categoriesIn(caption: string): string {
  const said = BARE.test(caption) ? `${caption}${EVERY}` : caption;
  return CATEGORIES.flatMap((words) => words.exec(said)?.[0] ?? []).join(" ");
}

/** Tables of one caption are parts of one table. */
function amongTables(wholes: readonly Whole[]): readonly Comparison[] {
  return grouped(wholes, ({ budget, categories }) => `${budget} ${categories}`).flatMap(
    ([first, ...others]) =>
      others
        .filter(({ caption }) => caption !== first?.caption)
        .map(({ term }) => ({ stated: term, readings: first === undefined ? [] : [[first.term]] })),
  );
}

/** What the budget pays to those below, where the table has transfers of each category that it can have. */
function withBudgets(wholes: readonly Whole[], { amounts }: Reading): readonly Comparison[] {
  const paid = amounts.filter(
    ({ item_code: code, measure, coverage }) =>
      code === "transfers_to_below" &&
      measure === "total" &&
      (coverage === "own" || coverage === "own_and_transfers"),
  );
  return wholes.flatMap(({ term, budget, categories }) => {
    const same = paid
      .filter((one) => [one.region_name, ...budgetOf(one)].join(" ") === budget)
      .flatMap((one) => termOf(one, one.label ?? "") ?? []);
    const isEvery = categories === (budget.includes("general_public") ? ALL : ALL_OF_FUNDS);
    if (same.length === 0 || !isEvery) return [];
    // 体制 and 结算补助 may stand in the budget alone.
    const doubtful = same.every(({ yuan }) => yuan.gt(term.yuan));
    return [{ stated: term, readings: same.map((one) => [one]), doubtful }];
  });
}

const ALL = "返还 一般性 专项";
/** 税收返还 is paid from 一般公共预算 alone. */
const ALL_OF_FUNDS = "一般性 专项";
