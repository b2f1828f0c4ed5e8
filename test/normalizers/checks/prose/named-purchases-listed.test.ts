import { describe, expect, test } from "vitest";
import { namedPurchasesListed } from "../../../../normalizers/checks/prose/named-purchases-listed.js";
import type { Placed } from "../../../../pipeline/model/records/registry.js";
import { item, prose, reading, section, unable } from "../make-reading.js";

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

  test.each([
    ["主要为服务器，已列入政府采购预算。", ["服务器"]],
    ["主要是：服务器和机柜等，都已列入2025年政府采购预算。", ["服务器", "机柜"]],
    ["主要包括服务器与机柜，已按要求全部列入部门政府采购。", ["服务器", "机柜"]],
    ["主要有服务器及机柜,列入政府采购预算。", ["服务器", "机柜"]],
    ["主要为计算机设备、打印用具，已列入政府采购预算。", ["打印用具"]],
    ["主要为计算机，未来将会再行列入政府采购预算。", []],
    ["主要为服务器，已列入预算。", []],
    ["主要为服务器。其余已列入政府采购预算。", []],
  ])("in %s finds %j", (sentence, names) => {
    const one = reading({
      document: prose([sentence]),
      sections: [section({})],
      procurement_items: [item({}), item({}), item({ item_name: null })],
    });
    const { findings } = namedPurchasesListed.run(one);
    expect(findings.map(({ facts }) => facts)).toEqual(
      names.map((name) => ({ name, items: ["台式计算机"] })),
    );
    for (const found of findings) expect(found).toMatchObject({ severity: "error", section_no: 1 });
  });

  test.each([
    ["打印机", "打印设备", true],
    ["办公家具", "家具用具", true],
    ["空调设备", "空调", true],
    ["办公桌", "会议桌", true],
    ["机", "计算机", true],
    ["服务器", "计算机", false],
    ["法律服务", "服务器", false],
  ])("%s is among the items as %s: %s", (name, item_name, listed) => {
    const one = reading({
      document: prose([`主要为${name}，已列入政府采购预算。`]),
      procurement_items: [item({ item_name })],
    });
    expect(namedPurchasesListed.run(one).findings).toHaveLength(listed ? 0 : 1);
  });

  test("cannot run without items", () => {
    expect(namedPurchasesListed.run(said([]))).toMatchObject(unable);
  });
});
