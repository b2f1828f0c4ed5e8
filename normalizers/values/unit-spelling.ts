/** Other characters for those of units: traditional ones, and 圆 for 元. */
const SPELLINGS: Readonly<Record<string, string>> = {
  單: "单",
  額: "额",
  幣: "币",
  萬: "万",
  億: "亿",
  佰: "百",
  仟: "千",
  圆: "元",
  圓: "元",
};

/** A text with the words of units spelled as they are read: `單位：萬圓` → `单位：万元`. */
export function unitSpelling(text: string): string {
  return text.replace(/[單額幣萬億佰仟圆圓]/gu, (character) => SPELLINGS[character] ?? character);
}
