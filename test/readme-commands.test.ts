import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { real, run } from "./cli/run.js";
import { removeFolder } from "./remove-folder.js";

const root = join(import.meta.dirname, "..");
const rewrite = process.env["UPDATE_DOCS"] === "1";
/** The pages that show commands with what they print, each before the same page in Chinese. */
const PAIRS = [
  ["README.md", "README.zh-CN.md"],
  ["docs/commands.md", "docs/zh/commands.md"],
] as const;

/** A command of a page and what it is said to print; a line `…` stands for lines left out. */
interface Shown {
  readonly command: string;
  readonly output: string;
}

const BLOCK = /```console\n\$ npx gongkai (.+)\n([\s\S]*?)\n```/gu;

const pageText = (page: string): Promise<string> => readFile(join(root, page), "utf8");

async function shownIn(page: string): Promise<readonly Shown[]> {
  const blocks = (await pageText(page)).matchAll(BLOCK);
  return Array.from(blocks, ([, command = "", output = ""]) => ({ command, output }));
}

test.each(PAIRS)(
  "%s and %s show the same commands with the same output",
  async (english, chinese) => {
    const shown = await shownIn(english);
    expect(shown).not.toEqual([]);
    expect(await shownIn(chinese)).toEqual(shown);
  },
);

describe.each(PAIRS)("%s", async (...pages) => {
  const [english] = pages;
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "gongkai-readme-"));
  });
  afterAll(() => removeFolder(out));

  test.each(await shownIn(english))(
    "gongkai $command prints what is shown (npm run docs)",
    async ({ command }) => {
      const { stdout } = await run(argumentsOf(command, out), real);
      const printed = stdout.trimEnd().replaceAll(out, "out");
      if (rewrite) await Promise.all(pages.map((page) => rewriteOutput(page, command, printed)));
      const shown = (await shownIn(english)).find((block) => block.command === command);
      expect(printed).toMatch(excerpt(shown?.output ?? ""));
    },
  );
});

describe("the rows of amounts.csv", () => {
  let rows: ReadonlySet<string>;
  beforeAll(async () => {
    const out = await mkdtemp(join(tmpdir(), "gongkai-readme-"));
    await run(["extract", "samples/*/source.pdf", "--out", out], real);
    rows = new Set((await readFile(join(out, "amounts.csv"), "utf8")).split("\n"));
    await rm(out, { recursive: true, force: true });
  });

  test.each(PAIRS[0])("are those that %s shows", async (page) => {
    const [, block = ""] = /```csv\n(document_id[\s\S]*?)\n```/u.exec(await pageText(page)) ?? [];
    expect(block).not.toBe("");
    expect(block.split("\n").filter((row) => !rows.has(row))).toEqual([]);
  });
});

function argumentsOf(command: string, out: string): readonly string[] {
  const parts = command.matchAll(/"([^"]*)"|(\S+)/gu);
  return Array.from(parts, ([, quoted, plain]) => quoted ?? plain ?? "").map((argument) =>
    argument === "out" ? out : argument,
  );
}

function excerpt(output: string): RegExp {
  const literal = output.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  return new RegExp(`^${literal.replaceAll(/\n…(?=\n|$)/gu, String.raw`(?:\n.*)*?`)}$`, "u");
}

/** Puts what was printed into the page, where the whole of it is shown. */
async function rewriteOutput(page: string, command: string, printed: string): Promise<void> {
  const text = (await pageText(page)).replaceAll(BLOCK, (block, its: string, output: string) =>
    its === command && !`\n${output}`.includes("\n…")
      ? `\`\`\`console\n$ npx gongkai ${command}\n${printed}\n\`\`\``
      : block,
  );
  await writeFile(join(root, page), text);
}
