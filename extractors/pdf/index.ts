import type { Format } from "../common/format.js";

/** PDF with a text layer: ruled and unruled tables, paragraphs; pages without text are reported. */
export const pdf: Format = {
  name: "pdf",
  mediaType: "application/pdf",
  accepts: hasSignature,
  // pdf.js and what draws pages take a fifth of a second to load, and no other format needs them.
  extract: async (bytes, extraction) => (await import("./read-pdf.js")).readPdf(bytes, extraction),
};

/** Readers accept the signature anywhere in the first kilobyte, and so do some producers. */
function hasSignature(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}
