import { describe, expect, test } from "vitest";
import { finding, type Rule } from "../../../pipeline/model/finding.js";
import { lineKey, pageKey, toldOnce } from "../../../pipeline/model/told-once.js";

const rule: Rule = {
  id: "unseen",
  severity: "warning",
  about: { en: "About.", zh: "内容。" },
  say: { en: () => "Said.", zh: () => "说。" },
};

const found = (over: Partial<Rule>, ...tellsOf: readonly string[]) => ({
  ...finding({ ...rule, ...over }, {}),
  tellsOf,
});

const error = (...keys: readonly string[]) => found({ id: "graver", severity: "error" }, ...keys);

describe("findings that tell of the same", () => {
  test("are one, the graver", () => {
    const [graver, weaker] = [error("page 3"), found({}, "page 2", "page 3")];
    expect(toldOnce([graver, weaker])).toEqual([graver]);
    expect(toldOnce([weaker, graver])).toEqual([graver]);
  });

  test.each([
    { of: "other places", all: [error("page 3"), found({}, "page 4")] },
    { of: "one rule", all: [found({ severity: "error" }, "page 3"), found({}, "page 3")] },
    { of: "the same weight", all: [found({ id: "other" }, "page 3"), found({}, "page 3")] },
    { of: "nothing that has a key", all: [error(), finding(rule, {})] },
  ])("stay apart where they are of $of", ({ all }) => {
    expect(toldOnce(all)).toEqual(all);
  });

  test("lines are the same by their digits, whatever stands around them", () => {
    expect(lineKey("稅收收入 １2,000　13 000")).toBe(lineKey("税收收入｜12000|13000"));
    expect(lineKey("12000 13000")).not.toBe(lineKey("12000 13001"));
    expect(pageKey(3)).not.toBe(lineKey("3"));
  });
});
