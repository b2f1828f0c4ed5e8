import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { beforeAll, expect, test } from "vitest";
import { compare } from "../panel/compare.js";
import { describedFiles } from "../scripts/dictionary/described-files.js";
import { dictionaryPages } from "../scripts/dictionary/pages.js";
import type { Dictionary } from "../scripts/dictionary/pages.js";
import { COLUMN_WORDS, FILE_WORDS } from "../scripts/dictionary/words.js";
import { datasetOf, scratch } from "./panel/sample-panel.js";

const root = join(import.meta.dirname, "..");
const rewrite = process.env["UPDATE_DOCS"] === "1";

/** The samples, and what no sample has: the tables of a government. */
const DOCUMENTS = ["samples/*/source.pdf", "scripts/dictionary/government.html"];

const [out, panel] = [scratch("dictionary"), scratch("dictionary-panel")];
let dictionary: Dictionary;
beforeAll(async () => {
  const documents = globSync(DOCUMENTS, { cwd: root, absolute: true }).toSorted();
  await datasetOf(documents, out);
  await compare({ folders: [out], out: panel });
  dictionary = { dataset: await describedFiles(out), panel: await describedFiles(panel) };
}, 600_000);

const columns = () =>
  [...dictionary.dataset, ...dictionary.panel].flatMap((file) =>
    file.columns.map((column) => ({ ...column, file: file.name })),
  );

test("the data dictionary is what the files of a run are (npm run docs)", async () => {
  const pages = dictionaryPages(dictionary);
  if (rewrite)
    for (const [page, text] of pages) {
      await mkdir(dirname(join(root, page)), { recursive: true });
      await writeFile(join(root, page), text);
    }
  const there = globSync(["docs/data/*", "docs/zh/data/*"], { cwd: root });
  expect(there.toSorted()).toEqual([...pages.keys()].toSorted());
  for (const [page, text] of pages) expect(await readFile(join(root, page), "utf8")).toBe(text);
});

test("every file has its pitfall in both languages, and its columns too where they have one", () => {
  const files = [...dictionary.dataset, ...dictionary.panel].map(({ name }) => name);
  expect([...FILE_WORDS.keys()]).toEqual(files);
  const words = [...FILE_WORDS, ...COLUMN_WORDS];
  const halves = words.filter(
    ([, { pitfall }]) => (pitfall.en === "") !== !/\p{Script=Han}/u.test(pitfall.zh),
  );
  expect(halves.map(([name]) => name)).toEqual([]);
});

test("every exact decimal has its unit, and nothing is said of a column that is not there", () => {
  const unitless = columns().filter(({ type, unit }) => type === "number" && unit === "");
  expect(unitless.map(({ file, name }) => `${file}.${name}`)).toEqual([]);
  const names = new Set(columns().flatMap(({ file, name }) => [name, `${file}.${name}`]));
  expect([...COLUMN_WORDS.keys()].filter((name) => !names.has(name))).toEqual([]);
});

test("every column of a dataset says what it holds in both languages", () => {
  const unsaid = dictionary.dataset.flatMap((file) =>
    file.columns.filter(({ holds }) => holds.en === "" || !/\p{Script=Han}/u.test(holds.zh)),
  );
  expect(unsaid.map(({ name, holds }) => [name, holds])).toEqual([]);
});

test("nearly every file has an example", () => {
  const files = [...dictionary.dataset, ...dictionary.panel];
  const without = files.filter((file) => file.columns.every(({ example }) => example === ""));
  expect(without.map(({ name }) => name)).toEqual(["candidates", "conflicts"]);
});
