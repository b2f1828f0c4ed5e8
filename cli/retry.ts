import type { Command } from "commander";
import type { Retried } from "../workers/queue/retry.js";
import { queueing, redisOption, withQueues } from "./queue-options.js";
import { UsageError } from "./terminal.js";
import { number } from "./text-table.js";
import type { Wiring } from "./wiring.js";

interface RetryOptions {
  readonly redis: string;
  readonly failed: boolean;
}

/** `gongkai retry [JOB|--failed]`: tries failed jobs again. */
export function addRetry(program: Command, { terminal, end }: Wiring): void {
  program
    .command("retry")
    .description("Read failed documents again, and compile their datasets anew.")
    .argument("[job]", "a job, or the start of its document's SHA-256, as gongkai status prints it")
    .addOption(redisOption())
    .option("--failed", "all failed jobs", false)
    .addHelpText("after", EXAMPLES)
    .action(async (job: string | undefined, { redis, failed }: RetryOptions) => {
      if ((job === undefined) === !failed)
        throw new UsageError({
          en: "say which job, or --failed for all of them",
          zh: "请指明任务，或用 --failed 重试全部失败任务",
        });
      const { retryFailed, retryJob } = await queueing();
      const retried = await withQueues(redis, terminal, (queues) =>
        job === undefined ? retryFailed(queues) : retryJob(queues, job),
      );
      terminal.stdout.write(told(retried));
      end(0);
    });
}

function told({ documents, datasets }: Retried): string {
  if (datasets.length === 0) return "No job failed.\n";
  const read = documents === 0 ? "" : `${number(documents)} documents read, then `;
  const again = `To be done again: ${read}${datasets.length === 1 ? "the dataset" : "the datasets"} ${datasets.join(", ")} compiled.\n`;
  return documents === 0 ? again : again + OTHERS;
}

const OTHERS =
  "Other datasets with the same documents are compiled anew when these are submitted to them again.\n";

const EXAMPLES = `
Examples:
  gongkai retry --failed                after what kept them from being read was mended
  gongkai retry 3f2a9c04d1b7e655        one document

GONGKAI_REDIS stands in for --redis.

Exit codes:
  0  they are tried again
  1  there is no such failed job, or Redis does not answer or refuses
  2  wrong usage
`;
