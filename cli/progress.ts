import { SingleBar } from "cli-progress";
import type { Outcome } from "../workers/local/extract-all.js";
import { total } from "./tally.js";
import { counted } from "./text-table.js";
import type { Terminal } from "./terminal.js";

const MOST_SHOWN = 24;

/** What a run tells while it works. */
export interface Progress {
  readonly start: (inputs: number) => void;
  readonly reading: (path: string) => void;
  readonly done: (path: string, outcome: Outcome) => void;
  readonly stop: () => void;
}

/** A bar where a person watches; elsewhere a line for each document. */
export function progressOn(terminal: Terminal): Progress {
  return terminal.interactive ? bar(terminal) : lines(terminal);
}

function bar({ stderr }: Terminal): Progress {
  const single = new SingleBar({
    stream: stderr,
    format: "{bar} {value}/{total} {rate}/s, {left} left, {failed} failed {path}",
    barsize: 16,
    // The bar would have to undo what it does to the terminal, and take Ctrl-C from the process for it.
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
  });
  let all = 0;
  let began = 0;
  let ended = 0;
  let failed = 0;
  return {
    start: (inputs) => {
      all = inputs;
      began = performance.now();
      single.start(inputs, 0, { path: "", rate: "–", left: "?", failed });
    },
    reading: (path) => single.update({ path: cut(path) }),
    done: (_path, outcome) => {
      ended += 1;
      if (isFailed(outcome)) failed += 1;
      const left = duration((secondsSince(began) / ended) * (all - ended));
      single.increment(1, { failed, left, rate: perSecond(ended, began) });
    },
    stop: () => single.stop(),
  };
}

/** The end of a path, short enough to leave the bar on one line. */
function cut(path: string): string {
  const characters = Array.from(path);
  return characters.length <= MOST_SHOWN ? path : `…${characters.slice(1 - MOST_SHOWN).join("")}`;
}

function lines({ stderr }: Terminal): Progress {
  let done = 0;
  let all = 0;
  let began = 0;
  return {
    start: (inputs) => {
      all = inputs;
      began = performance.now();
    },
    reading: () => undefined,
    done: (path, outcome) => {
      done += 1;
      stderr.write(`[${done}/${all}] ${path}: ${said(outcome)}\n`);
    },
    stop: () => {
      if (done < MANY) return;
      stderr.write(
        `${done} in ${secondsSince(began).toFixed(1)} s, ${perSecond(done, began)} a second\n`,
      );
    },
  };
}

/** From so many documents on, how fast they went is of interest. */
const MANY = 100;

function perSecond(ended: number, began: number): string {
  return (ended / secondsSince(began)).toFixed(1);
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000;
}

/** As `5s`, `1m05s` or `2h07m`. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole}s`;
  if (whole < 3600) return `${Math.floor(whole / 60)}m${twoDigits(whole % 60)}s`;
  return `${Math.floor(whole / 3600)}h${twoDigits((whole % 3600) / 60)}m`;
}

function twoDigits(number: number): string {
  return String(Math.floor(number)).padStart(2, "0");
}

function said(outcome: Outcome): string {
  if (outcome.type === "copy") return "same bytes as another file";
  const { status, error_code, error_message } = rowOf(outcome);
  if (status === "failed") return `failed, ${error_code}: ${error_message}`;
  if (outcome.type === "kept") return `${status}, read before`;
  const { tables, findings } = outcome.summary;
  const errors = findings["error"] ?? 0;
  return [
    status,
    counted(total(tables), "table"),
    `${counted(total(findings), "finding")} (${counted(errors, "error")})`,
  ].join(", ");
}

function isFailed(outcome: Outcome): boolean {
  return outcome.type !== "copy" && rowOf(outcome).status === "failed";
}

function rowOf(outcome: Exclude<Outcome, { type: "copy" }>) {
  return outcome.type === "kept" ? outcome.head.document : outcome.summary.document;
}
