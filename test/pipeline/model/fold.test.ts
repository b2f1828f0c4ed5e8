import { describe, expect, test } from "vitest";
import { foldRepeats } from "../../../pipeline/model/fold.js";
import { finding, type Rule, sentencesOf } from "../../../pipeline/model/finding.js";

const rule: Rule<{ readonly header: string }> = {
  id: "unnamed",
  severity: "warning",
  cause: ({ header }) => header,
  about: { en: "About.", zh: "内容。" },
  say: { en: ({ header }) => `“${header}”.`, zh: ({ header }) => `“${header}”。` },
};

const found = (count: number, header: string, over: Partial<typeof rule> = {}) =>
  Array.from({ length: count }, (_, row) =>
    finding({ ...rule, ...over }, { header }, { table_no: 1, row }),
  );

describe("findings of one cause", () => {
  test("are one with how many there are, and the places of all", () => {
    const [first, ...more] = foldRepeats(found(120, "全省"));
    expect(more).toEqual([]);
    expect(first).toMatchObject({ row: 0, facts: { header: "全省", more: 119 } });
    expect(first?.related).toHaveLength(119);
    expect(first?.related?.[0]).toMatchObject({ name: "unnamed", table_no: 1, row: 1 });
    expect(first === undefined ? null : sentencesOf(first)).toEqual({
      en: "“全省”. (119 more like it.)",
      zh: "“全省”。（另有119处与此相同。）",
    });
  });

  test("stand where the first of them stood", () => {
    const mixed = [...found(2, "市本级"), ...found(4, "全省"), ...found(1, "县级")];
    expect(foldRepeats(mixed).map(({ facts }) => facts["header"])).toEqual([
      "市本级",
      "市本级",
      "全省",
      "县级",
    ]);
  });

  test.each([
    { of: "three", all: found(3, "全省") },
    { of: "different causes", all: ["甲", "乙", "丙", "丁"].flatMap((name) => found(1, name)) },
    { of: "different rules", all: ["a", "b", "c", "d"].flatMap((id) => found(1, "全省", { id })) },
    {
      of: "different weight",
      all: [...found(3, "全省"), ...found(3, "全省", { severity: "error" })],
    },
  ])("stay apart where they are $of", ({ all }) => {
    expect(foldRepeats(all)).toEqual(all);
  });

  test("stay apart where their rule names no cause", () => {
    const { cause: _, ...without } = rule;
    const all = Array.from({ length: 9 }, () => finding(without, { header: "全省" }));
    expect(foldRepeats(all)).toEqual(all);
  });
});
