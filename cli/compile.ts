import { Option } from "commander";
import type { Command } from "commander";
import { compile, isOutput } from "../index.js";
import { compileDataset } from "../workers/dataset/compile.js";
import type { Compiled, CompiledFolder } from "../workers/dataset/compile.js";
import { datasetIn } from "../workers/dataset/datasets.js";
import { openStore } from "../workers/store/open-store.js";
import { inFolder } from "./output-folder.js";
import { UsageError } from "./terminal.js";
import type { Terminal } from "./terminal.js";
import type { Wiring } from "./wiring.js";

interface Options {
  readonly store?: string;
  readonly out?: string;
  readonly dataset?: string;
  readonly clean: boolean;
}

/** `gongkai compile DIR`, `gongkai compile --store URL --out DIR`: writes a dataset's files again. */
export function addCompile(program: Command, { terminal, end }: Wiring): void {
  program
    .command("compile")
    .description(
      "Build the CSV files and datapackage.json of an output folder from its JSON again, or write all of them from a store.",
    )
    .argument("[dir]", "an output folder, where no store is meant")
    .addOption(
      new Option("--store <url>", "the store of the workers: a folder, or s3://bucket").env(
        "GONGKAI_STORE",
      ),
    )
    .option("-o, --out <dir>", "where the dataset of the store is written")
    .option("--dataset <name>", "which of the store's datasets, where it holds several")
    .option("--clean", "remove documents from the folder that are not of the dataset", false)
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string | undefined, options: Options) => {
      if (folder === undefined) await compileStored(options, terminal);
      else await compileAgain(folder, options, terminal);
      end(0);
    });
}

/**
 * @throws UsageError where the folder holds no dataset
 * @throws UnreadableDataset where a file in it is not of this version
 */
async function compileAgain(folder: string, options: Options, terminal: Terminal): Promise<void> {
  if (options.out !== undefined || options.dataset !== undefined || options.clean)
    throw new UsageError({
      en: `${folder} is compiled where it is; --out, --dataset and --clean are for a store. Give one or the other.`,
      zh: `${folder} 就地汇编；--out、--dataset 和 --clean 用于存储，两者只能给一种。`,
    });
  if (!(await isOutput(folder)))
    throw new UsageError({
      en: `${folder} holds no documents/*.json`,
      zh: `${folder} 中没有 documents/*.json`,
    });
  const documents = await inFolder(folder, terminal, () => compile(folder));
  terminal.stdout.write(`CSV files of ${documents} documents written to ${folder}\n`);
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
    terminal.stdout.write(`${said(compiled, dataset)}\nWritten to ${folder}\n`);
  } finally {
    await store.close();
  }
}

const TELL_EVERY_MS = 5000;

/** Says how far it is, from time to time. */
function tellNowAndThen({ stderr }: Terminal): (compiled: Compiled) => void {
  const began = performance.now();
  let next = began + TELL_EVERY_MS;
  return ({ documents }) => {
    const now = performance.now();
    if (now < next) return;
    next = now + TELL_EVERY_MS;
    const rate = (documents / ((now - began) / 1000)).toFixed(0);
    stderr.write(`${documents} documents compiled, ${rate} a second\n`);
  };
}

function said(compiled: CompiledFolder, dataset: string): string {
  const { documents, ok, partial, failed, missing, removed } = compiled;
  const without = missing === 0 ? "" : ` (${missing} of them not read yet)`;
  const others = removed === 0 ? "" : `\n${removed} documents of something else removed`;
  return `${documents} documents of ${dataset}: ${ok} ok, ${partial} partial, ${failed} failed${without}${others}`;
}

const EXAMPLES = `
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
`;
