import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import { canonical } from "../../values/text.js";
import { paragraphs } from "../../evidence/prose.js";

const rule: Rule<{ readonly name: string; readonly items: readonly string[] }> = {
  id: "named_purchases_listed",
  severity: "error",
  about: {
    en: "What the prose says is in the 政府采购预算 is among its items.",
    zh: "正文说列入政府采购预算的，在其各项之中。",
  },
  say: {
    en: ({ name, items }) =>
      `The prose says that “${name}” is in the 政府采购预算; its items are ${items.map((item) => `“${item}”`).join(", ")}.`,
    zh: ({ name, items }) =>
      `正文称“${name}”已列入政府采购预算，而其各项为${items.map((item) => `“${item}”`).join("、")}。`,
  },
};

const NAMED =
  /主要(?:为|是|包括|有)[：:]?(?<list>[^。；;，,]+?)等?[，,](?:均?已|都已|已按要求)?[^，,。]{0,6}列入[^，,。]*政府采购/gu;

/** `主要为计算机、服务器等，已列入政府采购预算` against the items. */
export const namedPurchasesListed: Check = {
  rule,
  run: (reading) => {
    const items = [
      ...new Set(
        reading.procurement_items.flatMap(({ item_name }) =>
          item_name === null ? [] : [canonical(item_name)],
        ),
      ),
    ];
    if (items.length === 0)
      return {
        compared: 0,
        findings: [],
        unable: {
          en: "the document has no items of procurement",
          zh: "文档没有政府采购预算的采购项",
        },
      };
    const named = paragraphs(reading).flatMap(({ text, where }) =>
      [...text.matchAll(NAMED)].flatMap(({ groups }) =>
        (groups?.["list"] ?? "").split(/[、及和与]/u).map((name) => ({ name: name.trim(), where })),
      ),
    );
    const findings = named.flatMap(({ name, where }): readonly Finding[] =>
      name === "" || items.some((item) => isLike(name, item))
        ? []
        : [finding(rule, { name, items }, { ...where, expected: name })],
    );
    return {
      compared: named.length,
      findings,
      unable: { en: "the prose names no purchases", zh: "正文没有提到采购的内容" },
    };
  },
};

/** Two characters of the thing itself in common: 打印机 and 打印设备, 办公家具 and 家具用具. */
function isLike(name: string, item: string): boolean {
  const thing = name.replace(/办公|设备|用具|服务$/gu, "");
  if (thing.length < 2) return item.includes(thing);
  return Array.from(thing)
    .slice(1)
    .some((char, index) => item.includes(`${thing[index] ?? ""}${char}`));
}
