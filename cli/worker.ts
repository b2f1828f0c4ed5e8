import type { Command } from "commander";
import { ocrOptions, takesOcrOptions } from "./ocr-options.js";
import { queueing, redisOption, storeOption } from "./queue-options.js";
import { atLeastOne, readingOptions, takesReadingOptions } from "./reading-options.js";
import type { Wiring } from "./wiring.js";

const SHUTDOWN = 30;
const LOCK = 30;
const LINGERS = 200;

/** `gongkai worker`: reads the documents of the queue until a signal ends it. */
export function addWorker(program: Command, { reader, terminal, end }: Wiring): void {
  const command = program
    .command("worker")
    .description("Read the documents of the queue, and compile datasets when theirs are read.")
    .addOption(redisOption())
    .addOption(storeOption());
  takesOcrOptions(takesReadingOptions(command))
    .option(
      "--shutdown <seconds>",
      "how long it may go on after SIGTERM; what is not read by then is handed back",
      atLeastOne,
      SHUTDOWN,
    )
    .option(
      "--lock <seconds>",
      "how long documents are held for a worker that does not answer",
      atLeastOne,
      LOCK,
    )
    .addHelpText("after", EXAMPLES)
    .action(async (options) => {
      const stop = stopSignal();
      const { redis, store, shutdown, lock } = options;
      const ocr = { ...(await ocrOptions(options, terminal)), cache: store };
      const { runWorker } = await queueing();
      await runWorker({
        redis,
        store,
        ...readingOptions(options),
        reader,
        ocr,
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

const EXAMPLES = `
Examples:
  gongkai worker --store file:///srv/gongkai                  on the machine that Redis runs on
  gongkai worker --redis redis://:PASSWORD@queue --store s3://bucket --concurrency 8

GONGKAI_REDIS and GONGKAI_STORE stand in for --redis and --store. The log is JSON, a line an event.

Exit codes:
  0  ended by SIGTERM or Ctrl-C
  1  the store cannot be used, or Redis lets nobody in by this address; one that is away is waited for
  2  wrong usage
`;
