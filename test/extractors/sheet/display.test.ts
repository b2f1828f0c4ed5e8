import { describe, expect, test } from "vitest";
import { openDisplay } from "../../../extractors/sheet/display/display.js";

const display = openDisplay(false);
const shown = (value: number, format: string): string => display.number(value, format).text;

describe("a number is shown as its format prints it", () => {
  test.each<[string, readonly [number, string], string]>([
    ["without the noise of binary fractions", [72204.570000000007, "General"], "72204.57"],
    ["a sum of tenths", [0.1 + 0.2, "General"], "0.3"],
    ["whole numbers of 12 digits", [123456789012, "General"], "123456789012"],
    ["eleven characters at most", [1234567.891234567, "General"], "1234567.891"],
    ["a power of ten beyond 15 digits", [1.2345678e17, "General"], "1.23457E+17"],
    ["two places, rounded", [7102841.969999999, "#,##0.00_ "], "7,102,841.97"],
    ["halves as a reader rounds them", [1.005, "0.00"], "1.01"],
    ["halves with thousands", [2.675, "#,##0.00"], "2.68"],
    [
      "an accounting format",
      [72204.57, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '],
      "72,204.57",
    ],
    ["its negative", [-5.5, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '], "-5.50"],
    ["its zero", [0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ '], "-"],
    ["negatives in brackets", [-1234.5, "#,##0.00_);[Red](#,##0.00)"], "(1,234.50)"],
    ["a percentage", [0.153073611743377, "0.0%"], "15.3%"],
    ["a currency", [1234.5, '"￥"#,##0.00'], "￥1,234.50"],
    ["a currency of a place", [12, "[$¥-804]#,##0.00"], "¥12.00"],
    ["thousands", [1234567, "#,##0,"], "1,235"],
    ["万 by a literal point", [123456, '0!.0,"万"'], "12.3万"],
    ["a unit after it", [12.5, '0.0"万元"'], "12.5万元"],
    ["digits that are optional", [12.5, "#,##0.######"], "12.5"],
    ["codes with leading zeros", [7, "000"], "007"],
    ["zeros that are left blank", [0, "#,##0;-#,##0;"], ""],
    ["a condition", [123456, '[>=10000]0!.0000"万";0'], "12.3456万"],
    ["a number as text", [12.5, "@"], "12.5"],
    ["a power of ten", [12345, "0.00E+00"], "1.23E+04"],
    ["a power of ten without a point", [12345, "0E+00"], "1E+04"],
    ["a Chinese date", [44237, 'yyyy"年"m"月"d"日"'], "2021年2月10日"],
    ["a date of the system", [44237, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"], "2021年2月10日"],
    [
      "a date in Chinese numerals",
      [44237, '[DBNum1][$-804]yyyy"年"m"月"d"日"'],
      "二〇二一年二月十日",
    ],
    ["minutes beside hours", [0.5208333333, "h:mm"], "12:30"],
    ["hours beyond a day", [1.5, "[h]:mm"], "36:00"],
  ])("%s", (_, [value, format], text) => {
    expect(shown(value, format)).toBe(text);
  });

  test("a negative number told by its colour alone gets its sign, and is told", () => {
    expect(display.number(-3, "0.00_);[Red]0.00")).toEqual({ text: "-3.00", signAdded: true });
  });

  test.each([
    ["# ?/?", 0.5, "0.5"],
    ["[DBNum2]General", 123, "123"],
    ["yyyy/m/d", -1, "-1"],
  ])("what %s prints is not made up", (format, value, text) => {
    expect(display.number(value, format)).toEqual({ text, unformatted: true });
  });

  test("the days of workbooks that count from 1904", () => {
    expect(openDisplay(true).number(42775, "yyyy-mm-dd").text).toBe("2021-02-10");
  });
});

test.each([
  ["栖云县", "@", "栖云县"],
  ["栖云县", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "栖云县"],
  ["栖云县", ";;;", ""],
  ["栖云县", '0;-0;0;@"财政局"', "栖云县财政局"],
])("the text %s by %s", (value, format, text) => {
  expect(display.text(value, format)).toBe(text);
});
