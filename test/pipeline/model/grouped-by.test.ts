import { expect, test } from "vitest";
import { grouped, groupedBy } from "../../../pipeline/model/grouped-by.js";

test("items stand under their keys, both in the order in which they come first", () => {
  const words = ["支出", "基金", "收入", "支付", "收支"];
  const groups = groupedBy(words, ([first = ""]) => first);
  expect([...groups]).toEqual([
    ["支", ["支出", "支付"]],
    ["基", ["基金"]],
    ["收", ["收入", "收支"]],
  ]);
  expect(grouped(words, ([first = ""]) => first)).toEqual([...groups.values()]);
});

test("keys are told apart as a map tells them", () => {
  expect([...groupedBy([1, null, 1], (one) => one).keys()]).toEqual([1, null]);
});
