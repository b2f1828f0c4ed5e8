import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { globSync } from "tinyglobby";
import { seeded } from "../../bench/ocr/seeded.js";
import { edited } from "./edit.js";
import type { Edit } from "./edit.js";
import { editsOf } from "./edits.js";
import { Trials } from "./trials.js";

const USAGE = `npm run mutate [-- OPTION...]

Changes the code in one place at a time and prints the changes that no test notices.

  --files GLOB    which modules are changed; may be repeated (normalizers/ and pipeline/)
  --count NUMBER  how many changes are drawn (200); all where there are no more
  --seed NUMBER   which are drawn (1)
`;

/** One change of one module. */
interface CodeMutant {
  readonly file: string;
  readonly source: string;
  readonly edit: Edit;
}

/** How much longer than without a change the tests of a module may take until a mutant counts as endless. */
const FACTOR = 5;
/** What starting the first tests and a busy machine add to that, in milliseconds. */
const GRACE = 30_000;
/** What the tests of a module may take without a change, in milliseconds. */
const UNCHANGED = 600_000;

const { files, count, seed } = optionsOf(process.argv.slice(2));
const all = globSync([...files])
  .filter((file) => file.endsWith(".ts"))
  .toSorted()
  .flatMap(mutantsOf);
const drawn = draw(all, { count, seed });
const survivors = await untold(drawn);
const killed = drawn.length - survivors;
const score = drawn.length === 0 ? "none" : `${((100 * killed) / drawn.length).toFixed(1)} %`;
process.stdout.write(
  `${drawn.length} of ${all.length} mutants (seed ${seed}): ${killed} killed, ${survivors} survived, score ${score}\n`,
);

function mutantsOf(file: string): readonly CodeMutant[] {
  const source = readFileSync(file, "utf8");
  return editsOf(file, source).map((edit) => ({ file, source, edit }));
}

/** So many of all, in their order, the same for a seed. */
function draw(
  mutants: readonly CodeMutant[],
  options: { readonly count: number; readonly seed: number },
): readonly CodeMutant[] {
  const { even } = seeded(options.seed);
  return mutants
    .map((mutant, at) => ({ mutant, at, lot: even() }))
    .toSorted((one, other) => one.lot - other.lot)
    .slice(0, options.count)
    .toSorted((one, other) => one.at - other.at)
    .map(({ mutant }) => mutant);
}

/** How many mutants no test notices; prints each. */
async function untold(mutants: readonly CodeMutant[]): Promise<number> {
  using trials = new Trials();
  let survived = 0;
  for (const file of new Set(mutants.map((mutant) => mutant.file))) {
    const patience = GRACE + FACTOR * (await timeUnchanged(trials, file));
    for (const mutant of mutants.filter((one) => one.file === file)) {
      const { failed } = await trials.of(
        { file: resolve(file), source: edited(mutant.source, mutant.edit) },
        patience,
      );
      if (failed !== null) continue;
      survived += 1;
      process.stdout.write(`survived: ${described(mutant)}\n`);
    }
  }
  return survived;
}

/**
 * How long the tests of a module take, in milliseconds.
 *
 * @throws where one fails without any change: all mutants would count as killed
 */
async function timeUnchanged(trials: Trials, file: string): Promise<number> {
  const start = performance.now();
  const source = readFileSync(file, "utf8");
  const { failed } = await trials.of({ file: resolve(file), source }, UNCHANGED);
  if (failed !== null) throw new Error(`Without any change a test of ${file} fails: ${failed}.`);
  return performance.now() - start;
}

function described({ file, source, edit: { start, end, text } }: CodeMutant): string {
  const before = source.slice(0, start).split("\n");
  const place = `${file}:${before.length}:${(before.at(-1) ?? "").length + 1}`;
  return `${place}  ${oneLine(source.slice(start, end))} → ${oneLine(text) || "nothing"}`;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function optionsOf(args: readonly string[]) {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      files: { ...text, multiple: true, default: ["normalizers/**/*.ts", "pipeline/**/*.ts"] },
      count: { ...text, default: "200" },
      seed: { ...text, default: "1" },
    },
  });
  return { files: values.files, count: numberOf(values.count), seed: numberOf(values.seed) };
}

function numberOf(text: string): number {
  if (!/^\d+$/u.test(text)) throw new Error(`${text} is no number.\n\n${USAGE}`);
  return Number(text);
}
