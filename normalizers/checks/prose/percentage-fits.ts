import type { Check } from "../../../pipeline/model/check.js";
import {
  type Bilingual,
  type Finding,
  finding,
  type Rule,
} from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { type Mention, mentions, paragraphs, type Prose } from "../../evidence/prose.js";
import { moneyOf, type NamedMoney, placesOf } from "../../evidence/sum-facts.js";
import { type NamedWholes, namedWholes } from "../../evidence/named-wholes.js";
import { wholesOfLists } from "./list-wholes.js";
import { isFulfilment, type Percentage, wholeNamed } from "./percentage-base.js";
import {
  around,
  type Candidate,
  fits,
  identified,
  isMeant,
  nearest,
  possible,
  ratios,
} from "./percentage-candidates.js";

const SAYS: Readonly<Record<Candidate["what"], Bilingual<string>>> = {
  share: { en: "its share of the total", zh: "占总数的比重" },
  growth: { en: "the change against the year before", zh: "比上年增减的幅度" },
  fulfilment: { en: "the accounts against the budget", zh: "决算数占预算数的比重" },
};

const rule: Rule<{
  readonly printed: string;
  readonly computed: string;
  readonly of: NamedMoney;
  readonly base: NamedMoney;
  readonly what: Candidate["what"];
}> = {
  id: "percentage_fits",
  severity: "error",
  about: {
    en: "A percentage of the prose (占…%, 增长…%, 完成预算的…%) fits the amounts that it is about; a warning where changes are said to be 同口径.",
    zh: "正文里的百分比（占…%、增长…%、完成预算的…%）与所说的金额相符；写明增减为同口径时为 warning。",
  },
  say: {
    en: ({ printed, computed, of, what }) =>
      `“${of.name}” ${of.text} is printed with ${printed} %; ${SAYS[what].en} is ${computed} %.`,
    zh: ({ printed, computed, of, what }) =>
      `“${of.name}”${of.text}处写明${printed}%，而${SAYS[what].zh}为${computed}%。`,
  },
};

const PERCENT =
  /(?<sign>占|增长|增幅|增加|上升|提高|下降|降幅|降低|减幅|减少|完成|为(?=\p{sc=Han}{0,8}预算))(?<words>[^\d，,；;。、]{0,24}?)(?<number>\d+(?:\.\d+)?)%/gu;

/**
 * Each percentage against the amounts that the words say it is of. One that fits any pair of its paragraph passes;
 * nearness alone makes no error.
 */
export const percentageFits: Check = {
  rule,
  run: (reading) => {
    const all = paragraphs(reading);
    const document = documentOf(reading, all);
    const verdicts = all.flatMap((paragraph, at) => paragraphVerdicts(paragraph, at, document));
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

/** What the document says around its paragraphs. */
interface InDocument {
  /** A report on a whole government gives percentages of budgets that it does not state. */
  readonly ofGovernment: boolean;
  /** Of each paragraph that is an item of a list, the whole. */
  readonly wholes: readonly (Mention | null)[];
  readonly named: NamedWholes;
  /** The first paragraph that says that its changes and those below are of what can be compared. */
  readonly adjustedFrom: number;
}

/** Changes against what can be compared, by amounts that are not printed. */
const ADJUSTED = /同口径|可比口径/u;

function documentOf(reading: Reading, all: readonly Prose[]): InDocument {
  const adjusted = all.findIndex(({ text }) => ADJUSTED.test(text) && text.includes("下同"));
  return {
    ofGovernment: reading.about.scope === "government",
    wholes: wholesOfLists(all),
    named: namedWholes(reading),
    adjustedFrom: adjusted < 0 ? Infinity : adjusted,
  };
}

/** Null for a percentage that fits. */
type Judged = Finding | null;

function paragraphVerdicts(paragraph: Prose, at: number, document: InDocument): readonly Judged[] {
  const { text } = paragraph;
  const all = mentions(paragraph);
  const isAdjusted = at >= document.adjustedFrom || ADJUSTED.test(text);
  return [...text.matchAll(PERCENT)].flatMap((match) => {
    const { sign = "", words = "", number = "" } = match.groups ?? {};
    const earlier = around(all.filter(({ end }) => end <= match.index));
    const near = nearest(text, earlier, match.index);
    if (near === undefined) return [];
    const whole = document.wholes[at] ?? null;
    const percentage = { text, words: sign + words, start: match.index, near, earlier, whole };
    const candidates = candidatesOf(percentage, document);
    if (candidates.some((one) => fits(one, number))) return [null];
    const said = candidates.find(({ sure }) => sure !== undefined);
    if (said === undefined) return [];
    const found = isMeant(said, number) ? contradiction(said, number, paragraph) : null;
    const isDoubt = isAdjusted && said.what === "growth" && found !== null;
    return [isDoubt ? { ...found, severity: "warning" } : found];
  });
}

/** The pairs that a percentage may be of, the one that its words name first. */
function candidatesOf(
  percentage: Percentage,
  { ofGovernment, named }: InDocument,
): readonly Candidate[] {
  const said = identified(percentage);
  if (ofGovernment && isFulfilment(percentage.words) && said?.sure !== true) return [];
  const others = possible(percentage);
  if (said !== null) return [said, ...others];
  const wholes = percentage.words.startsWith("占") ? named(wholeNamed(percentage.words)) : [];
  const ofWholes = ratios("share", percentage.near, wholes);
  return [...ofWholes.map((one) => ({ ...one, sure: true })), ...others];
}

function contradiction(said: Candidate, printed: string, { where }: Prose): Finding {
  const { of, base, what } = said;
  const computed = said.computed.toFixed(2);
  const facts = { printed, computed, of: moneyOf(of), base: moneyOf(base), what };
  const sides = { expected: `${computed}%`, actual: `${printed}%` };
  return finding(rule, facts, { ...where, ...sides, related: placesOf([of, base]) });
}
