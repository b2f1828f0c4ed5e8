import { expect, test } from "vitest";
import { organization } from "../../../../normalizers/tables/registers/organization.js";
import { printTable, unread } from "../print-table.js";

test("units with nature, rank and funding are read whatever the order of the columns", () => {
  const table = printTable([
    ["经费保障形式", "单位名称", "单位规格", "单位性质"],
    ["", "", "", ""],
    ["财政拨款", "县水务局", "正科级", "行政"],
  ]);
  expect(organization.shows(table)).toBe(true);
  expect(organization.read(table)).toMatchObject({
    organizations: [
      { row: 2, name: "县水务局", nature: "行政", rank: "正科级", funding: "财政拨款" },
    ],
    findings: [],
  });
});

test("a plain list of units is one; serial numbers and remarks are ignored", () => {
  const table = printTable([
    ["序号", "单位名称", "备注"],
    ["1", "县水务局（本级）", ""],
    ["2", "县水库管理所", "预算不单列"],
  ]);
  const reading = organization.read(table);
  expect(organization.shows(table)).toBe(true);
  expect(reading.organizations?.map(({ name }) => name)).toEqual([
    "县水务局（本级）",
    "县水库管理所",
  ]);
  expect(unread(reading)).toEqual([]);
});

test("names beside amounts are no list of units", () => {
  expect(
    organization.shows(
      printTable([
        ["单位名称", "预算数"],
        ["县水务局", "12.5"],
      ]),
    ),
  ).toBe(false);
});

test("a header repeated among the units is no unit", () => {
  const header = ["单位名称", "单位性质", "单位规格"];
  const table = printTable([
    header,
    ["县水务局", "行政", "正科级"],
    header,
    ["县水库", "事业", "股级"],
  ]);
  const reading = organization.read({ ...table, bodyRows: [1, 2, 3] });
  expect(reading.organizations?.map(({ name }) => name)).toEqual(["县水务局", "县水库"]);
  expect(unread(reading)).toEqual([]);
});
