import { expect, test } from "vitest";
import { governmentIn } from "../government/government-in.js";

type Bonds = ReturnType<typeof governmentIn>["bonds"];

const inShort = (bonds: Bonds) =>
  bonds.map((one) =>
    [
      one.row_kind,
      one.region_name,
      one.region_scope,
      one.project_name ?? one.field,
      one.debt_kind,
      one.issued_on ?? one.issued_raw,
      one.amount,
    ].join(" "),
  );

test("a project a row; the amount of one with bonds of two dates stands on the first", () => {
  const read = governmentIn("栖云省2024年地方政府债券使用情况表", [
    ["地区", "项目名称", "项目编号", "债券性质", "债券规模", "发行时间（年/月）"],
    ["合计", "<", "<", "<", "120", ""],
    ["省本级", "云溪水厂工程", "P24000001-0001", "其他项目收益专项债券", "70", "2024/4"],
    ["白石县", "白石县学校", "P24000001-0002", "一般债券", "50", "2024-05"],
    ["^", "^", "^", "^", "^", "5月10日"],
  ]);
  expect(read.kind).toBe("bond_use");
  expect(read.open).toEqual([]);
  expect(inShort(read.bonds)).toEqual([
    "total 栖云省 whole 合计   1200000",
    "item 栖云省 own 云溪水厂工程 special 2024-04 700000",
    "item 白石县 whole 白石县学校 general 2024-05 500000",
    "item 白石县 whole 白石县学校 general 5月10日 ",
  ]);
});

test("a column a kind of bond: one record a filled one", () => {
  const read = governmentIn("2025年省本级新增地方政府债券项目安排情况表", [
    ["项目名称", "合计", "一般债券", "专项债券"],
    ["合计", "9", "5", "4"],
    ["一、交通", "9", "5", "4"],
    ["云溪铁路", "9", "5", "4"],
  ]);
  expect(read.kind).toBe("bond_use");
  expect(inShort(read.bonds)).toEqual([
    "total 栖云省 own 合计 general  50000",
    "total 栖云省 own 合计 special  40000",
    "subtotal 栖云省 own 一、交通 general  50000",
    "subtotal 栖云省 own 一、交通 special  40000",
    "item 栖云省 own 云溪铁路 general  50000",
    "item 栖云省 own 云溪铁路 special  40000",
  ]);
});

test("fields of use, the whole beside the own government", () => {
  const read = governmentIn("2025年栖云省及省本级新增专项债券使用情况表", [
    ["项目", "全省", "省本级"],
    ["合计", "30", "12"],
    ["交通基础设施", "30", "12"],
  ]);
  expect(read.kind).toBe("bond_use_by_function");
  expect(inShort(read.bonds)).toEqual([
    "total 栖云省 whole 合计 special  300000",
    "total 栖云省 own 合计 special  120000",
    "function 栖云省 whole 交通基础设施 special  300000",
    "function 栖云省 own 交通基础设施 special  120000",
  ]);
});
