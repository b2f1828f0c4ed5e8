import { describe, expect, test } from "vitest";
import { governmentIn } from "../government/government-in.js";

type Transfers = ReturnType<typeof governmentIn>["transfers"];

/** Transfers in short: direction, region, scope, category, item, year, phase, amount. */
const inShort = (transfers: Transfers) =>
  transfers.map((one) =>
    [
      one.direction,
      one.region_name,
      one.region_scope,
      one.category,
      one.item,
      one.fiscal_year,
      one.phase,
      one.amount,
    ].join(" "),
  );

/** A table with these headers of comparisons beside its amounts. */
const compared = (...heads: readonly string[]) =>
  governmentIn("2025年省对市县一般公共预算转移支付分项目决算表", [
    ["项目", "2024年决算数", "2025年决算数", ...heads],
    ["合计", "20", "30", "10", "50.0"],
    ["结算补助", "20", "30", "10", "50.0"],
  ]);

describe("transfers between governments", () => {
  test("items down, regions across: empty columns of regions end nothing", () => {
    const read = governmentIn("2025年省对各市县一般公共预算专项转移支付分项目分地区执行情况表", [
      ["项目", "合计", "青岚县", "云溪县", "白石县"],
      ["合计", "30", "10", "", "20"],
      ["教育计划资金", "12", "4", "", "8"],
    ]);
    expect(read.kind).toBe("transfers_by_item_and_region");
    expect(read.open).toEqual([]);
    expect(inShort(read.transfers)).toEqual([
      "paid 栖云省 whole total 合计 2025 execution 300000",
      "paid 青岚县 whole total 合计 2025 execution 100000",
      "paid 白石县 whole total 合计 2025 execution 200000",
      "paid 栖云省 whole special 教育计划资金 2025 execution 120000",
      "paid 青岚县 whole special 教育计划资金 2025 execution 40000",
      "paid 白石县 whole special 教育计划资金 2025 execution 80000",
    ]);
  });

  test("regions down, items across: 合计 behind a city is the city with all below", () => {
    const read = governmentIn("2025年省对下一般性转移支付分项目分地区决算表", [
      ["市县别", "合计", "返还性支出", "结算补助"],
      ["市县合计", "60", "25", "35"],
      ["青岚市合计", "40", "15", "25"],
      ["市本级", "30", "10", "20"],
      ["云溪县", "10", "5", "5"],
      ["白石县", "20", "10", "10"],
    ]);
    expect(read.kind).toBe("transfers_by_item_and_region");
    expect(inShort(read.transfers).slice(0, 9)).toEqual([
      "paid 栖云省 subordinate total 合计 2025 accounts 600000",
      "paid 栖云省 subordinate return 返还性支出 2025 accounts 250000",
      "paid 栖云省 subordinate general 结算补助 2025 accounts 350000",
      "paid 青岚市 whole total 合计 2025 accounts 400000",
      "paid 青岚市 whole return 返还性支出 2025 accounts 150000",
      "paid 青岚市 whole general 结算补助 2025 accounts 250000",
      "paid 青岚市 own total 合计 2025 accounts 300000",
      "paid 青岚市 own return 返还性支出 2025 accounts 100000",
      "paid 青岚市 own general 结算补助 2025 accounts 200000",
    ]);
  });

  test("one region down where the caption says that they are", () => {
    const rows = [
      ["地区", "合计", "一般性转移支付"],
      ["合计", "20", "20"],
      ["青岚县", "20", "20"],
    ];
    const said = governmentIn("2025年省对市县转移支付分地区预算表", rows);
    expect(said.kind).toBe("transfers_by_region");
    expect(inShort(said.transfers).slice(2)).toEqual([
      "paid 青岚县 whole total 合计 2025 budget 200000",
      "paid 青岚县 whole general 一般性转移支付 2025 budget 200000",
    ]);
    expect(governmentIn("2025年省对市县转移支付预算表", rows).kind).toBe("transfers_by_item");
  });

  test("categories alone across the regions", () => {
    const read = governmentIn("2026年一般公共预算安排的税收返还及转移支付分地区草案表", [
      ["县市区", "2026年预算数", "<", "<"],
      ["^", "税收返还", "一般性转移支付", "专项转移支付"],
      ["青岚县", "3", "20", "7"],
      ["云溪县", "2", "18", "6"],
      ["白石县", "1", "16", "5"],
    ]);
    expect(read.kind).toBe("transfers_by_region");
    expect(inShort(read.transfers).slice(0, 3)).toEqual([
      "paid 青岚县 whole return 税收返还 2026 budget 30000",
      "paid 青岚县 whole general 一般性转移支付 2026 budget 200000",
      "paid 青岚县 whole special 专项转移支付 2026 budget 70000",
    ]);
  });

  test("what a government receives, items of the category above them", () => {
    const read = governmentIn("2025年中央对栖云省税收返还及转移支付执行情况表", [
      ["项  目", "金  额"],
      ["合计", "100"],
      ["一、返还性收入", "20"],
      ["所得税基数返还收入", "20"],
      ["二、专项转移支付", "80"],
      ["教育支出", "80"],
    ]);
    expect(read.kind).toBe("transfers_received");
    expect(inShort(read.transfers)).toEqual([
      "received 栖云省  total 合计 2025 execution 1000000",
      "received 栖云省  return 返还性收入 2025 execution 200000",
      "received 栖云省  return 所得税基数返还收入 2025 execution 200000",
      "received 栖云省  special 专项转移支付 2025 execution 800000",
      "received 栖云省  special 教育支出 2025 execution 800000",
    ]);
  });

  test("what it pays by item, a year a column", () => {
    const read = governmentIn("市对下转移支付情况表", [
      ["项目", "2025年执行数", "2026年预算数"],
      ["合计", "9", "12"],
    ]);
    expect(read.kind).toBe("transfers_by_item");
    expect(inShort(read.transfers)).toEqual([
      "paid   total 合计 2025 execution 90000",
      "paid   total 合计 2026 budget 120000",
    ]);
  });

  test("growth is no transfer, whatever heads it; 增减挂钩 is an item", () => {
    for (const heads of [
      ["增减额", "增长%"],
      ["比上年增减", "增幅"],
      ["增减金额", "增减幅度"],
    ]) {
      const read = compared(...heads);
      expect(read.open).toEqual([]);
      expect(read.transfers.map(({ amount }) => amount)).toEqual([
        "200000",
        "300000",
        "200000",
        "300000",
      ]);
    }
    const linked = governmentIn("2025年省对各市一般公共预算转移支付分地区分项目决算表", [
      ["地区", "合计", "城乡建设用地增减挂钩补助", "结算补助"],
      ["青岚市", "3", "1", "2"],
      ["云溪市", "5", "2", "3"],
      ["白石市", "7", "3", "4"],
    ]);
    expect(linked.transfers.filter(({ item }) => item?.includes("挂钩")).length).toBe(3);
  });
});
