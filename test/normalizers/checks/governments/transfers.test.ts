import { describe, expect, test } from "vitest";
import { transfersAgree } from "../../../../normalizers/checks/governments/transfers-agree.js";
import { governmentIn } from "../../tables/government/government-in.js";
import { captioned, reading } from "../make-reading.js";

type Rows = Parameters<typeof governmentIn>[1];

/** What the check says of tables with these captions and rows. */
function shown(...tables: readonly (readonly [caption: string, rows: Rows])[]) {
  const read = tables.map(([caption, rows], at) => ({
    caption,
    table_no: at + 1,
    ...governmentIn(caption, rows),
  }));
  const { compared, findings } = transfersAgree.run(
    reading({
      tables: read.map(({ caption, table_no }) => {
        const one = captioned("transfers_by_item", caption, { number: table_no });
        return { ...one, record: { ...one.record, region_name: "栖云省" } };
      }),
      transfers: read.flatMap(({ table_no, transfers }) =>
        transfers.map((one) => ({ table_no, ...one })),
      ),
      amounts: read.flatMap(({ table_no, amounts }) =>
        amounts.map((one) => ({ table_no, ...one })),
      ),
    }),
  );
  return [
    compared,
    ...findings.map(({ severity, actual, expected }) => `${severity} ${actual} ${expected}`),
  ];
}

const byItem = (total: string): readonly [string, Rows] => [
  "2025年省对市县政府性基金预算转移支付分项目决算表",
  [
    ["项目", "决算数"],
    ["合计", total],
    ["彩票公益金", "10"],
    ["旅游发展基金", "20"],
  ],
];
const byRegion = (total: string, own = "云溪市"): readonly [string, Rows] => [
  "2025年省对市县政府性基金预算转移支付分地区决算表",
  [
    ["地区", "决算数"],
    ["青岚市", "5"],
    [own, "10"],
    ["白石市", "15"],
    ["合计", total],
  ],
];
const budget = (paid: string): readonly [string, Rows] => [
  "2025年省本级政府性基金预算支出决算表",
  [
    ["项目", "决算数"],
    ["本年支出合计", "70"],
    ["补助下级支出", paid],
  ],
];

describe("transfers_agree", () => {
  test("the total by item is that by region and that of the budget", () => {
    expect(shown(byItem("30"), byRegion("30"), budget("30"))).toEqual([3]);
    expect(shown(byItem("30"), byRegion("37"))).toEqual([1, "error 37万元 30万元"]);
  });
  test("a budget may pay what is in no table of transfers, not less", () => {
    expect(shown(byItem("30"), budget("33"))).toEqual([1, "warning 30万元 33万元"]);
    expect(shown(byItem("30"), budget("28"))).toEqual([1, "error 30万元 28万元"]);
  });
  test("tables of other years, phases, budgets and categories are others", () => {
    const [caption, rows] = byRegion("37");
    expect(shown(byItem("30"), [caption.replace("2025", "2024"), rows])).toEqual([0]);
    expect(shown(byItem("30"), [caption.replace("政府性基金", "一般公共"), rows])).toEqual([0]);
    expect(shown(byItem("30"), [caption.replace("转移支付", "专项转移支付"), rows])).toEqual([0]);
  });
  test("transfers of one category are not all that a budget pays", () => {
    const [caption, rows] = byItem("30");
    expect(shown([caption.replace("转移支付", "专项转移支付"), rows], budget("37"))).toEqual([0]);
    const taxes = "2025年省对市县税收返还分项目决算表";
    const spent: Rows = [
      ["项目", "决算数"],
      ["补助市县支出", "37"],
    ];
    expect(shown([taxes, rows], ["2025年省本级一般公共预算支出决算表", spent])).toEqual([0]);
  });
  test("a total that holds the government's own part is no transfer", () => {
    expect(shown(byItem("30"), byRegion("37", "省本级"))).toEqual([0]);
  });
  test("税收返还 is paid from 一般公共预算 whether that is said or not", () => {
    const all: Rows = [
      ["地区", "决算数"],
      ["青岚市", "5"],
      ["云溪市", "10"],
      ["白石市", "15"],
      ["合计", "30"],
    ];
    expect(
      shown(
        ["2025年省对市县税收返还和转移支付分地区决算表", all],
        [
          "2025年省本级一般公共预算支出决算表",
          [
            ["项目", "决算数"],
            ["补助市县支出", "37"],
            ["教育支出", "7"],
          ],
        ],
      ),
    ).toEqual([1, "warning 30万元 37万元"]);
  });
});
