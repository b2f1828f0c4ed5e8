import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { type Formula, formulas } from "../../evidence/formula.js";
import { inUnitOf } from "../../evidence/comparison.js";
import { type Mention, mentions, paragraphs, type Prose, sentences } from "../../evidence/prose.js";
import { moneyOf, type NamedMoney } from "../../evidence/sum-facts.js";

const rule: Rule<{
  readonly formula: string;
  readonly value: string;
  readonly result: NamedMoney;
}> = {
  id: "formula_result",
  severity: "error",
  about: {
    en: "A formula that the prose prints (82377×0.12×173) gives the amounts printed after it, to their last digit.",
    zh: "正文印出的算式（82377×0.12×173）等于其后印出的金额，直到末位。",
  },
  say: {
    en: ({ formula, value, result }) => `${formula} is ${value}元, printed is ${result.text}.`,
    zh: ({ formula, value, result }) => `${formula}等于${value}元，正文写明${result.text}。`,
  },
};

/** 数量×标准×人数 = 金额, and what is rounded from it. */
export const formulaResult: Check = {
  rule,
  run: (reading) => {
    const results = paragraphs(reading).flatMap(sentences).flatMap(resultsOf);
    const findings = results.flatMap(({ formula, result, where }): readonly Finding[] => {
      if (formula.value.minus(result.yuan).abs().lte(result.step)) return [];
      const expected = inUnitOf(result, formula.value);
      const facts = {
        formula: formula.text,
        value: formula.value.toFixed(),
        result: moneyOf(result),
      };
      return [finding(rule, facts, { ...where, expected, actual: inUnitOf(result, result.yuan) })];
    });
    return {
      compared: results.length,
      findings,
      unable: { en: "the prose prints no formula", zh: "正文没有印出算式" },
    };
  },
};

interface Result {
  readonly formula: Formula;
  readonly result: Mention;
  readonly where: Prose["where"];
}

/** `=A元`, and `预计B万元` or `约B万元` right after the formula or its result. */
function resultsOf(sentence: Prose): readonly Result[] {
  const all = mentions(sentence);
  return formulas(sentence.text).flatMap((formula) => {
    const results: Mention[] = [];
    let end = formula.end;
    for (const mention of all.filter(({ start }) => start >= formula.end)) {
      if (!LEADS_TO.test(sentence.text.slice(end, mention.start))) break;
      results.push(mention);
      end = mention.end;
    }
    return results.map((result) => ({ formula, result, where: sentence.where }));
  });
}

const LEADS_TO = /^[元]?(?:=|＝|[，,]?(?:约|预计|合计|共计|为|约为|共))$/u;
