import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import * as gongkai from "../index.js";
import { kinds } from "../normalizers/forms/table-kinds.js";
import { RECORD_FILES } from "../pipeline/model/records/registry.js";
import {
  checkRules,
  columnsPage,
  fileTable,
  fixedValues,
  formatTable,
  kindTable,
  readingRules,
  ruleTable,
} from "../scripts/documentation.js";
import { run } from "./cli/run.js";

const root = join(import.meta.dirname, "..");
const rewrite = process.env["UPDATE_DOCS"] === "1";
const rules = [...readingRules, ...checkRules];

const read = (file: string): Promise<string> => readFile(join(root, file), "utf8");

/** A part of a page that is made from the code: it stands between two comments. */
interface Made {
  readonly page: string;
  readonly part: string;
  readonly text: string;
}

const MADE: readonly Made[] = [
  { page: "README.md", part: "formats", text: formatTable(["Format", "Media type"]) },
  { page: "README.md", part: "files", text: fileTable() },
  { page: "README.md", part: "kinds", text: kindTable(["Form", "Budget", "Final accounts"]) },
  { page: "README.md", part: "checks", text: ruleTable(checkRules, "en") },
  { page: "README.md", part: "reading", text: ruleTable(readingRules, "en") },
  { page: "README.zh-CN.md", part: "formats", text: formatTable(["格式", "媒体类型"]) },
  { page: "README.zh-CN.md", part: "kinds", text: kindTable(["表", "预算", "决算"]) },
  { page: "README.zh-CN.md", part: "checks", text: ruleTable(checkRules, "zh") },
  { page: "README.zh-CN.md", part: "reading", text: ruleTable(readingRules, "zh") },
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

test("docs/columns.md has the columns of the schemas (npm run docs)", async () => {
  if (rewrite) await writeFile(join(root, "docs/columns.md"), columnsPage());
  expect(await read("docs/columns.md")).toBe(columnsPage());
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

describe.each(["README.md", "README.zh-CN.md"])("%s", (page) => {
  let text: string;
  beforeAll(async () => {
    text = await read(page);
  });

  test("names every kind of table and every file of records", () => {
    const names = [
      ...kinds.map(({ kind }) => `\`${kind}\``),
      ...RECORD_FILES.map((file) => `\`${file}.csv\``),
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  });

  test("lists the rules with their severity", () => {
    const rows = text.matchAll(/^\| `([a-z0-9_]+)` \| (error|warning|info) \| \S/gmu);
    const listed = Array.from(rows, ([, id, severity]) => `${id} ${severity}`);
    expect(listed.toSorted(byCode)).toEqual(
      rules.map(({ id, severity }) => `${id} ${severity}`).toSorted(byCode),
    );
  });

  test("names every command and option, and none that does not exist", async () => {
    const commands = Array.from(
      (await help()).matchAll(/^ {2}(?!help)([a-z]+) .*\[options\]/gmu),
      ([, command = ""]) => command,
    );
    expect(commands).toHaveLength(11);
    expect(commands.filter((command) => !text.includes(`\`gongkai ${command} `))).toEqual([]);
    const helps = await Promise.all(commands.map(help));
    const options = new Set(helps.flatMap(optionsIn));
    const used = optionsIn(
      text
        .split("\n")
        .filter((line) => commands.some((command) => line.includes(`gongkai ${command}`)))
        .join("\n"),
    );
    expect(used.filter((option) => !options.has(option))).toEqual([]);
    expect([...options].filter((option) => !text.includes(option))).toEqual([]);
  });

  test("imports only what the library exports", () => {
    const [, list = ""] = /import \{ ([^}]+) \} from "gongkai"/u.exec(text) ?? [];
    expect(list).not.toBe("");
    expect(list.split(", ").filter((name) => !(name in gongkai))).toEqual([]);
  });

  test("links to files that are there", () => {
    const links = Array.from(
      text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/gu),
      ([, path = ""]) => path,
    );
    const there = new Set(
      globSync("**", { cwd: root, onlyFiles: false, dot: false, ignore: ["node_modules", "dist"] }),
    );
    expect(links.filter((path) => !there.has(path) && !there.has(`${path}/`))).toEqual([]);
  });
});

const byCode = (a: string, b: string): number => (a < b ? -1 : 1);

const optionsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(/--[a-z-]+/gu), ([option]) => option);

async function help(command?: string): Promise<string> {
  const { stdout } = await run(command === undefined ? ["--help"] : [command, "--help"]);
  return stdout;
}
