import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import { fitsExcel } from "./package/exact.js";
import type { ExportJob } from "./package/job.js";
import type { Field, Package, Resource } from "./package/package.js";
import { rowsOf } from "./package/rows.js";

/**
 * Writes a folder of CSV files that Excel and WPS open by a double click: a byte order mark, so that they read
 * UTF-8; and whatever they would take for a formula, a number or a date, though it is text, as the formula of that text.
 */
export async function writeCsvForExcel({ from, path }: ExportJob): Promise<void> {
  await mkdir(path);
  for (const resource of from.resources)
    await pipeline(
      Readable.from(linesOf(from, resource)),
      createWriteStream(join(path, resource.path)),
    );
}

async function* linesOf(from: Package, resource: Resource): AsyncGenerator<string> {
  const { fields } = resource.schema;
  yield `\ufeff${line(fields.map(({ name }) => name))}`;
  for await (const row of rowsOf(from, resource))
    yield line(row.map((text, index) => guarded(text, fields[index]?.type ?? "string")));
}

const line = (cells: readonly string[]): string =>
  stringify([cells], { record_delimiter: "\r\n", quoted_match: /[\r\n]/u });

/** What Excel takes for something else than text: it begins as a formula, is a truth value, or is of digits and their signs. */
const TAKEN_FOR_OTHER = /^(?:[=+\-@\t\r]|(?:true|false)$)/iu;
const ONLY_DIGITS_AND_SIGNS = /^[\s\d０-９.,，:：/年月日时分\-+%％()（）¥￥$Ee]*$/u;
const DIGIT = /[\d０-９]/u;
/** A text in a formula may be no longer. */
const LONGEST = 255;

function guarded(text: string, type: Field["type"]): string {
  if (text === "" || isTakenRight(text, type)) return text;
  return text.length > LONGEST || /[\r\n]/u.test(text)
    ? `'${text}`
    : `="${text.replaceAll('"', '""')}"`;
}

/** Whether Excel reads a cell as what it is. */
function isTakenRight(text: string, type: Field["type"]): boolean {
  if (type !== "string") return type !== "number" || fitsExcel(text);
  const isAsNumber = DIGIT.test(text) && ONLY_DIGITS_AND_SIGNS.test(text);
  return !isAsNumber && !TAKEN_FOR_OTHER.test(text);
}
