import { join, resolve } from "node:path";
import type { Command } from "commander";
import { EXIT_CODES } from "../options/exit-codes.js";
import { findInputs } from "../options/inputs.js";
import { ocrUse, openOutput } from "../../index.js";
import { DATASET_FILES } from "../../pipeline/dataset/compile/csv-files.js";
import { refuseForeign } from "../../pipeline/dataset/compile/foreign.js";
import type { Closed } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Sightings } from "../../pipeline/dataset/sightings.js";
import type { OutputOptions } from "../../pipeline/dataset/write/output.js";
import { readCorrections } from "../../workers/local/corrections.js";
import { extractAll } from "../../workers/local/extract-all.js";
import type { FileOutcome } from "../../workers/local/extract-all.js";
import type { Input } from "../../workers/local/open-input.js";
import { manifestOption, withManifest } from "../options/manifest.js";
import { sweepScratch } from "../../workers/local/scratch.js";
import { openPool } from "../../workers/pool/pool.js";
import { notKept } from "../options/ocr-options.js";
import { inFolder } from "../options/output-folder.js";
import type { PageDone, ReadingPlan } from "../../workers/pool/protocol.js";
import { progressOn } from "../print/progress.js";
import type { Progress } from "../print/progress.js";
import { readingPlan, takesReadingOptions } from "../options/reading-options.js";
import { summary } from "../print/summary.js";
import { NOTHING, withOutcome } from "../print/tally.js";
import type { Tally } from "../print/tally.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

/** `gongkai extract PATH... --out DIR`: reads every document and writes the dataset. */
export function addExtract(program: Command, { reader, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("extract")
    .description(HELP.about[language])
    .argument("<path...>", HELP.path[language])
    .option("-o, --out <dir>", HELP.out[language], "out")
    .option("--clean", HELP.clean[language], false)
    .option("--force", HELP.force[language], false)
    .addOption(manifestOption(language));
  takesReadingOptions(command, language)
    .option("--ocr-cache <dir>", HELP.cache[language])
    .option("--no-ocr-cache", HELP.noCache[language])
    .addHelpText("after", EXAMPLES[language])
    .action(async (paths: string[], options) => {
      const { out, clean, force, concurrency, manifest } = options;
      const plan = await readingPlan(options, cacheIn(options), terminal);
      const given = { paths, out, clean, force, manifest, reader, concurrency, plan };
      end(await runExtract(given, terminal));
    });
}

/** Stands in the output folder, hidden, so that it is neither read nor published. */
const CACHE = ".ocr-cache";

/** Where the output folder keeps what was recognized, unless the options say otherwise. */
export function cacheIn({
  out,
  ocrCache,
}: {
  out: string;
  ocrCache?: string | false;
}): string | null {
  return ocrCache === false ? null : (ocrCache ?? join(resolve(out), CACHE));
}

const HELP = {
  about: {
    en: "Read documents and write the dataset: JSON per document, CSV files, datapackage.json.",
    zh: "读取文档，写出数据集：每份文档一个 JSON 文件，以及 CSV 文件和 datapackage.json。",
  },
  path: {
    en: "files, folders (walked, hidden files passed over) or globs",
    zh: "文件、文件夹（逐层读取，略过隐藏文件）或通配符",
  },
  out: {
    en: "where the dataset is written; documents of earlier runs stay",
    zh: "数据集写到哪里；以前运行的文档保留",
  },
  clean: {
    en: "remove documents of earlier runs from the output folder",
    zh: "从输出文件夹删除以前运行的文档",
  },
  force: { en: "read again what an earlier run has read", zh: "重读以前运行已读的文档" },
  cache: {
    en: "a folder, or s3://bucket, that keeps what was recognized (default: a hidden one in --out)",
    zh: "保存识别结果的文件夹或 s3://bucket（默认：--out 中的隐藏文件夹）",
  },
  noCache: { en: "keep nothing of what is recognized", zh: "不保存识别结果" },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai extract budget.pdf                        one document, into out/
  gongkai extract disclosures --out 2023            a folder with all that is in it; the same
                                                    command goes on where it was interrupted
  gongkai extract "2023/**/*.docx" more.txt -o out  a glob and a file
${EXIT_CODES.en}`,
  zh: `
示例：
  gongkai extract budget.pdf                        一份文档，写到 out/
  gongkai extract disclosures --out 2023            一个文件夹及其全部内容；中断后用同一命令
                                                    接着做
  gongkai extract "2023/**/*.docx" more.txt -o out  一个通配符和一个文件
${EXIT_CODES.zh}`,
};

interface ExtractOptions extends ReadOptions {
  readonly paths: readonly string[];
  /** The file that says where the inputs come from. */
  readonly manifest: string | undefined;
}

/** How inputs are read into a folder. */
export interface ReadOptions {
  readonly out: string;
  /** Remove the documents of earlier runs. */
  readonly clean: boolean;
  /** Read again what earlier runs have read. */
  readonly force: boolean;
  /** What a crawler saw of the documents. */
  readonly sightings?: Sightings;
  /** The module that the process of each reader runs. */
  readonly reader: URL;
  readonly concurrency: number;
  readonly plan: ReadingPlan;
}

/**
 * @throws UsageError where there is nothing to read, or the output folder cannot be made
 * @throws ForeignFile where the output folder holds a file of somebody else under the name of one of the dataset
 */
async function runExtract(options: ExtractOptions, terminal: Terminal): Promise<ExitCode> {
  const { paths, out, manifest } = options;
  const inputs = await withManifest(await findInputs(paths, out), manifest, terminal);
  await refuseForeign(out, DATASET_FILES);
  return inFolder(out, terminal, ({ check }) => readInto(inputs, { ...options, check }, terminal));
}

/** Reads inputs into an output folder that this process holds, and prints what they came to. */
export async function readInto(
  inputs: readonly Input[],
  options: ReadOptions & OutputOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { tally, warnings, bugs, closed } = await readAll(inputs, options, terminal);
  for (const warning of warnings) terminal.stderr.write(warning);
  for (const bug of bugs) terminal.stderr.write(`${bug}\n`);
  terminal.stdout.write(summary({ tally, folder: options.out, closed }, terminal.language));
  return tally.failures.length > 0 ? 1 : 0;
}

interface AllRead {
  readonly tally: Tally;
  readonly warnings: readonly string[];
  readonly bugs: readonly string[];
  readonly closed: Closed;
}

async function readAll(
  inputs: readonly Input[],
  options: ReadOptions & OutputOptions,
  terminal: Terminal,
): Promise<AllRead> {
  let tally = NOTHING;
  const bugs: string[] = [];
  const progress = progressOn(terminal);
  const warnings = new Set<string>();
  const onCacheFault = (reason: Bilingual<string>) =>
    warnings.add(notKept(reason)[terminal.language]);
  const corrections = await readCorrections(options.out);
  await sweepScratch();
  const pool = openPool({ ...options, onCacheFault });
  const output = openOutput(options.out, options);
  const onEnd = ({ path }: Input, outcome: FileOutcome, held: number) => {
    tally = withOutcome(tally, path, outcome);
    if (outcome.type === "read" && outcome.bug !== undefined) bugs.push(outcome.bug);
    progress.done(path, outcome, held);
  };
  const onInterrupt = () => interrupted(progress, terminal);
  process.once("SIGINT", onInterrupt);
  progress.start(inputs.length);
  try {
    const onStart = ({ path }: Input) => progress.reading(path);
    const onPage = ({ path }: Input, page: PageDone) => progress.page(path, page);
    const { limits, pdfEngine } = options.plan;
    const readingWith = { limits, pdfEngine, ocr: ocrUse(options.plan) };
    const run = { ...options, pool, output, readingWith, corrections, onStart, onPage, onEnd };
    await extractAll(inputs, run);
  } finally {
    process.off("SIGINT", onInterrupt);
    progress.stop();
    await pool.close();
  }
  if (options.sightings !== undefined) await output.mark(options.sightings);
  return { tally, warnings: [...warnings], bugs, closed: await output.close(options) };
}

/** Ends the process as Ctrl-C does; what was read is whole already. */
function interrupted(progress: Progress, { stderr, language }: Terminal): void {
  progress.stop();
  stderr.write(`${INTERRUPTED[language]}\n`);
  process.kill(process.pid, "SIGINT");
}

const INTERRUPTED = {
  en: "Interrupted. The same command goes on where it was.",
  zh: "已中断。再次运行同一命令会接着做。",
};
