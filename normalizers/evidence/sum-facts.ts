import type { Big } from "big.js";
import type { Bilingual, Related } from "../../pipeline/model/finding.js";
import { exact } from "../values/amount.js";
import { inUnitOf, type Sum, type Term } from "./comparison.js";
import { EVIDENCE } from "./settings.js";

/** An amount of money: in yuan as in amounts.csv, and in the unit that it is printed in (`15万元`). */
export type Money = { readonly amount: string; readonly text: string };

/** An amount with what it is called, and the table that prints it where one does. */
export type NamedMoney = Money & { readonly name: string; readonly table_no: number | null };

/** A printed total, the parts that were added, and what they come to. */
export type SumFacts = {
  readonly stated: NamedMoney;
  readonly parts: readonly NamedMoney[];
  readonly computed: Money;
};

/** An amount in the unit of a term. */
export function moneyIn(term: Term, yuan: Big): Money {
  return { amount: exact(yuan), text: inUnitOf(term, yuan) };
}

/** The amount of a term. */
export function moneyOf(term: Term): NamedMoney {
  const { name, yuan, where } = term;
  return { name, ...moneyIn(term, yuan), table_no: where.table_no ?? null };
}

/** What a sum says, without how it was found. */
export function sumFacts({ stated, parts, computed }: Sum): SumFacts {
  return {
    stated: moneyOf(stated),
    parts: parts.map(moneyOf),
    computed: moneyIn(stated, computed),
  };
}

/** Where these amounts stand. */
export function placesOf(terms: readonly Term[]): readonly Related[] {
  return terms.map(({ name, where }) => ({ name, ...where }));
}

type Worded = Bilingual<(sum: SumFacts) => string>;

/** The total of a sum in words: `“合计” 15万元`. */
export const totalInWords: Worded = {
  en: ({ stated }) => QUOTED.en(stated),
  zh: ({ stated }) => QUOTED.zh(stated),
};

/** The parts of a sum in words: `“基本支出” 10万元 + “项目支出” 5万元 = 15万元`. */
export const inWords: Worded = {
  en: (sum) =>
    addition(sum, { quote: QUOTED.en, plus: " + ", equals: " = ", more: (n) => `${n} more` }),
  zh: (sum) =>
    addition(sum, { quote: QUOTED.zh, plus: "＋", equals: "＝", more: (n) => `另外${n}项` }),
};

const QUOTED: Bilingual<(money: NamedMoney) => string> = {
  en: ({ name, text }) => `“${name}” ${text}`,
  zh: ({ name, text }) => `“${name}”${text}`,
};

interface Wording {
  readonly quote: (money: NamedMoney) => string;
  readonly plus: string;
  readonly equals: string;
  readonly more: (count: number) => string;
}

function addition({ parts, computed }: SumFacts, { quote, plus, equals, more }: Wording): string {
  const printed = parts.filter(({ amount }) => amount !== "0");
  const named = (printed.length === 0 ? parts : printed).map(quote);
  const rest = named.length > EVIDENCE.termsShown ? [more(named.length - EVIDENCE.termsShown)] : [];
  const [only] = named;
  if (named.length === 1 && only !== undefined) return only;
  return `${[...named.slice(0, EVIDENCE.termsShown), ...rest].join(plus)}${equals}${computed.text}`;
}
