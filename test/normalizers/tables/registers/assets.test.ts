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
  expect(assets.names(table.caption ?? "")).toBe(true);
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
