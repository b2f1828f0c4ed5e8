import { describe, expect, test } from "vitest";
import { formulaResult } from "../../../../normalizers/checks/sums/formula-result.js";
import { said, unable } from "../make-reading.js";

describe("formula_result", () => {
  test.each([
    ["its result", "补助标准为1200×50=50000元。", "60000元"],
    [
      "what is rounded from it",
      "补助82377×0.12×173=1,710,146.52元，预计170万元。",
      "171.014652万元",
    ],
    ["an estimate over brackets", "资金为(56413+2000)*（208+30）约1300万元。", "1390.2294万元"],
    ["a result with a full-width sign", "补助1200元/人，1200×50＝50000元。", "60000元"],
    ["a result after its unit", "补助1200×50元，共计50000元。", "60000元"],
    ["a sum after words", "补助100×33+180×50合计12000元。", "12300元"],
  ])("finds a formula that does not give %s", (_, text, expected) => {
    expect(formulaResult.run(said(text)).findings).toMatchObject([{ section_no: 1, expected }]);
  });

  test("names the formula, what it gives and what is printed", () => {
    const { compared, findings } = formulaResult.run(
      said("补助82377×0.12×173=1,710,146.52元，预计170万元，其余50万元。"),
    );
    expect({ compared, findings }).toMatchObject({
      compared: 2,
      findings: [
        {
          actual: "170万元",
          facts: {
            formula: "82377×0.12×173",
            value: "1710146.52",
            result: { name: "预计", amount: "1700000" },
          },
        },
      ],
    });
  });

  test.each([
    "参保补贴100×33+180×50=12300元，预计1.3万元。",
    "参保补贴100×33+180×50=12300元，预计1.2万元。",
    "补助1,200×50=60000元。",
    "补助1200×50=60001元。",
    "合同3×4个月，共计5.00万元。",
    "型号A3×4=5.00万元。",
    "规格1.5×4.2，支出5.00万元。",
  ])("passes %s", (text) => {
    expect(formulaResult.run(said(text)).findings).toEqual([]);
  });

  test("finds a result that is more than its last digit off", () => {
    expect(formulaResult.run(said("补助1200×50=60002元。")).findings).toHaveLength(1);
  });

  test.each(["支出2.00万元。", "支出12+13=24万元。", "2.00万元用于补助1200×50。"])(
    "cannot run without a formula and a result: %s",
    (text) => {
      expect(formulaResult.run(said(text))).toMatchObject(unable);
    },
  );
});
