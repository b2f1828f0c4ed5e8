import type { Command } from "commander";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Retried } from "../../workers/queue/submit/retry.js";
import { queueing, redisOption, withQueues } from "../options/queue-options.js";
import { UsageError } from "../terminal/terminal.js";
import { number } from "../print/text-table.js";
import type { Wiring } from "../terminal/wiring.js";

interface RetryOptions {
  readonly redis: string;
  readonly failed: boolean;
}

/** `gongkai retry [JOB|--failed]`: tries failed jobs again. */
export function addRetry(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("retry")
    .description(HELP.about[language])
    .argument("[job]", HELP.job[language])
    .addOption(redisOption(language))
    .option("--failed", HELP.failed[language], false)
    .addHelpText("after", EXAMPLES[language])
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
      terminal.stdout.write(SAID[language](retried));
      end(0);
    });
}

const HELP = {
  about: {
    en: "Read failed documents again, and compile their datasets anew.",
    zh: "重读失败的文档，并重新编成其数据集。",
  },
  job: {
    en: "a job, or the start of its document's SHA-256, as gongkai status prints it",
    zh: "任务，或其文档 SHA-256 的开头几位，如 gongkai status 所示",
  },
  failed: { en: "all failed jobs", zh: "全部失败任务" },
};

const SAID: Bilingual<(retried: Retried) => string> = {
  en: ({ documents, datasets }) => {
    if (datasets.length === 0) return "No job failed.\n";
    const read = documents === 0 ? "" : `${number(documents)} documents read, then `;
    const again = `To be done again: ${read}${datasets.length === 1 ? "the dataset" : "the datasets"} ${datasets.join(", ")} compiled.\n`;
    return documents === 0 ? again : again + OTHERS.en;
  },
  zh: ({ documents, datasets }) => {
    if (datasets.length === 0) return "没有失败的任务。\n";
    const read = documents === 0 ? "" : `读取 ${number(documents)} 份文档，然后`;
    const again = `将重做：${read}编成数据集 ${datasets.join("、")}。\n`;
    return documents === 0 ? again : again + OTHERS.zh;
  },
};

const OTHERS = {
  en: "Other datasets with the same documents are compiled anew when these are submitted to them again.\n",
  zh: "含有相同文档的其他数据集，待文档再次提交后重新编成。\n",
};

const EXAMPLES = {
  en: `
Examples:
  gongkai retry --failed                after what kept them from being read was mended
  gongkai retry 3f2a9c04d1b7e655        one document

GONGKAI_REDIS stands in for --redis.

Exit codes:
  0  they are tried again
  1  there is no such failed job, or Redis does not answer or refuses
  2  wrong usage
`,
  zh: `
示例：
  gongkai retry --failed                排除了使其无法读取的原因之后
  gongkai retry 3f2a9c04d1b7e655        一份文档

GONGKAI_REDIS 可代替 --redis。

退出码：
  0  已安排重试
  1  没有这个失败任务，或 Redis 没有应答或拒绝
  2  用法错误
`,
};
