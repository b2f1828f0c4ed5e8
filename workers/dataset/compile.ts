import { rm } from "node:fs/promises";
import { growCsvFiles } from "../../pipeline/dataset/compile/csv-files.js";
import { datasetPath, documentIds } from "../../pipeline/dataset/folder.js";
import { printDataset } from "../../pipeline/dataset/json.js";
import { reprint } from "../../pipeline/dataset/write/reprint.js";
import { ToldError } from "../../pipeline/model/errors.js";
import { withMembers } from "../../pipeline/dataset/sightings.js";
import { sightingsIn } from "../crawl/record/found.js";
import { sitesInto } from "../crawl/record/submitted.js";
import { writeWarcFiles } from "../crawl/record/warc-files.js";
import { refuseUncrawled } from "../crawl/report/crawled-files.js";
import { placesOf, writeCrawlFiles } from "./crawl-files.js";
import type { Later } from "./crawl-files.js";
import { datasetIn } from "./datasets.js";
import { openJsonFiles } from "./json-files.js";
import { namedDocuments } from "./named-documents.js";
import type { NamedDocument, StoredDataset } from "./named-documents.js";
import { readNames } from "./names.js";
import { writePanelOf } from "./panel.js";

/** A dataset of a store, and the folder that it is written to. */
export interface ToCompile extends StoredDataset {
  readonly folder: string;
  /** Told after each document. */
  readonly onDocument?: (compiled: Compiled) => void;
}

/** How many documents were compiled, by what became of them. */
export interface Compiled {
  readonly documents: number;
  readonly ok: number;
  readonly partial: number;
  readonly failed: number;
  /** Those of the failed ones that no result is stored of. */
  readonly missing: number;
}

/** The same of a folder, which may have held documents that are not of the dataset. */
export interface CompiledFolder extends Compiled {
  readonly removed: number;
}

/** A folder holds documents of something else, which compiling would mix with a dataset. */
export class ForeignDocuments extends ToldError {
  override readonly name = "ForeignDocuments";
  override readonly exitCode = 2;
}

/**
 * Writes a dataset of a store into a folder: the same bytes as a local run over the same files. Old
 * CSV files stay until the new ones are whole. Where sites were crawled into it, crawl.csv, changes.csv
 * and the exchanges that were kept (`warc/`) stand beside them; where its comparison was asked for, that
 * (`panel/`). With `clean`, documents that are not of the dataset are removed when all is written.
 *
 * @throws NoSuchDataset
 * @throws ForeignDocuments where the folder holds documents that are not of the dataset, unless `clean`
 * @throws DamagedStore where something stored cannot be read back; the old CSV files stay
 * @throws ForeignFile, DatabaseUnavailable where it is to be compared and cannot
 * @throws StoreUnavailable
 */
export async function compileDataset(
  options: ToCompile & { readonly clean?: boolean },
): Promise<CompiledFolder> {
  const { folder, clean = false } = options;
  await datasetIn(options.store, options.dataset);
  const others = new Set(await documentIds(folder));
  if (!clean) await refuseOthers(options, others);
  const files = await openJsonFiles(folder, others);
  const { compiled, sites } = await compileWith(options, async (document) => {
    const id = document.dataset.document.document_id;
    await files.put(id, printed(document));
    others.delete(id);
  });
  await writeWarcFiles(options.store, sites, folder);
  await writePanelOf(options);
  for (const id of others) await rm(datasetPath(folder, id));
  return { ...compiled, removed: others.size };
}

/**
 * Writes the CSV files and datapackage.json of a dataset of a store into a folder, as
 * `compileDataset` does, but neither the JSON of its documents nor its comparison.
 */
export async function compileCsvFiles(options: ToCompile): Promise<Compiled> {
  await datasetIn(options.store, options.dataset);
  return (await compileWith(options, () => Promise.resolve())).compiled;
}

const NOTHING: Compiled = { documents: 0, ok: 0, partial: 0, failed: 0, missing: 0 };

interface CompiledCsv {
  readonly compiled: Compiled;
  /** The sites that were crawled into the dataset. */
  readonly sites: readonly string[];
}

async function compileWith(
  options: ToCompile,
  keep: (document: NamedDocument) => Promise<void>,
): Promise<CompiledCsv> {
  const { store, dataset, folder, onDocument } = options;
  const sightings = await withMembers(await sightingsIn(store), () => placesOf(options));
  const sites = await sitesInto(store, dataset);
  if (sites.length > 0) await refuseUncrawled(folder);
  const csvFiles = await growCsvFiles(folder);
  let compiled = NOTHING;
  const later: Later[] = [];
  try {
    for await (const document of namedDocuments({ ...options, sightings }, keep)) {
      await csvFiles.add(document.dataset);
      compiled = withDocument(compiled, document);
      if (document.dataset.document.supersedes !== null) later.push(document.dataset.document);
      onDocument?.(compiled);
    }
    await csvFiles.finish();
  } catch (error) {
    await csvFiles.abandon();
    throw error;
  }
  if (sites.length > 0) await writeCrawlFiles(options, { folder, sites, later });
  return { compiled, sites };
}

function withDocument(compiled: Compiled, { dataset, missing }: NamedDocument): Compiled {
  const { status } = dataset.document;
  return {
    ...compiled,
    documents: compiled.documents + 1,
    [status]: compiled[status] + 1,
    missing: compiled.missing + (missing ? 1 : 0),
  };
}

function printed({ dataset, stored }: NamedDocument): Uint8Array {
  return stored === undefined ? printDataset(dataset) : reprint(dataset, stored);
}

/** A document that the folder holds, and the dataset does not, is somebody's: it is not touched. */
async function refuseOthers({ store, dataset, folder }: ToCompile, ids: ReadonlySet<string>) {
  if (ids.size === 0) return;
  const others = new Set(ids);
  for await (const [{ document_id }] of readNames(store, dataset)) others.delete(document_id);
  if (others.size === 0) return;
  throw new ForeignDocuments({
    en: `${folder} holds ${others.size} documents that are not of the dataset ${dataset}. Give another folder, or --clean to have them removed.`,
    zh: `${folder} 中有 ${others.size} 份文档不属于数据集 ${dataset}。请另选文件夹，或用 --clean 删除这些文档。`,
  });
}
