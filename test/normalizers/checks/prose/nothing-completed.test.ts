import { describe, expect, test } from "vitest";
import { nothingCompleted } from "../../../../normalizers/checks/prose/nothing-completed.js";
import { said, unable } from "../make-reading.js";

const run = (text: string) => nothingCompleted.run(said(text));

describe("nothing_completed", () => {
  test.each([
    "教育支出年初预算为0万元，支出决算为95.89万元，完成年初预算的95.89%。",
    "住房公积金年初预算0.00万元，决算数为12.5万元，完成年初预算数的100％。",
    "培训支出全年预算数为0元；支出决算3000元，完成全年预算的88.5%。",
  ])("finds a share of no budget: %s", (text) => {
    expect(run(text)).toMatchObject({
      compared: 1,
      findings: [{ severity: "error", section_no: 1 }],
    });
  });

  test.each([
    ["a budget", "教育支出年初预算为100万元，支出决算为95.89万元，完成年初预算的95.89%。"],
    ["no accounts", "教育支出年初预算为0万元，支出决算为0万元，完成年初预算的100%。"],
    ["no share", "教育支出年初预算为0万元，支出决算为9万元，完成年初预算的0%。"],
  ])("passes %s", (_, text) => {
    expect(run(text)).toMatchObject({ compared: 1, findings: [] });
  });

  test("cannot run where no share is stated", () => {
    expect(run("教育支出年初预算为0万元，支出决算为9万元。")).toMatchObject(unable);
  });
});
