import { expect, test } from "vitest";
import { cellLedger } from "../../../normalizers/tables/ledger.js";
import { gridOf } from "../../../pipeline/model/grid.js";
import { makeTable } from "../../make-table.js";

const grid = gridOf(
  makeTable([
    ["项目", "数量"],
    ["车辆", "4"],
    ["　", "?"],
  ]),
);

test("every cell with text is in the ledger once, unclaimed ones with a finding", () => {
  const ledger = cellLedger(grid);
  ledger.ignoredRows([0], "header");
  ledger.used(grid.at(1, 0));
  ledger.used(grid.at(1, 1));
  ledger.used(grid.at(2, 0));
  expect(ledger.rest()).toMatchObject({
    ledger: [
      { row: 0, column: 0, use: "ignored", reason: "header" },
      { row: 0, column: 1, use: "ignored", reason: "header" },
      { row: 1, column: 0, use: "used" },
      { row: 1, column: 1, use: "used" },
      { row: 2, column: 1, use: "reported", reason: "unread_cell" },
    ],
    findings: [{ rule: "unread_cell", severity: "warning", row: 2, column: 1, actual: "?" }],
  });
});

test("what a reader must know most wins: reported over used over ignored", () => {
  const ledger = cellLedger(grid);
  for (const cell of grid.cells) {
    ledger.reported(cell, "unreadable_number");
    ledger.used(cell);
    ledger.ignored(cell, "remark");
  }
  expect(ledger.rest().ledger.every(({ use }) => use === "reported")).toBe(true);
});
