import { expect, test } from "vitest";
import { organization } from "../../../normalizers/tables/registers/organization.js";
import { printTable } from "./print-table.js";

/** Why each cell of a list of units is left out; the names themselves are used. */
function reasons(rows: readonly (readonly string[])[]): readonly string[] {
  return organization
    .read(printTable(rows))
    .ledger.map(({ row, column, use, reason }) => `${row}/${column} ${reason ?? use}`);
}

test("what is printed with every form is left out as what it is", () => {
  expect(
    reasons([
      ["部门：县水务局", "<", "<", "<"],
      ["序号", "单位名称", "备注", "编制人数"],
      ["1", "县水务局", "甲", "9"],
      ["序号", "单位名称", "备注", "编制人数"],
      ["2", "县水库管理所", "乙", "8"],
      ["注：含离退休", "<", "<", "<"],
    ]),
  ).toEqual([
    "0/0 corner",
    "1/0 header",
    "1/1 header",
    "1/2 header",
    "1/3 header",
    "2/0 serial number",
    "2/1 used",
    "2/2 remark",
    "2/3 no column in the dataset",
    "3/0 serial number",
    "3/1 repeated header",
    "3/2 remark",
    "3/3 no column in the dataset",
    "4/0 serial number",
    "4/1 used",
    "4/2 remark",
    "4/3 no column in the dataset",
    "5/0 note",
  ]);
});

test.each([
  ["编号", "serial number"],
  ["行次", "serial number"],
  ["顺序号", "serial number"],
  ["说明", "remark"],
  ["注释", "remark"],
  ["总序号", "unread_cell"],
  ["备注说明", "unread_cell"],
])("a column headed %s is %s", (header, reason) => {
  expect(
    reasons([
      [header, "单位名称"],
      ["甲", "县水务局"],
    ]),
  ).toContain(`1/0 ${reason}`);
});

test("a label that spans into a column of serial numbers is none", () => {
  const rows = [
    ["序号", "单位名称"],
    ["1", "县水务局"],
    ["合计", "<"],
  ];
  expect(reasons(rows)).toContain("2/0 used");
});

test("a row that repeats one header alone is a row", () => {
  const table = printTable([
    ["序号", "单位名称"],
    ["1", "县水务局"],
    ["", "单位名称"],
  ]);
  expect(organization.read(table).organizations).toHaveLength(2);
});
