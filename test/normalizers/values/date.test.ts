import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { date, datesIn, year, yearsIn } from "../../../normalizers/values/date.js";
import { chineseNumeral } from "../../../normalizers/values/numeral.js";

describe("date reads", () => {
  test.each<[string, string, string]>([
    ["year, month and day in words", "2019年12月31日", "2019-12-31"],
    ["hyphens", "2019-12-31", "2019-12-31"],
    ["dots", "2019.1.5", "2019-01-05"],
    ["slashes", "2019/12/31", "2019-12-31"],
    ["Chinese numerals", "二〇二〇年二月十二日", "2020-02-12"],
    ["geometric circles for zeros", "二○二四年十二月二十九日", "2024-12-29"],
    ["blanks inside", " 2019 年 12 月 31 日 ", "2019-12-31"],
    ["full-width digits", "２０２６年１月２６日", "2026-01-26"],
    ["the first year", "1949年10月1日", "1949-10-01"],
    ["the last year", "2100年12月31日", "2100-12-31"],
    ["29 February of a leap year", "2020年2月29日", "2020-02-29"],
  ])("%s: %s", (_, text, iso) => {
    expect(date(text)).toBe(iso);
  });
});

describe("date refuses", () => {
  test.each<[string, string]>([
    ["a day that its month lacks", "2019年2月30日"],
    ["29 February of a common year", "2019-02-29"],
    ["a thirteenth month", "2019年13月1日"],
    ["a month alone", "2021年4月"],
    ["mixed separators", "2019-12/31"],
    ["a date inside a sentence", "截至2019年12月31日止"],
    ["a year before the republic", "1948年12月31日"],
    ["a year after the last", "2101年1月1日"],
    ["nothing", ""],
  ])("%s: %s", (_, text) => {
    expect(date(text)).toBeNull();
  });
});

test("every day is read back in both scripts", () => {
  const days = fc.date({
    min: new Date("1950-01-01"),
    max: new Date("2099-12-31"),
    noInvalidDate: true,
  });
  const digits = "〇一二三四五六七八九";
  fc.assert(
    fc.property(days, (day) => {
      const [y, m, d] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
      const chineseYear = Array.from(String(y), (digit) => digits.charAt(Number(digit))).join("");
      const iso = day.toISOString().slice(0, 10);
      expect(date(`${y}年${m}月${d}日`)).toBe(iso);
      expect(date(`${chineseYear}年${chineseNumeral(m)}月${chineseNumeral(d)}日`)).toBe(iso);
    }),
  );
});

test("datesIn finds every date of a sentence in order", () => {
  expect(datesIn("于2020年2月13日批复，2020-02-20 公开，2020年2月31日无效")).toEqual([
    "2020-02-13",
    "2020-02-20",
  ]);
});

test("datesIn finds them in order whichever way they are written", () => {
  expect(datesIn("2020-02-20公开，2020年2月13日批复，2019/1/2印发")).toEqual([
    "2020-02-20",
    "2020-02-13",
    "2019-01-02",
  ]);
});

test.each(["2019-12-311", "2019.12.31.5", "12019-12-31", "1.2019-12-31"])(
  "datesIn finds none in the number %s",
  (text) => {
    expect(datesIn(text)).toEqual([]);
  },
);

describe("year", () => {
  test.each<[string, string, number | null]>([
    ["of a title", "某局2020年部门预算信息公开", 2020],
    ["with blanks", "2 0 1 8 年", 2018],
    ["of a 年度", "2024年度部门决算", 2024],
    ["in Chinese numerals", "二○二五年执行数", 2025],
    ["of a corner without 年", "预算年度：2023", 2023],
    ["of a corner without its name", "：2023", 2023],
    ["alone", "2023", 2023],
    ["alone with 年度", "2023年度", 2023],
    ["not alone with words after", "2023预算", null],
    ["the first that can be one", "1948年2018年", 2018],
    ["not of a long number", "13090020200001年", null],
    ["not of an amount", "2023.50", null],
    ["not of a separated number", "1,2020年", null],
    ["not where none is", "部门预算", null],
  ])("%s: %s", (_, text, value) => {
    expect(year(text)).toBe(value);
  });
});

test("yearsIn lists the years in reading order", () => {
  expect(yearsIn("关于某市2018年预算执行情况和2019年预算草案的报告")).toEqual([2018, 2019]);
});
