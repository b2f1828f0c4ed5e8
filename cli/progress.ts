import { SingleBar } from "cli-progress";
import type { DocumentDataset } from "./library.js";
import type { Terminal } from "./terminal.js";

/** What a run tells while it works. */
export interface Progress {
  readonly start: (total: number) => void;
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
    // Both would take Ctrl-C away from the process.
    gracefulExit: false,
    hideCursor: false,
  });
  return {
    start: (total) => single.start(total, 0, { path: "" }),
    done: (path) => single.increment(1, { path }),
    stop: () => single.stop(),
  };
}

function lines({ stderr }: Terminal): Progress {
  let done = 0;
  let all = 0;
  return {
    start: (total) => {
      all = total;
    },
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
