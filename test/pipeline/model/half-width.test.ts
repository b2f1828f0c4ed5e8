import { describe, expect, test } from "vitest";
import { canonical, folded } from "../../../pipeline/model/canonical-text.js";
import { halfWidth } from "../../../pipeline/model/half-width.js";
import { isPrintedNumber } from "../../../pipeline/model/printed-number.js";

describe("characters that look like others", () => {
  test.each([
    ["Kangxi radicals", "⽀出⽬录⾏⼯⽔⼊⼀⼆", "支出目录行工水入一二"],
    ["radicals that Unicode does not explain", "⻓⻔⻋⻅⻚⻢⻛⺠⻩⻬", "长门车见页马风民黄齐"],
    ["compatibility ideographs", "\uf95d\uf9e1林\uf9f4", "諾李林林"],
    ["full-width letters and digits", "１２ＡＢ％", "12AB%"],
  ])("are the ones that are meant: %s", (_, printed, meant) => {
    expect(halfWidth(printed)).toBe(meant);
  });

  test("marks that print nothing are left out", () => {
    expect(halfWidth("\ufeff收\u200b入\u00ad总\u202d表\u202c\u2060")).toBe("收入总表");
    expect(canonical("收\u200b 入")).toBe("收入");
  });

  test("all else is kept", () => {
    expect(halfWidth("（一）、“三公”①²㎡…　ａ")).toBe("（一）、“三公”①²㎡…　a");
  });

  test("headers are compared by them", () => {
    expect(folded("⽀\u200b出（⽬标）")).toBe(folded("支出目标"));
  });
});

test.each([
  ["¥1,234.56", true],
  ["1'234.56", true],
  ["400.00-", true],
  ["5.00*", true],
  ["5.00①", true],
  ["1234.56¹", true],
  ["\u202d12.00\u202c", true],
  ["12.5%", true],
  ["¥", false],
  ["*", false],
  ["①", false],
  ["甲5", false],
])("%s is printed as a number: %s", (printed, expected) => {
  expect(isPrintedNumber(printed)).toBe(expected);
});
