import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { Failure, PendingDataset, Status } from "../workers/queue/status.js";
import { queueing, redisOption, withQueues } from "./queue-options.js";
import { number, textTable } from "./text-table.js";
import type { Terminal } from "./terminal.js";
import type { Wiring } from "./wiring.js";

interface StatusOptions {
  readonly redis: string;
  readonly watch: boolean;
  readonly json: boolean;
}

const WATCHED_EVERY = 2_000;

/** `gongkai status`: how the queue stands. */
export function addStatus(program: Command, { terminal, end }: Wiring): void {
  program
    .command("status")
    .description("Print how the queue stands: counts, rate, oldest job, failures.")
    .addOption(redisOption())
    .option("-w, --watch", "print it again every two seconds, until Ctrl-C", false)
    .option("--json", "print JSON, for machines; a line each time with --watch", false)
    .addHelpText("after", EXAMPLES)
    .action(async (options: StatusOptions) => {
      await runStatus(options, terminal);
      end(0);
    });
}

async function runStatus(options: StatusOptions, terminal: Terminal): Promise<void> {
  const { redis, watch, json } = options;
  const { readStatus } = await queueing();
  await withQueues(redis, terminal, async (queues) => {
    const print = async () => {
      const status = await readStatus(queues);
      if (watch && !json && terminal.interactive) terminal.stdout.write(CLEAR);
      terminal.stdout.write(json ? `${JSON.stringify(status)}\n` : statusText(status));
    };
    await print();
    if (!watch) return;
    const closed = new AbortController();
    // The reader of a pipe has gone.
    terminal.stdout.on("error", () => closed.abort());
    while (!closed.signal.aborted) {
      await sleep(WATCHED_EVERY);
      await print();
    }
  });
}

/** Empties the screen and begins at its top. */
const CLEAR = "\u001B[2J\u001B[H";

/** The status for a person to read. */
export function statusText(status: Status): string {
  const blocks = [
    countLines(status),
    overview(status),
    titled("Not compiled yet", status.pending.map(pendingRow)),
    titled("Failed lately", status.failures.map(failureRow)),
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

const STATES = ["waiting", "active", "delayed", "failed", "completed"] as const;

function countLines({ documents, datasets }: Status): readonly string[] {
  const rows = [
    ["", ...STATES],
    ["Documents", ...STATES.map((state) => number(documents[state]))],
    ["Datasets", ...STATES.map((state) => number(datasets[state]))],
  ];
  return textTable(rows, { right: STATES.map((_, index) => index + 1) });
}

function overview({ last_minute, oldest, workers }: Status): readonly string[] {
  const { read, failed } = last_minute;
  return textTable([
    ["Workers", number(workers)],
    ["Last minute", `${number(read)} read, ${number(failed)} failed`],
    ["Waits longest", oldestText(oldest.waiting)],
    ["Is read longest", oldestText(oldest.active)],
  ]);
}

function oldestText(oldest: Status["oldest"]["waiting"]): string {
  return oldest === null ? "none" : `${duration(oldest.seconds)}: ${oldest.file_name}`;
}

function pendingRow({ dataset, documents, is_being_submitted }: PendingDataset) {
  const state = is_being_submitted ? "being submitted; if it was stopped, submit it again" : "";
  return [dataset, `${number(documents)} documents left`, state];
}

function failureRow({ document, file_name, dataset, job, reason }: Failure): readonly string[] {
  return [document ?? job, file_name ?? `dataset ${dataset}`, reason];
}

function titled(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [title, ...textTable(rows, { indent: "  " })];
}

const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["min", 60],
] as const;

function duration(seconds: number): string {
  const unit = UNITS.find(([, size]) => seconds >= size);
  return unit === undefined ? `${seconds} s` : `${Math.floor(seconds / unit[1])} ${unit[0]}`;
}

const EXAMPLES = `
Examples:
  gongkai status                   once
  gongkai status --watch           until Ctrl-C
  gongkai status --json            for machines

GONGKAI_REDIS stands in for --redis. Completed jobs are counted for an hour.

Exit codes:
  0  printed
  1  Redis does not answer, or refuses
  2  wrong usage
`;
