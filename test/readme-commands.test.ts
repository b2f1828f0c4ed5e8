import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { real, run } from "./cli/run.js";

const root = join(import.meta.dirname, "..");
const rewrite = process.env["UPDATE_DOCS"] === "1";
const PAGES = ["README.md", "README.zh-CN.md"];

/** A command of a README and what it is said to print; a line `…` stands for lines left out. */
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

test("both READMEs show the same commands with the same output", async () => {
  const [english, chinese] = await Promise.all(PAGES.map(shownIn));
  expect(english).not.toEqual([]);
  expect(chinese).toEqual(english);
});

describe("README.md", async () => {
  let out: string;
  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "gongkai-readme-"));
  });
  afterAll(() => rm(out, { recursive: true, force: true }));

  test.each(await shownIn("README.md"))(
    "gongkai $command prints what is shown (npm run docs)",
    async ({ command }) => {
      const { stdout } = await run(argumentsOf(command, out), real);
      const printed = stdout.trimEnd().replaceAll(out, "out");
      if (rewrite) await Promise.all(PAGES.map((page) => rewriteOutput(page, command, printed)));
      const shown = (await shownIn("README.md")).find((block) => block.command === command);
      expect(printed).toMatch(excerpt(shown?.output ?? ""));
    },
  );

  test.each(PAGES)("as %s shows, amounts.csv has these rows", async (page) => {
    await run(["extract", "samples/*/source.pdf", "--out", out, "--clean"], real);
    const rows = new Set((await readFile(join(out, "amounts.csv"), "utf8")).split("\n"));
    const [, block = ""] = /```csv\n([\s\S]*?)\n```/u.exec(await pageText(page)) ?? [];
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
