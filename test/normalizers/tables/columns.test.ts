import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bind } from "../../../normalizers/tables/columns.js";
import { procurement } from "../../../normalizers/tables/registers/procurement.js";
import { printTable } from "./print-table.js";

const HEADERS = { unit: /^数量单位$/u, quantity: /数量/u, total: /合计/u } as const;

describe("columns bound to the fields of a form", () => {
  const columns = [
    { index: 0, path: ["数量  单位"] },
    { index: 1, path: ["数量"] },
    { index: 2, path: ["合计", "其中"] },
    { index: 3, path: ["合计", "其中"] },
    { index: 4, path: ["备注"] },
  ];

  test("take the first field that names them, whatever blanks are printed", () => {
    const bound = bind(columns, HEADERS);
    expect(bound.get("unit")?.map(({ index }) => index)).toEqual([0]);
    expect(bound.get("quantity")?.map(({ index }) => index)).toEqual([1]);
  });

  test("lie side by side under one header", () => {
    expect(
      bind(columns, HEADERS)
        .get("total")
        ?.map(({ index }) => index),
    ).toEqual([2, 3]);
  });

  test("are none where no header names them", () => {
    expect(bind([{ index: 0, path: ["备注"] }], HEADERS).size).toBe(0);
  });
});

test("the order of the columns does not matter", () => {
  const header = ["项目名称", "采购物品名称", "采购目录编码", "计量单位", "数量", "单价", "总计"];
  const item = ["办公费", "打印机", "A02010601", "台", "2", "0.5", "1"];
  const read = (order: readonly number[]) =>
    procurement.read(
      printTable([order.map((i) => header[i] ?? ""), order.map((i) => item[i] ?? "")], {
        above: ["政府采购预算表", "单位：万元"],
      }),
    ).procurement_items;
  const printed = read(header.map((_, i) => i));
  expect(printed).toMatchObject([{ item_name: "打印机", amount_total: "10000" }]);
  fc.assert(
    fc.property(
      fc.shuffledSubarray(
        header.map((_, i) => i),
        { minLength: header.length },
      ),
      (order) => {
        expect(read(order)).toEqual(printed);
      },
    ),
  );
});
