import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimal, isNotStated, money, yuanIn } from "../../../normalizers/values/amount.js";

describe("decimals", () => {
  test.each([
    ["plain", "16839.09", "16839.09"],
    ["trailing zeros", "100.00", "100"],
    ["zero", "0.00", "0"],
    ["thousands in threes", "1,829.06", "1829.06"],
    ["full-width digits and separators", "１，８２９．０６", "1829.06"],
    ["spaced digits", "1 ,8 1 1 .7 0", "1811.7"],
    ["a minus", "-5.10", "-5.1"],
    ["a full-width minus", "－5", "-5"],
    ["an en dash for a minus", "–5", "-5"],
    ["负 for a minus", "负5.10", "-5.1"],
    ["brackets", "（1,000）", "-1000"],
    ["a triangle", "△3.2", "-3.2"],
    ["surrounding ideographic blanks", "　6.30　", "6.3"],
    ["leading zeros in a fraction", "0.05", "0.05"],
    ["a plus", "+5", "5"],
    ["a negative zero", "-0.00", "0"],
  ])("%s: %s", (_, printed, expected) => {
    expect(decimal(printed)).toBe(expected);
  });

  test.each(
    "  1,23.4 1，23.4 1.2.3 12,3456 1234,567 ,123 1. .5 . 约12 约(12) (12)约 1e5 --5 12-13 1+2".split(
      " ",
    ),
  )("“%s” is no number", (printed) => {
    expect(decimal(printed)).toBeNull();
  });

  test("printing then reading is identity, with and without separators", () => {
    const cents = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n });
    fc.assert(
      fc.property(cents, fc.boolean(), (value, separated) => {
        const sign = value < 0n ? "-" : "";
        const digits = (value < 0n ? -value : value).toString().padStart(3, "0");
        const whole = digits.slice(0, -2);
        const grouped = separated ? whole.replace(/\B(?=(\d{3})+$)/gu, ",") : whole;
        const read = decimal(`${sign}${grouped}.${digits.slice(-2)}`);
        expect(BigInt(Math.sign(Number(value)) === 0 ? 0 : 1)).toBe(read === "0" ? 0n : 1n);
        const [int = "", fraction = ""] = (read ?? "").replace("-", "").split(".");
        expect(BigInt(int + fraction.padEnd(2, "0"))).toBe(value < 0n ? -value : value);
      }),
    );
  });
});

describe("money", () => {
  test.each([
    { name: "the table's unit", printed: "16839.09", unit: "万元", yuan: "168390900" },
    { name: "six decimals of 万元", printed: "32.110028", unit: "万元", yuan: "321100.28" },
    { name: "元", printed: "31,214,205.80", unit: "元", yuan: "31214205.8" },
    { name: "千元", printed: "1.5", unit: "千元", yuan: "1500" },
    { name: "亿元", printed: "2.5", unit: "亿元", yuan: "250000000" },
    { name: "a unit in the cell wins", printed: "1,829.06元", unit: "万元", yuan: "1829.06" },
    { name: "万 where money is expected", printed: "171万", unit: "元", yuan: "1710000" },
    { name: "blanks before a unit", printed: "1 5 万元", unit: null, yuan: "150000" },
    { name: "a stated zero", printed: "0.00", unit: "万元", yuan: "0" },
    {
      name: "a negative in brackets with its unit",
      printed: "（5）万元",
      unit: null,
      yuan: "-50000",
    },
  ])("$name", ({ printed, unit, yuan }) => {
    expect(money(printed, unit)).toMatchObject({ kind: "amount", yuan });
  });

  test.each([
    ["元", "1"],
    ["人民币元", "1"],
    ["百元", "100"],
    ["千元", "1000"],
    ["万元", "10000"],
    ["万", "10000"],
    ["十万元", "100000"],
    ["百万元", "1000000"],
    ["千万元", "10000000"],
    ["亿元", "100000000"],
    ["亿", "100000000"],
  ])("one %s is %s yuan, for a whole table and in a cell", (unit, yuan) => {
    expect(yuanIn(unit)).toBe(yuan);
    expect(money("1", unit)).toEqual({ kind: "amount", yuan, unit });
    expect(money(`1${unit}`, "元")).toEqual({ kind: "amount", yuan, unit });
  });

  test.each(["", "　", "—", "——", "-", "/", " -- "])("“%s” is not stated", (printed) => {
    expect(isNotStated(printed)).toBe(true);
    expect(money(printed, "万元")).toEqual({ kind: "not_stated" });
  });

  test("a zero in an accounting format of money, “¥ -”, is not stated", () => {
    expect(money("¥ -", "元")).toEqual({ kind: "not_stated" });
  });

  test("without any unit there is a number but no amount", () => {
    expect(money("12.5", null)).toEqual({ kind: "unitless", number: "12.5" });
    expect(money("12.5", "平方米")).toEqual({ kind: "unitless", number: "12.5" });
  });

  test("text is unreadable, never zero", () => {
    expect(money("本表为空", "万元")).toEqual({ kind: "unreadable" });
    expect(money("5元整", "万元")).toEqual({ kind: "unreadable" });
  });

  test("人民币 before a unit changes nothing", () => {
    expect(yuanIn("人民币万元")).toBe("10000");
    expect(yuanIn("十人民币万元")).toBeNull();
    expect(yuanIn("百分比")).toBeNull();
  });
});
