import type { Command } from "commander";
import type { Compiled } from "../../workers/dataset/compile.js";
import { datasetName } from "../../workers/dataset/datasets.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Queues } from "../../workers/queue/redis/queues.js";
import type {
  GivenInput as Submittable,
  SubmittedSources,
} from "../../workers/queue/submit/submit-sources.js";
import { MEGABYTE } from "../../workers/web/receive.js";
import { openStore, storeFolder } from "../../workers/store/open-store.js";
import type { Store } from "../../workers/store/store.js";
import { findInputs } from "../options/inputs.js";
import { queueing, redisOption, storeOption, withQueues } from "../options/queue-options.js";
import { manifestOption, withManifest } from "../options/manifest.js";
import { addPanelOptions, askedPanel, notePanel } from "../options/panel-options.js";
import type { PanelOptions } from "../options/panel-options.js";
import { atLeastOne } from "../options/reading-options.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import { number } from "../print/text-table.js";
import type { Wiring } from "../terminal/wiring.js";

interface SubmitOptions extends PanelOptions {
  readonly paths: readonly string[];
  readonly redis: string;
  readonly store: string;
  readonly dataset: string;
  readonly force: boolean;
  readonly wait: boolean;
  readonly maxSize: number;
  readonly allowPrivate: boolean;
  readonly manifest?: string;
  /** The module of the process that unpacks archives. */
  readonly reader: URL;
}

/** Megabytes: a disclosure has less than one on average. */
const MAX_SIZE = 512;

/** `gongkai submit PATH|URL...`: hands documents to the workers. */
export function addSubmit(program: Command, { reader, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("submit")
    .description(HELP.about[language])
    .argument("<path|url...>", HELP.path[language])
    .addOption(redisOption(language))
    .addOption(storeOption(language))
    .option("--dataset <name>", HELP.dataset[language], "default")
    .option("--force", HELP.force[language], false)
    .option("--wait", HELP.wait[language], false)
    .option("--max-size <megabytes>", HELP.maxSize[language], atLeastOne(language), MAX_SIZE)
    .option("--allow-private", HELP.allowPrivate[language], false)
    .addOption(manifestOption(language));
  addPanelOptions(command, language)
    .addHelpText("after", EXAMPLES[language])
    .action(async (paths: string[], options: Omit<SubmitOptions, "paths" | "reader">) => {
      end(await runSubmit({ paths, reader, ...options }, terminal));
    });
}

const HELP = {
  about: {
    en: "Put documents into the store and the queue, for workers to read.",
    zh: "把文档放进存储和队列，由 worker 读取。",
  },
  path: {
    en: "files, folders, globs, or addresses beginning with http",
    zh: "文件、文件夹、通配符，或以 http 开头的网址",
  },
  dataset: { en: "the dataset that the documents are added to", zh: "文档归入的数据集" },
  force: { en: "read documents again whose result is stored", zh: "已有结果的文档也重读" },
  wait: { en: "wait until the dataset is compiled", zh: "等到数据集编成" },
  maxSize: {
    en: "the largest document that is fetched from an address",
    zh: "从网址下载的文档最大多少",
  },
  allowPrivate: {
    en: "fetch from this machine and private networks too",
    zh: "也从本机和内网下载",
  },
};

async function runSubmit(options: SubmitOptions, terminal: Terminal): Promise<ExitCode> {
  datasetName(options.dataset);
  const inputs = await withManifest(await inputsOf(options), options.manifest, terminal);
  const panel = await askedPanel(options);
  const words = WORDS[terminal.language];
  const { submitSources } = await queueing();
  return withQueues(options.redis, terminal, async (queues) => {
    const onFailure = (name: string, reason: Bilingual<string>) =>
      terminal.stderr.write(`${words.failure(name, reason)}\n`);
    const onStored = (count: number) => {
      if (count % TOLD_EVERY === 0)
        terminal.stderr.write(`${words.inStore(count, inputs.length)}\n`);
    };
    const told = { onFailure, onStored };
    const mostBytes = options.maxSize * MEGABYTE;
    const submitted = await withStore(options.store, async (store) => {
      await notePanel(store, options.dataset, panel);
      return submitSources({ ...options, inputs, queues, store, mostBytes, ...told });
    });
    terminal.stdout.write(words.submitted(submitted, options.dataset));
    const { job } = submitted;
    const isCompiled = options.wait && job !== undefined ? await wait(queues, job, terminal) : true;
    return isCompiled && submitted.failed === 0 ? 0 : 1;
  });
}

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore(url);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function inputsOf({ paths, store }: SubmitOptions): Promise<readonly Submittable[]> {
  const urls = paths.filter(isUrl).map((url) => ({ url }));
  const files = paths.filter((path) => !isUrl(path));
  return [...urls, ...(files.length === 0 ? [] : await findInputs(files, storeFolder(store)))];
}

function isUrl(path: string): boolean {
  return /^https?:\/\//iu.test(path) && URL.canParse(path);
}

const TOLD_EVERY = 1_000;

async function wait(queues: Queues, job: string, terminal: Terminal): Promise<boolean> {
  const { stdout, stderr } = terminal;
  const words = WORDS[terminal.language];
  const onProgress = (left: number) =>
    stderr.write(`${left === 0 ? words.compiling : words.left(left)}\n`);
  const { waitForCompiled } = await queueing();
  const end = await waitForCompiled(queues, job, onProgress);
  if ("reason" in end) {
    stderr.write(`${words.notCompiled(end.reason)}\n`);
    return false;
  }
  stdout.write(`${words.compiled(end.compiled)}\n`);
  return end.compiled.failed === 0;
}

const EN = {
  failure: (name: string, { en }: Bilingual<string>) => `${name}: ${en}`,
  inStore: (count: number, all: number) =>
    `${number(count)} of ${number(all)} documents are in the store`,
  submitted: (submitted: SubmittedSources, dataset: string) => {
    const { job, queued, stored, failed, isPending } = submitted;
    if (job === undefined) return "Nothing was submitted.\n";
    const counts = [
      `${number(queued)} documents to read`,
      ...(stored > 0 ? [`${number(stored)} read before`] : []),
      ...(failed > 0 ? [`${number(failed)} that cannot be fetched`] : []),
    ];
    const end = isPending
      ? `The same was submitted before and is being worked through, as job ${job}.`
      : `Job ${job} compiles it when they are read.`;
    return `Dataset ${dataset}: ${counts.join(", ")}.\n${end}\n`;
  },
  compiling: "compiling",
  left: (left: number) => `${number(left)} documents left`,
  notCompiled: ({ en }: Bilingual<string>) => `The dataset was not compiled: ${en}`,
  compiled: ({ documents, ok, partial, failed, missing }: Compiled) => {
    const read = `${number(ok)} ok, ${number(partial)} partial, ${number(failed)} failed`;
    const without = missing === 0 ? "" : `, ${number(missing)} of them without a result`;
    return `Compiled: ${number(documents)} documents, ${read}${without}.`;
  },
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  failure: (name, { zh }) => `${name}：${zh}`,
  inStore: (count, all) => `${number(all)} 份文档中已有 ${number(count)} 份放进存储`,
  submitted: ({ job, queued, stored, failed, isPending }, dataset) => {
    if (job === undefined) return "没有提交任何文档。\n";
    const counts = [
      `待读取 ${number(queued)} 份`,
      ...(stored > 0 ? [`以前已读 ${number(stored)} 份`] : []),
      ...(failed > 0 ? [`无法获取 ${number(failed)} 份`] : []),
    ];
    const end = isPending
      ? `同样的内容以前提交过，正在处理，任务为 ${job}。`
      : `读完后由任务 ${job} 编成数据集。`;
    return `数据集 ${dataset}：${counts.join("，")}。\n${end}\n`;
  },
  compiling: "正在编成数据集",
  left: (left) => `还有 ${number(left)} 份文档`,
  notCompiled: ({ zh }) => `数据集没有编成：${zh}`,
  compiled: ({ documents, ok, partial, failed, missing }) => {
    const read = `正常 ${number(ok)}，存疑 ${number(partial)}，失败 ${number(failed)}`;
    const without = missing === 0 ? "" : `，其中 ${number(missing)} 份没有结果`;
    return `已编成，共 ${number(documents)} 份文档：${read}${without}。`;
  },
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };

const EXAMPLES = {
  en: `
Examples:
  gongkai submit disclosures --dataset hebei-2023 --store file:///srv/gongkai
  gongkai submit https://www.example.gov.cn/budget.pdf --store s3://bucket --wait
  gongkai submit disclosures --store s3://bucket --panel    then its comparison stands beside it

What is fetched stands in the temporary folder (TMPDIR) until it is in the store. Addresses of this
machine and of private networks are refused without --allow-private, also where they are redirected to.
The same again does the work once; a submission that was interrupted goes on.
GONGKAI_REDIS and GONGKAI_STORE stand in for --redis and --store.

Exit codes:
  0  everything was submitted; with --wait, every document was read
  1  a document cannot be opened or fetched, is refused (--max-size, --allow-private), or failed
     with --wait; the others go on. Or Redis or the store cannot be used
  2  wrong usage, or an --issuers file that is wrong
`,
  zh: `
示例：
  gongkai submit disclosures --dataset hebei-2023 --store file:///srv/gongkai
  gongkai submit https://www.example.gov.cn/budget.pdf --store s3://bucket --wait
  gongkai submit disclosures --store s3://bucket --panel    另在旁边生成对比数据

下载的文档先放在临时文件夹（TMPDIR），再放进存储。网址或其重定向的目标属于本机或内网时，
不加 --allow-private 则拒绝下载。
同样的内容再次提交，只做一遍；中断的提交会接着做。
GONGKAI_REDIS 和 GONGKAI_STORE 可代替 --redis 和 --store。

退出码：
  0  全部已提交；用 --wait 时，全部文档都已读取
  1  有文档无法打开或下载、被拒绝（--max-size、--allow-private），或用 --wait 时失败，
     其余照常；或 Redis 或存储无法使用
  2  用法错误，或 --issuers 文件有误
`,
};
