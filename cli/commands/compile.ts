import { Option } from "commander";
import type { Command } from "commander";
import { compile, isOutput } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { compileDataset } from "../../workers/dataset/compile.js";
import type { Compiled, CompiledFolder } from "../../workers/dataset/compile.js";
import { datasetIn } from "../../workers/dataset/datasets.js";
import { openStore } from "../../workers/store/open-store.js";
import { inFolder } from "../options/output-folder.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface Options {
  readonly store?: string;
  readonly out?: string;
  readonly dataset?: string;
  readonly clean: boolean;
}

/** `gongkai compile DIR`, `gongkai compile --store URL --out DIR`: writes a dataset's files again. */
export function addCompile(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("compile")
    .description(HELP.about[language])
    .argument("[dir]", HELP.folder[language])
    .addOption(new Option("--store <url>", HELP.store[language]).env("GONGKAI_STORE"))
    .option("-o, --out <dir>", HELP.out[language])
    .option("--dataset <name>", HELP.dataset[language])
    .option("--clean", HELP.clean[language], false)
    .addHelpText("after", EXAMPLES[language])
    .action(async (folder: string | undefined, options: Options) => {
      if (folder === undefined) await compileStored(options, terminal);
      else await compileAgain(folder, options, terminal);
      end(0);
    });
}

const HELP = {
  about: {
    en: "Build the CSV files and datapackage.json of an output folder from its JSON again, or write all of them from a store.",
    zh: "由输出文件夹里的 JSON 重新生成 CSV 文件和 datapackage.json，或由存储写出全部文件。",
  },
  folder: { en: "an output folder, where no store is meant", zh: "输出文件夹；用存储时不给出" },
  store: {
    en: "the store of the workers: a folder, or s3://bucket",
    zh: "worker 所用的存储：文件夹或 s3://bucket",
  },
  out: { en: "where the dataset of the store is written", zh: "存储中的数据集写到哪里" },
  dataset: {
    en: "which of the store's datasets, where it holds several",
    zh: "存储中有多个数据集时，指明哪一个",
  },
  clean: {
    en: "remove documents from the folder that are not of the dataset",
    zh: "从文件夹删除不属于该数据集的文档",
  },
};

/**
 * @throws UsageError where the folder holds no dataset
 * @throws UnreadableDataset where a file in it is not of this version
 */
async function compileAgain(folder: string, options: Options, terminal: Terminal): Promise<void> {
  if (options.out !== undefined || options.dataset !== undefined || options.clean)
    throw new UsageError({
      en: `${folder} is compiled where it is; --out, --dataset and --clean are for a store. Give one or the other.`,
      zh: `${folder} 的 CSV 文件就在其中重新生成；--out、--dataset 和 --clean 用于存储，两者只能给一种。`,
    });
  if (!(await isOutput(folder)))
    throw new UsageError({
      en: `${folder} holds no documents/*.json`,
      zh: `${folder} 中没有 documents/*.json`,
    });
  const documents = await inFolder(folder, terminal, () => compile(folder));
  const says = {
    en: `CSV files of ${documents} documents written to ${folder}`,
    zh: `${documents} 份文档的 CSV 文件已写到 ${folder}`,
  };
  terminal.stdout.write(`${says[terminal.language]}\n`);
}

/** @throws UsageError where it is not said what to compile, or where to */
async function compileStored(options: Options, terminal: Terminal): Promise<void> {
  const { store: url, out: folder, clean } = options;
  if (url === undefined || folder === undefined)
    throw new UsageError({
      en: "give an output folder, or both --store and --out",
      zh: "请给出输出文件夹，或同时给出 --store 和 --out",
    });
  const store = await openStore(url);
  try {
    const dataset = await datasetIn(store, options.dataset);
    const onDocument = tellNowAndThen(terminal);
    const compiled = await inFolder(folder, terminal, () =>
      compileDataset({ store, dataset, folder, clean, onDocument }),
    );
    terminal.stdout.write(SAID[terminal.language](compiled, { dataset, folder }));
  } finally {
    await store.close();
  }
}

const TELL_EVERY_MS = 5000;

/** Says how far it is, from time to time. */
function tellNowAndThen({ stderr, language }: Terminal): (compiled: Compiled) => void {
  const began = performance.now();
  let next = began + TELL_EVERY_MS;
  return ({ documents }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + TELL_EVERY_MS;
    const rate = (documents / ((now - began) / 1000)).toFixed(0);
    const says = {
      en: `${documents} documents compiled, ${rate} a second`,
      zh: `已编入 ${documents} 份文档，每秒 ${rate} 份`,
    };
    stderr.write(`${says[language]}\n`);
  };
}

interface Names {
  readonly dataset: string;
  readonly folder: string;
}

const SAID: Bilingual<(compiled: CompiledFolder, names: Names) => string> = {
  en: ({ documents, ok, partial, failed, missing, removed }, { dataset, folder }) => {
    const without = missing === 0 ? "" : ` (${missing} of them not read yet)`;
    const others = removed === 0 ? "" : `\n${removed} documents of something else removed`;
    return `${documents} documents of ${dataset}: ${ok} ok, ${partial} partial, ${failed} failed${without}${others}\nWritten to ${folder}\n`;
  },
  zh: ({ documents, ok, partial, failed, missing, removed }, { dataset, folder }) => {
    const without = missing === 0 ? "" : `（其中 ${missing} 份尚未读取）`;
    const others = removed === 0 ? "" : `\n删除了不属于该数据集的 ${removed} 份文档`;
    return `${dataset} 共 ${documents} 份文档：正常 ${ok}，存疑 ${partial}，失败 ${failed}${without}${others}\n写到 ${folder}\n`;
  },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai compile out                                 after a document's JSON was removed, or a
                                                      run was interrupted
  gongkai compile --store file:///srv/gongkai -o out  what the workers have read so far
  gongkai compile --store s3://bucket -o out --dataset hebei-2023

GONGKAI_STORE stands in for --store.

Exit codes:
  0  all files are written; documents that failed are in documents.csv with their reason
  1  something stored is damaged, the store cannot be used, or --out cannot be written;
     the old CSV files are as they were
  2  wrong usage
`,
  zh: `
示例：
  gongkai compile out                                 删除某份文档的 JSON 之后，或运行中断之后
  gongkai compile --store file:///srv/gongkai -o out  worker 目前已读的文档
  gongkai compile --store s3://bucket -o out --dataset hebei-2023

GONGKAI_STORE 可代替 --store。

退出码：
  0  全部文件都已写出；失败的文档及原因见 documents.csv
  1  存储的内容有损坏、存储无法使用，或 --out 无法写入；旧的 CSV 文件不变
  2  用法错误
`,
};
