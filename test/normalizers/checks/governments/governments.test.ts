import { describe, expect, test } from "vitest";
import { balanceCloses } from "../../../../normalizers/checks/governments/balance-closes.js";
import { bondUseAddsUp } from "../../../../normalizers/checks/governments/bond-use-adds-up.js";
import { regionsAddUp } from "../../../../normalizers/checks/governments/regions-add-up.js";
import { governmentIn } from "../../tables/government/government-in.js";
import { captioned, reading } from "../make-reading.js";

type Read = ReturnType<typeof governmentIn>;
const ofTable = <T extends object>(drafts: readonly T[]) =>
  drafts.map((draft) => ({ table_no: 1, ...draft }));
const readingOf = (read: Read) =>
  reading({
    amounts: ofTable(read.amounts),
    transfers: ofTable(read.transfers),
    bonds: ofTable(read.bonds),
    tables: [captioned(read.kind ?? "unknown", null)],
  });
const severities = (found: ReturnType<typeof balanceCloses.run>) => [
  found.compared,
  ...found.findings.map(({ severity }) => severity),
];

const balance = (income: string, ...below: readonly (readonly string[])[]) =>
  readingOf(
    governmentIn("2025年全省一般公共预算收支平衡表", [
      ["收入", "<", "支出", "<"],
      ["项目", "决算数", "项目", "决算数"],
      ["收入总计", income, "支出总计", "900"],
      ...below,
    ]),
  );

describe("balance_closes", () => {
  test("both totals are one amount", () => {
    expect(severities(balanceCloses.run(balance("900")))).toEqual([1]);
  });
  test("what differs is an error, a doubt where 结转下年 stands below", () => {
    expect(severities(balanceCloses.run(balance("950")))).toEqual([1, "error"]);
    expect(severities(balanceCloses.run(balance("950", ["", "", "结转下年", "50"])))).toEqual([
      1,
      "warning",
    ]);
  });
});

describe("regions_add_up", () => {
  test.each([
    ["60", [2]],
    ["66", [2, "error"]],
  ])("the whole of 100 is 40 and %s below", (below, found) => {
    const read = governmentIn("2025年分地区一般公共预算收支执行情况表", [
      ["地区", "收入", "支出"],
      ["全省合计", "100", "200"],
      ["省本级", "40", "80"],
      ["市县小计", below, "120"],
      ["白石县", "30", "60"],
    ]);
    expect(severities(regionsAddUp.run(readingOf(read)))).toEqual(found);
  });
});

describe("bond_use_adds_up", () => {
  test.each([
    ["70", [1]],
    ["76", [1, "error"]],
  ])("projects of 50 and %s make 120", (second, found) => {
    const read = governmentIn("栖云省2024年地方政府债券使用情况表", [
      ["项目名称", "项目编号", "债券规模"],
      ["合计", "", "120"],
      ["云溪水厂工程", "P1", "50"],
      ["白石县学校", "P2", second],
    ]);
    expect(severities(bondUseAddsUp.run(readingOf(read)))).toEqual(found);
  });
});
