import type { Command } from "commander";
import { datasetName } from "../../workers/dataset/datasets.js";
import { openStore } from "../../workers/store/open-store.js";
import { queueing, redisOption, storeOption, withQueues } from "../options/queue-options.js";
import { addPanelOptions, askedPanel, notePanel } from "../options/panel-options.js";
import type { PanelOptions } from "../options/panel-options.js";
import { UsageError } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";
import { crawling } from "./crawl.js";

interface ScheduleOptions extends PanelOptions {
  readonly redis: string;
  readonly store: string;
  readonly dataset: string;
  readonly warc: boolean;
}

/** `gongkai schedule sites.yaml`: has workers crawl the sites of a file at their times. */
export function addSchedule(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("schedule")
    .description(HELP.about[language])
    .argument("<sites.yaml>", HELP.sites[language])
    .addOption(redisOption(language))
    .addOption(storeOption(language))
    .option("--dataset <name>", HELP.dataset[language], "default")
    .option("--warc", HELP.warc[language], false);
  addPanelOptions(command, language)
    .addHelpText("after", EXAMPLES[language])
    .action(async (path: string, options: ScheduleOptions) => {
      const { redis, dataset, warc } = options;
      datasetName(dataset);
      const file = await (await crawling()).readSites(path);
      if (file.schedule === undefined && file.sites.every(({ schedule }) => schedule === undefined))
        throw new UsageError(NO_SCHEDULE);
      await noteIn(options);
      const { scheduleSites } = await queueing();
      const { sites, removed } = await withQueues(redis, terminal, (queues) =>
        scheduleSites(queues, file, { dataset, warc }),
      );
      const says = {
        en: `Scheduled ${sites.length}; removed ${removed.length}.`,
        zh: `已安排 ${sites.length} 个网站，去掉 ${removed.length} 个。`,
      };
      terminal.stdout.write(`${says[language]}\n`);
      end(0);
    });
}

/** Opens the store, so that a wrong address is told here, and not by each job; notes in it what was asked for. */
async function noteIn(options: ScheduleOptions): Promise<void> {
  const panel = await askedPanel(options);
  const store = await openStore(options.store);
  try {
    await notePanel(store, options.dataset, panel);
  } finally {
    await store.close();
  }
}

const HELP = {
  about: {
    en: "Have workers crawl the sites of a file by their schedules.",
    zh: "让 worker 按各网站的 schedule 抓取文件所列的网站。",
  },
  sites: { en: "the file that lists the sites", zh: "列出网站的文件" },
  dataset: { en: "the dataset that the documents are added to", zh: "文档归入的数据集" },
  warc: {
    en: "keep each exchange in the store; gongkai compile writes warc/ of them",
    zh: "把每次往来存入存储；gongkai compile 据此写出 warc/",
  },
};

const NO_SCHEDULE = {
  en: "no site of the file has a schedule, such as 0 30 2 * * *",
  zh: "文件中没有网站有 schedule，如 0 30 2 * * *",
};

const EXAMPLES = {
  en: `
Examples:
  gongkai schedule sites.yaml --store file:///srv/gongkai --dataset hebei

Sites that are no longer in the file are no longer crawled. Workers crawl them: gongkai worker.
GONGKAI_REDIS and GONGKAI_STORE stand in for --redis and --store.

Exit codes:
  0  scheduled
  1  Redis or the store cannot be used
  2  wrong usage, or a file that is wrong
`,
  zh: `
示例：
  gongkai schedule sites.yaml --store file:///srv/gongkai --dataset hebei

文件中不再列出的网站不再抓取。抓取由 worker 进行：gongkai worker。
GONGKAI_REDIS 和 GONGKAI_STORE 可代替 --redis 和 --store。

退出码：
  0  已安排
  1  Redis 或存储无法使用
  2  用法错误，或文件有误
`,
};
