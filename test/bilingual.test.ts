import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "acorn";
import { glob } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { built } from "./build.js";

/** A node of a syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly [name: string]: unknown;
}

/** A text that the program has in both languages, as its source has it. */
interface Pair {
  readonly name: string;
  readonly en: Node;
  readonly zh: Node;
}

const pairs = await pairsIn(["cli", "exports", "workers", "pipeline", "extractors", "normalizers"]);

describe("what the program says in both languages", () => {
  test("is found", () => {
    expect(pairs.length).toBeGreaterThan(400);
  });

  test("has Chinese in its Chinese half, unless both are the same", () => {
    const untranslated = pairs.filter(
      ({ en, zh }) => /[a-z]/iu.test(textOf(en)) && !HAN.test(textOf(zh)) && !isSame(en, zh),
    );
    expect(untranslated.map(({ name }) => name)).toEqual([]);
  });

  test("has no Chinese sentence in its English half", () => {
    const chinese = pairs.filter(({ en }) => /[，。：；]/u.test(textOf(en)));
    expect(chinese.map(({ name }) => name)).toEqual([]);
  });

  test("has the same facts in both halves", () => {
    const differing = pairs.filter(({ en, zh }) => !isSameSet(factsOf(en), factsOf(zh)));
    expect(differing.map(({ name, en, zh }) => [name, factsOf(en), factsOf(zh)])).toEqual([]);
  });
});

const HAN = /\p{Script=Han}/u;

async function pairsIn(folders: readonly string[]): Promise<readonly Pair[]> {
  const files = await glob(
    folders.map((folder) => `${folder}/**/*.js`),
    { cwd: built("") },
  );
  const found: Pair[] = [];
  for (const file of files.toSorted()) {
    const code = await readFile(join(built(""), file), "utf8");
    const program: unknown = parse(code, { ecmaVersion: "latest", sourceType: "module" });
    for (const node of isNode(program) ? within(program) : []) {
      const en = valueOf(node, "en");
      const zh = valueOf(node, "zh");
      if (en !== undefined && zh !== undefined && isText(en) && isText(zh))
        found.push({ name: `${file}: ${textOf(en)}`, en, zh });
    }
  }
  return found;
}

/** A text, or a function that is one template: what decides in between is not compared. */
function isText({ type, body }: Node): boolean {
  if (type === "ArrowFunctionExpression") return isNode(body) && isText(body);
  return type === "TemplateLiteral" || type === "Literal" || type === "BinaryExpression";
}

function valueOf({ type, properties }: Node, name: string): Node | undefined {
  if (type !== "ObjectExpression" || !Array.isArray(properties)) return undefined;
  const nodes: readonly unknown[] = properties;
  const property = nodes.filter(isNode).find(({ key }) => isNode(key) && key["name"] === name);
  return isNode(property?.["value"]) ? property["value"] : undefined;
}

/** The words of a text without what is put into them. */
function textOf(node: Node): string {
  return [...within(node)]
    .map(({ type, value }) => {
      if (type === "Literal" && typeof value === "string") return value;
      const cooked: unknown =
        typeof value === "object" && value !== null && "cooked" in value ? value.cooked : "";
      return type === "TemplateElement" && typeof cooked === "string" ? cooked : "";
    })
    .join("");
}

/** The names of what is put into a text: a function that words a number is no fact. */
function factsOf(node: Node): readonly string[] {
  const filled = [...within(node)].filter(({ type }) => type === "TemplateLiteral");
  const parts = filled.flatMap(({ expressions }) => {
    const all: readonly unknown[] = Array.isArray(expressions) ? expressions : [];
    return all.filter(isNode).flatMap((part) => [...within(part)]);
  });
  const names = parts
    .filter(({ type }) => type === "Identifier")
    .map(({ name }) => String(name))
    .filter((name) => !WORDING.has(name));
  return [...new Set(names)].toSorted();
}

/** What words a fact: it is another in each language. */
const WORDING = new Set(["en", "zh", "counted", "number", "numbered", "inWords", "join", "length"]);

function isSame(en: Node, zh: Node): boolean {
  return textOf(en) === textOf(zh);
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
}

/** A node and all in it. */
function* within(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) yield* within(child);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}
