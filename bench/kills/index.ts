import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { filesIn } from "../../test/files-in.js";
import { endAll, gongkai } from "../../test/workers/queue/processes.js";
import { hasRedis } from "../../test/workers/redis-server.js";
import { seeded } from "../ocr/seeded.js";
import { writeInputs } from "./inputs.js";
import { COMMAND } from "./processes.js";
import { COMMANDS, SIGNALS, extractTrial, workerTakes, workerTrial } from "./trial.js";
import type { Moment, Setting, Trial } from "./trial.js";

const USAGE = `npm run bench -- kills [OPTION...]

  --seed NUMBER   at which moments (1)
  --command NAME  extract or worker (both)
  --signal NAME   SIGKILL, SIGTERM or SIGINT (all)
  --count NUMBER  how many for each signal and command (30); a third of them are inside recognition
`;

/** How often a moment inside recognition is looked for again where the run was past it. */
const TRIES = 5;

/** `npm run bench -- kills`: runs ended by signals at random moments, gone on with, and compared with one that was not. */
export async function* killFigures(args: readonly string[]): AsyncGenerator<string> {
  const { seed, count, whats } = optionsOf(args);
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-kills-"));
  try {
    const setting = await settingIn(folder);
    for (const what of whats) {
      const trials: Trial[] = [];
      for (const moment of moments(what, { seed, count })) {
        const trial = await tried(folder, moment, setting);
        trials.push(trial);
        process.stderr.write(`${trials.length}/${count} ${named(moment)}: ${trial.ended}\n`);
        yield* trial.faults.map((fault) => `fault: ${named(moment)}: ${fault}\n`);
      }
      yield line(`${what.command} ${what.signal}`, trials);
    }
  } finally {
    await endAll();
    rmSync(folder, { recursive: true });
  }
}

/** The undisturbed runs. */
async function settingIn(folder: string): Promise<Setting> {
  const input = path.join(folder, "in");
  await writeInputs(input);
  const out = path.join(folder, "whole");
  const began = performance.now();
  const args = ["extract", input, "--out", out, "--concurrency", "1"];
  const { code, stderr } = await gongkai(args, { redis: "", store: "", program: COMMAND });
  if (code !== 0) throw new Error(`An undisturbed run ended with ${code}:\n${stderr}`);
  const extract = performance.now() - began;
  const worker = hasRedis ? await workerTakes(path.join(folder, "queue"), input) : 0;
  return { input, whole: await filesIn(out), takes: { extract, worker } };
}

type What = Pick<Moment, "command" | "signal">;

function moments(what: What, { seed, count }: Omit<Options, "whats">): readonly Moment[] {
  const { even } = seeded(seed);
  return Array.from({ length: count }, (_, n) => ({
    ...what,
    at: even(),
    inRecognition: n % 3 === 0,
  }));
}

function named({ command, signal, at, inRecognition }: Moment): string {
  return `${command} ${signal} ${inRecognition ? "in recognition" : "anywhere"} at ${at.toFixed(3)}`;
}

/** A moment inside recognition is earlier with each try, until it is inside. */
async function tried(folder: string, moment: Moment, setting: Setting): Promise<Trial> {
  for (let n = 1; ; n += 1) {
    const own = mkdtempSync(path.join(folder, "trial-"));
    const trialOf = moment.command === "extract" ? extractTrial : workerTrial;
    const trial = await trialOf(own, { ...moment, at: moment.at / n }, setting);
    rmSync(own, { recursive: true });
    if (!moment.inRecognition || trial.wasInRecognition || trial.faults.length > 0 || n === TRIES)
      return trial;
  }
}

function line(what: string, trials: readonly Trial[]): string {
  const ends = trials.map(({ ended }) => ended);
  const ended = [...new Set(ends)]
    .toSorted()
    .map((end) => `${ends.filter((each) => each === end).length} ${end}`);
  const inside = trials.filter(({ wasInRecognition }) => wasInRecognition).length;
  const bad = trials.filter(({ faults }) => faults.length > 0).length;
  return `${what.padEnd(16)} ${trials.length} moments, ${inside} inside recognition; ended with ${ended.join(", ")}; ${bad} faults\n`;
}

interface Options {
  readonly whats: readonly What[];
  readonly seed: number;
  readonly count: number;
}

const isAsked = (name: string, asked: string | undefined) => asked === undefined || asked === name;

/** @throws where an option is not known or no number */
function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const options = {
    seed: { ...text, default: "1" },
    count: { ...text, default: "30" },
    command: text,
    signal: text,
  };
  const { values } = parseArgs({ args: [...args], options });
  const [seed, count] = [Number(values.seed), Number(values.count)];
  if (!Number.isInteger(seed) || !Number.isInteger(count)) throw new Error(USAGE);
  const commands = COMMANDS.filter((name) => name === "extract" || hasRedis).filter((name) =>
    isAsked(name, values.command),
  );
  const signals = SIGNALS.filter((name) => isAsked(name, values.signal));
  const whats = commands.flatMap((command) => signals.map((signal) => ({ command, signal })));
  return { seed, count, whats };
}
