import { SingleBar } from "cli-progress";
import type { Outcome } from "../workers/local/extract-all.js";
import type { PageDone } from "../workers/pool/protocol.js";
import { pageLines } from "./page-lines.js";
import { total } from "./tally.js";
import { counted } from "./text-table.js";
import type { Terminal } from "./terminal.js";
import { duration, openPages } from "./time-left.js";
import type { Pages } from "./time-left.js";

const MOST_SHOWN = 24;

/** What a run tells while it works. */
export interface Progress {
  readonly start: (inputs: number) => void;
  readonly reading: (path: string) => void;
  /** A page of a document that is being read was recognized. */
  readonly page: (path: string, page: PageDone) => void;
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
  const inHand = new Map<string, Pages>();
  const left = () => timeLeft({ began, ended, all, inHand: [...inHand.values()] });
  return {
    start: (inputs) => {
      all = inputs;
      began = performance.now();
      single.start(inputs, 0, { path: "", rate: "–", left: "?", failed });
    },
    reading: (path) => {
      inHand.set(path, openPages());
      single.update({ path: cut(path) });
    },
    page: (path, page) => {
      inHand.get(path)?.note(page);
      single.update({ path: `${cut(path)} page ${page.done}/${page.all}`, left: left() });
    },
    done: (path, outcome) => {
      inHand.delete(path);
      ended += 1;
      if (isFailed(outcome)) failed += 1;
      single.increment(1, { failed, left: left(), rate: perSecond(ended, began) });
    },
    stop: () => single.stop(),
  };
}

interface SoFar {
  readonly began: number;
  readonly ended: number;
  readonly all: number;
  readonly inHand: readonly Pages[];
}

/** What the documents still take at the pace of those before, or the longest scan in hand if it takes longer. */
function timeLeft({ began, ended, all, inHand }: SoFar): string {
  const done = ended + inHand.reduce((sum, pages) => sum + pages.share(), 0);
  if (done === 0) return "?";
  const scans = inHand.map((pages) => pages.left() ?? 0);
  return duration(Math.max((secondsSince(began) / done) * (all - done), ...scans));
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
  const tellPage = new Map<string, (page: PageDone) => void>();
  return {
    start: (inputs) => {
      all = inputs;
      began = performance.now();
    },
    reading: (path) => tellPage.set(path, pageLines(stderr, path)),
    page: (path, page) => tellPage.get(path)?.(page),
    done: (path, outcome) => {
      tellPage.delete(path);
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
