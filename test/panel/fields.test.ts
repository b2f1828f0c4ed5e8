import { expect, test } from "vitest";
import { panelFields } from "../../panel/fields.js";
import { PANEL_NAMES } from "../../panel/records.js";
import { wordsIn } from "../../pipeline/dataset/compile/meanings.js";

const fields = PANEL_NAMES.flatMap((file) =>
  panelFields(file).map((field) => ({ ...field, file })),
);
const words = wordsIn({
  meanings: new URL("../../panel/meanings.tsv", import.meta.url),
  labels: new URL("../../panel/labels.tsv", import.meta.url),
});

test("meanings.tsv of the panel says in both languages what every column holds, concepts aside", () => {
  const concepts = panelFields("panel").flatMap(({ name }) =>
    /^(?:income|expenditure|three_public)_/u.test(name) ? [name] : [],
  );
  const unsaid = fields.filter(({ file, name, description = "" }) => {
    const said = words.meaningOf(file, name);
    const isSaid = said !== undefined && said.en !== "" && /\p{Script=Han}/u.test(said.zh);
    return !description.includes("concept") && !isSaid;
  });
  expect(unsaid.map(({ file, name }) => `${file}.${name}`)).toEqual([]);
  expect(concepts.length).toBeGreaterThan(30);
});

test("columns of one name share a line only where they are called alike", () => {
  const said = new Map<string, Set<string>>();
  for (const { file, name, title } of fields) {
    const { en } = words.meaningOf(file, name) ?? { en: name };
    said.set(en, (said.get(en) ?? new Set()).add(title));
  }
  expect([...said].flatMap(([en, titles]) => (titles.size > 1 ? en : []))).toEqual([]);
});

test("a concept as a column has its Chinese name and says what it is", () => {
  const income = fields.find(({ file, name }) => file === "panel" && name === "income_total");
  expect(income).toMatchObject({
    title: "收入总计（元）",
    description: expect.stringMatching(
      /^收入总计 in yuan: the amount of the concept income_total/u,
    ),
  });
  expect(fields.filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
});

test("labels.tsv of the panel names every fixed value, and no two of a column alike", () => {
  const wrong = fields.flatMap(({ file, name, constraints }) => {
    const labels = (constraints?.enum ?? []).map((value) => words.labelOf(file, name, value));
    const isRight = !labels.includes(undefined) && new Set(labels).size === labels.length;
    return isRight ? [] : `${file}.${name}`;
  });
  expect(wrong).toEqual([]);
});
