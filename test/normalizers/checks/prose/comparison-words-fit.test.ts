import { describe, expect, test } from "vitest";
import { comparisonWordsFit } from "../../../../normalizers/checks/prose/comparison-words-fit.js";
import { said, unable } from "../make-reading.js";

describe("comparison_words_fit", () => {
  test.each([
    ["决算数大于预算数", "60.00", "55.00"],
    ["支出决算数高于年初预算数", "60.00", "55.00"],
    ["决算大于全年预算", "60.00", "60.00"],
    ["决算数小于预算数", "55.00", "60.00"],
    ["决算数低于调整预算数", "55.00", "60.00"],
    ["决算数低于预算数", "55.00", "55.00"],
    ["决算数等于预算数", "55.00", "60.00"],
    ["支出决算持平于年初预算", "60.00", "55.00"],
    ["决算数与预算数一致", "60.00", "55.00"],
    ["决算数与年初预算持平", "55.00", "60.00"],
  ])("finds %s for a budget of %s and accounts of %s", (words, budget, accounts) => {
    const text = `年初预算为${budget}万元，决算为${accounts}万元。${words}的主要原因：据实结算。`;
    expect(comparisonWordsFit.run(said(text)).findings).toMatchObject([
      {
        section_no: 1,
        expected: `${Number(budget)}万元`,
        actual: `${Number(accounts)}万元`,
        facts: {
          words,
          budget: { name: "年初预算", text: `${Number(budget)}万元` },
          accounts: { name: "决算", text: `${Number(accounts)}万元` },
        },
      },
    ]);
  });

  test.each([
    "年初预算为60.00万元，支出决算为55.00万元。决算数小于预算数的主要原因：据实结算。",
    "年初预算为55.00万元，支出决算为60.00万元。决算数高于预算数的主要原因：追加项目。",
    "年初预算为55.00万元，支出决算为55.00万元。决算数与预算数持平。",
    "年初预算为0.95万元，支出决算为0.00万元，其中：接待费预算为0万元，决算为0.00万元。决算数小于预算数。",
    "年初预算为60.00万元，支出决算为55.00万元。决算数小于预算数。年初预算为1.00万元，支出决算为2.00万元。",
  ])("passes %s", (text) => {
    expect(comparisonWordsFit.run(said(text))).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["without the words", "年初预算为60.00万元，支出决算为55.00万元。"],
    ["without accounts", "年初预算为60.00万元，支出55.00万元。决算数大于预算数。"],
    ["without a budget", "上年支出60.00万元，支出决算为55.00万元。决算数大于预算数。"],
    ["before the amounts", "决算数大于预算数：年初预算为60.00万元，支出决算为55.00万元。"],
  ])("cannot run %s", (_, text) => {
    expect(comparisonWordsFit.run(said(text))).toMatchObject(unable);
  });
});
