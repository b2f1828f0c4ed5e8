import { describe, expect, test } from "vitest";
import { decimal, money } from "../../../normalizers/values/amount.js";

describe("an amount beside other signs", () => {
  test.each([
    ["a sign of currency", "¥1,234.56", "12345600"],
    ["a full-width one", "￥1234.56", "12345600"],
    ["one before the minus", "-¥5.00", "-50000"],
    ["one in brackets", "（¥5.00）", "-50000"],
    ["letters of a currency", "RMB 5.00", "50000"],
    ["a currency and a unit", "人民币5.00万元", "50000"],
    ["apostrophes between thousands", "1'234'567.00", "12345670000"],
    ["curved ones", "1’234.56", "12345600"],
    ["a minus behind", "400.00-", "-4000000"],
    ["a full-width minus behind", "400.00－", "-4000000"],
    ["marks of direction", "\u202d1234.56\u202c", "12345600"],
    ["marks of no width", "\ufeff12\u200b34.56\u200e", "12345600"],
    ["a no-break space", "1\u00a0234.56", "12345600"],
    ["圆", "5.00万圆", "50000"],
    ["a traditional unit", "5.00萬元", "50000"],
    ["an asterisk", "5.00*", "50000"],
    ["several", "5.00**", "50000"],
    ["a reference mark", "5.00※", "50000"],
    ["a raised digit", "1234.56¹", "12345600"],
    ["two raised digits", "1234.56²³", "12345600"],
    ["a circled digit", "5.00①", "50000"],
    ["a raised digit behind the unit", "5.00万元¹", "50000"],
    ["its share", "400.00（32.4%）", "4000000"],
    ["its negative share", "400.00(-2%)", "4000000"],
  ])("is read without %s: %s", (_, printed, yuan) => {
    expect(money(printed, "万元")).toMatchObject({ kind: "amount", yuan });
  });

  test.each([
    "1'23.4",
    "12'3456",
    "-400.00-",
    "4-5",
    "¥",
    "*5.00",
    "5.00（甲）",
    "5.00（32.4）",
    "¹",
    "5.00 6.00",
    "600\n.00.1",
  ])("is not read where it says something else: %s", (printed) => {
    expect(money(printed, "万元").kind).toBe("unreadable");
  });

  test("无 states nothing, and no zero", () => {
    expect(money("无", "万元")).toEqual({ kind: "not_stated" });
  });

  test.each(["5.00*", "5¹", "400-", "¥5"])("but it is no plain number: %s", (printed) => {
    expect(decimal(printed)).toBeNull();
  });
});
