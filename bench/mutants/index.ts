import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { extracted } from "./batch.js";
import type { Fate } from "./batch.js";
import { mutant } from "./mutant.js";
import type { Mutant } from "./mutant.js";
import { families } from "./sources.js";

const USAGE = `npm run bench -- mutants [OPTION...]

  --seed NUMBER      which mutants are made (1)
  --count NUMBER     how many (1000); a sixth of them are pictures
  --only NUMBER,...  these alone
  --batch NUMBER     how many each run of \`gongkai extract\` reads (100)
  --timeout SECONDS  what each of them may take (20)
  --keep DIR         where mutants that are faults are left
`;

/** What is not to happen, whatever the file. */
const FAULTS: ReadonlySet<string> = new Set(["crashed", "internal", "out_of_memory", "not told"]);
/** How much longer than its time limits a document may take until it is stopped, in seconds. */
const GRACE = 5;

interface Options {
  readonly seed: number;
  readonly numbers: readonly number[];
  readonly batch: number;
  readonly timeout: number;
  readonly keep: string | undefined;
}

/** `npm run bench -- mutants`: spoilt documents of all formats, read as a user would read them, and what became of them. */
export async function* mutantFigures(args: readonly string[]): AsyncGenerator<string> {
  const options = optionsOf(args);
  const all: Told[] = [];
  const runs: string[] = [];
  let most = 0;
  for (let from = 0; from < options.numbers.length; from += options.batch) {
    const numbers = options.numbers.slice(from, from + options.batch);
    const { told, faults, peak } = await readBatch(numbers, options);
    most = Math.max(most, peak);
    all.push(...told);
    runs.push(...faults);
    for (const one of told)
      if (isFault(one, options)) yield lineOf("fault", one);
      else if (one.fate.status === "timeout") yield lineOf("stopped", one);
    for (const fault of faults) yield `fault: ${fault}\n`;
  }
  yield* counts(all);
  const faults = all.filter((one) => isFault(one, options));
  yield `${all.length} mutants of seed ${options.seed}: ${faults.length} faults, ${runs.length} runs that ended otherwise, printed more than they should or left files; at most ${Math.round(most)} MB a process\n`;
}

/** A mutant and what became of it. */
interface Told {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

/** Makes some mutants in a temporary folder and reads them there. */
async function readBatch(numbers: readonly number[], options: Options) {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-mutants-"));
  try {
    const input = path.join(folder, "in");
    mkdirSync(input);
    const from = families();
    const made = new Map<string, Mutant>();
    for (const number of numbers) {
      const one = await mutant(from, { seed: options.seed, number });
      made.set(nameOf(one), one);
      writeFileSync(path.join(input, nameOf(one)), one.bytes);
    }
    const out = path.join(folder, "out");
    const { fates, abort, unexpected, strays, peak } = await extracted({
      ...options,
      folder: input,
      out,
    });
    const told = [...made].map(([name, one]) => ({
      mutant: withoutBytes(one),
      fate: fates.get(name) ?? NOT_TOLD,
    }));
    for (const one of told.filter((each) => isFault(each, options)))
      keepFile(nameOf(one.mutant), made, options);
    const ended = abort === undefined ? [] : [`run of ${numbers[0]}…: ended with ${abort}`];
    const printed = unexpected.map((line) => `run of ${numbers[0]}…: printed ${line}`);
    const left = strays.map((name) => `run of ${numbers[0]}…: left ${name}`);
    return { told, faults: [...ended, ...printed, ...left], peak };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const NOT_TOLD: Fate = { status: "not told", said: "", seconds: 0, turns: 1 };
const nameOf = ({ number }: Mutant) => `${String(number).padStart(6, "0")}.bin`;
const withoutBytes = (one: Mutant): Mutant => ({ ...one, bytes: new Uint8Array() });

function keepFile(name: string, made: ReadonlyMap<string, Mutant>, { keep }: Options): void {
  const bytes = made.get(name)?.bytes;
  if (keep === undefined || bytes === undefined) return;
  mkdirSync(keep, { recursive: true });
  writeFileSync(path.join(keep, name), bytes);
}

function isFault({ fate }: Told, { timeout }: Options): boolean {
  return FAULTS.has(fate.status) || fate.seconds > timeout * fate.turns + GRACE;
}

function lineOf(what: string, { mutant: { number, making }, fate }: Told): string {
  return `${what}: ${number} (${making}), ${fate.seconds.toFixed(1)} s: ${fate.said || fate.status}\n`;
}

/** A table: how many of each family became what, and how long they took at most. */
function counts(all: readonly Told[]): readonly string[] {
  const familyOf = ({ mutant: { making } }: Told) => making.split(",")[0] ?? "";
  const statuses = [...new Set(all.map(({ fate }) => fate.status))].toSorted();
  const rows = [...new Set(all.map(familyOf))].map((family) => {
    const told = all.filter((one) => familyOf(one) === family);
    const each = statuses.map((status) => told.filter(({ fate }) => fate.status === status).length);
    const longest = Math.max(...told.map(({ fate }) => fate.seconds)).toFixed(1);
    return [family, told.length, ...each, longest];
  });
  const head = ["family", "mutants", ...statuses, "longest, s"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |\n`);
}

/** @throws where an option is not known or no number */
function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { ...text, default: "1" },
      count: { ...text, default: "1000" },
      only: text,
      batch: { ...text, default: "100" },
      timeout: { ...text, default: "20" },
      keep: text,
    },
  });
  const count = numberOf(values.count);
  return {
    seed: numberOf(values.seed),
    numbers: values.only?.split(",").map(numberOf) ?? Array.from({ length: count }, (_, n) => n),
    batch: numberOf(values.batch),
    timeout: numberOf(values.timeout),
    keep: values.keep,
  };
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!/^\d+$/u.test(text)) throw new Error(`${text} is no number.\n\n${USAGE}`);
  return number;
}
