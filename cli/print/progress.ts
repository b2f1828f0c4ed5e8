import { SingleBar } from "cli-progress";
import type { FileOutcome } from "../../workers/local/extract-all.js";
import type { PageDone } from "../../workers/pool/protocol.js";
import { whyFailed, countOf } from "../../workers/pool/summary.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { pageLines } from "./page-lines.js";
import { total } from "./tally.js";
import { STATUS_WORDS } from "./outcome-words.js";
import type { Status } from "./outcome-words.js";
import { counted, number } from "./text-table.js";
import type { Terminal } from "../terminal/terminal.js";
import { duration, openPages } from "./time-left.js";
import type { Pages } from "./time-left.js";

const MOST_SHOWN = 24;

/** What a run tells while it works. */
export interface Progress {
  readonly start: (inputs: number) => void;
  readonly reading: (path: string) => void;
  /** A page of a document that is being read was recognized. */
  readonly page: (path: string, page: PageDone) => void;
  /** With the number of inputs that it holds: each is one more to do. */
  readonly done: (path: string, outcome: FileOutcome, held?: number) => void;
  readonly stop: () => void;
}

/** A bar where a person watches; elsewhere a line for each document. */
export function progressOn(terminal: Terminal): Progress {
  return terminal.interactive ? bar(terminal) : lines(terminal);
}

function bar({ stderr, language }: Terminal): Progress {
  const words = WORDS[language];
  const single = new SingleBar({
    stream: stderr,
    format: words.bar,
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
  const left = () => timeLeft({ began, ended, all, inHand: [...inHand.values()] }, language);
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
      single.update({ path: `${cut(path)} ${words.page(page)}`, left: left() });
    },
    done: (path, outcome, held = 0) => {
      inHand.delete(path);
      single.setTotal((all += held));
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
function timeLeft({ began, ended, all, inHand }: SoFar, language: Language): string {
  const done = ended + inHand.reduce((sum, pages) => sum + pages.share(), 0);
  if (done === 0) return "?";
  const scans = inHand.map((pages) => pages.left()).filter((left) => left !== undefined);
  return duration(Math.max((secondsSince(began) / done) * (all - done), ...scans), language);
}

/** The end of a path, short enough to leave the bar on one line. */
function cut(path: string): string {
  const characters = Array.from(path);
  return characters.length <= MOST_SHOWN ? path : `…${characters.slice(1 - MOST_SHOWN).join("")}`;
}

function lines(terminal: Terminal): Progress {
  const { stderr } = terminal;
  const words = WORDS[terminal.language];
  let done = 0;
  let all = 0;
  let began = 0;
  const tellPage = new Map<string, (page: PageDone) => void>();
  return {
    start: (inputs) => {
      all = inputs;
      began = performance.now();
    },
    reading: (path) => tellPage.set(path, pageLines(terminal, path)),
    page: (path, page) => tellPage.get(path)?.(page),
    done: (path, outcome, held = 0) => {
      tellPage.delete(path);
      done += 1;
      all += held;
      stderr.write(`[${done}/${all}] ${words.ended(path, said(outcome, words))}\n`);
    },
    stop: () => {
      if (done < MANY) return;
      const seconds = secondsSince(began).toFixed(1);
      stderr.write(`${words.speed(done, seconds, perSecond(done, began))}\n`);
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

function said(outcome: FileOutcome, words: Words): string {
  if (outcome.type === "unpacked") return words.unpacked(outcome.members);
  if (outcome.type === "copy") return words.copy;
  const { status, error_code, ...told } = rowOf(outcome);
  if (status === "failed") return words.failed(error_code ?? "", whyFailed(told));
  if (outcome.type === "kept") return words.kept(status);
  const { tables, findings } = outcome.summary;
  const errors = countOf(findings, "error");
  return words.read(status, { tables: total(tables), findings: total(findings), errors });
}

interface Found {
  readonly tables: number;
  readonly findings: number;
  readonly errors: number;
}

const EN = {
  bar: "{bar} {value}/{total} {rate}/s, {left} left, {failed} failed {path}",
  page: ({ done, all }: PageDone) => `page ${done}/${all}`,
  ended: (path: string, how: string) => `${path}: ${how}`,
  speed: (documents: number, seconds: string, rate: string) =>
    `${documents} in ${seconds} s, ${rate} a second`,
  copy: "same bytes as another file",
  unpacked: (members: number) => `an archive of ${counted(members, "file")}`,
  failed: (code: string, { en }: Bilingual<string>) => `failed, ${code}: ${en}`,
  kept: (status: Status) => `${status}, read before`,
  read: (status: Status, { tables, findings, errors }: Found) =>
    `${status}, ${counted(tables, "table")}, ${counted(findings, "finding")} (${counted(errors, "error")})`,
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  bar: "{bar} {value}/{total} 每秒 {rate}，剩余 {left}，失败 {failed} {path}",
  page: ({ done, all }) => `第 ${done}/${all} 页`,
  ended: (path, how) => `${path}：${how}`,
  speed: (documents, seconds, rate) => `共 ${documents} 份，用时 ${seconds} 秒，每秒 ${rate} 份`,
  copy: "与另一文件字节相同",
  unpacked: (members) => `压缩包，内有 ${number(members)} 个文件`,
  failed: (code, { zh }) => `失败，${code}：${zh}`,
  kept: (status) => `${STATUS_WORDS.zh[status]}，以前已读`,
  read: (status, { tables, findings, errors }) =>
    `${STATUS_WORDS.zh[status]}，${number(tables)} 张表，${number(findings)} 项核查发现（其中错误 ${number(errors)} 项）`,
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };

function isFailed(outcome: FileOutcome): boolean {
  if (outcome.type === "copy" || outcome.type === "unpacked") return false;
  return rowOf(outcome).status === "failed";
}

function rowOf(outcome: Exclude<FileOutcome, { type: "copy" | "unpacked" }>) {
  return outcome.type === "kept" ? outcome.head.document : outcome.summary.document;
}
