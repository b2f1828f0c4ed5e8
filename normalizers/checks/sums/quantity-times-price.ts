import { Big } from "big.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import type { Placed } from "../../../pipeline/model/records/registry.js";
import { inUnitOf, type Term } from "../../evidence/comparison.js";
import { moneyTerm, nameOf } from "../../evidence/procurement-terms.js";
import {
  type Money,
  moneyIn,
  moneyOf,
  type NamedMoney,
  placesOf,
} from "../../evidence/sum-facts.js";

interface Product {
  readonly quantity: string;
  readonly price: Term;
  readonly stated: Term;
  readonly computed: Big;
}

const rule: Rule<{
  readonly quantity: string;
  readonly price: NamedMoney;
  readonly stated: NamedMoney;
  readonly computed: Money;
}> = {
  id: "quantity_times_price",
  severity: "error",
  about: {
    en: "Quantity × unit price is the amount of the item; a warning where the rounding of the price would explain the difference.",
    zh: "数量×单价等于金额；单价的四舍五入能解释差额时为 warning。",
  },
  say: {
    en: ({ quantity, price, stated, computed }) =>
      `“${stated.name}”: ${quantity} × ${price.text} is ${computed.text}, printed is ${stated.text}.`,
    zh: ({ quantity, price, stated, computed }) =>
      `“${stated.name}”：${quantity}×${price.text}等于${computed.text}，表内为${stated.text}。`,
  },
};

/** 数量 × 单价 = 金额. */
export const quantityTimesPrice: Check = {
  rule,
  run: (reading) => {
    const products = reading.procurement_items.flatMap((item) => product(reading, item) ?? []);
    return {
      compared: products.length,
      findings: products.flatMap(doubt),
      unable: {
        en: "no item prints quantity, unit price and amount",
        zh: "没有采购项同时印有数量、单价和金额",
      },
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

function doubt({ quantity, price, stated, computed }: Product): readonly Finding[] {
  const off = computed.minus(stated.yuan).abs();
  if (off.lt(stated.step)) return [];
  const rounded = price.step.div(2).times(new Big(quantity).abs()).plus(stated.step);
  const sides = { expected: inUnitOf(stated, computed), actual: inUnitOf(stated, stated.yuan) };
  const facts = {
    quantity,
    price: moneyOf(price),
    stated: moneyOf(stated),
    computed: moneyIn(stated, computed),
  };
  const related = placesOf([price]);
  const found = finding(rule, facts, { ...stated.where, ...sides, related });
  return [off.lte(rounded) ? { ...found, severity: "warning" } : found];
}
