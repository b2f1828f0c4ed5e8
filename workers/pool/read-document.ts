import { UnreadableSource, failed, isArchive, ocrUse, unpack } from "../../index.js";
import type { DocumentDataset, Member, OcrUse, Recognition } from "../../index.js";
import type { ToRead } from "./protocol.js";
import { withSources } from "../../pipeline/dataset/origins.js";
import { saidBy } from "../../pipeline/model/errors.js";

/** The library's one call by a plan, as the runs use it. */
export type Extract = (
  source: { readonly bytes: Uint8Array; readonly fileName: string },
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

/** Reads a document, or gives what is in an archive, as `readDocument` does. */
export async function readOrUnpack(
  document: ToRead,
  extract: Extract,
  recognition: Recognition,
): Promise<ReadDocument | UnpackedArchive> {
  if (!isArchive(document.bytes)) return readDocument(document, extract, recognition);
  try {
    return { members: await unpack(document.bytes) };
  } catch (error) {
    return notRead(document, error, () => null);
  }
}

/** Reads a document, or says why it failed. A fault of the program stops this document, not the run. */
export async function readDocument(
  document: ToRead,
  extract: Extract,
  recognition: Recognition,
): Promise<ReadDocument> {
  const { source, bytes } = document;
  try {
    const dataset = await extract({ bytes, fileName: source.file_name }, recognition);
    return { dataset: withSources(dataset, [source]) };
  } catch (error) {
    return notRead(document, error, (reason) => useIn(reason, recognition));
  }
}

function notRead(
  { source }: ToRead,
  error: unknown,
  ocrIn: (reason: UnreadableSource) => OcrUse | null,
): ReadDocument {
  const reason = error instanceof UnreadableSource ? error : internal(error);
  const dataset = failed(source, reason, { ocr: ocrIn(reason) });
  return reason === error ? { dataset } : { dataset, bug: error };
}

/** Reasons that the bytes alone give: how pages are recognized changes nothing. */
const OF_BYTES: ReadonlySet<UnreadableSource["code"]> = new Set([
  "empty",
  "unknown_format",
  "unsupported_format",
  "encrypted",
]);

function useIn({ code }: UnreadableSource, { plan }: Recognition): OcrUse | null {
  if (OF_BYTES.has(code)) return null;
  return code === "ocr_unavailable" ? ocrUse(plan, { done: 0, all: 1 }) : ocrUse(plan);
}

function internal(cause: unknown): UnreadableSource {
  const name = cause instanceof Error ? `${cause.name}: ` : "";
  const { en, zh } = saidBy(cause);
  const says = { en: `${name}${en}`, zh: `程序出错（${name}${zh}）。` };
  return new UnreadableSource("internal", says, { cause });
}
