// Looks for folders that need each other, by imports of types too: `node scripts/check-folders.mjs`. A folder may
// need the one that it stands in or those in it, but not both ways. Ends with 1 where there is a circle.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";

const IMPORT = /(?:from|import\() ?"(\.[^"]+)"/gu;

/** What each folder needs, and by which import. */
const needs = new Map();
for (const file of globSync("{pipeline,extractors,normalizers,panel,workers,exports,cli}/**/*.ts"))
  for (const [, path] of readFileSync(file, "utf8").matchAll(IMPORT)) note(file, path);

function note(file, path) {
  const [from, to] = [dirname(file), dirname(join(dirname(file), path))];
  if (from === to) return;
  const needed = needs.get(from) ?? new Map();
  if (!needed.has(to)) needed.set(to, `${file} imports ${path}`);
  needs.set(from, needed);
}

/** The shortest way from a folder back to itself; undefined where there is none. */
function circleOf(folder) {
  const ways = [[folder]];
  const seen = new Set();
  for (const way of ways)
    for (const next of needs.get(way.at(-1))?.keys() ?? []) {
      if (next === folder) return [...way, folder];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  return undefined;
}

const told = new Set();
for (const folder of needs.keys()) {
  const circle = circleOf(folder);
  if (circle === undefined || circle.some((each) => told.has(each))) continue;
  circle.forEach((each) => told.add(each));
  console.error(`Folders that need each other: ${circle.join(" → ")}`);
  for (const [index, each] of circle.slice(0, -1).entries())
    console.error(`  ${needs.get(each).get(circle[index + 1])}`);
}
console.log(`${needs.size} folders with imports, ${told.size} of them in circles`);
process.exit(told.size > 0 ? 1 : 0);
