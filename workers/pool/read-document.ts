import { UnreadableSource, failed, ocrUse } from "../../index.js";
import type { DocumentDataset, Extraction, OcrUse } from "../../index.js";
import type { ToRead } from "./protocol.js";
import { saidBy } from "../../pipeline/model/errors.js";

/** The library's one call, as the runs use it. */
export type Extract = (
  source: { readonly bytes: Uint8Array; readonly fileName: string },
  extraction?: Extraction,
) => Promise<DocumentDataset>;

/** What became of a document: always a dataset, and the fault of the program that stopped it, if any. */
export interface ReadDocument {
  readonly dataset: DocumentDataset;
  readonly bug?: unknown;
}

/** Reads a document, or says why it failed. A fault of the program stops this document, not the run. */
export async function readDocument(
  { source, bytes }: ToRead,
  extract: Extract,
  extraction: Extraction = {},
): Promise<ReadDocument> {
  try {
    return { dataset: await extract({ bytes, fileName: source.file_name }, extraction) };
  } catch (error) {
    const reason = error instanceof UnreadableSource ? error : internal(error);
    const dataset = failed(source, reason, { ocr: await useIn(reason, extraction) });
    return reason === error ? { dataset } : { dataset, bug: error };
  }
}

/** Reasons that the bytes alone give: how pages are recognized changes nothing. */
const OF_BYTES: ReadonlySet<UnreadableSource["code"]> = new Set([
  "empty",
  "unknown_format",
  "unsupported_format",
  "encrypted",
]);

async function useIn({ code }: UnreadableSource, { ocr }: Extraction): Promise<OcrUse | null> {
  if (OF_BYTES.has(code)) return null;
  // The next run may have an engine that works.
  if (code === "ocr_unavailable") return { mode: ocr?.mode ?? "auto", engine: "none" };
  return ocrUse(ocr);
}

function internal(cause: unknown): UnreadableSource {
  const name = cause instanceof Error ? `${cause.name}: ` : "";
  const { en, zh } = saidBy(cause);
  const says = { en: `${name}${en}`, zh: `程序出错（${name}${zh}）。` };
  return new UnreadableSource("internal", says, { cause });
}
