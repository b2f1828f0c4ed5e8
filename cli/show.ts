import { basename } from "node:path";
import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import { documentText } from "./document-text.js";
import { EXIT_CODES } from "./exit-codes.js";
import { gridText } from "./grid-text.js";
import { failed, printJson } from "../index.js";
import type { DocumentDataset } from "../index.js";
import type { Bilingual } from "../pipeline/finding.js";
import { openInput } from "../workers/local/open-input.js";
import { readDocument } from "../workers/pool/read-document.js";
import type { Extract, ReadDocument } from "../workers/pool/read-document.js";
import { openRecognition } from "../workers/pool/recognition.js";
import type { Recognition } from "../workers/pool/recognition.js";
import { ocrOptions, takesOcrOptions } from "./ocr-options.js";
import type { GivenOcr } from "./ocr-options.js";
import { pageLines } from "./page-lines.js";
import { printable } from "./text-table.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";
import type { Wiring } from "./wiring.js";

/** `gongkai show FILE`: one document for a person to read; with `--table` one grid alone. */
export function addShow(program: Command, { extract, terminal, end }: Wiring): void {
  const command = program
    .command("show")
    .description("Print a document's outline, tables and findings, or the grid of one table.")
    .argument("<file>", "the document")
    .option("-t, --table <number>", "print the grid of this table", tableNumber)
    .option("--json", "print JSON, for machines", false);
  takesOcrOptions(command)
    .option("--ocr-cache <dir>", "a folder, or s3://bucket, that keeps what was recognized")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, options: Given) => {
      const { table, json, ocrCache: cache } = options;
      const ocr = { ...(await ocrOptions(options, terminal)), ...(cache && { cache }) };
      end(await runShow({ path, ...(table && { table }), json, ocr, extract }, terminal));
    });
}

const EXAMPLES = `
Examples:
  gongkai show budget.pdf              outline, tables, findings
  gongkai show budget.pdf --table 3    the grid of table 3
  gongkai show budget.pdf --json       everything, as in documents/<document_id>.json
  gongkai show scan.pdf --ocr-cache out/.ocr-cache
                                       a scan that was extracted into out/: no page is recognized again
${EXIT_CODES}`;

function tableNumber(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError("a table number is 1 or more");
  return Number(text);
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
  readonly ocr: Recognition;
  readonly extract: Extract;
}

/** @throws UsageError where the document has no such table */
async function runShow(options: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const { path, table, json } = options;
  const { dataset, bug } = await readFrom(options, terminal);
  if (bug !== undefined) throw bug;
  const { status, error_code, error_message } = dataset.document;
  if (status === "failed") {
    terminal.stderr.write(`${path} cannot be read (${error_code}): ${error_message}\n`);
    return 1;
  }
  terminal.stdout.write(table === undefined ? whole(dataset, json) : one(dataset, table, json));
  return 0;
}

async function readFrom(
  { path, ocr: recognition, extract }: ShowOptions,
  { stderr }: Terminal,
): Promise<ReadDocument> {
  const opened = await openInput({ path, fileName: basename(path) });
  if ("error" in opened) return { dataset: failed(opened.source, opened.error) };
  const tell = pageLines(stderr, path);
  const ocr = openRecognition(recognition, ({ en }) =>
    stderr.write(`warning: what was recognized is not kept: ${en}\n`),
  );
  return readDocument(opened, extract, { ocr, onPage: (done, all) => tell({ done, all }) });
}

function whole(dataset: DocumentDataset, json: boolean): string {
  return json ? printJson(dataset) : documentText(dataset);
}

function one(dataset: DocumentDataset, number: number, json: boolean): string {
  const table = dataset.tables.find(({ table_no }) => table_no === number);
  if (table === undefined) throw new UsageError(noSuchTable(dataset.tables.length, number));
  if (json) return printJson(table);
  const heading = [table.caption ?? "no caption", table.kind, table.unit_raw ?? "no unit"];
  return `${[printable(heading.join(" · ")), "", ...gridText(table)].join("\n")}\n`;
}

function noSuchTable(tables: number, number: number): Bilingual<string> {
  return {
    en: `there is no table ${number}: the document has ${tables === 0 ? "none" : `1 to ${tables}`}`,
    zh: `没有表 ${number}：该文档${tables === 0 ? "没有表" : `有表 1 至 ${tables}`}`,
  };
}
