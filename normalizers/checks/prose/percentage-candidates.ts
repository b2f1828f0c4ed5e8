import { Big } from "big.js";
import type { Term } from "../../evidence/comparison.js";
import { CHECKS } from "../../evidence/check-settings.js";
import { direction, isChange, type Mention } from "../../evidence/prose.js";
import { baseOf, isFulfilment, OTHER_YEAR, type Percentage } from "./percentage-base.js";

/** Two amounts that a percentage may be of, and what they make. */
export interface Candidate {
  readonly computed: Big;
  readonly of: Mention;
  /** What it is a share of: in a growth the level that was reached. */
  readonly base: Term;
  readonly what: "share" | "growth" | "fulfilment";
  /** Whether nothing else can be meant. */
  readonly sure?: boolean;
}

/** The pair that the words name; null where they leave it open. */
export function identified(percentage: Percentage): Candidate | null {
  const found = baseOf(percentage);
  if (found === null) return null;
  const { near: of } = percentage;
  const isLevel = found.what === "growth" && found.is === "level";
  const [candidate] = isLevel ? growths(of, [found.base]) : ratios(found.what, of, [found.base]);
  return candidate === undefined ? null : { ...candidate, sure: found.sure };
}

/** Every pair that the percentage may be of. */
export function possible({ words, near, earlier }: Percentage): readonly Candidate[] {
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

/** What a percentage may be about: the first amounts of its paragraph, or one shortly before it. */
export function around(earlier: readonly Mention[]): readonly Mention[] {
  return earlier.length <= CHECKS.prose.firstMentions + CHECKS.prose.lastMentions
    ? earlier
    : [
        ...earlier.slice(0, CHECKS.prose.firstMentions),
        ...earlier.slice(-CHECKS.prose.lastMentions),
      ];
}

/** The amount right before a percentage, with no full stop between. */
export function nearest(
  text: string,
  earlier: readonly Mention[],
  at: number,
): Mention | undefined {
  const last = earlier.at(-1);
  return last !== undefined && !/[。；;]/u.test(text.slice(last.end, at)) ? last : undefined;
}

const HUNDRED = new Big(100);

/** What an amount is as a percentage of others, those of zero left out. */
export function ratios(
  what: Candidate["what"],
  of: Mention,
  bases: readonly Term[],
): readonly Candidate[] {
  return bases.flatMap((base) =>
    base === of || base.yuan.eq(0)
      ? []
      : [{ what, of, base, computed: of.yuan.div(base.yuan).times(HUNDRED) }],
  );
}

/** The change against what the level was before it. */
function growths(change: Mention, levels: readonly Mention[]): readonly Candidate[] {
  return levels.flatMap((level) => {
    const before = level.yuan.minus(change.yuan.times(direction(change)));
    if (level === change || before.lte(0)) return [];
    return [
      { what: "growth", of: change, base: level, computed: change.yuan.div(before).times(HUNDRED) },
    ] as const;
  });
}

/** Shares are cut, or bent by a digit to make 100; and the rounding of the amount itself moves them. */
const BENT = new Big("1.5");

/** Whether two amounts make the printed percentage, as far as its printing shows. */
export function fits({ computed, of }: Candidate, printed: string): boolean {
  const digit = digitOf(printed).times(BENT);
  const moved = of.yuan.eq(0) ? new Big(0) : computed.times(of.step).div(of.yuan).abs();
  return computed.minus(printed).abs().lte(digit.plus(moved));
}

/** A candidate further off than a tenth may have another base, which the text does not state. */
const CLEAR = new Big("0.1");

/** Whether a percentage that does not fit is of these two all the same: nothing else can be, or it is near enough. */
export function isMeant({ computed, sure }: Candidate, printed: string): boolean {
  if (sure === true || computed.minus(printed).abs().lte(computed.times(CLEAR).abs())) return true;
  // The decimal point slipped by one or two places.
  return [10, 100].some((factor) =>
    new Big(printed).times(factor).minus(computed).abs().lte(digitOf(printed).times(factor)),
  );
}

/** The last digit of a percentage. */
const digitOf = (printed: string): Big => new Big(10).pow(-(printed.split(".")[1] ?? "").length);
