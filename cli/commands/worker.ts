import type { Command } from "commander";
import { queueing, redisOption, storeOption } from "../options/queue-options.js";
import { atLeastOne, readingPlan, takesReadingOptions } from "../options/reading-options.js";
import type { Wiring } from "../terminal/wiring.js";

const SHUTDOWN = 30;
const LOCK = 30;
const LINGERS = 200;

/** `gongkai worker`: reads the documents of the queue until a signal ends it. */
export function addWorker(program: Command, { reader, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("worker")
    .description(HELP.about[language])
    .addOption(redisOption(language))
    .addOption(storeOption(language));
  takesReadingOptions(command, language)
    .option("--shutdown <seconds>", HELP.shutdown[language], atLeastOne(language), SHUTDOWN)
    .option("--lock <seconds>", HELP.lock[language], atLeastOne(language), LOCK)
    .addHelpText("after", EXAMPLES[language])
    .action(async (options) => {
      const stop = stopSignal();
      const { redis, store, concurrency, shutdown, lock } = options;
      const plan = await readingPlan(options, store, terminal);
      const { runWorker } = await queueing();
      await runWorker({
        redis,
        store,
        concurrency,
        plan,
        reader,
        shutdown: shutdown * 1_000,
        lock: lock * 1_000,
        output: terminal.stdout,
        stop,
      });
      end(0);
      // Connections that wait for a Redis that is away would keep the process.
      setTimeout(() => process.exit(), LINGERS).unref();
    });
}

const HELP = {
  about: {
    en: "Read the documents of the queue, and compile datasets when theirs are read.",
    zh: "读取队列中的文档；数据集的文档读完时编成数据集。",
  },
  shutdown: {
    en: "how long it may go on after SIGTERM; what is not read by then is handed back",
    zh: "收到 SIGTERM 后还可工作多久；到时未读完的交还队列",
  },
  lock: {
    en: "how long documents are held for a worker that does not answer",
    zh: "worker 没有应答时，文档为其保留多久",
  },
};

/** Aborts at the first SIGTERM or Ctrl-C; the second ends the process at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(1);
    stop.abort();
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  return stop.signal;
}

const EXAMPLES = {
  en: `
Examples:
  gongkai worker --store file:///srv/gongkai                  on the machine that Redis runs on
  gongkai worker --redis redis://:PASSWORD@queue --store s3://bucket --concurrency 8

GONGKAI_REDIS and GONGKAI_STORE stand in for --redis and --store. The log is JSON, a line an event.

Exit codes:
  0  ended by SIGTERM or Ctrl-C
  1  the store cannot be used, or Redis lets nobody in by this address; one that is away is waited for
  2  wrong usage
`,
  zh: `
示例：
  gongkai worker --store file:///srv/gongkai                  在 Redis 所在的机器上
  gongkai worker --redis redis://:PASSWORD@queue --store s3://bucket --concurrency 8

GONGKAI_REDIS 和 GONGKAI_STORE 可代替 --redis 和 --store。日志为 JSON，每个事件一行。

退出码：
  0  由 SIGTERM 或 Ctrl-C 结束
  1  存储无法使用，或 Redis 拒绝以该地址登录；Redis 不在线时等待
  2  用法错误
`,
};
