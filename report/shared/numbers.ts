import type { Bilingual, Language } from "../../pipeline/model/finding.js";

/** A unit that a chart counts money in. */
export interface Scale {
  readonly yuan: number;
  readonly name: Bilingual<string>;
}

const SCALES: readonly Scale[] = [
  { yuan: 1e8, name: { en: "100 million yuan", zh: "亿元" } },
  { yuan: 1e4, name: { en: "10,000 yuan", zh: "万元" } },
];
const YUAN: Scale = { yuan: 1, name: { en: "yuan", zh: "元" } };

/** The largest unit of which the largest amount has one at least. */
export function scaleOf(amounts: readonly string[]): Scale {
  const largest = Math.max(0, ...amounts.map((amount) => Math.abs(Number(amount))));
  return SCALES.find(({ yuan }) => largest >= yuan) ?? YUAN;
}

/** A number of a chart, as it is told beside it. */
export function short(value: number, language: Language): string {
  return value.toLocaleString(language === "zh" ? "zh-CN" : "en", { maximumFractionDigits: 2 });
}
