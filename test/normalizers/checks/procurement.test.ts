import { describe, expect, test } from "vitest";
import { procurementFundsEqualAmount } from "../../../normalizers/checks/sums/procurement-funds-equal-amount.js";
import { procurementItemsEqualTotal } from "../../../normalizers/checks/sums/procurement-items-equal-total.js";
import { quantityTimesPrice } from "../../../normalizers/checks/sums/quantity-times-price.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { item, reading, table, unable } from "./make-reading.js";

const tables = [table({ kind: "procurement", rows: [["项目"]] })];
const document = (items: readonly Placed<"procurement_items">[]) =>
  reading({ tables, procurement_items: items });

const total = (yuan: string) =>
  item({ row: 2, row_kind: "total", label: "合计", amount_total: yuan });

describe("procurement_items_equal_total", () => {
  const computers = item({ row: 4, amount_total: "16000" });
  const printers = item({ row: 5, item_name: "激光打印机", amount_total: "6000" });

  test("finds a 合计 that the items do not make", () => {
    expect(
      procurementItemsEqualTotal.run(document([total("30000"), computers, printers])).findings,
    ).toMatchObject([{ row: 2, table_no: 1, expected: "2.2万元", actual: "3万元" }]);
  });

  test("passes 合计 and the 小计 above or below its items", () => {
    const subtotal = item({
      row: 3,
      row_kind: "subtotal",
      label: "本级小计",
      amount_total: "16000",
    });
    const below = item({ row: 6, row_kind: "subtotal", label: "中心小计", amount_total: "6000" });
    const rows = [total("22000"), subtotal, computers, printers, below];
    expect(procurementItemsEqualTotal.run(document(rows))).toMatchObject({
      compared: 3,
      findings: [],
    });
  });

  const subtotal = item({ row: 9, row_kind: "subtotal", label: "小计", amount_total: "17000" });
  test.each([
    ["above", [computers, subtotal]],
    ["below", [subtotal, computers]],
  ])("finds a 小计 that the items %s it do not make", (_, rows) => {
    expect(procurementItemsEqualTotal.run(document(rows)).findings).toMatchObject([
      { row: 9, expected: "1.6万元", actual: "1.7万元" },
    ]);
  });

  test.each([
    ["amount_total", "合计"],
    ["amount_general_public", "合计（一般公共预算）"],
    ["sme_reserved", "合计（预留中小微企业份额）"],
  ] as const)("adds up %s and quotes it as %s", (column, name) => {
    const rows = [
      item({ row_kind: "total", label: "合计", [column]: "9000" }),
      item({ row: 4, [column]: "5000" }),
      item({ row: 5, [column]: "3000" }),
      item({ row: 6 }),
    ];
    expect(procurementItemsEqualTotal.run(document(rows)).findings).toMatchObject([
      { expected: "0.8万元", actual: "0.9万元", facts: { stated: { name } } },
    ]);
  });

  test.each([
    ["its own items before those of others", ["3", "4", "sum 7", "5"]],
    ["those below it, up to where they make it", ["sum 7", "3", "4", "5"]],
    ["those above it, up to where they make it", ["5", "3", "4", "sum 7"]],
    ["the first below it, though more make it too", ["sum 0", "0", "5"]],
  ])("passes a 小计 that is %s", (_, printed) => {
    const rows = printed.map((text, row) =>
      text.startsWith("sum ")
        ? item({ row, row_kind: "subtotal", label: "小计", amount_total: `${text.slice(4)}000` })
        : item({ row, amount_total: `${text}000` }),
    );
    expect(procurementItemsEqualTotal.run(document(rows))).toMatchObject({
      compared: 1,
      findings: [],
    });
  });

  test.each([
    [200, 0],
    [201, 1],
  ])("looks for the items of a 小计 among 200 rows: %d make %d findings", (count, findings) => {
    const rows = Array.from({ length: count }, (_, row) => item({ row, amount_total: "30000" }));
    const sum = item({ row: 300, row_kind: "subtotal", amount_total: String(30_000 * count) });
    for (const all of [
      [...rows, sum],
      [sum, ...rows],
    ])
      expect(procurementItemsEqualTotal.run(document(all)).findings).toHaveLength(findings);
  });

  test("does not add up items of another table", () => {
    const rows = [total("30000"), { ...computers, table_no: 2 }];
    expect(procurementItemsEqualTotal.run(document(rows))).toMatchObject(unable);
  });

  test("cannot run without a total", () => {
    expect(procurementItemsEqualTotal.run(document([computers]))).toMatchObject(unable);
  });
});

const funded = (parts: Partial<Placed<"procurement_items">>) =>
  document([item({ amount_total: "16000", amount_current_year: "16000", ...parts })]);

describe("procurement_funds_equal_amount", () => {
  test("finds funds that do not make the amount", () => {
    const { findings } = procurementFundsEqualAmount.run(
      funded({ amount_general_public: "9000", amount_unit_funds: "6000" }),
    );
    expect(findings).toMatchObject([{ expected: "1.5万元", actual: "1.6万元" }]);
  });

  test.each(["amount_carryover", "amount_non_fiscal_carryover", "amount_other_channels"] as const)(
    "adds %s to what the year's budget gives",
    (column) => {
      const { findings } = procurementFundsEqualAmount.run(
        funded({ amount_current_year: "10000", [column]: "5000" }),
      );
      expect(findings).toMatchObject([{ expected: "1.5万元", actual: "1.6万元" }]);
    },
  );

  test.each([
    "amount_general_public",
    "amount_government_fund",
    "amount_state_capital",
    "amount_special_account",
    "amount_unit_funds",
  ] as const)("takes %s for one of the funds of the year", (column) => {
    const { findings } = procurementFundsEqualAmount.run(funded({ [column]: "15000" }));
    expect(findings).toMatchObject([{ expected: "1.5万元", actual: "1.6万元" }]);
  });

  test("names the funds and the amounts that they make", () => {
    const columns = [
      ["amount_general_public", "一般公共预算"],
      ["amount_government_fund", "政府性基金预算"],
      ["amount_state_capital", "国有资本经营预算"],
      ["amount_special_account", "财政专户"],
      ["amount_unit_funds", "单位资金"],
      ["amount_other_income", "其他来源收入"],
      ["amount_carryover", "财政拨款结转"],
      ["amount_non_fiscal_carryover", "非财政拨款结转结余"],
      ["amount_other_channels", "其他渠道资金"],
    ] as const;
    const parts = Object.fromEntries(columns.map(([column]) => [column, "100"]));
    const { findings } = procurementFundsEqualAmount.run(
      document([item({ amount_total: "16000", ...parts })]),
    );
    expect(findings).toMatchObject([
      {
        table_no: 1,
        row: 2,
        page: 6,
        facts: { stated: { name: "总计" }, parts: columns.map(([, name]) => ({ name })) },
      },
    ]);
    expect(
      procurementFundsEqualAmount.run(funded({ amount_general_public: "9000" })).findings,
    ).toMatchObject([{ facts: { stated: { name: "当年部门预算安排资金" } } }]);
  });

  test.each<[string, Partial<Placed<"procurement_items">>]>([
    ["without 其他来源收入", { amount_general_public: "16000", amount_other_income: "3000" }],
    ["with it", { amount_general_public: "13000", amount_other_income: "3000" }],
    ["of the year alone", { amount_general_public: "16000", amount_carryover: "3000" }],
    [
      "whatever the year's budget",
      { amount_current_year: "9000", amount_general_public: "9000", amount_carryover: "7000" },
    ],
    ["that the year does not sum up", { amount_current_year: null, amount_unit_funds: "16000" }],
  ])("passes funds %s", (_, parts) => {
    expect(procurementFundsEqualAmount.run(funded(parts)).findings).toEqual([]);
  });

  test("passes funds that do", () => {
    const { findings } = procurementFundsEqualAmount.run(
      funded({ amount_general_public: "10000", amount_unit_funds: "6000" }),
    );
    expect(findings).toEqual([]);
  });

  test("cannot run where only the amount is printed", () => {
    expect(
      procurementFundsEqualAmount.run(document([item({ amount_total: "16000" })])),
    ).toMatchObject(unable);
  });
});

describe("quantity_times_price", () => {
  test.each([
    ["an error", "error", { quantity: "4", unit_price: "5000", amount_total: "16000" }],
    [
      "a doubt where the price was rounded",
      "warning",
      { quantity: "100", unit_price: "0", amount_total: "4200" },
    ],
    [
      "a doubt where half a digit of the price, and one of the amount, are all of it",
      "warning",
      { quantity: "100", unit_price: "0", amount_total: "5100" },
    ],
    ["an error beyond", "error", { quantity: "100", unit_price: "0", amount_total: "5200" }],
  ])("finds a product that is not the amount: %s", (_, severity, parts) => {
    const { findings } = quantityTimesPrice.run(document([item(parts)]));
    expect(findings).toMatchObject([
      { rule: "quantity_times_price", severity, row: 2, related: [{ row: 2 }] },
    ]);
  });

  test("says quantity, price and what they make", () => {
    const { findings } = quantityTimesPrice.run(
      document([item({ quantity: "4", unit_price: "5000", amount_total: "16000" })]),
    );
    expect(findings).toMatchObject([
      {
        table_no: 1,
        page: 6,
        expected: "2万元",
        actual: "1.6万元",
        facts: {
          quantity: "4",
          price: { name: "台式计算机", text: "0.5万元" },
          computed: { amount: "20000", text: "2万元" },
        },
      },
    ]);
  });

  test.each([
    ["16099", 0],
    ["16100", 1],
  ])(
    "allows less than the last digit of 16000 yuan: %s makes %d findings",
    (amount_total, count) => {
      const row = item({ quantity: "4", unit_price: "4000", amount_total });
      expect(quantityTimesPrice.run(document([row])).findings).toHaveLength(count);
    },
  );

  test("reads amounts of a table without a unit as yuan", () => {
    const bare = [table({ kind: "procurement", rows: [["项目"]], printed: { unit: null } })];
    const row = item({ quantity: "4", unit_price: "5", amount_total: "16" });
    expect(
      quantityTimesPrice.run(reading({ tables: bare, procurement_items: [row] })).findings,
    ).toMatchObject([{ expected: "20元", actual: "16元" }]);
  });

  test("passes one that is", () => {
    const row = item({ quantity: "4", unit_price: "4000", amount_total: "16000" });
    expect(quantityTimesPrice.run(document([row]))).toMatchObject({ compared: 1, findings: [] });
  });

  test.each([
    ["quantities", { unit_price: "4000", amount_total: "16000" }],
    ["prices", { quantity: "4", amount_total: "16000" }],
    ["amounts", { quantity: "4", unit_price: "4000" }],
  ])("cannot run without %s", (_, parts) => {
    expect(quantityTimesPrice.run(document([item(parts)]))).toMatchObject(unable);
  });
});
