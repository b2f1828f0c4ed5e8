import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { watchMemory } from "./peak-memory.js";
import { parseCsv } from "../../test/pipeline/dataset/parse-csv.js";

const COMMAND = fileURLToPath(new URL("../../cli/gongkai.js", import.meta.url));
const CONCURRENCY = 2;

/** What became of one file. */
export interface Fate {
  /** By which the program tells it: `ok`, `partial`, `same bytes`, or the code of its failure. */
  readonly status: string;
  /** The line that was printed for it. */
  readonly said: string;
  /** From when it was begun until it ended, as far as the lines that are printed tell. */
  readonly seconds: number;
  /** How often its time began anew: once, and with each page that was recognized. */
  readonly turns: number;
}

/** How a run of `gongkai extract` over a folder ended. */
export interface Batch {
  /** By file name. */
  readonly fates: ReadonlyMap<string, Fate>;
  /** An exit code other than 0 and 1, or a signal. */
  readonly abort: string | undefined;
  /** Lines of stderr that are not what it prints for each document. */
  readonly unexpected: readonly string[];
  /** What it left in its home, its temporary folder and where it was started. */
  readonly strays: readonly string[];
  /** The largest memory of one of its processes, in megabytes; 0 where the system does not tell. */
  readonly peak: number;
}

export interface BatchOptions {
  readonly folder: string;
  readonly out: string;
  /** What `--timeout` says. */
  readonly timeout: number;
}

/** Runs it as a user would. */
export async function extracted({ folder, out, timeout }: BatchOptions): Promise<Batch> {
  const limits = ["--timeout", `${timeout}`, "--concurrency", `${CONCURRENCY}`];
  const elsewhere = path.join(path.dirname(out), "elsewhere");
  mkdirSync(elsewhere);
  const child = spawn(process.execPath, [COMMAND, "extract", folder, "--out", out, ...limits], {
    cwd: elsewhere,
    env: { ...process.env, HOME: elsewhere, TMPDIR: elsewhere },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const memory = watchMemory(child.pid);
  const began = performance.now();
  const ends: End[] = [];
  const unexpected: string[] = [];
  const looked = new Map<string, number>();
  for await (const line of createInterface(child.stderr)) {
    const [, name, said] = DOCUMENT.exec(line) ?? [];
    if (name !== undefined && said !== undefined) ends.push({ name, said, at: performance.now() });
    else {
      const [isProgress, file, pages] = PROGRESS.exec(line) ?? [];
      if (file !== undefined) looked.set(path.basename(file), Number(pages));
      else if (isProgress === undefined) unexpected.push(line);
    }
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  const isUsual = child.exitCode === 0 || child.exitCode === 1;
  const abort = isUsual ? undefined : `${child.signalCode ?? child.exitCode}`;
  return {
    fates: fatesOf(ends, { began, recognized: new Map([...recognizedIn(out), ...looked]) }),
    abort,
    unexpected,
    strays: readdirSync(elsewhere, { recursive: true }).map(String),
    peak: memory.stop(),
  };
}

/** A file, or a member of an archive, which is told as one of the archive's. */
const DOCUMENT = /^\[\d+\/\d+\] (?:.*?\/)??(\d{6}\.bin)[^:]*: (.*)$/u;
/** Pages are told of where a document takes long, also those whose text layer is read in the end. */
const PROGRESS = /^\d+ in [\d.]+ s, |^(.+): page \d+ of (\d+)/u;

/** A line that tells of a document, and when it was printed. */
interface End {
  readonly name: string;
  readonly said: string;
  readonly at: number;
}

/** A document begins when one ends, in the order of their names. */
function fatesOf(
  ends: readonly End[],
  {
    began,
    recognized,
  }: { readonly began: number; readonly recognized: ReadonlyMap<string, number> },
): ReadonlyMap<string, Fate> {
  const names = ends.map(({ name }) => name).toSorted();
  const starts = new Map(names.map((name, n) => [name, ends[n - CONCURRENCY]?.at ?? began]));
  const all = ends
    .map(({ name, said, at }): readonly [string, Fate] => {
      const seconds = (at - (starts.get(name) ?? began)) / 1000;
      const status = /^(?:failed, (\w+)|same bytes|\w+)/u.exec(said) ?? ["?"];
      const pages = recognized.get(name) ?? Number(/after its page (\d+)/u.exec(said)?.[1] ?? 0);
      return [name, { status: status[1] ?? status[0], said, seconds, turns: 1 + pages }];
    })
    // Of the members of an archive the one that failed tells of it.
    .toSorted(
      ([, a], [, b]) => Number(a.said.startsWith("failed")) - Number(b.said.startsWith("failed")),
    );
  return new Map(all);
}

/** The pages of the documents of which some were recognized, by file name. */
function recognizedIn(out: string): ReadonlyMap<string, number> {
  const file = path.join(out, "documents.csv");
  const [head = [], ...rows] = existsSync(file) ? parseCsv(readFileSync(file, "utf8")) : [];
  const value = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? "";
  const scans = rows.filter((row) => value(row, "ocr") === "true");
  return new Map(scans.map((row) => [value(row, "file_name"), Number(value(row, "pages"))]));
}
