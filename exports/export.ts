import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { unfinished } from "../pipeline/dataset/growing-file.js";
import { ToldError, codeOf } from "../pipeline/model/errors.js";
import type { ExportJob } from "./package/job.js";
import { readPackage } from "./package/package.js";

type Write = (job: ExportJob) => Promise<void>;

/** Every format by its name; what writes it is loaded when it is asked for. */
const WRITERS = {
  xlsx: async () => (await import("./xlsx/workbook.js")).writeXlsx,
  "csv-excel": async () => (await import("./csv-excel.js")).writeCsvForExcel,
  parquet: async () => (await import("./duckdb/parquet.js")).writeParquet,
  stata: async () => (await import("./stata.js")).writeStata,
  r: async () => (await import("./r.js")).writeR,
  duckdb: async () => (await import("./duckdb/database.js")).writeDuckDb,
  sqlite: async () => (await import("./sqlite.js")).writeSqlite,
  "fiscal-data-package": async () => (await import("./fiscal-data-package.js")).writeFiscal,
  ocds: async () => (await import("./ocds/plans.js")).writeOcds,
} satisfies Readonly<Record<string, () => Promise<Write>>>;

/** The name of a format. */
export type ExportFormat = keyof typeof WRITERS;
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  "xlsx",
  "csv-excel",
  "parquet",
  "stata",
  "r",
  "duckdb",
  "sqlite",
  "fiscal-data-package",
  "ocds",
];

/** Something stands where an export is to go. */
class ExportExists extends ToldError {
  override readonly name = "ExportExists";
  override readonly exitCode = 2;
}

/**
 * Writes a dataset or panel in another format: a file or a folder, which appears when it is whole.
 *
 * @throws NoPackage, ExportExists, NothingToExport, UnlikePackage
 */
export async function exportFolder(
  folder: string,
  {
    format,
    out,
    ...options
  }: Omit<ExportJob, "from" | "path"> & { format: ExportFormat; out: string },
): Promise<void> {
  const from = await readPackage(folder);
  const target = resolve(out);
  await refuseExisting(target);
  await mkdir(dirname(target), { recursive: true });
  const path = unfinished(target);
  try {
    const write = await WRITERS[format]();
    await write({ ...options, from, path });
    await rename(path, target);
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function refuseExisting(path: string): Promise<void> {
  try {
    await stat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  throw new ExportExists({
    en: `${path} exists. Remove it, or give another --out.`,
    zh: `${path} 已存在。请删除它，或另选 --out。`,
  });
}
