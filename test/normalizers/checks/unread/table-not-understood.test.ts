import { describe, expect, test } from "vitest";
import { tableNotUnderstood } from "../../../../normalizers/checks/unread/table-not-understood.js";
import type { ReadTable } from "../../../../pipeline/model/reading.js";
import { known, reading, table } from "../make-reading.js";

const run = (...tables: readonly ReadTable[]) =>
  tableNotUnderstood.run(reading({ tables })).findings;

describe("table_not_understood", () => {
  const rows = [
    ["地区", "债务限额"],
    ["云溪县", "1,200.50"],
    ["石桥县", "300"],
  ];

  test("tells of a table of no known kind, how large it is and what is at stake", () => {
    const one = table({ kind: "unknown", rows, printed: { caption: "债务限额表", unit: "亿元" } });
    expect(run(one)).toMatchObject([
      {
        severity: "warning",
        leavesUnread: true,
        table_no: 1,
        facts: { caption: "债务限额表", rows: 3, columns: 2, numbers: 2, largest: "1,200.50亿元" },
      },
    ]);
  });

  test.each([
    { of: "a known one", one: known({ kind: "budget_summary", rows }) },
    { of: "words alone", one: table({ kind: "unknown", rows: [["地区"], ["云溪县"]] }) },
    {
      of: "serial numbers alone",
      one: table({
        kind: "unknown",
        rows: [
          ["序", "地区"],
          ["1", "云溪县"],
          ["2", "石桥县"],
        ],
      }),
    },
  ])("says nothing of $of", ({ one }) => {
    expect(run(one)).toEqual([]);
  });

  test("sees amounts in a header, and several in one cell", () => {
    const tables = [
      table({ kind: "unknown", rows: [["1234.56"]] }),
      table({ number: 2, kind: "unknown", rows: [["合计 1234.56 834.56"]] }),
    ];
    expect(run(...tables)).toHaveLength(2);
  });

  test("names the table above where it may be the rest of that", () => {
    const above = known({ kind: "budget_expenditure", rows, printed: { caption: "支出总表" } });
    const rest = (caption: string | null) =>
      table({ number: 2, kind: "unknown", rows, printed: { caption } });
    for (const caption of [null, "支出总表（续）", "云溪县财政局2025年部门预算"])
      expect(run(above, rest(caption))).toMatchObject([{ related: [{ table_no: 1 }] }]);
    expect(run(above, rest("债务限额表"))).toMatchObject([{ related: [] }]);
  });
});
