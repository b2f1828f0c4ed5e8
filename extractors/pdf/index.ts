import type { Format } from "../common/format.js";
import { isPdf } from "./signature.js";

/** PDF with a text layer: ruled and unruled tables, paragraphs; pages without text are reported. */
export const pdf: Format = {
  name: "pdf",
  mediaType: "application/pdf",
  accepts: isPdf,
  // pdf.js and what draws pages take a fifth of a second to load, and no other format needs them.
  extract: async (bytes, extraction) => (await import("./read-pdf.js")).readPdf(bytes, extraction),
};
