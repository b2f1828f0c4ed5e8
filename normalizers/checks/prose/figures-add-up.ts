import { grouped } from "../../../pipeline/model/grouped-by.js";
import type { Big } from "big.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { FigureMeasure } from "../../../pipeline/model/records/figure-vocabulary.js";
import { arithmetic } from "../../evidence/arithmetic.js";
import type { Comparison } from "../../evidence/comparison.js";
import { direction, isChange, type Mention, mentions, paragraphs } from "../../evidence/prose.js";
import { figureTerms, type Stated } from "../../evidence/figure-terms.js";
import { inWords, type SumFacts, totalInWords } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<SumFacts> = {
  id: "figures_add_up",
  severity: "error",
  about: {
    en: "The figures of one section make their total: 基本支出 + 项目支出, 人员经费 + 公用经费, the incomes, the “三公” items, the changes.",
    zh: "同一节里的金额合成其总数：基本支出＋项目支出、人员经费＋公用经费、各项收入、“三公”各项、各项增减。",
  },
  say: {
    en: (sum) => `The prose says ${totalInWords.en(sum)}, but its parts are ${inWords.en(sum)}.`,
    zh: (sum) => `正文写明${totalInWords.zh(sum)}，但其各部分为${inWords.zh(sum)}。`,
  },
};

/** A total of the prose and the parts that make it; parts in brackets may be left out. */
interface Whole {
  readonly total: FigureMeasure;
  readonly parts: readonly FigureMeasure[];
  readonly optional?: readonly FigureMeasure[];
}

const WHOLES: readonly Whole[] = [
  { total: "expenditure_total", parts: ["expenditure_basic", "expenditure_project"] },
  { total: "expenditure_basic", parts: ["expenditure_personnel", "expenditure_public_use"] },
  {
    total: "income_total",
    parts: ["income_general_public", "income_government_fund"],
    optional: ["income_special_account", "income_other"],
  },
  { total: "change_total", parts: ["change_basic", "change_project"] },
  {
    total: "three_public_vehicles",
    parts: ["three_public_vehicle_purchase", "three_public_vehicle_running"],
  },
  {
    total: "three_public_total",
    parts: ["three_public_abroad", "three_public_vehicles", "three_public_reception"],
  },
  {
    total: "three_public_total",
    parts: ["three_public_abroad", "three_public_vehicle_running", "three_public_reception"],
    optional: ["three_public_vehicle_purchase"],
  },
];

/** Total = its parts, among the figures of one sentence, else of one section, for each year. */
export const figuresAddUp = arithmetic(rule, {
  compare: (reading) => {
    // The incomes of a whole government have parts without a measure: 国有资本经营, 社会保险基金.
    const stated = figureTerms(reading).filter(({ record }) => record.coverage === null);
    const others = paragraphs(reading).flatMap(mentions);
    return WHOLES.flatMap((whole) => inOrder(whole, stated)).map((found) =>
      withOther(found, others),
    );
  },
  unable: {
    en: "the prose states no total together with its parts",
    zh: "正文没有同时写明总数及其各部分",
  },
});

function inOrder(whole: Whole, stated: readonly Stated[]): readonly Comparison[] {
  const measures = new Set([whole.total, ...whole.parts, ...(whole.optional ?? [])]);
  const ours = stated.filter(({ record }) => measures.has(record.measure));
  const bySentence = grouped(ours, ({ record }) => `${period(record)} ${record.sentence}`);
  const near = bySentence.flatMap((group) => comparison(whole, group));
  if (near.length > 0) return near;
  const bySection = grouped(ours, ({ record }) => `${period(record)} ${record.section_no}`);
  return bySection.flatMap((group) => comparison(whole, group));
}

const period = ({ fiscal_year, phase }: Stated["record"]): string => `${fiscal_year} ${phase}`;

/** A part that has no measure (单位预留机动经费) is any amount of the section that fills the gap. */
function withOther(found: Comparison, others: readonly Mention[]): Comparison {
  const { stated, readings } = found;
  const near = others.filter(
    ({ where, yuan }) => where.section_no === stated.where.section_no && !yuan.eq(0),
  );
  const filled = readings.flatMap((parts) => {
    const gap = parts.reduce((left, { yuan }) => left.minus(yuan), stated.yuan);
    return near
      .filter((other) =>
        signed(other).minus(gap).abs().lte(other.step.times(CHECKS.prose.roundingSteps)),
      )
      .map((other) => [...parts, { ...other, yuan: signed(other) }]);
  });
  return { ...found, readings: [...readings, ...filled.slice(0, 1)] };
}

/** A change is taken with its sign. */
const signed = (mention: Mention): Big =>
  isChange(mention) ? mention.yuan.times(direction(mention)) : mention.yuan;

/** Only where each measure has one value: a part stated twice belongs to two totals. */
function comparison(whole: Whole, group: readonly Stated[]): readonly Comparison[] {
  const value = (measure: FigureMeasure): Stated | null => {
    const all = group.filter(({ record }) => record.measure === measure);
    const [first] = all;
    return first !== undefined && all.every(({ yuan }) => yuan.eq(first.yuan)) ? first : null;
  };
  const stated = value(whole.total);
  const parts = whole.parts.map(value);
  const optional = (whole.optional ?? []).flatMap((measure) => value(measure) ?? []);
  const found = parts.flatMap((part) => part ?? []);
  if (stated === null || found.length < parts.length) return [];
  return [{ stated, readings: [[...found, ...optional], found] }];
}
