import { createReadStream } from "node:fs";
import { access, stat } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse";
import { datasetPath } from "../../pipeline/dataset/folder.js";
import { readHead } from "../../pipeline/dataset/json.js";
import { keyedMutex } from "../../pipeline/dataset/write/keyed-mutex.js";
import { ToldError, codeOf } from "../../pipeline/model/errors.js";
import { STAGES } from "../../pipeline/model/records/vocabulary.js";
import { addCorrection, correctionRows } from "../local/corrections.js";
import { readCoverage } from "./coverage.js";
import { findOriginals } from "./originals.js";
import type { Entry, Shelf } from "./shelf.js";

/** An output folder whose CSV files are not there. */
class NotCompiled extends ToldError {
  override readonly name = "NotCompiled";
}

/** The documents of an output folder; their originals are looked for in `documents` by their hashes. */
export function folderShelf(folder: string, documents: readonly string[]): Shelf {
  const originals = findOriginals(documents);
  const documentOf = async (id: string) => (await readHead(datasetPath(folder, id)))?.document;
  // One row after another: each must stand whole on the disk.
  const inTurn = keyedMutex();
  return {
    entries: keptWhileSame(folder),
    checks: (id) => readCoverage(datasetPath(folder, id)),
    dataset: async (id) => {
      const path = datasetPath(folder, id);
      return (await isThere(path)) ? { path } : undefined;
    },
    original: async (id) => {
      const document = await documentOf(id);
      return document === undefined ? undefined : originals(document);
    },
    hash: async (id) => (await documentOf(id))?.sha256,
    corrections: {
      of: async (sha256) =>
        (await correctionRows(folder)).filter(({ document }) => document === sha256),
      add: (row) => inTurn(folder, () => addCorrection(folder, row)),
    },
  };
}

/** The entries of a folder, read again when its CSV files are others: 20,000 documents take a second and a half. */
function keptWhileSame(folder: string): Shelf["entries"] {
  let kept: { readonly stamp: string; readonly entries: Promise<readonly Entry[]> } | undefined;
  return async () => {
    const stamp = await stampOf(folder);
    if (kept?.stamp !== stamp) kept = { stamp, entries: entriesIn(folder) };
    return kept.entries;
  };
}

/** @throws NotCompiled */
async function stampOf(folder: string): Promise<string> {
  const stats = ["documents.csv", "findings.csv"].map((name) => stat(join(folder, name)));
  try {
    return (await Promise.all(stats)).map(({ mtimeMs, size }) => `${mtimeMs} ${size}`).join(" ");
  } catch (error) {
    throw codeOf(error) === "ENOENT" ? notCompiled(folder, error) : error;
  }
}

async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const doubts = await doubtsIn(join(folder, "findings.csv"));
  const entries: Entry[] = [];
  for await (const row of rowsOf(join(folder, "documents.csv")))
    entries.push(entryOf(row, doubts.get(row["document_id"] ?? "")));
  return entries;
}

function notCompiled(folder: string, cause: unknown): NotCompiled {
  const says = {
    en: `${folder} has no CSV files: write them with \`gongkai compile ${folder}\``,
    zh: `${folder} 中没有 CSV 文件，请用 \`gongkai compile ${folder}\` 生成`,
  };
  return new NotCompiled(says, { cause });
}

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): AsyncIterable<Row> {
  const parser = parse({ columns: true, bom: true });
  return createReadStream(path)
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
}

type Doubts = Pick<Entry, "errors" | "warnings">;

async function doubtsIn(path: string): Promise<ReadonlyMap<string, Doubts>> {
  const counts = new Map<string, { errors: number; warnings: number }>();
  for await (const { document_id: id = "", severity } of rowsOf(path)) {
    const count = counts.get(id) ?? { errors: 0, warnings: 0 };
    if (severity === "error") count.errors += 1;
    if (severity === "warning") count.warnings += 1;
    counts.set(id, count);
  }
  return counts;
}

/** A row of documents.csv, where nothing stands for null. */
function entryOf(row: Row, doubts: Doubts = { errors: 0, warnings: 0 }): Entry {
  const text = (name: keyof Entry) => row[name] || null;
  const number = (name: keyof Entry) => (row[name] ? Number(row[name]) : null);
  return {
    document_id: row["document_id"] ?? "",
    file_name: row["file_name"] ?? "",
    path: row["path"] ?? "",
    media_type: text("media_type"),
    status: statusOf(row["status"]),
    title: text("title"),
    issuer_name: text("issuer_name"),
    issuer_code: text("issuer_code"),
    region_name: text("region_name"),
    fiscal_year: number("fiscal_year"),
    stage: stageOf(row["stage"]),
    cells: number("cells"),
    cells_understood: number("cells_understood"),
    ...doubts,
  };
}

const STATUSES = ["ok", "partial", "failed"] as const;

function statusOf(text: string | undefined): Entry["status"] {
  return STATUSES.find((status) => status === text) ?? "failed";
}

function stageOf(text: string | undefined): Entry["stage"] {
  return STAGES.find((stage) => stage === text) ?? null;
}

async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
