import {
  UnreadableSource,
  besideIn,
  failed,
  isArchive,
  ocrUse,
  unpack,
  unpackAttached,
} from "../../index.js";
import type {
  DisclosureBytes,
  DocumentDataset,
  MadeWith,
  Member,
  Recognition,
} from "../../index.js";
import type { ToRead } from "./protocol.js";
import { withSources } from "../../pipeline/dataset/origins.js";
import { saidBy } from "../../pipeline/model/errors.js";

/** The library's one call by a plan, as the runs use it. */
export type Extract = (
  source: DisclosureBytes,
  recognition: Recognition,
) => Promise<DocumentDataset>;

/** What became of a document: always a dataset, and the fault of the program that stopped it, if any. */
export interface ReadDocument {
  readonly dataset: DocumentDataset;
  readonly bug?: unknown;
}

/** What was in an archive. */
export interface UnpackedArchive {
  readonly members: readonly Member[];
}

/** Reads a document, or gives what is in an archive or hangs on a PDF, as `readDocument` does. */
export async function readOrUnpack(
  document: ToRead,
  extract: Extract,
  recognition: Recognition,
): Promise<ReadDocument | UnpackedArchive> {
  const { bytes, unpack: wanted } = document;
  if (wanted !== "attached" && !isArchive(bytes))
    return readDocument(document, extract, recognition);
  try {
    return { members: await (wanted === "attached" ? unpackAttached : unpack)(bytes) };
  } catch (error) {
    return notRead(document, error, () => ({}));
  }
}

/** Reads a document, or says why it failed. A fault of the program stops this document, not the run. */
export async function readDocument(
  document: ToRead,
  extract: Extract,
  recognition: Recognition,
): Promise<ReadDocument> {
  const { source, bytes, corrections, folder } = document;
  const beside = folder === undefined ? undefined : besideIn(folder);
  try {
    const file = { bytes, fileName: source.file_name, corrections };
    const dataset = await extract(file, { ...recognition, beside });
    return { dataset: withSources(dataset, [source]) };
  } catch (error) {
    return notRead(document, error, (reason) => optionsOf(reason, recognition));
  }
}

function notRead(
  { source }: ToRead,
  error: unknown,
  madeIn: (reason: UnreadableSource) => Partial<MadeWith>,
): ReadDocument {
  const reason = error instanceof UnreadableSource ? error : internal(error);
  const dataset = failed(source, reason, madeIn(reason));
  return reason === error ? { dataset } : { dataset, bug: error };
}

/** Reasons that the bytes alone give: how pages are recognized changes nothing. */
const OF_BYTES: ReadonlySet<UnreadableSource["code"]> = new Set([
  "empty",
  "unknown_format",
  "unsupported_format",
  "encrypted",
]);

function optionsOf({ code }: UnreadableSource, recognition: Recognition): Partial<MadeWith> {
  const { plan, pdfEngine: pdf_engine } = recognition;
  if (OF_BYTES.has(code)) return {};
  const ocr = code === "ocr_unavailable" ? ocrUse(plan, { done: 0, all: 1 }) : ocrUse(plan);
  return { ocr, pdf_engine };
}

function internal(cause: unknown): UnreadableSource {
  const name = cause instanceof Error ? `${cause.name}: ` : "";
  const { en, zh } = saidBy(cause);
  const says = { en: `${name}${en}`, zh: `程序出错（${name}${zh}）。` };
  return new UnreadableSource("internal", says, { cause });
}
