import { expect, test } from "vitest";
import { assets } from "../../../../normalizers/tables/registers/assets.js";
import { printTable, unread, withoutSpans } from "../print-table.js";

const rows = [
  ["部门固定资产占用情况表", "<", "<"],
  ["编制部门：清河县水务局", "截止时间：2022年12月31日", "<"],
  ["项   目", "数量", "价值（金额单位：万元）"],
  ["资产总额", "——", "1,504.10"],
  ["1、房屋（平方米）", "　", "712.53"],
  ["   其中：办公用房（平方米）", "5,212.24", ""],
  ["2、车辆（台、辆）", "4", "41.17"],
  ["3、单价在20万元以上设备", "0", "0"],
  ["4、其他固定资产", "——", "750.40"],
];

test.each([
  ["with its merged cells", rows],
  ["as plain text without them", withoutSpans(rows)],
])("assets keep label and unit, and a printed nought %s", (_name, printed) => {
  const table = printTable(printed);
  const reading = assets.read(table);
  expect(assets.fits(table)).toBe(true);
  expect(assets.names(table)).toBe(true);
  expect(
    reading.assets?.map(({ category, label, quantity, quantity_unit, value }) => [
      category,
      label,
      quantity,
      quantity_unit,
      value,
    ]),
  ).toEqual([
    ["total", "资产总额", null, null, "15041000"],
    ["buildings", "房屋（平方米）", null, "平方米", "7125300"],
    ["office_buildings", "其中：办公用房（平方米）", "5212.24", "平方米", null],
    ["vehicles", "车辆（台、辆）", "4", "台、辆", "411700"],
    ["equipment", "单价在20万元以上设备", "0", null, "0"],
    ["other", "其他固定资产", null, null, "7504000"],
  ]);
  expect(reading.assets?.every(({ as_of }) => as_of === "2022-12-31")).toBe(true);
  expect(unread(reading)).toEqual([]);
});

test("a header that stands again within the table is none of its rows, whatever its brackets", () => {
  const [title = [], corner = [], header = [], ...body] = rows;
  const again = ["项目", "数 量", "价值[金额单位:万元"];
  const reading = assets.read(
    printTable([title, corner, header, ...body.slice(0, 3), again, ...body.slice(3)]),
  );
  expect(reading.assets).toHaveLength(body.length);
  expect(unread(reading)).toEqual([]);
});

/** What is read of one row of assets, by these headers. */
function row(headers: readonly string[], texts: readonly string[]) {
  const table = printTable([headers, texts], { above: ["固定资产表", "单位：万元"] });
  return {
    fits: assets.fits(table),
    shows: assets.shows(table),
    read: assets.read(table).assets?.[0],
  };
}

test.each([
  ["办公用房", "office_buildings"],
  ["办公业务用房", "office_buildings"],
  ["房屋建筑物", "buildings"],
  ["公务用车", "vehicles"],
  ["其它固定资产", "other"],
  ["通用设备", "equipment"],
  ["资产总值", "total"],
  ["固定资产", "total"],
  ["固定资产原值", "total"],
  ["固定资产合计", "total"],
  ["总计", "total"],
  ["固定资产清理", null],
  ["本年合计", null],
  ["合计数", null],
])("%s is of the category %s", (label, category) => {
  expect(row(["项目", "数量", "价值"], [label, "1", "2"]).read).toMatchObject({ category, label });
});

test.each([
  ["项目", "数量", "价值"],
  ["资产项目", "实物数量", "账面价值"],
  ["资产名称", "实物量", "资产原值"],
  ["类别名称", "面积（平方米）", "净值（万元）"],
  ["资产分类", "数量（台）", "金额"],
])("columns headed %s, %s and %s are read", (...headers) => {
  expect(row(headers, ["车辆", "4", "41.17"])).toMatchObject({
    fits: true,
    read: { label: "车辆", quantity: "4", value: "411700" },
  });
});

test.each([
  [["项目", "数量"], true],
  [["项目", "价值"], true],
  [["数量", "价值"], false],
  [["项目", "备注"], false],
  [["项目说明", "数量"], false],
  [["其他项目", "数量"], false],
  [["项目", "总价值"], false],
])("columns headed %j may be those of assets: %s", (headers, fits) => {
  expect(
    row(
      headers,
      headers.map(() => "4"),
    ).fits,
  ).toBe(fits);
});

test.each([
  [["项目", "数量", "价值"], "资产总额", true],
  [["项目", "数量", "价值"], "办公用房", true],
  [["项目", "数量", "价值"], "车辆", false],
  [["项目", "数量", "备注"], "资产总额", false],
  [["项目", "备注", "价值"], "资产总额", false],
  [["备注", "数量", "价值"], "资产总额", false],
])("a table of %j with %s shows that it is one of assets: %s", (headers, label, shows) => {
  expect(row(headers, [label, "1", "2"]).shows).toBe(shows);
});

test.each([
  ["房屋（平方米）", "", "平方米"],
  ["车辆（台、辆）", "", "台、辆"],
  ["车辆（台/辆）", "", "台/辆"],
  ["车辆（辆）", "台", "台"],
  ["房屋（含办公用房）", "", null],
  ["房屋", "", null],
])("the unit of %s beside “%s” is %s", (label, unit, quantity_unit) => {
  expect(row(["项目", "计量单位", "数量"], [label, unit, "4"]).read).toMatchObject({
    quantity_unit,
  });
});

test("a row without a label keeps its amounts", () => {
  expect(row(["项目", "数量", "价值"], ["", "4", "1"]).read).toMatchObject({
    category: null,
    label: null,
    quantity_unit: null,
    quantity: "4",
    page: null,
    row: 1,
  });
});

test.each([
  ["其中：1.办公用房", "其中：办公用房"],
  ["其中2、办公用房", "其中办公用房"],
  ["（一）办公用房", "办公用房"],
])("the label of %s is %s", (printed, label) => {
  expect(row(["项目", "数量", "价值"], [printed, "1", "2"]).read).toMatchObject({ label });
});
