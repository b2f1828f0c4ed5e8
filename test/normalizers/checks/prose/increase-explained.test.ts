import { describe, expect, test } from "vitest";
import { increaseExplained } from "../../../../normalizers/checks/prose/increase-explained.js";
import { said, unable } from "../make-reading.js";

describe("increase_explained", () => {
  test.each([
    ["项目支出", "增加25.00万元，主要由社会保险项目预算减少导致"],
    ["基本支出", "增长250,000元,因压减一般性支出"],
    ["全县支出", "增加1.20亿元由于核减补助资金"],
    ["项目支出", "减少25.00万元，主要原因是新增道路养护项目"],
    ["基本支出", "下降25.00万元，原因：追加人员经费"],
  ])("doubts that %s %s", (subject, clause) => {
    expect(increaseExplained.run(said(`${subject}${clause}。`)).findings).toMatchObject([
      { severity: "warning", section_no: 1, page: null, actual: clause, facts: { clause } },
    ]);
  });

  test.each([
    "项目支出增加25.00万元，主要是新增道路养护项目。",
    "项目支出减少25.00万元，主要是受新冠疫情影响。",
    "项目支出减少25.00万元，主要是人员减少而标准提高。",
    "项目支出增加25.00万元，主要是人员减少而标准提高。",
    "项目支出减少25.00万元，主要是压减会议。",
    "项目支出增加25.00万元，主要是新增项目，会议减少。",
  ])("passes %s", (text) => {
    expect(increaseExplained.run(said(text))).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    "支出2.00万元。",
    "项目支出增加25.00万元，会议减少。",
    "项目支出增加，主要是人员减少。",
  ])("cannot run where nothing is explained: %s", (text) => {
    expect(increaseExplained.run(said(text))).toMatchObject(unable);
  });
});
