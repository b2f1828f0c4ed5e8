import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type DocumentDataset, extract } from "../index.js";
import { checks } from "../normalizers/checks.js";
import { runChecks } from "../pipeline/model/check.js";
import type { Bilingual, Facts, Rule } from "../pipeline/model/finding.js";
import { checkRules, readingRules } from "../scripts/documentation.js";
import { reading } from "./normalizers/checks/make-reading.js";
import { EXAMPLES } from "./rule-examples.js";

const rules = [...checkRules, ...readingRules].filter(isTried);

/** Of which facts each rule makes its sentences only the examples know. */
function isTried(rule: object): rule is Rule<Facts> {
  return "say" in rule;
}

test("every rule has facts to try it with", () => {
  const ids = rules.map(({ id }) => id);
  expect(Object.keys(EXAMPLES).toSorted()).toEqual(ids.toSorted());
});

describe.each(rules)("$id", ({ id, severity, about, say }) => {
  const told = (EXAMPLES[id] ?? []).map((facts): Bilingual<string> => ({
    en: say.en(facts),
    zh: say.zh(facts),
  }));

  test("says how grave what it finds is", () => {
    expect(["error", "warning", "info"]).toContain(severity);
  });

  test("says what it looks for in a sentence of each language", () => {
    expect(about.en).toMatch(/^[A-Z0-9].*\.$/u);
    expect(about.zh).toMatch(/。$/u);
    expect(strays(about)).toEqual([]);
  });

  test("says what it found in a sentence of each language", () => {
    expect(told.flatMap(strays)).toEqual([]);
    expect(told.filter(({ zh }) => !zh.endsWith("。"))).toEqual([]);
    expect(told.filter(({ en, zh }) => /undefined|\[object/u.test(en + zh))).toEqual([]);
  });

  test("says the same numbers in both", () => {
    for (const { en, zh } of told) expect(numbersIn(zh)).toEqual(numbersIn(en));
  });

  test("makes its sentences of all its facts", () => {
    expect(new Set(told.map(({ en }) => en)).size).toBe(told.length);
    expect(new Set(told.map(({ zh }) => zh)).size).toBe(told.length);
  });
});

test("a check that cannot run says why in both languages", () => {
  const { coverage } = runChecks(reading({ about: { title: null, issuer_name: null } }), checks);
  expect(coverage).toHaveLength(checkRules.length);
  expect(
    coverage.flatMap(({ reason }) => (reason === undefined ? ["none"] : strays(reason))),
  ).toEqual([]);
});

const HAN = /\p{sc=Han}+/gu;
const LATIN = /[A-Za-z]{2,}/gu;

/** Words of the other language that are not in it too: what is quoted and official terms are in both. */
function strays({ en, zh }: Bilingual<string>): readonly string[] {
  const [plainEn, plainZh] = [unquoted(en), unquoted(zh)];
  return [
    ...(plainEn.match(LATIN) === null ? [`no English: ${en}`] : []),
    ...(plainZh.match(HAN) === null ? [`no Chinese: ${zh}`] : []),
    ...(plainEn.match(HAN) ?? []).filter((term) => !zh.includes(term)),
    ...(plainZh.match(LATIN) ?? []).filter((term) => !en.includes(term)),
  ];
}

const unquoted = (text: string): string => text.replace(/“[^”]*”|`[^`]*`/gu, "");

const numbersIn = (text: string): readonly string[] =>
  (text.match(/\d+(?:\.\d+)?/gu) ?? []).toSorted();

describe("a document that contradicts itself", () => {
  let findings: DocumentDataset["findings"];
  let coverage: DocumentDataset["coverage"];
  beforeAll(async () => {
    ({ findings, coverage } = await extract(
      join(import.meta.dirname, "../samples/contradictions-2023/source.pdf"),
    ));
  });

  test("is told of in both languages with the same numbers", () => {
    expect(findings.length).toBeGreaterThan(15);
    for (const { message, message_zh } of findings) {
      expect(numbersIn(message_zh)).toEqual(numbersIn(message));
      expect(strays({ en: message, zh: message_zh })).toEqual([]);
    }
  });

  test("says in both languages which checks could not run", () => {
    const { reason, reason_zh } = coverage.find(({ rule }) => rule === "recognition_differs") ?? {};
    expect({ reason, reason_zh }).toEqual({
      reason: "no text was read from a picture",
      reason_zh: "没有从图像识别的文字",
    });
    expect(coverage.filter((check) => check.outcome !== "not_run" && "reason_zh" in check)).toEqual(
      [],
    );
  });

  test("gives the facts of a sum, and where its parts stand", () => {
    const found = findings.find(({ rule }) => rule === "parts_equal_total");
    expect(found).toMatchObject({
      message: "In one row “合计” 365万元 is not the sum of its columns: “项目支出” 356万元.",
      message_zh: "一行之内，“合计”365万元不等于各列之和：“项目支出”356万元。",
      facts: {
        stated: { name: "合计", amount: "3650000", text: "365万元", table_no: 3 },
        parts: [{ name: "项目支出", amount: "3560000", text: "356万元", table_no: 3 }],
        computed: { amount: "3560000", text: "356万元" },
      },
      related: [{ name: "项目支出", table_no: 3, section_no: null, row: 14, column: 5, page: 3 }],
    });
  });
});
