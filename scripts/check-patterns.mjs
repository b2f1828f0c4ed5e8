// Looks for regular expressions whose time grows faster than their input: `node scripts/check-patterns.mjs [FOLDER]`,
// FOLDER being dist where not given. Literals are taken from the compiled code, what is put together from parts
// while its modules load. Ends with 1 where one is found that patterns-on-bounded-input.mjs does not exempt.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "acorn";
import { analyse } from "scslre";
import { globSync } from "tinyglobby";
import { BOUNDED } from "./patterns-on-bounded-input.mjs";

const [, , folder = "dist"] = process.argv;
/** Loading them starts a program or a reader. */
const STARTS = /(?:cli\/gongkai|pool\/reader)\.js$/u;

/** The bundles hold the same code once more, and that of packages; the pages are for browsers alone. */
const bundles = ["bin", "inspector", "report"].map((name) => `${folder}/${name}/**`);
const files = globSync(`${folder}/**/*.js`, { ignore: bundles }).map((file) => resolve(file));
const patterns = new Map();
const note = (pattern) => patterns.set(String(pattern), pattern);

for (const file of files)
  noteLiterals(parse(readFileSync(file, "utf8"), { ecmaVersion: "latest", sourceType: "module" }));
await noteConstructed(files.filter((file) => !STARTS.test(file)));

const slow = [...patterns.values()].filter(isSlow).map(String);
const unlisted = slow.filter((pattern) => !BOUNDED.has(pattern));
const outdated = [...BOUNDED.keys()].filter((pattern) => !slow.includes(pattern));
for (const pattern of unlisted) console.error(`Superlinear on long input: ${pattern}`);
for (const pattern of outdated) console.error(`Exempted without need: ${pattern}`);
console.log(`${patterns.size} patterns, ${BOUNDED.size} on bounded input`);
process.exit(unlisted.length + outdated.length > 0 ? 1 : 0);

function noteLiterals(node) {
  if (node === null || typeof node !== "object" || node instanceof RegExp) return;
  if (node.regex !== undefined) note(new RegExp(node.regex.pattern, node.regex.flags));
  for (const child of Object.values(node)) noteLiterals(child);
}

async function noteConstructed(modules) {
  const Plain = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, parts) {
      const made = Reflect.construct(target, parts);
      const isOurs = new Error("made here").stack.includes(
        `${pathToFileURL(resolve(folder)).href}/`,
      );
      if (isOurs) note(made);
      return made;
    },
  });
  for (const module of modules) await import(pathToFileURL(module).href);
  globalThis.RegExp = Plain;
}

function isSlow(pattern) {
  return isSlowByGrammar(pattern) || isSlowFromItsStart(pattern);
}

/** Two runs that can trade characters, or one that can begin anywhere in another. */
function isSlowByGrammar({ source, flags }) {
  return analyse({ source, flags }).reports.length > 0;
}

/** A fixed beginning, then a run that takes in further beginnings: `[bookmark: [bookmark: …`. */
function isSlowFromItsStart({ source }) {
  const start =
    /^(?:\\s\?|\\b)*(?<fixed>(?:\\.|[^\\[\](){}|^$.*+?])+)\[\^(?<ends>(?:\\.|[^\]])*)\][*+]/u;
  const found = start.exec(source)?.groups;
  if (found === undefined) return false;
  const ends = new RegExp(`[${found.ends}]`, "u");
  return !ends.test(found.fixed.replaceAll(/\\[sb]/gu, " ").replaceAll("\\", ""));
}
