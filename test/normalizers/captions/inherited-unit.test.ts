import { describe, expect, test } from "vitest";
import { printedTable } from "../../../normalizers/captions/printed-table.js";
import type { Block } from "../../../pipeline/model/document.js";
import { makeTable } from "../../make-table.js";

describe("the unit of a table that states none", () => {
  const rows = [
    ["科目编码", "科目名称", "合计"],
    ["205", "教育支出", "9.00"],
  ];
  const inherited = (...units: readonly string[]): string | null => {
    const table = makeTable(rows);
    const others: Block[] = units.flatMap((unit): readonly Block[] => [
      { type: "paragraph", text: `单位：${unit}`, at: { type: "line", line: 1 } },
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
    expect(inherited("万元", "万元")).toBe("万元");
  });

  test("is open where they do not", () => {
    expect(inherited("万元", "元")).toBeNull();
  });
});
