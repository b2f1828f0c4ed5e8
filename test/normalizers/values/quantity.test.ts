import { expect, test } from "vitest";
import { target } from "../../../normalizers/values/target.js";

/** Each way to say a comparison, before the number and after it. */
const comparisons = {
  gte: "≥ >= => ≧ ⩾ 大于等于 大于或等于 不低于 不少于 不小于 至少 最少 最低",
  lte: "≤ <= =< ≦ ⩽ 小于等于 小于或等于 不超过 不高于 不多于 不大于 至多 最多 最高",
  gt: "> ﹥ 大于 超过 高于 多于",
  lt: "< ﹤ 小于 低于 少于",
  eq: "= 等于",
} as const;
const after = { gte: "以上 及以上", lte: "以内 及以内 以下 及以下 之内 内" } as const;
const rowsOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).flatMap(([operator, line]) =>
    line.split(" ").map((word) => ({ word, operator })),
  );

test.each(rowsOf(comparisons))("$word before a number is $operator", ({ word, operator }) => {
  expect(target(`${word}90%`)).toMatchObject({ operator, value: "90", unit: "%" });
});

test.each(rowsOf(after))("$word after a number is $operator", ({ word, operator }) => {
  expect(target(`90%${word}`)).toMatchObject({ operator, value: "90", symbol_raw: word });
  expect(target(`90%（含）${word}`)).toMatchObject({ operator, value: "90", unit: "%" });
  expect(target(`控制在90%${word}`)).toMatchObject({ operator, value: "90", unit: "%" });
});

test.each([
  ["≥5百人", "500", "人"],
  ["≥5千户", "5000", "户"],
  ["≥5百亩", "500", "亩"],
  ["≥5百次", "5", "百次"],
  ["≥5万人", "50000", "人"],
  ["≥5十万人", "500000", "人"],
  ["≥5百万人", "5000000", "人"],
  ["≥5千万人", "50000000", "人"],
  ["≥5亿人", "500000000", "人"],
  ["≥5亿元", "500000000", "元"],
  ["≥5千元/人", "5000", "元/人"],
  ["≥5元", "5", "元"],
])("%s is %s in its base unit %s", (printed, value_base, unit_base) => {
  expect(target(printed)).toMatchObject({ value: "5", value_base, unit_base });
});

test.each([
  ["90-95%", "90", "95"],
  ["90%－95%", "90", "95"],
  ["90%—95%", "90", "95"],
  ["90%——95%", "90", "95"],
  ["90%–95%", "90", "95"],
  ["90%～95%", "90", "95"],
  ["90%至95%", "90", "95"],
  ["90%到95%之间", "90", "95"],
  ["≥90%，≤95%", "90", "95"],
  ["≥90%、≤95%", "90", "95"],
  ["≥90%且≤95%", "90", "95"],
  ["≤95%，>90%", "90", "95"],
  ["90%<X<95%", "90", "95"],
])("the range %s is from %s to %s", (printed, value, value_max) => {
  expect(target(printed)).toMatchObject({ operator: "range", value, value_max, unit: "%" });
});

test.each(["90%≤95%", "≥90%≥95%", "≤90%≤95%", "90人-95%", "2020-2022年"])(
  "%s is no range",
  (printed) => {
    expect(target(printed)).toMatchObject({ target_kind: "text", value_max: null });
  },
);
