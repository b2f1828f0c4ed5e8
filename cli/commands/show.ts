import { basename } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import { documentText } from "../print/document-text.js";
import { EXIT_CODES } from "../options/exit-codes.js";
import { gridText } from "../print/grid-text.js";
import { failed, printJson } from "../../index.js";
import type { DocumentDataset, OcrPlan } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { openInput } from "../../workers/local/open-input.js";
import { readDocument } from "../../workers/pool/read-document.js";
import type { Extract, ReadDocument } from "../../workers/pool/read-document.js";
import { whyFailed } from "../../workers/pool/summary.js";
import { openRecognition } from "../../workers/pool/recognition.js";
import { notKept, ocrPlan, takesOcrOptions } from "../options/ocr-options.js";
import type { GivenOcr } from "../options/ocr-options.js";
import { pageLines } from "../print/page-lines.js";
import { printable } from "../print/text-table.js";
import { UsageError } from "../terminal/terminal.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

/** `gongkai show FILE`: one document for a person to read; with `--table` one grid alone. */
export function addShow(program: Command, { extract, terminal, end }: Wiring): void {
  const { language } = terminal;
  const command = program
    .command("show")
    .description(HELP.about[language])
    .argument("<file>", HELP.file[language])
    .option("-t, --table <number>", HELP.table[language], tableNumber(language))
    .option("--json", HELP.json[language], false);
  takesOcrOptions(command, language)
    .option("--ocr-cache <dir>", HELP.cache[language])
    .addHelpText("after", EXAMPLES[language])
    .action(async (path: string, options: Given) => {
      const { table, json, ocrCache = "" } = options;
      const plan = await ocrPlan(options, ocrCache === "" ? null : ocrCache, terminal);
      end(await runShow({ path, ...(table && { table }), json, plan, extract }, terminal));
    });
}

const HELP = {
  about: {
    en: "Print a document's outline, tables and findings, or the grid of one table.",
    zh: "打印一份文档的目录、表和核查发现，或一张表的网格。",
  },
  file: { en: "the document", zh: "文档" },
  table: { en: "print the grid of this table", zh: "打印这张表的网格" },
  json: { en: "print JSON, for machines", zh: "打印 JSON，供程序读取" },
  cache: {
    en: "a folder, or s3://bucket, that keeps what was recognized",
    zh: "保存识别结果的文件夹或 s3://bucket",
  },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai show budget.pdf              outline, tables, findings
  gongkai show budget.pdf --table 3    the grid of table 3
  gongkai show budget.pdf --json       everything, as in documents/<document_id>.json
  gongkai show scan.pdf --ocr-cache out/.ocr-cache
                                       a scan that was extracted into out/: no page is recognized again
${EXIT_CODES.en}`,
  zh: `
示例：
  gongkai show budget.pdf              目录、表、核查发现
  gongkai show budget.pdf --table 3    表 3 的网格
  gongkai show budget.pdf --json       全部内容，与 documents/<document_id>.json 相同
  gongkai show scan.pdf --ocr-cache out/.ocr-cache
                                       已提取到 out/ 的扫描件：不再识别一遍
${EXIT_CODES.zh}`,
};

const NOT_A_NUMBER = { en: "a table number is 1 or more", zh: "表序从 1 起。" };

function tableNumber(language: Language): (text: string) => number {
  return (text) => {
    if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError(NOT_A_NUMBER[language]);
    return Number(text);
  };
}

interface Given extends GivenOcr {
  readonly table?: number;
  readonly json: boolean;
  readonly ocrCache?: string;
}

interface ShowOptions {
  readonly path: string;
  readonly table?: number;
  readonly json: boolean;
  readonly plan: OcrPlan;
  readonly extract: Extract;
}

/** @throws UsageError where the document has no such table */
async function runShow(options: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const { path, table, json } = options;
  const { dataset, bug } = await readFrom(options, terminal);
  if (bug !== undefined) throw bug;
  const { status, error_code, ...told } = dataset.document;
  const { language } = terminal;
  if (status === "failed") {
    const { en, zh } = whyFailed(told);
    const says = {
      en: `${path} cannot be read (${error_code}): ${en}`,
      zh: `无法读取 ${path}（${error_code}）：${zh}`,
    };
    terminal.stderr.write(`${says[language]}\n`);
    return 1;
  }
  const shown = table === undefined ? dataset : tableOf(dataset, table);
  terminal.stdout.write(json ? printJson(shown) : textOf(shown, language));
  return 0;
}

async function readFrom(
  { path, plan, extract }: ShowOptions,
  terminal: Terminal,
): Promise<ReadDocument> {
  const opened = await openInput({ path, fileName: basename(path) });
  if ("error" in opened) return { dataset: failed(opened.source, opened.error) };
  const tell = pageLines(terminal, path);
  const recognition = openRecognition(plan, {
    onPage: (done, all) => tell({ done, all }),
    onCacheFault: (reason) => terminal.stderr.write(notKept(reason)[terminal.language]),
  });
  return readDocument(opened, extract, recognition);
}

type Table = DocumentDataset["tables"][number];

function tableOf({ tables }: DocumentDataset, number: number): Table {
  const table = tables.find(({ table_no }) => table_no === number);
  if (table === undefined) throw new UsageError(noSuchTable(tables.length, number));
  return table;
}

function textOf(shown: DocumentDataset | Table, language: Language): string {
  if ("document" in shown) return documentText(shown, language);
  const { caption, kind, unit_raw } = shown;
  const heading = [caption ?? NO_CAPTION[language], kind, unit_raw ?? NO_UNIT[language]];
  return `${[printable(heading.join(" · ")), "", ...gridText(shown)].join("\n")}\n`;
}

const NO_CAPTION = { en: "no caption", zh: "无表题" };
const NO_UNIT = { en: "no unit", zh: "未列明单位" };

function noSuchTable(tables: number, number: number): Bilingual<string> {
  return {
    en: `there is no table ${number}: the document has ${tables === 0 ? "none" : `1 to ${tables}`}`,
    zh: `没有表 ${number}：该文档${tables === 0 ? "没有表" : `有表 1 至 ${tables}`}`,
  };
}
