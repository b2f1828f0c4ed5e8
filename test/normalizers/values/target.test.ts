import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Target, target, targetOf } from "../../../normalizers/values/target.js";

const numbers: readonly (readonly [string, string, Partial<Target>])[] = [
  [
    "a sign before a percentage",
    "≥95%",
    { operator: "gte", value: "95", unit: "%", symbol_raw: "≥" },
  ],
  [
    "percentages spelt out",
    "≥95百分比",
    { operator: "gte", value: "95", unit: "%", unit_base: "%" },
  ],
  ["ASCII signs of two characters", ">=90%", { operator: "gte", value: "90", symbol_raw: ">=" }],
  ["full-width signs", "＞＝90％", { operator: "gte", value: "90", unit: "%", symbol_raw: "＞＝" }],
  ["≧ as at least", "≧3次", { operator: "gte", value: "3", unit: "次" }],
  ["≦ as at most", "≦3次", { operator: "lte", value: "3", unit: "次" }],
  ["at least in words", "不低于90%", { operator: "gte", value: "90", symbol_raw: "不低于" }],
  [
    "at most in words",
    "不超过5万元",
    { operator: "lte", value: "5", value_base: "50000", unit_base: "元" },
  ],
  [
    "more than",
    "＞2",
    { operator: "gt", value: "2", unit: null, unit_base: null, symbol_raw: "＞" },
  ],
  ["less than", "<80%", { operator: "lt", value: "80", symbol_raw: "<" }],
  ["lower than in words", "低于80%", { operator: "lt", value: "80", symbol_raw: "低于" }],
  ["equality", "=100百分比", { operator: "eq", value: "100", unit: "%", symbol_raw: "=" }],
  [
    "a comparison after the unit",
    "400人以上",
    { operator: "gte", value: "400", unit: "人", symbol_raw: "以上" },
  ],
  [
    "a comparison after a bare number",
    "320以下",
    { operator: "lte", value: "320", unit: null, symbol_raw: "以下" },
  ],
  [
    "an inclusive bound",
    "90%（含）以上",
    { operator: "gte", value: "90", unit: "%", symbol_raw: "以上" },
  ],
  [
    "within so many days",
    "5个工作日内",
    { operator: "lte", value: "5", unit: "个工作日", symbol_raw: "内" },
  ],
  [
    "kept within",
    "控制在4.5%以内",
    { operator: "lte", value: "4.5", unit: "%", symbol_raw: "以内" },
  ],
  ["a plain quantity", "25人", { operator: "eq", value: "25", unit: "人", symbol_raw: null }],
  ["a plain number", "801", { operator: "eq", value: "801", unit: null, unit_base: null }],
  ["days as a quantity", "7日", { operator: "eq", value: "7", unit: "日" }],
  ["decimals without trailing zeros", "= 100.00 %", { operator: "eq", value: "100", unit: "%" }],
  [
    "thousands separators",
    "≥1,829.50万元",
    { value: "1829.5", value_base: "18295000", unit_base: "元" },
  ],
  [
    "money per head",
    "6000元/人",
    { value: "6000", unit: "元/人", value_base: "6000", unit_base: "元/人" },
  ],
  [
    "money in ten thousands per head",
    "≤1.2万元/人",
    { unit: "万元/人", value_base: "12000", unit_base: "元/人" },
  ],
  [
    "a comma for per",
    "≤625元，人次",
    { operator: "lte", value: "625", unit: "元/人次", unit_base: "元/人次" },
  ],
  ["ten thousand of nothing said", "≥1万", { unit: "万", value_base: "10000", unit_base: null }],
  [
    "ten thousands of people",
    "≥1.5万人次",
    { unit: "万人次", value_base: "15000", unit_base: "人次" },
  ],
  [
    "a unit that a sign vouches for",
    "≥5镇街社区",
    { operator: "gte", value: "5", unit: "镇街社区" },
  ],
  ["a unit of twelve characters", "≥5一二三四五六七八九十甲乙", { value: "5" }],
  ["many years", "2100年", { operator: "eq", value: "2100", unit: "年" }],
  [
    "a range of percentages",
    "90%-95%",
    { operator: "range", value: "90", value_max: "95", unit: "%", symbol_raw: null },
  ],
  [
    "a range of people",
    "360-400人",
    { operator: "range", value: "360", value_max: "400", unit: "人" },
  ],
  [
    "a range in ten thousands",
    "1~2万元",
    { value_base: "10000", value_max_base: "20000", unit_base: "元" },
  ],
  [
    "a range by two signs",
    "≥80%且＜90%",
    { operator: "range", value: "80", value_max: "90", unit: "%" },
  ],
  [
    "a range around a variable",
    "80%≤X<90%",
    { operator: "range", value: "80", value_max: "90", unit: "%" },
  ],
];

const texts = [
  "1年内持续发挥作用",
  "2023年12底前完成",
  "12底前完成任务",
  "当年完成",
  "年底前完成当年任务",
  "12月底前支付补贴全部到位",
  "及时",
  "延期一周",
  "2023年",
  "1998年",
  "12月",
  "12号",
  "≥5一二三四五六七八九十甲乙丙",
  "逐步提高",
  "基本达到",
  "约95%",
  "≥95%以下",
  "100%完成",
  "2020-2022年",
  "每月10日前",
  "=合格",
];

describe("a target in one cell", () => {
  test.each(numbers)("reads %s: %s", (_name, printed, expected) => {
    expect(target(printed)).toMatchObject({
      target_kind: "number",
      target_text: null,
      ...expected,
    });
  });

  test.each(texts)("leaves the sentence %s a text", (printed) => {
    expect(target(printed)).toMatchObject({
      target_kind: "text",
      value: null,
      target_text: printed,
    });
  });

  test.each(["是", "否", "是/否"])("reads %s as a boolean", (printed) => {
    expect(target(printed)).toMatchObject({ target_kind: "boolean", target_text: printed });
  });

  test.each(["", "　", "—", "/"])("takes %j for an empty target", (printed) => {
    expect(target(printed)).toMatchObject({ target_kind: "empty", value: null, target_text: null });
  });

  test("keeps what was printed", () => {
    expect(target(" ≤625元，\n人次　").target_raw).toBe("≤625元，人次");
  });
});

describe("a target in three columns", () => {
  test("joins symbol, value and unit by one blank", () => {
    expect(targetOf({ symbol: "=", value: "100.00", unit: "　%" })).toMatchObject({
      target_kind: "number",
      operator: "eq",
      value: "100",
      unit: "%",
      symbol_raw: "=",
      target_raw: "= 100.00 %",
    });
  });

  test("leaves out a blank unit", () => {
    expect(targetOf({ symbol: ">=", value: "95.00", unit: "" })).toMatchObject({
      operator: "gte",
      value: "95",
      unit: null,
      unit_base: null,
      target_raw: ">= 95.00",
    });
  });

  test.each(["文字描述", "定性"])(
    "takes the unit column for the text where the symbol says %s",
    (symbol) => {
      expect(targetOf({ symbol, value: "　", unit: "合理规范" })).toMatchObject({
        target_kind: "text",
        unit: null,
        target_text: "合理规范",
        symbol_raw: symbol,
        target_raw: `${symbol} 合理规范`,
      });
    },
  );

  test("leaves the unit out of a text that stands in the value column", () => {
    expect(targetOf({ symbol: "定性", value: "优良中低差", unit: "项" })).toMatchObject({
      target_kind: "text",
      target_text: "优良中低差",
      target_raw: "定性 优良中低差 项",
    });
  });

  test("takes any unit that has its own column", () => {
    expect(targetOf({ symbol: "≥", value: "3", unit: "场招聘活动" })).toMatchObject({
      value: "3",
      unit: "场招聘活动",
    });
  });

  test("lets the sign in the value cell win", () => {
    expect(targetOf({ symbol: "", value: "≥3", unit: "家" })).toMatchObject({
      operator: "gte",
      symbol_raw: "≥",
    });
  });

  test.each(["Y", "³", "\uFFFD", "?"])("has no operator where %s stands for its sign", (symbol) => {
    expect(targetOf({ symbol, value: "95", unit: "%" })).toMatchObject({
      target_kind: "text",
      operator: null,
      target_text: "95",
      symbol_raw: symbol,
    });
  });

  test.each(["", "/", "定量", "正向指标"])("is a plain quantity where its sign is %j", (symbol) => {
    expect(targetOf({ symbol, value: "95", unit: "%" })).toMatchObject({ operator: "eq" });
  });

  test("says nothing of three blank cells", () => {
    expect(targetOf({ symbol: "", value: "", unit: "" })).toMatchObject({
      target_kind: "empty",
      target_raw: null,
    });
  });
});

const SIGNS = { "≥": "gte", "≤": "lte", ">": "gt", "<": "lt", "=": "eq", "": "eq" } as const;
const sign = fc.constantFrom("≥", "≤", ">", "<", "=", "") satisfies fc.Arbitrary<
  keyof typeof SIGNS
>;
const amount = fc.integer({ min: 0, max: 10_000_000 });
const unit = fc.constantFrom("%", "人", "元/人", "万元", "次", "个工作日", "平方米");

describe("printing a target and reading it", () => {
  test("gives the same target", () => {
    fc.assert(
      fc.property(sign, amount, unit, (printedSign, value, printedUnit) => {
        const read = target(`${printedSign}${value}${printedUnit}`);
        expect(read).toMatchObject({
          operator: SIGNS[printedSign],
          value: `${value}`,
          unit: printedUnit,
        });
        expect(read.symbol_raw).toBe(printedSign === "" ? null : printedSign);
      }),
    );
  });

  test("gives the same whether in one cell or three", () => {
    fc.assert(
      fc.property(sign, amount, unit, (symbol, value, printedUnit) => {
        const { target_raw: _one, ...inOne } = target(`${symbol}${value}${printedUnit}`);
        const { target_raw: _three, ...inThree } = targetOf({
          symbol,
          value: `${value}`,
          unit: printedUnit,
        });
        expect(inThree).toEqual(inOne);
      }),
    );
  });

  test("gives the same range", () => {
    fc.assert(
      fc.property(amount, amount, unit, (low, high, printedUnit) => {
        expect(target(`${low}-${high}${printedUnit}`)).toMatchObject({
          operator: "range",
          value: `${low}`,
          value_max: `${high}`,
          unit: printedUnit,
        });
      }),
    );
  });
});
