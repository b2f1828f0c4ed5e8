import { Big } from "big.js";

/** A formula of the prose: `82377×0.12×173`, worked out, with where it ends. */
export interface Formula {
  readonly text: string;
  readonly value: Big;
  readonly end: number;
}

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const GROUP = String.raw`[（(]${NUMBER}(?:[+×*]${NUMBER})+[)）]`;
const OPERAND = `(?:${NUMBER}|${GROUP})`;
const FORMULA = new RegExp(
  String.raw`(?<![\d.,A-Za-z-])${OPERAND}(?:[+×*]${OPERAND})+(?![\d.])`,
  "gu",
);

/** The sums of products that a text prints, with at least one sign of multiplication. */
export function formulas(text: string): readonly Formula[] {
  return [...text.matchAll(FORMULA)].flatMap((match) => {
    const [printed] = match;
    if (!/[×*]/u.test(printed)) return [];
    return [{ text: printed, value: sumOf(printed), end: match.index + printed.length }];
  });
}

/** Products before sums; brackets hold one sum or product. */
function sumOf(text: string): Big {
  const flat = text.replace(/[（(]([^（()）]*)[)）]/gu, (_, inner: string) =>
    sumOf(inner).toFixed(),
  );
  return flat
    .split("+")
    .map((product) =>
      product
        .split(/[×*]/u)
        .reduce((value, factor) => value.times(factor.replaceAll(",", "")), new Big(1)),
    )
    .reduce((sum, product) => sum.plus(product), new Big(0));
}
