import { describe, expect, test } from "vitest";
import { formulaColumn } from "../../../../normalizers/checks/governments/formula-column.js";
import { levelsAddUp } from "../../../../normalizers/checks/governments/levels-add-up.js";
import { wholeIsOwnAndBelow } from "../../../../normalizers/checks/governments/whole-is-own-and-below.js";
import { governmentIn } from "../../tables/government/government-in.js";
import { debtIn } from "../../tables/debt/debt-in.js";
import { reading, table } from "../make-reading.js";

const ofTable = <T extends object>(drafts: readonly T[], table_no = 1) =>
  drafts.map((draft) => ({ table_no, ...draft }));
type Check = typeof formulaColumn;
const shown = (check: Check, of: Parameters<Check["run"]>[0]) => {
  const { compared, findings } = check.run(of);
  return [compared, ...findings.map(({ severity, actual }) => `${severity} ${actual}`)];
};

const income = (last: string) =>
  reading({
    amounts: ofTable(
      governmentIn("2025年全省一般公共预算收入执行情况表", [
        ["项目", "2024年决算数", "2025年预算数", "2025年执行数"],
        ["一、税收收入", "30", "60", "90"],
        ["  增值税", "10", "20", "30"],
        ["  企业所得税", "20", "40", last],
      ]).amounts,
    ),
  });

describe("levels_add_up", () => {
  test("a row is those below it in the other columns too", () => {
    expect(shown(levelsAddUp, income("60"))).toEqual([3]);
    expect(shown(levelsAddUp, income("77"))).toEqual([3, "error 90万元"]);
    expect(shown(levelsAddUp, income("44"))).toEqual([3, "warning 90万元"]);
  });
  test("a list that is no column's whole shows nothing", () => {
    const list = governmentIn("2025年全省一般公共预算收入执行情况表", [
      ["项目", "2024年决算数", "2025年执行数"],
      ["一、税收收入", "30", "90"],
      ["  其中：增值税", "10", "30"],
      ["  企业所得税", "5", "10"],
    ]);
    expect(shown(levelsAddUp, reading({ amounts: ofTable(list.amounts) }))).toEqual([0]);
  });
});

describe("whole_is_own_and_below", () => {
  const LABELS = [
    "教育支出",
    "科学技术支出",
    "卫生健康支出",
    "农林水支出",
    "住房保障支出",
    "其他支出",
  ];
  const of = (caption: string, amounts: readonly string[], table_no: number) =>
    ofTable(
      governmentIn(caption, [
        ["项目", "决算数"],
        ...LABELS.map((label, at) => [label, amounts[at] ?? ""]),
      ]).amounts,
      table_no,
    );
  test.each([
    ["60", []],
    ["66", ["error 60万元"]],
  ])("the last label prints %s for the whole", (last, errors) => {
    const amounts = [
      ...of("2025年全省一般公共预算支出决算表", ["10", "20", "30", "40", "50", "60"], 1),
      ...of("2025年省本级一般公共预算支出决算表", ["4", "5", "6", "7", "8", "9"], 2),
    ];
    const below = ["6", "15", "24", "33", "42", String(Number(last) - 9)];
    const columns = governmentIn("2025年一般公共预算支出决算表", [
      ["项目", "市县"],
      ...LABELS.map((label, at) => [label, below[at] ?? ""]),
    ]);
    const all = [...amounts, ...ofTable(columns.amounts, 3)];
    expect(shown(wholeIsOwnAndBelow, reading({ amounts: all }))).toEqual([6, ...errors]);
  });
});

const formulas = (total: string) => [
  ["项目", "公式", "本地区"],
  ["一、2025年还本预算数", "Ａ=B+C", total],
  ["其中：一般债券", "B", "30"],
  ["专项债券", "C", "50"],
];

describe("formula_column", () => {
  test.each([
    ["80", []],
    ["90", ["error 90亿元"]],
  ])("A=B+C of 30 and 50 is printed as %s", (total, findings) => {
    const debt = ofTable(debtIn("2025年栖云市地方政府债务还本付息情况表", formulas(total)).records);
    const columns = ["项目", "公式", "本地区"].map((text, index) => ({ index, path: [text] }));
    const printed = table({
      kind: "debt_issue_repay",
      rows: formulas(total),
      printed: { columns },
    });
    expect(shown(formulaColumn, reading({ debt, tables: [printed] }))).toEqual([1, ...findings]);
  });
});
