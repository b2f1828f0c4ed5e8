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

/** The one unit of a list with these headers. */
function unit(headers: readonly string[], texts: readonly string[]) {
  const table = printTable([headers, texts]);
  const { organizations, findings } = organization.read(table);
  return {
    fits: organization.fits(table),
    shows: organization.shows(table),
    organizations,
    findings,
  };
}

test.each([
  ["单位名称", "单位性质", "单位规格", "经费形式"],
  ["预算单位全称", "机构类型", "机构级别", "经费保障方式"],
  ["所属机构名称", "性质", "规格", "经费来源"],
  ["下属部门名称", "类别", "级别", "经费拨款渠道"],
  ["名称", "单位类型", "单位级别", "预算管理方式"],
  ["决算单位名称", "性质", "级别", "拨款形式"],
])("columns headed %s, %s, %s and %s are read", (...headers) => {
  expect(unit(headers, ["县水务局", "行政", "正科级", "全额"])).toMatchObject({
    fits: true,
    shows: true,
    organizations: [
      { row: 1, page: null, name: "县水务局", nature: "行政", rank: "正科级", funding: "全额" },
    ],
    findings: [],
  });
});

test.each([
  [["单位名称", "单位性质", "金额"], true, false],
  [["单位名称", "序号"], true, true],
  [["单位名称", "备注"], true, true],
  [["单位名称", "序号", "金额"], true, false],
  [["单位名称", "金额"], true, false],
  [["单位性质", "单位规格", "经费形式"], false, false],
  [["单位名称说明", "序号"], false, false],
  [["项目名称", "序号"], false, false],
  [["非单位性质", "单位名称", "单位规格说明"], true, false],
])("columns headed %j may be those of units: %s, and show it: %s", (headers, fits, shows) => {
  expect(
    unit(
      headers,
      headers.map(() => "甲"),
    ),
  ).toMatchObject({ fits, shows });
});

test.each(["单位编码", "预算单位代码", "编制人数", "人员编制", "在职人数", "地址", "联系电话"])(
  "a column headed %s has no place in the dataset",
  (header) => {
    expect(unit(["单位名称", header], ["县水务局", "1"]).findings).toEqual([]);
  },
);

test.each(["其他单位编码", "单位编码说明", "职责"])("a column headed %s is reported", (header) => {
  expect(unit(["单位名称", header], ["县水务局", "1"]).findings).toHaveLength(1);
});

test("a row without a name is no unit", () => {
  const { organizations, findings } = unit(["单位名称", "单位性质"], ["", "行政"]);
  expect(organizations).toEqual([]);
  expect(findings).toHaveLength(1);
});
