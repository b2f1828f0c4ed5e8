import { describe, expect, test } from "vitest";
import { namedPurchasesListed } from "../../../normalizers/checks/prose/named-purchases-listed.js";
import { procurementFundsEqualAmount } from "../../../normalizers/checks/sums/procurement-funds-equal-amount.js";
import { procurementItemsEqualTotal } from "../../../normalizers/checks/sums/procurement-items-equal-total.js";
import { quantityTimesPrice } from "../../../normalizers/checks/sums/quantity-times-price.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { item, prose, reading, table } from "./make-reading.js";

const tables = [table({ kind: "procurement", rows: [["项目"]] })];
const document = (items: readonly Placed<"procurement_items">[]) =>
  reading({ tables, procurement_items: items });
const unable = {
  compared: 0,
  findings: [],
  unable: { en: expect.stringMatching(/[a-z]/u), zh: expect.stringMatching(/\p{sc=Han}/u) },
};

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

describe("named_purchases_listed", () => {
  const text =
    "本年度拟购置固定资产2.2万元，主要为计算机、打印机、座椅等，均已列入2025年政府采购预算。";
  const items = [item({}), item({ item_name: "激光打印机" })];
  const said = (procurement_items: readonly Placed<"procurement_items">[]) =>
    reading({ document: prose([text]), procurement_items });

  test("finds what is said to be in the procurement budget and is not", () => {
    expect(namedPurchasesListed.run(said(items)).findings).toMatchObject([{ expected: "座椅" }]);
  });

  test("passes what is", () => {
    const { compared, findings } = namedPurchasesListed.run(
      said([...items, item({ item_name: "办公座椅" })]),
    );
    expect({ compared, findings }).toEqual({ compared: 3, findings: [] });
  });

  test("cannot run without items", () => {
    expect(namedPurchasesListed.run(said([]))).toMatchObject(unable);
  });
});
