import { boundedBytes } from "./bounded-bytes.js";
import type { OpenPdf } from "./engine/engine.js";
import { engineNamed } from "./engines.js";
import { withinTime } from "./within-time.js";
import { PDF } from "./settings.js";

/** A file within a PDF. */
export interface Attached {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The files that a PDF holds: attachments of the document, the parts of a portfolio, and those that hang on a place
 * of a page.
 *
 * @throws UnreadableSource where it cannot be opened
 */
export async function attachedFiles(bytes: Uint8Array): Promise<readonly Attached[]> {
  const engine = await engineNamed("pdfjs");
  return engine.guarded(async () => {
    const pdf = await withinTime(engine.open(boundedBytes(bytes), "read"), PDF.time.opening);
    try {
      return await withinTime(attachedTo(pdf), PDF.time.opening + PDF.time.page * pdf.pageCount);
    } finally {
      await pdf.close();
    }
  });
}

/** The files of an open PDF, each under a name of its own: the last part of what is stated. */
export async function attachedTo(pdf: OpenPdf): Promise<readonly Attached[]> {
  const names = new Map<string, number>();
  return (await pdf.files()).map(({ stated, bytes }) => {
    const last = stated.replace(/^.*[\\/]/u, "");
    const name = last === "" ? "attachment" : last;
    const before = names.get(name);
    names.set(name, (before ?? 0) + 1);
    return { name: before === undefined ? name : `${before + 1}-${name}`, bytes };
  });
}
