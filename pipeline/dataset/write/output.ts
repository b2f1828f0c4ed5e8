import { rm } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { ToldError } from "../../model/errors.js";
import { VERSION } from "../../model/version.js";
import { compile } from "../compile/compile.js";
import { withOrigin, withSources } from "../origins.js";
import type { DocumentDataset, DocumentHead, Limits, OcrUse } from "../dataset.js";
import { datasetPath, documentIds, removeOthers, writeDataset, writePrinted } from "../folder.js";
import { readDataset, readHead } from "../json.js";
import { sightingFor, withMembers, withSighting } from "../sightings.js";
import type { Placed, Sightings } from "../sightings.js";
import { originOf, sourceColumns } from "../source.js";
import type { Source } from "../source.js";
import { keyedMutex } from "./keyed-mutex.js";

/**
 * A run's output folder. Documents of earlier runs stay in it, and a document given again is
 * replaced by what the last run made of it, so that a run may be split or repeated.
 *
 * The calls for one document wait for each other; those for different documents may overlap.
 */
export interface Output {
  /** Writes a document's JSON. One with the same bytes as another adds its origins there. */
  readonly add: (dataset: DocumentDataset) => Promise<void>;
  /** Writes the pieces of a document's JSON that is printed already. */
  readonly addPrinted: (source: Source, pieces: readonly Uint8Array[]) => Promise<void>;
  /** Adds an origin to the document of these bytes, which this run has read. False where it has not. */
  readonly addOrigin: (source: Source) => Promise<boolean>;
  /**
   * Keeps what an earlier run made of these bytes, with this origin alone, where reading them again would
   * give the same: it was this version, no other limits stopped it, and its pages would be read by
   * OCR as they were. Returns its first lines. Never keeps what has no bytes, since any file that is
   * not there has none.
   */
  readonly keep: (source: Source, reading: ReadingWith) => Promise<DocumentHead | undefined>;
  /** Notes what a crawler saw of the documents in the folder, those of earlier runs too. */
  readonly mark: (sightings: Sightings) => Promise<void>;
  /**
   * Writes the CSV files and datapackage.json.
   *
   * @throws LostDocuments where a document that was written is not there
   */
  readonly close: (options?: CloseOptions) => Promise<Closed>;
}

/** The options of a run that results may depend on. */
export interface ReadingWith {
  readonly limits: Limits;
  readonly ocr: OcrUse;
  /** The library that reads PDFs; any where it is not given. */
  readonly pdfEngine?: string | undefined;
  /** The digest of the corrections of the document in hand. */
  readonly corrections?: string | undefined;
}

export interface CloseOptions {
  /** Remove the documents that this run did not read. */
  readonly clean?: boolean;
}

export interface Closed {
  /** The documents of earlier runs in the folder. */
  readonly kept: number;
  readonly removed: number;
}

/** Documents that a run wrote are no longer in its output folder. */
class LostDocuments extends ToldError {
  override readonly name = "LostDocuments";
}

export interface OutputOptions {
  /** Called before anything is written; what it throws stops the writing. */
  readonly check?: () => Promise<void>;
}

/** How a document of this run came to be in its folder: one that was read has validated records. */
type Written = "read" | "kept";
type WrittenIds = ReadonlyMap<string, Written>;

/** What a run has written: documents, and the paths of what it was given. */
interface Run {
  readonly written: WrittenIds;
  readonly paths: ReadonlySet<string>;
}

/** Changes the JSON of a document that stands in a folder. */
function changesIn(folder: string) {
  return async (id: string, changed: (dataset: DocumentDataset) => DocumentDataset) =>
    writeDataset(folder, changed(await readDataset(datasetPath(folder, id))));
}

/** Opens a folder for a run; it is made when the first file is written. */
export function openOutput(folder: string, { check }: OutputOptions = {}): Output {
  const written = new Map<string, Written>();
  const paths = new Set<string>();
  const inTurn = checkedTurns(check, paths);
  const change = changesIn(folder);
  const add = async (dataset: DocumentDataset) => {
    const id = dataset.document.document_id;
    if (written.has(id)) return change(id, (known) => dataset.origins.reduce(withOrigin, known));
    await writeDataset(folder, dataset);
    written.set(id, "read");
  };
  const addOrigin = async (source: Source) => {
    const id = source.document_id;
    if (!written.has(id)) return false;
    await change(id, (known) => withOrigin(known, originOf(source)));
    return true;
  };
  const keep = async (source: Source, reading: ReadingWith) => {
    const id = source.document_id;
    const head = await readHead(datasetPath(folder, id));
    if (head === undefined || !isCurrent(head, reading)) return undefined;
    if (!isFrom(head, source)) await change(id, (known) => withSources(known, [source]));
    written.set(id, "kept");
    return head;
  };
  const addPrinted = async ({ document_id: id }: Source, pieces: readonly Uint8Array[]) => {
    await writePrinted(folder, id, pieces);
    written.set(id, "read");
  };
  return {
    add: (dataset) => inTurn(dataset.document, () => add(dataset)),
    addPrinted: (source, pieces) => inTurn(source, () => addPrinted(source, pieces)),
    addOrigin: (source) => inTurn(source, () => addOrigin(source)),
    keep: (source, reading) => inTurn(source, () => keep(source, reading)),
    mark: (sightings) => markAll(folder, sightings, check),
    close: ({ clean = false } = {}) => compileWhole(folder, { written, paths, check }, clean),
  };
}

/** Notes in each document of a folder what was seen of it, where that is new. */
async function markAll(
  folder: string,
  sightings: Sightings,
  check: OutputOptions["check"],
): Promise<void> {
  await check?.();
  const change = changesIn(folder);
  const seen = await withMembers(sightings, () => placesIn(folder));
  for (const id of await documentIds(folder)) {
    const head = await readHead(datasetPath(folder, id));
    const sighting = head && sightingFor(head, seen);
    if (sighting !== undefined) await change(id, (known) => withSighting(known, sighting));
  }
}

/** Where the documents of a folder come from. */
async function* placesIn(folder: string): AsyncGenerator<Placed> {
  for (const document_id of await documentIds(folder)) {
    const head = await readHead(datasetPath(folder, document_id));
    for (const { path } of head?.origins ?? []) yield { document_id, path };
  }
}

/** @throws LostDocuments where a document that was written is not there */
async function compileWhole(
  folder: string,
  { written, paths, check }: Run & { readonly check: OutputOptions["check"] },
  clean: boolean,
): Promise<Closed> {
  await check?.();
  await refuseLosses(folder, written);
  const removed = clean ? await removeOthers(folder, written) : 0;
  await removeNotFound(folder, { written, paths });
  const read = [...written].flatMap(([id, how]) => (how === "read" ? [id] : []));
  return { removed, kept: (await compile(folder, new Set(read))) - written.size };
}

/**
 * Removes what earlier runs noted of files that they did not find, and of files without bytes whose path this
 * run has read: nothing was read of them, and what they are now is for the run that is given them to say.
 */
async function removeNotFound(folder: string, { written, paths }: Run): Promise<void> {
  const earlier = (await documentIds(folder)).filter((id) => !written.has(id));
  for (const id of earlier) {
    const head = await readHead(datasetPath(folder, id));
    if (head === undefined || head.document.bytes > 0) continue;
    const isReplaced = head.origins.every(({ path }) => paths.has(path));
    if (isReplaced || head.document.error_code === "not_found") await rm(datasetPath(folder, id));
  }
}

/** Work for one document waits for the earlier one, and for a check; its path is noted. */
function checkedTurns(check: OutputOptions["check"], paths: Set<string>) {
  const inTurn = keyedMutex();
  return <T>(of: Pick<Source, "document_id" | "path">, work: () => Promise<T>) => {
    paths.add(of.path);
    return inTurn(of.document_id, async () => {
      await check?.();
      return work();
    });
  };
}

/** @throws LostDocuments where a document that was written is not there */
async function refuseLosses(folder: string, written: WrittenIds): Promise<void> {
  const there = new Set(await documentIds(folder));
  const lost = [...written.keys()].filter((id) => !there.has(id));
  if (lost.length === 0) return;
  throw new LostDocuments({
    en:
      `${lost.length} of the ${written.size} documents of this run are no longer in ${folder}/documents (${lost[0]}.json is one): ` +
      "something else removed them. The CSV files are not written. Run the same command again: it reads what is missing.",
    zh:
      `本次处理的 ${written.size} 份文档中有 ${lost.length} 份已不在 ${folder}/documents 中（如 ${lost[0]}.json），` +
      "被其他程序删除了。CSV 文件没有写出。请再次运行同一命令，它会补读缺少的文档。",
  });
}

/** Whether reading the bytes again would give the same result. */
function isCurrent(
  { made_by, document }: DocumentHead,
  { limits, ocr, corrections, pdfEngine }: ReadingWith,
): boolean {
  const sameLimits = made_by.limits === null || isDeepStrictEqual(made_by.limits, limits);
  const isSame = sameLimits && (made_by.ocr === null || isSameOcr(made_by.ocr, ocr));
  // What converts it may be installed by now.
  const isWanting = document.error_code === "converter_unavailable";
  const isCorrected = made_by.corrections === corrections;
  // Formats that it does not read say nothing of it.
  const sameEngine = (made_by.pdf_engine ?? pdfEngine) === (pdfEngine ?? made_by.pdf_engine);
  // What stands beside it may be another by now.
  if (made_by.beside === true) return false;
  return (
    made_by.version === VERSION &&
    isSame &&
    sameEngine &&
    isCorrected &&
    document.bytes > 0 &&
    !isWanting
  );
}

/** Whether the pages of a document would be read by OCR as they were. */
function isSameOcr(made: OcrUse, wanted: OcrUse): boolean {
  if (made.engine !== null) return isDeepStrictEqual(made, wanted);
  // Where no page had to be recognized, asking for none changes nothing.
  return made.mode === wanted.mode || (made.mode === "auto" && wanted.mode === "never");
}

/** Whether the document stands there with this origin alone. */
function isFrom(head: DocumentHead, source: Source): boolean {
  const { document, origins } = head;
  const isRow = isDeepStrictEqual(document, { ...document, ...sourceColumns(source) });
  return isRow && isDeepStrictEqual(origins, [originOf(source)]);
}
