import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chineseNumeral, numeral } from "../../../normalizers/values/numeral.js";

describe("numeral reads", () => {
  test.each<[string, string, number]>([
    ["one digit", "一", 1],
    ["zero", "〇", 0],
    ["ten", "十", 10],
    ["a teen", "十一", 11],
    ["tens and ones", "二十三", 23],
    ["a hundred with a gap", "一百零五", 105],
    ["a hundred with a gap and a round zero", "一百〇五", 105],
    ["a hundred and ten in both ways", "一百十", 110],
    ["a thousand with a gap of two places", "一千零五", 1005],
    ["ten thousands", "十二万三千四百五十六", 123456],
    ["ten thousands with an optional zero", "一百万零五千", 1005000],
    ["hundreds of millions", "三亿零二十", 300000020],
    ["a trillion", "一万亿", 1e12],
    ["a year by its digits", "二〇二三", 2023],
    ["a year with a geometric circle", "二○一九", 2019],
    ["a year with an Arabic zero", "二0二0", 2020],
    ["contracted twenty", "廿三", 23],
    ["contracted thirty", "卅", 30],
    ["the other two", "两百", 200],
    ["formal digits", "壹贰叁", 123],
    ["formal units", "贰仟零伍拾陆", 2056],
    ["Arabic digits with Chinese units", "1.2万", 12000],
    ["two units", "3百万", 3000000],
    ["full-width digits", "１２", 12],
    ["three units", "1千万亿", 1e15],
    ["separators", "1,234", 1234],
    ["the largest number that is held exactly", "9007199254740991", 9007199254740991],
    ["blanks", "二 十 三", 23],
  ])("%s: %s", (_, text, value) => {
    expect(numeral(text)).toBe(value);
  });
});

test.each([
  ["零", "零〇○◯ΟO"],
  ["一", "壹幺"],
  ["二", "贰貳两兩"],
  ["三", "叁參叄"],
  ["四", "肆"],
  ["五", "伍"],
  ["六", "陆陸"],
  ["七", "柒"],
  ["八", "捌"],
  ["九", "玖"],
  ["十", "拾"],
  ["一百", "一佰"],
  ["一千", "一仟"],
  ["一万", "一萬"],
  ["一亿", "一億"],
])("%s may be spelt with each of %s", (plain, spellings) => {
  const ways = plain.length === 1 ? Array.from(spellings) : [spellings];
  expect(numeral(plain)).not.toBeNull();
  expect(ways.map(numeral)).toEqual(ways.map(() => numeral(plain)));
});

test.each([
  ["廿", 20],
  ["卅", 30],
  ["卌", 40],
  ["卌五", 45],
])("the contracted ten %s is %s", (text, value) => {
  expect(numeral(text)).toBe(value);
});

describe("numeral leaves unread", () => {
  test.each<[string, string]>([
    ["nothing", ""],
    ["words", "若干"],
    ["a numeral in a sentence", "第一部分"],
    ["the colloquial short form of 150", "一百五"],
    ["the colloquial short form of 15000", "一万五"],
    ["a fraction", "1.5"],
    ["a fraction that its unit does not make whole", "1.23456万"],
    ["units out of order", "十百"],
    ["units out of order after digits", "3十百"],
    ["a unit twice", "三十二十"],
    ["a unit twice after digits", "3百百"],
    ["four units", "1十百千万"],
    ["separators in the wrong place", "12,34"],
    ["separators after four digits", "1234,567"],
    ["one more than a number holds exactly", "9007199254740992"],
    ["more than a number holds exactly", "99999999999999999999"],
  ])("%s: %s", (_, text) => {
    expect(numeral(text)).toBeNull();
  });
});

test("every natural number is read back from its words", () => {
  const natural = fc.oneof(fc.nat({ max: 100_000 }), fc.maxSafeNat());
  fc.assert(
    fc.property(natural, (value) => {
      expect(numeral(chineseNumeral(value))).toBe(value);
    }),
  );
});

test.each([
  [0, "零"],
  [1, "一"],
  [9, "九"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [99, "九十九"],
  [100, "一百"],
  [101, "一百零一"],
  [110, "一百一十"],
  [1_000, "一千"],
  [1_010, "一千零一十"],
  [9_999, "九千九百九十九"],
  [10_000, "一万"],
  [10_001, "一万零一"],
  [11_000, "一万一千"],
  [99_999_999, "九千九百九十九万九千九百九十九"],
  [100_000_000, "一亿"],
  [110_000_000, "一亿一千万"],
])("%s in words is %s", (value, text) => {
  expect(chineseNumeral(value)).toBe(text);
});

test("what is no natural number has no words", () => {
  expect(() => chineseNumeral(-1)).toThrow(RangeError);
  expect(() => chineseNumeral(1.5)).toThrow(RangeError);
});
