import { expect, test } from "vitest";
import {
  indicatorName,
  intervalOf,
  isBoundedRate,
} from "../../../normalizers/evidence/indicator-terms.js";
import { indicator } from "../checks/make-reading.js";

test.each([
  ["合格率", true],
  ["群众满意度", true],
  ["政策覆盖面", true],
  ["达标比例", true],
  ["收入增长率", false],
  ["增长比率", false],
  ["任务完成率", false],
  ["完成成率", false],
  ["增长率达标率", true],
  ["合格率统计", false],
  ["培训人数", false],
])("%s is a share of a whole: %s", (level3, bounded) => {
  expect(isBoundedRate(indicator({ level3 }))).toBe(bounded);
});

test.each([
  ["长度", "清淤长度", "长度"],
  [null, "清淤长度", "清淤长度"],
  [null, null, ""],
])("an indicator %s that is described as %s is called %s", (level3, description, name) => {
  expect(indicatorName(indicator({ level3, description }))).toBe(name);
});

test.each([
  ["gte", null, "[5, ∞"],
  ["gt", null, "(5, ∞"],
  ["lte", null, "∞, 5]"],
  ["lt", null, "∞, 5)"],
  ["eq", null, "[5, 5]"],
  ["range", "9", "[5, 9]"],
  ["range", null, "[5, ∞"],
] as const)("%s 5 (to %s) is the interval %s", (operator, value_max, text) => {
  const {
    low = null,
    lowIncluded,
    high = null,
    highIncluded,
  } = intervalOf(indicator({ operator, value: "5", value_max })) ?? {};
  const from = low === null ? "∞" : `${lowIncluded === true ? "[" : "("}${low.toFixed()}`;
  const to = high === null ? "∞" : `${high.toFixed()}${highIncluded === true ? "]" : ")"}`;
  expect(`${from}, ${to}`).toBe(text);
});

test("a target without a sign or a number has no interval", () => {
  expect(intervalOf(indicator({ operator: null }))).toBeNull();
  expect(intervalOf(indicator({ value: null }))).toBeNull();
});
