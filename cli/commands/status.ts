import { setTimeout as sleep } from "node:timers/promises";
import type { Command } from "commander";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import type { Failure, PendingDataset, Status } from "../../workers/queue/status.js";
import { queueing, redisOption, withQueues } from "../options/queue-options.js";
import { number, textTable } from "../print/text-table.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface StatusOptions {
  readonly redis: string;
  readonly watch: boolean;
  readonly json: boolean;
}

const WATCHED_EVERY = 2_000;

/** `gongkai status`: how the queue stands. */
export function addStatus(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("status")
    .description(HELP.about[language])
    .addOption(redisOption(language))
    .option("-w, --watch", HELP.watch[language], false)
    .option("--json", HELP.json[language], false)
    .addHelpText("after", EXAMPLES[language])
    .action(async (options: StatusOptions) => {
      await runStatus(options, terminal);
      end(0);
    });
}

const HELP = {
  about: {
    en: "Print how the queue stands: counts, rate, oldest job, failures.",
    zh: "打印队列的状态：数量、速度、最早的任务、失败。",
  },
  watch: {
    en: "print it again every two seconds, until Ctrl-C",
    zh: "每两秒打印一次，直到 Ctrl-C",
  },
  json: {
    en: "print JSON, for machines; a line each time with --watch",
    zh: "打印 JSON，供程序读取；用 --watch 时每次一行",
  },
};

async function runStatus(options: StatusOptions, terminal: Terminal): Promise<void> {
  const { redis, watch, json } = options;
  const { readStatus } = await queueing();
  await withQueues(redis, terminal, async (queues) => {
    const print = async () => {
      const status = await readStatus(queues);
      if (watch && !json && terminal.interactive) terminal.stdout.write(CLEAR);
      const text = json ? `${JSON.stringify(status)}\n` : statusText(status, terminal.language);
      terminal.stdout.write(text);
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
export function statusText(status: Status, language: Language): string {
  const words = WORDS[language];
  const blocks = [
    countLines(status, words),
    overview(status, words),
    titled(
      words.pending,
      status.pending.map((each) => pendingRow(each, words)),
    ),
    titled(
      words.failures,
      status.failures.map((each) => failureRow(each, words)),
    ),
  ];
  const texts = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
  return `${texts.join("\n\n")}\n`;
}

const STATES = ["waiting", "active", "delayed", "failed", "completed"] as const;

function countLines({ documents, datasets, sites }: Status, words: Words): readonly string[] {
  const rows = [
    ["", ...STATES.map((state) => words.states[state])],
    [words.documents, ...STATES.map((state) => number(documents[state]))],
    [words.datasets, ...STATES.map((state) => number(datasets[state]))],
    // Most queues have no sites.
    ...(STATES.some((state) => sites[state] > 0)
      ? [[words.sites, ...STATES.map((state) => number(sites[state]))]]
      : []),
  ];
  return textTable(rows, { right: STATES.map((_, index) => index + 1) });
}

function overview({ last_minute, oldest, workers }: Status, words: Words): readonly string[] {
  const { read, failed } = last_minute;
  return textTable([
    [words.workers, number(workers)],
    [words.lastMinute, words.read(read, failed)],
    [words.waitsLongest, oldestText(oldest.waiting, words)],
    [words.isReadLongest, oldestText(oldest.active, words)],
  ]);
}

function oldestText(oldest: Status["oldest"]["waiting"], words: Words): string {
  return oldest === null ? words.none : words.since(duration(oldest.seconds, words), oldest);
}

function pendingRow({ dataset, documents, is_being_submitted }: PendingDataset, words: Words) {
  return [dataset, words.left(documents), is_being_submitted ? words.beingSubmitted : ""];
}

function failureRow(failure: Failure, words: Words): readonly string[] {
  const { document, file_name, dataset, job } = failure;
  return [document ?? job, file_name ?? words.dataset(dataset), words.reason(failure)];
}

function titled(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [title, ...textTable(rows, { indent: "  " })];
}

const SIZES = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

function duration(seconds: number, { units }: Words): string {
  const unit = SIZES.find(([, size]) => seconds >= size);
  return unit === undefined
    ? `${seconds} ${units.second}`
    : `${Math.floor(seconds / unit[1])} ${units[unit[0]]}`;
}

const EN = {
  documents: "Documents",
  datasets: "Datasets",
  sites: "Sites",
  states: {
    waiting: "waiting",
    active: "active",
    delayed: "delayed",
    failed: "failed",
    completed: "completed",
  },
  workers: "Workers",
  lastMinute: "Last minute",
  read: (read: number, failed: number) => `${number(read)} read, ${number(failed)} failed`,
  waitsLongest: "Waits longest",
  isReadLongest: "Is read longest",
  none: "none",
  since: (time: string, { file_name }: { readonly file_name: string }) => `${time}: ${file_name}`,
  units: { day: "d", hour: "h", minute: "min", second: "s" },
  pending: "Not compiled yet",
  left: (documents: number) => `${number(documents)} documents left`,
  beingSubmitted: "being submitted; if it was stopped, submit it again",
  failures: "Failed lately",
  dataset: (dataset: string) => `dataset ${dataset}`,
  reason: ({ reason }: Failure) => reason,
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  documents: "文档",
  datasets: "数据集",
  sites: "网站",
  states: {
    waiting: "等待",
    active: "处理中",
    delayed: "推迟",
    failed: "失败",
    completed: "完成",
  },
  workers: "worker",
  lastMinute: "最近一分钟",
  read: (read, failed) => `读取 ${number(read)} 份，失败 ${number(failed)} 份`,
  waitsLongest: "等待最久",
  isReadLongest: "读取最久",
  none: "无",
  since: (time, { file_name }) => `${time}：${file_name}`,
  units: { day: "天", hour: "小时", minute: "分钟", second: "秒" },
  pending: "尚未编成",
  left: (documents) => `还有 ${number(documents)} 份文档`,
  beingSubmitted: "正在提交；如已停止，请再次提交",
  failures: "最近失败",
  dataset: (dataset) => `数据集 ${dataset}`,
  reason: ({ reason_zh }) => reason_zh,
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };

const EXAMPLES = {
  en: `
Examples:
  gongkai status                   once
  gongkai status --watch           until Ctrl-C
  gongkai status --json            for machines

GONGKAI_REDIS stands in for --redis. Completed jobs are counted for an hour.

Exit codes:
  0  printed
  1  Redis does not answer, or refuses
  2  wrong usage
`,
  zh: `
示例：
  gongkai status                   打印一次
  gongkai status --watch           不断打印，直到 Ctrl-C
  gongkai status --json            供程序读取

GONGKAI_REDIS 可代替 --redis。完成的任务计入一小时。

退出码：
  0  已打印
  1  Redis 没有应答或拒绝
  2  用法错误
`,
};
