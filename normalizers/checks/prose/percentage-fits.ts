import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
} from "../../../pipeline/model/finding.js";
import {
  isChange,
  direction,
  type Mention,
  mentions,
  paragraphs,
  type Prose,
} from "../../evidence/prose.js";
import { baseOf, isFulfilment, OTHER_YEAR, type Percentage } from "./percentage-base.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";
import { CHECKS } from "../../evidence/check-settings.js";

interface Share {
  readonly computed: Big;
  readonly of: Mention;
  /** What it is a share of: in a growth the level that was reached. */
  readonly base: Mention;
  readonly what: "share" | "growth" | "fulfilment";
}

const SAYS: Readonly<Record<Share["what"], Bilingual<string>>> = {
  share: { en: "its share of the total", zh: "占总数的比重" },
  growth: { en: "the change against the year before", zh: "比上年增减的幅度" },
  fulfilment: { en: "the accounts against the budget", zh: "决算数占预算数的比重" },
};

const rule: Rule<{
  readonly printed: string;
  readonly computed: string;
  readonly of: NamedMoney;
  readonly base: NamedMoney;
  readonly what: Share["what"];
}> = {
  id: "percentage_fits",
  severity: "error",
  about: {
    en: "A percentage of the prose (占…%, 增长…%, 完成预算的…%) fits the amounts that it is about.",
    zh: "正文里的百分比（占…%、增长…%、完成预算的…%）与所说的金额相符。",
  },
  say: {
    en: ({ printed, computed, of, what }) =>
      `“${of.name}” ${of.text} is printed with ${printed} %; ${SAYS[what].en} is ${computed} %.`,
    zh: ({ printed, computed, of, what }) =>
      `“${of.name}”${of.text}处写明${printed}%，而${SAYS[what].zh}为${computed}%。`,
  },
};

const PERCENT =
  /(?<sign>占|增长|增幅|增加|上升|提高|下降|降幅|降低|减幅|减少|完成)(?<words>[^\d，,；;。、]{0,24}?)(?<number>\d+(?:\.\d+)?)%/gu;

/**
 * Each percentage against the amounts that the words say it is of. One that fits any pair of its paragraph passes;
 * nearness alone makes no error.
 */
export const percentageFits: Check = {
  rule,
  run: (reading) => {
    const ofGovernment = reading.about.scope === "government";
    const verdicts = paragraphs(reading).flatMap((paragraph) =>
      paragraphVerdicts(paragraph, ofGovernment),
    );
    return {
      compared: verdicts.length,
      findings: verdicts.flatMap((found) => found ?? []),
      unable: {
        en: "the prose states no percentage next to amounts",
        zh: "正文没有与金额写在一起的百分比",
      },
    };
  },
};

/** Null for a percentage that fits. */
type Judged = Finding | null;

/** A report on a whole government gives percentages of budgets that it does not state: these are left out. */
function paragraphVerdicts(paragraph: Prose, ofGovernment: boolean): readonly Judged[] {
  const all = mentions(paragraph);
  return [...paragraph.text.matchAll(PERCENT)].flatMap((match) => {
    const { sign = "", words = "", number = "" } = match.groups ?? {};
    const earlier = around(all.filter(({ end }) => end <= match.index));
    const near = nearest(paragraph.text, earlier, match.index);
    if (near === undefined) return [];
    const { text } = paragraph;
    const percentage = { text, words: sign + words, start: match.index, near, earlier };
    if (ofGovernment && isFulfilment(percentage.words)) return [];
    const said = identified(percentage);
    const shares = possible(percentage);
    if (shares.some((one) => gap(one, number).lte(slack(one, number)))) return [null];
    return said === null ? [] : [judged(said, number, paragraph)];
  });
}

/** The pair that the words name. */
function identified(percentage: Percentage): Share | null {
  const found = baseOf(percentage);
  if (found === null) return null;
  const { near: of } = percentage;
  if (found.what !== "growth") return ratios(found.what, of, [found.base])[0] ?? null;
  if (found.is === "level") return growths(of, [found.base])[0] ?? null;
  return ratios("growth", of, [found.base])[0] ?? null;
}

/** What a percentage may be about: the first amounts of its paragraph, or one shortly before it. */
function around(earlier: readonly Mention[]): readonly Mention[] {
  return earlier.length <= CHECKS.prose.firstMentions + CHECKS.prose.lastMentions
    ? earlier
    : [
        ...earlier.slice(0, CHECKS.prose.firstMentions),
        ...earlier.slice(-CHECKS.prose.lastMentions),
      ];
}

/** The amount right before a percentage, with no full stop between. */
function nearest(text: string, earlier: readonly Mention[], at: number): Mention | undefined {
  const last = earlier.at(-1);
  return last !== undefined && !/[。；;]/u.test(text.slice(last.end, at)) ? last : undefined;
}

/** Every pair that the percentage may be of. */
function possible({ words, near, earlier }: Percentage): readonly Share[] {
  if (isFulfilment(words))
    return ratios(
      "fulfilment",
      near,
      earlier.filter(({ before }) => /预算/u.test(before)),
    );
  if (words.startsWith("占")) return isChange(near) ? [] : ratios("share", near, earlier);
  if (!isChange(near)) return [];
  const previous = earlier.filter(({ before }) => OTHER_YEAR.test(before));
  return [...growths(near, earlier), ...ratios("growth", near, previous)];
}

const HUNDRED = new Big(100);

function ratios(what: Share["what"], of: Mention, earlier: readonly Mention[]): readonly Share[] {
  return earlier.flatMap((base) =>
    base === of || base.yuan.eq(0)
      ? []
      : [{ what, of, base, computed: of.yuan.div(base.yuan).times(HUNDRED) }],
  );
}

/** The change against what the level was before it. */
function growths(change: Mention, earlier: readonly Mention[]): readonly Share[] {
  return earlier.flatMap((level) => {
    const before = level.yuan.minus(change.yuan.times(direction(change)));
    if (level === change || before.lte(0)) return [];
    return [
      { what: "growth", of: change, base: level, computed: change.yuan.div(before).times(HUNDRED) },
    ] as const;
  });
}

/** How far a candidate is from what is printed. */
const gap = ({ computed }: Share, printed: string): Big => computed.minus(printed).abs();

/** A candidate further off than a tenth has another base, which the text does not state. */
const CLEAR = new Big("0.1");

function judged(share: Share, printed: string, { where }: Prose): Judged {
  const off = gap(share, printed);
  if (off.lte(slack(share, printed))) return null;
  if (!isClear(share, printed)) return null;
  const { of, base, what } = share;
  const computed = share.computed.toFixed(2);
  const facts = { printed, computed, of: moneyOf(of), base: moneyOf(base), what };
  const sides = { expected: `${computed}%`, actual: `${printed}%` };
  return finding(rule, facts, { ...where, ...sides, related: placesOf([of, base]) });
}

/** Shares are cut, or bent by a digit to make 100; and the rounding of the amount itself moves them. */
const BENT = new Big("1.5");

function slack({ computed, of }: Share, printed: string): Big {
  const digit = digitOf(printed).times(BENT);
  return of.yuan.eq(0) ? digit : digit.plus(computed.times(of.step).div(of.yuan).abs());
}

/** The last digit of a percentage. */
const digitOf = (printed: string): Big => new Big(10).pow(-(printed.split(".")[1] ?? "").length);

/** Near enough to be meant, or the decimal point slipped by one or two places. */
function isClear(share: Share, printed: string): boolean {
  const off = gap(share, printed);
  if (off.lte(share.computed.times(CLEAR).abs())) return true;
  return [10, 100].some((factor) =>
    new Big(printed).times(factor).minus(share.computed).abs().lte(digitOf(printed).times(factor)),
  );
}
