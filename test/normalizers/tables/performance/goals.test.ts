import { expect, test } from "vitest";
import { goalsIn } from "../../../../normalizers/tables/performance/goals.js";

test.each([
  ["Arabic numbers on lines of their own", "1、清淤\n2、绿化", ["清淤", "绿化"]],
  ["Arabic numbers after a full stop", "1.清淤。2.绿化。", ["清淤。", "绿化。"]],
  ["labels", "目标1：清淤；目标2：绿化", ["清淤；", "绿化"]],
  ["bracketed Chinese numbers", "（一）清淤\n（二）绿化", ["清淤", "绿化"]],
  ["circled numbers", "①清淤\n②绿化", ["清淤", "绿化"]],
  ["a decimal that is no number of a list", "1.清淤1.5公里", ["清淤1.5公里"]],
  ["numbers that do not count up", "清淤\n3、绿化", ["清淤3、绿化"]],
  ["no numbers, wrapped over lines", "清淤，\n绿化", ["清淤，绿化"]],
  ["a sentence before the list", "全年目标：\n1、清淤\n2、绿化", ["全年目标：", "清淤", "绿化"]],
  ["blank text", " 　", []],
])("goals with %s", (_name, printed, goals) => {
  expect(goalsIn(printed)).toEqual(goals);
});
