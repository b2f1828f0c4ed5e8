import { basename } from "node:path";
import { documentText } from "./document-text.js";
import { gridText } from "./grid-text.js";
import { printJson } from "../index.js";
import type { DocumentDataset } from "../index.js";
import { openInput, readInput } from "./read-input.js";
import type { Extract } from "./read-input.js";
import { printable } from "./text-table.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** `gongkai show FILE`: one document for a person to read; with `table` one grid alone. */
export interface ShowOptions {
  readonly path: string;
  readonly table?: number;
  readonly json: boolean;
  readonly extract: Extract;
}

/** @throws UsageError where the document has no such table */
export async function runShow(options: ShowOptions, terminal: Terminal): Promise<ExitCode> {
  const { path, table, json, extract } = options;
  const { dataset, bug } = await readInput(
    await openInput({ path, fileName: basename(path) }),
    extract,
  );
  if (bug !== undefined) throw bug;
  const { status, error_code, error_message } = dataset.document;
  if (status === "failed") {
    terminal.stderr.write(`${path} cannot be read (${error_code}): ${error_message}\n`);
    return 1;
  }
  terminal.stdout.write(table === undefined ? whole(dataset, json) : one(dataset, table, json));
  return 0;
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

function noSuchTable(tables: number, number: number): string {
  return `there is no table ${number}: the document has ${tables === 0 ? "none" : `1 to ${tables}`}`;
}
