import { SingleBar } from "cli-progress";
import type { DocumentDataset } from "../index.js";
import type { Terminal } from "./terminal.js";

const MOST_SHOWN = 24;

/** What a run tells while it works. */
export interface Progress {
  readonly start: (total: number) => void;
  readonly reading: (path: string) => void;
  readonly done: (path: string, dataset: DocumentDataset | "copy") => void;
  readonly stop: () => void;
}

/** A bar where a person watches; elsewhere a line for each document. */
export function progressOn(terminal: Terminal): Progress {
  return terminal.interactive ? bar(terminal) : lines(terminal);
}

function bar({ stderr }: Terminal): Progress {
  const single = new SingleBar({
    stream: stderr,
    format: "{bar} {value}/{total} {path}",
    barsize: 24,
    // The bar would have to undo what it does to the terminal, and take Ctrl-C from the process for it.
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
  });
  return {
    start: (total) => single.start(total, 0, { path: "" }),
    reading: (path) => single.update({ path: cut(path) }),
    done: () => single.increment(),
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
  return {
    start: (total) => {
      all = total;
    },
    reading: () => undefined,
    done: (path, dataset) => {
      done += 1;
      stderr.write(`[${done}/${all}] ${path}: ${outcomeOf(dataset)}\n`);
    },
    stop: () => undefined,
  };
}

function outcomeOf(dataset: DocumentDataset | "copy"): string {
  if (dataset === "copy") return "same bytes as another file";
  const { document, tables, findings } = dataset;
  if (document.status === "failed")
    return `failed, ${document.error_code}: ${document.error_message}`;
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return `${document.status}, ${tables.length} tables, ${findings.length} findings (${errors} errors)`;
}
