import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import { documentText } from "../print/document-text.js";
import { EXIT_CODES } from "../options/exit-codes.js";
import { gridText } from "../print/grid-text.js";
import { printJson } from "../../index.js";
import type { DocumentDataset } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { readOne, takesOneOptions } from "../options/read-one.js";
import type { GivenOne } from "../options/read-one.js";
import type { Extract } from "../../workers/pool/read-document.js";
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
  takesOneOptions(command, language)
    .addHelpText("after", EXAMPLES[language])
    .action(async (path: string, options: Given) => {
      end(await runShow({ path, given: options, extract }, terminal));
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

interface Given extends GivenOne {
  readonly table?: number;
  readonly json: boolean;
}

interface ToShow {
  readonly path: string;
  readonly given: Given;
  readonly extract: Extract;
}

/** @throws UsageError where the document has no such table */
async function runShow(toShow: ToShow, terminal: Terminal): Promise<ExitCode> {
  const { table, json } = toShow.given;
  const read = await readOne(toShow, terminal);
  if (read === undefined) return 1;
  const shown = table === undefined ? read.dataset : tableOf(read.dataset, table);
  terminal.stdout.write(json ? printJson(shown) : textOf(shown, terminal.language));
  return 0;
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
