import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import * as gongkai from "../index.js";
import { kinds } from "../normalizers/forms/table-kinds.js";
import { RECORD_FILES } from "../pipeline/model/records/registry.js";
import {
  checkRules,
  errorTable,
  fileTable,
  fixedValues,
  kindTable,
  limitTable,
  readingRules,
  ruleTable,
} from "../scripts/documentation.js";
import { run } from "./cli/run.js";

const root = join(import.meta.dirname, "..");
const rewrite = process.env["UPDATE_DOCS"] === "1";
const rules = [...readingRules, ...checkRules];

const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

const PAGES = [
  "README.md",
  "README.zh-CN.md",
  "CONTRIBUTING.md",
  ...globSync("docs/**/*.md", { cwd: root }),
];

/** A part of a page that is made from the code: it stands between two comments. */
interface Made {
  readonly page: string;
  readonly part: string;
  readonly text: string;
}

const MADE: readonly Made[] = [
  { page: "docs/dataset.md", part: "files", text: fileTable("en") },
  { page: "docs/zh/dataset.md", part: "files", text: fileTable("zh") },
  { page: "docs/dataset.md", part: "kinds", text: kindTable(["Form", "Budget", "Final accounts"]) },
  { page: "docs/checks.md", part: "checks", text: ruleTable(checkRules, "en") },
  { page: "docs/checks.md", part: "reading", text: ruleTable(readingRules, "en") },
  { page: "docs/errors.md", part: "errors", text: errorTable("en") },
  { page: "SECURITY.md", part: "limits", text: limitTable() },
  { page: "docs/zh/errors.md", part: "errors", text: errorTable("zh") },
  { page: "docs/zh/dataset.md", part: "kinds", text: kindTable(["表", "预算", "决算"]) },
  { page: "docs/zh/checks.md", part: "checks", text: ruleTable(checkRules, "zh") },
  { page: "docs/zh/checks.md", part: "reading", text: ruleTable(readingRules, "zh") },
];

test.each(MADE)("$page has the $part of the code (npm run docs)", async ({ page, part, text }) => {
  const place = new RegExp(`(?<=<!-- ${part} -->\n\n)[\\s\\S]*?(?=\n\n<!-- end -->)`, "u");
  const printed = await read(page);
  if (rewrite)
    await writeFile(
      join(root, page),
      printed.replace(place, () => text),
    );
  expect((await read(page)).match(place)?.[0]).toBe(text);
});

test("docs/values.md says what every value of a column with a fixed set means", async () => {
  const text = await read("docs/values.md");
  expect([...fixedValues].filter((value) => !text.includes(`| \`${value}\` |`))).toEqual([]);
});

test("every rule that the code declares is documented", async () => {
  const files = globSync("{pipeline,extractors,normalizers}/**/*.ts", { cwd: root });
  const texts = await Promise.all(files.map(read));
  const declared = texts.flatMap((text) =>
    Array.from(text.matchAll(/\bid: "([a-z0-9_]+)",\s+severity:/gu), ([, id = ""]) => id),
  );
  expect(new Set(rules.map(({ id }) => id))).toEqual(new Set(declared));
});

describe.each(["docs", "docs/zh"])("%s", (docs) => {
  test("dataset.md names every kind of table and every file of records", async () => {
    const text = await read(`${docs}/dataset.md`);
    const names = [
      ...kinds.map(({ kind }) => `\`${kind}\``),
      ...RECORD_FILES.map((file) => `\`${file}.csv\``),
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  test("checks.md lists the rules with their severity", async () => {
    const text = await read(`${docs}/checks.md`);
    const rows = text.matchAll(/^\| `([a-z0-9_]+)` \| (error|warning|info) \| \S/gmu);
    const listed = Array.from(rows, ([, id, severity]) => `${id} ${severity}`);
    expect(listed.toSorted(byCode)).toEqual(
      rules.map(({ id, severity }) => `${id} ${severity}`).toSorted(byCode),
    );
  });

  test("commands.md names every command, and the pages every option and none that does not exist", async () => {
    const commands = Array.from(
      (await help()).matchAll(/^ {2}(?!help)([a-z]+) .*\[options\]/gmu),
      ([, command = ""]) => command,
    );
    expect(commands).toHaveLength(17);
    const list = await read(`${docs}/commands.md`);
    expect(commands.filter((command) => !list.includes(`\`gongkai ${command} `))).toEqual([]);
    const helps = await Promise.all(commands.map(help));
    const options = new Set(helps.flatMap(optionsIn));
    const text = await pagesOf(docs);
    const used = optionsIn(
      text
        .split("\n")
        .filter((line) => commands.some((command) => line.includes(`gongkai ${command}`)))
        .join("\n"),
    );
    expect(used.filter((option) => !options.has(option))).toEqual([]);
    expect([...options].filter((option) => !text.includes(option))).toEqual([]);
  });

  test("library.md imports only what the library exports", async () => {
    const text = await read(`${docs}/library.md`);
    const [, list = ""] = /import \{ ([^}]+) \} from "gongkai"/u.exec(text) ?? [];
    expect(list).not.toBe("");
    expect(list.split(", ").filter((name) => !(name in gongkai))).toEqual([]);
  });
});

test("every page of docs/ that a README leads to has one in the other language where it is in both", async () => {
  const chinese = globSync("*.md", { cwd: join(root, "docs/zh") });
  const english = new Set(globSync("*.md", { cwd: join(root, "docs") }));
  expect(chinese.filter((page) => !english.has(page))).toEqual([]);
  const [inEnglish, inChinese] = await Promise.all(["README.md", "README.zh-CN.md"].map(read));
  for (const page of chinese) {
    expect(inEnglish).toContain(`docs/${page}`);
    expect(inChinese).toContain(`docs/zh/${page}`);
  }
});

test.each(PAGES)("the links of %s lead to files that are there", async (page) => {
  const links = Array.from(
    (await read(page)).matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu),
    ([, path = ""]) => join(dirname(page), path),
  );
  const there = new Set(
    globSync("**", { cwd: root, onlyFiles: false, dot: false, ignore: ["node_modules", "dist"] }),
  );
  expect(links.filter((path) => !there.has(path) && !there.has(`${path}/`))).toEqual([]);
});

/** The texts of a README and of the pages of its language. */
async function pagesOf(docs: string): Promise<string> {
  const readme = docs === "docs" ? "README.md" : "README.zh-CN.md";
  const pages = globSync("*.md", { cwd: join(root, docs) }).map((page) => `${docs}/${page}`);
  return (await Promise.all([readme, ...pages].map(read))).join("\n");
}

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

const optionsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/--[a-z-]+/gu), ([option]) => option);

async function help(command?: string): Promise<string> {
  const { stdout } = await run(command === undefined ? ["--help"] : [command, "--help"]);
  return stdout;
}
