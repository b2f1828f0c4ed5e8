import { describe, expect, test } from "vitest";
import { printedTable } from "../../../normalizers/captions/printed-table.js";
import type { Block } from "../../../pipeline/model/document.js";
import { makeTable } from "../../make-table.js";

describe("the unit of a table that states none", () => {
  const rows = [
    ["科目编码", "科目名称", "合计"],
    ["205", "教育支出", "9.00"],
  ];
  const inherited = (...lines: readonly string[]): string | null => {
    const table = makeTable(rows);
    const others: Block[] = lines.flatMap((text): readonly Block[] => [
      { type: "paragraph", text, at: { type: "line", line: 1 } },
      makeTable(rows),
    ]);
    const title: Block = { type: "paragraph", text: "支出总表", at: { type: "line", line: 9 } };
    return printedTable({
      document: { blocks: [...others, title, table], pages: [], ignored: [] },
      block: others.length + 1,
      table,
      number: 1,
      sections: [],
      context: { fiscalYear: 2024, stage: "budget", phase: "budget", scope: null },
    }).inheritedUnit;
  };

  test("is that of all others where they agree", () => {
    expect(inherited("单位：万元", "单位：万元")).toBe("万元");
  });

  test.each([
    "（以下单位均为万元）",
    "注：本表金额单位为万元。",
    "第二部分 预算表（以下金额单位均为万元）",
  ])("is that of a sentence on all of them: %s", (text) => {
    expect(inherited(text)).toBe("万元");
  });

  test("is none of a sentence on something else", () => {
    expect(inherited("预算单位为3家，共支出5万元。")).toBeNull();
  });

  test("is open where they do not", () => {
    expect(inherited("单位：万元", "单位：元")).toBeNull();
  });
});
