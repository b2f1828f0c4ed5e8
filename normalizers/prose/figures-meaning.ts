import type { FigureMeasure } from "../../pipeline/model/records/figure-vocabulary.js";
import {
  CHANGE_OF,
  INCOME_PARTS,
  isBare,
  labelled,
  measureNamed,
  type Named,
  TOTALS,
  VEHICLE_ITEMS,
} from "./figures-measures.js";
import type { AmountMention } from "./figures-mention.js";
import { lastClause } from "./figures-year.js";

/** What was spoken of before an amount: the subject that a bare `比上年增加` goes on with. */
export interface Discourse {
  /** The measure of the last amount; null where it had none. */
  readonly subject: FigureMeasure | null;
  /** The measure of the first amount of the sentence. */
  readonly head: FigureMeasure | null | undefined;
  /** Whether the last amount was a budget that accounts follow. */
  readonly budgeted: boolean;
  /** Whether spending from one source of money has been named, whose parts follow. */
  readonly ofSource: boolean;
  /** Whether the last amount was of an item without a measure. */
  readonly item: boolean;
  /** Whether parts of an item (`群众文化9万元，其中：基本支出…`) follow, which are not those of the whole. */
  readonly ofItem: boolean;
  /** Whether the last amount was the first of two, of income and of spending. */
  readonly paired: boolean;
  /** The whole whose parts were named last (`支出9万元，其中：…`): the next sentence goes on with it. */
  readonly whole: FigureMeasure | null;
}

/** What an amount is. */
export interface Meaning {
  readonly measure: FigureMeasure | null;
  readonly isChange: boolean;
  readonly isNegative: boolean;
  /** The year of a comparison (`比2022年（9万元）`): a year, the year before, or the one that is spoken of. */
  readonly comparedWith: number | "year_before" | "year_spoken_of" | null;
  /** Said of one source of money only (`财政拨款基本支出`). */
  readonly isQualified: boolean;
}

const PLAIN: Meaning = {
  measure: null,
  isChange: false,
  isNegative: false,
  comparedWith: null,
  isQualified: false,
};

const CHANGE =
  /净?(?:(增加|增长|上升|提高|增)|(减少|下降|降低|压减|缩减|减))(?:了|额为|额|约|数为)?$/u;
const OTHER_YEAR = String.raw`(?:上年度?|去年|上一年度?|(20\d\d)年?度?)(?:年初)?(?:预算|决算)?(?:执行)?数?`;
const COMPARISON = new RegExp(
  String.raw`(?:同比|[与比较同和](?:${OTHER_YEAR})(?:相比|比较|对比|同期|比)?)[，,]?`,
  "gu",
);
const BASE = new RegExp(
  String.raw`(?:[比较与由从](?:${OTHER_YEAR})[的为是]?|(?:${OTHER_YEAR})[为是]|[比较与]?(?:${OTHER_YEAR}))(?:[（(](?:预算|决算)?数?[为是]?)?$`,
  "u",
);
/** What an amount has become that was another before: `由2022年的9万元增加到`, `增至2023年的`. */
const BECOME =
  /(?:增加|增长|上升|提高|增|减少|下降|降低|压减|缩减|降|减|调整|调增|调减)(?:至|到|为)了?(?:(20\d\d)年度?的?)?$/u;
/** The year that the named amount is of, not the one spoken of (`比2022年“三公”经费预算9万元`). */
const BASE_AHEAD = new RegExp(String.raw`[比较与](?:${OTHER_YEAR})$`, "u");
const PAIR = /收入?(?:预算|决算)?[、及和与]?支出?.*(?:分别|各)(?:为|是)$/u;
const SOURCE_TOTAL =
  /(?:财政拨款|公共预算|公共预算拨款)(?:安排)?的?(?:总?支出)(?:预算|决算|安排|总计|合计|总额|金额|数|[为是共])*$/u;
const DIFFERENCE = /小于|大于|低于|高于|少于|多于|超过|节约|节省/u;
const ACCOUNTS_OF_SAME = /^[，,；;、](?:实际)?(?:支出|收入)?决算(?:数|支出)?(?:为|是)?$/u;
const ORDINAL =
  /^(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,2})[）)、.．]+|[①-⑳]|其中[：:，,]?|此外[，,]?)+/u;
const SOURCE = /(?:财政拨款|公共预算|公共预算拨款|基金|国有资本经营预算)(?:拨款)?(?:安排)?的?$/u;

const BUDGET_OF_SAME = /^[，,；;、]年初预算(?:数|支出)?(?:安排)?(?:为|是)$/u;

/** What an amount is by the words before it, and by what was spoken of where these only compare. */
export function meaningOf(mention: AmountMention, discourse: Discourse): Meaning {
  const words = mention.context.replace(ORDINAL, "");
  if (DIFFERENCE.test(lastClause(words))) return PLAIN;
  const change = CHANGE.exec(words);
  if (change !== null)
    return changeMeaning(words.slice(0, change.index), change[2] !== undefined, discourse);
  if (BUDGET_OF_SAME.test(words) || (discourse.budgeted && ACCOUNTS_OF_SAME.test(words)))
    return { ...PLAIN, measure: discourse.subject };
  if (discourse.paired && /^[、，,和与]$/u.test(words))
    return { ...PLAIN, measure: "expenditure_total" };
  return (
    baseMeaning(words, discourse) ??
    becomeMeaning(words, discourse) ??
    directMeaning(mention, words, discourse)
  );
}

/** The amount that one of another year has become; where no year is named it is of the one spoken of. */
function becomeMeaning(words: string, discourse: Discourse): Meaning | undefined {
  const become = BECOME.exec(words);
  if (become === null) return undefined;
  const measure = spokenOf(words.slice(0, become.index), discourse);
  const comparedWith = become[1] === undefined ? "year_spoken_of" : Number(become[1]);
  return { ...PLAIN, measure, comparedWith };
}

/** Whether words end in the spending of one source of money, whose parts follow. */
export function isOfSource(words: string): boolean {
  return SOURCE_TOTAL.test(words);
}

/** Whether words say that two amounts follow, of income and of spending. */
export function opensPair(words: string): boolean {
  return PAIR.test(words);
}

function changeMeaning(words: string, isNegative: boolean, discourse: Discourse): Meaning {
  const of = spokenOf(words, discourse);
  const measure = of === null ? null : (CHANGE_OF.get(of) ?? null);
  const ofPart = discourse.ofSource && measure !== "change_total";
  return { ...PLAIN, measure, isChange: true, isNegative, isQualified: ofPart };
}

/** The amount of another year that one is compared with. */
function baseMeaning(words: string, discourse: Discourse): Meaning | undefined {
  const base = BASE.exec(words);
  if (base === null) return undefined;
  const year = base.slice(1).find((group) => group !== undefined);
  const measure = spokenOf(words.slice(0, base.index), discourse);
  return {
    ...PLAIN,
    measure,
    comparedWith: year === undefined ? "year_before" : Number(year),
  };
}

/** The measure that words name, or that was spoken of where nothing but a comparison is left of them. */
function spokenOf(words: string, discourse: Discourse): FigureMeasure | null {
  const rest = words.replace(COMPARISON, "");
  if (lastClause(rest).replace(/^(?:共|总体|各|均|分别)+$/u, "") === "")
    return labelled(rest.replace(/(?<![，,：:])[，,：:]+$/u, "")) ?? discourse.subject;
  const found = measureNamed(rest);
  return found === undefined || SOURCE.test(found.before) ? null : found.measure;
}

function directMeaning(mention: AmountMention, words: string, discourse: Discourse): Meaning {
  const item = isVehicles(discourse.subject)
    ? VEHICLE_ITEMS.find((one) => one.words.test(words))
    : undefined;
  if (item !== undefined) return { ...PLAIN, measure: item.measure };
  const found = measureNamed(words);
  if (found === undefined && discourse.head === undefined && isBare(words))
    return { ...PLAIN, measure: discourse.subject };
  if (found === undefined || !isIncomePart(found, discourse)) return PLAIN;
  if (isOfUnknown(found, discourse) || isOfItem(found, discourse)) return PLAIN;
  if (isPartOfItself(found, discourse)) return PLAIN;
  if (TOTALS.has(found.measure) && isAside(mention)) return PLAIN;
  if (found.measure === "expenditure_total" && opensPair(found.words))
    return { ...PLAIN, measure: "income_total" };
  return {
    ...PLAIN,
    measure: found.measure,
    comparedWith: comparedYear(found.before),
    isQualified: isQualified(found, discourse),
  };
}

function comparedYear(before: string): Meaning["comparedWith"] {
  const base = BASE_AHEAD.exec(before);
  if (base === null) return null;
  return base[1] === undefined ? "year_before" : Number(base[1]);
}

function isVehicles(measure: FigureMeasure | null): boolean {
  return measure?.startsWith("three_public_vehicle") ?? false;
}

/** `一般公共预算拨款` alone is income only where income is spoken of: purchases are split by the same names. */
function isIncomePart(
  found: { readonly measure: FigureMeasure; readonly words: string },
  { head }: Discourse,
): boolean {
  if (!INCOME_PARTS.has(found.measure) || head === "income_total") return true;
  const opens = head === undefined || (head !== null && INCOME_PARTS.has(head));
  return opens && found.words.includes("收入");
}

/** `某基金收入100万元，支出总计100万元`: the bare total goes on with the first amount, which is no measure. */
function isOfUnknown(
  { measure, before }: { readonly measure: FigureMeasure; readonly before: string },
  { head }: Discourse,
): boolean {
  return head === null && TOTALS.has(measure) && /^[，,；;、]?$/u.test(before);
}

/** The kinds of spending, which every item has too. */
const KINDS: ReadonlySet<FigureMeasure> = new Set([
  "expenditure_basic",
  "expenditure_personnel",
  "expenditure_public_use",
  "expenditure_project",
]);

function isOfItem({ measure }: Named, { ofItem }: Discourse): boolean {
  return ofItem && KINDS.has(measure);
}

/** A named project among all (`项目支出50万元，其中河道疏浚项目支出12万元`), which the words of the whole end too. */
function isPartOfItself({ measure, before }: Named, { whole }: Discourse): boolean {
  const name = lastClause(before).replace(/^其中/u, "");
  const isNamed = /^\p{sc=Han}{2,}$/u.test(name) && !isBare(name);
  return measure === "expenditure_project" && whole === measure && isNamed;
}

/** A part that is held in the amount before its bracket (`收入完成9亿元（含某区收入1亿元）`). */
const HELD = /(?:^|[（(])(?:不?含|包含|其中|扣除|剔除)[^（()）]*$/u;

function isAside({ bracketed, context }: AmountMention): boolean {
  return bracketed !== null && HELD.test(context);
}

const OF_WHICH = /^[，,；;。：:]?[（(]?(?:其中|包括|其：)/u;

/** What is spoken of when an amount is read: the parts of an item begin behind its 其中. */
export function withParts(discourse: Discourse, { context }: AmountMention): Discourse {
  const opens = OF_WHICH.test(context);
  const ofItem = discourse.ofItem || (discourse.item && opens);
  const whole = opens ? (discourse.head ?? null) : discourse.whole;
  return { ...discourse, ofItem, whole };
}

/** Names of a whole that has no measure (`2023年预算总额`): its parts are those of the document. */
const OF_ALL = /预算|决算|收支|总额|合计|总计|资金|拨款|收入/u;

/** Whether an amount is of an item, such as a class of spending, not of the whole. */
export function isItem({ measure, isChange, comparedWith }: Meaning, words: string): boolean {
  return measure === null && !isChange && comparedWith === null && !OF_ALL.test(lastClause(words));
}

/** Said of one source of money, or a part of what is. */
function isQualified({ measure, before }: Named, { ofSource }: Discourse): boolean {
  if (measure === "expenditure_basic" || measure === "expenditure_project")
    return ofSource || SOURCE.test(before);
  return measure.startsWith("expenditure_") && SOURCE.test(before);
}
