import { expect, test } from "vitest";
import { dataPackage } from "../../../../pipeline/dataset/compile/data-package.js";
import { DATASET_WORDS } from "../../../../pipeline/dataset/compile/meanings.js";
import { RECORD_FILES } from "../../../../pipeline/model/records/registry.js";

const { labelOf, meaningOf } = DATASET_WORDS;
const { resources } = dataPackage(RECORD_FILES.map((name) => ({ name, bytes: 0, sha256: "" })));
const fields = resources.flatMap(({ name: file, schema }) =>
  schema.fields.map((field) => ({ ...field, file })),
);

test("meanings.tsv says in both languages what every column holds", () => {
  const unsaid = fields.filter(({ file, name }) => {
    const said = meaningOf(file, name);
    return said === undefined || said.en === "" || !/\p{Script=Han}/u.test(said.zh);
  });
  expect(unsaid.map(({ file, name }) => `${file}.${name}`)).toEqual([]);
});

test("labels.tsv names every fixed value, and no two of a column alike", () => {
  const wrong = fields.flatMap(({ file, name, constraints }) => {
    const labels = (constraints?.enum ?? []).map((value) => labelOf(file, name, value));
    const isRight = !labels.includes(undefined) && new Set(labels).size === labels.length;
    return isRight ? [] : `${file}.${name}`;
  });
  expect(wrong).toEqual([]);
});
