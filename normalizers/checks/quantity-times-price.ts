import { Big } from "big.js";
import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import type { Reading } from "../../pipeline/reading.js";
import type { Placed } from "../../pipeline/records.js";
import { inUnitOf, type Term } from "./comparison.js";
import { moneyTerm, nameOf } from "./procurement-terms.js";

interface Product {
  readonly quantity: string;
  readonly price: Term;
  readonly stated: Term;
  readonly computed: Big;
}

const rule: Rule<Product> = {
  id: "quantity_times_price",
  severity: "error",
  about:
    "Quantity × unit price is the amount of the item; a warning where the rounding of the price would explain the difference.",
  say: ({ quantity, price, stated, computed }) =>
    `“${stated.name}”: ${quantity} × ${inUnitOf(price, price.yuan)} is ${inUnitOf(stated, computed)}, printed is ${inUnitOf(stated, stated.yuan)}.`,
};

/** 数量 × 单价 = 金额. */
export const quantityTimesPrice: Check = {
  rule,
  run: (reading) => {
    const products = reading.procurement_items.flatMap((item) => product(reading, item) ?? []);
    return {
      compared: products.length,
      findings: products.flatMap(doubt),
      unable: "no item prints quantity, unit price and amount",
    };
  },
};

function product(reading: Reading, item: Placed<"procurement_items">): Product | null {
  const name = nameOf(item);
  const price = moneyTerm(reading, item, { column: "unit_price", name });
  const stated = moneyTerm(reading, item, { column: "amount_total", name });
  if (price === null || stated === null || item.quantity === null) return null;
  return { quantity: item.quantity, price, stated, computed: price.yuan.times(item.quantity) };
}

function doubt(one: Product): readonly Finding[] {
  const { quantity, price, stated, computed } = one;
  const off = computed.minus(stated.yuan).abs();
  if (off.lt(stated.step)) return [];
  const rounded = price.step.div(2).times(new Big(quantity).abs()).plus(stated.step);
  const sides = { expected: inUnitOf(stated, computed), actual: inUnitOf(stated, stated.yuan) };
  const found = finding(rule, one, { ...stated.where, ...sides });
  return [off.lte(rounded) ? { ...found, severity: "warning" } : found];
}
