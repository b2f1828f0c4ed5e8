/** The libraries that can read PDFs. The first does unless another is asked for. */
export const PDF_ENGINES = ["pdfjs", "pdfium"] as const;
export type PdfEngineName = (typeof PDF_ENGINES)[number];

/** What reads PDFs; behind a `+` what reads them once more, for pages to be told of that the two read differently. */
export type PdfReading = PdfEngineName | "pdfjs+pdfium" | "pdfium+pdfjs";

/** A reading by an engine that the other one verifies. */
export function verifiedPdfReading(engine: PdfEngineName): PdfReading {
  return engine === "pdfjs" ? "pdfjs+pdfium" : "pdfium+pdfjs";
}

/** The engine of a reading, and the one that verifies it, if one does. */
export function enginesOf(reading: PdfReading): {
  readonly reads: PdfEngineName;
  readonly verifies: PdfEngineName | undefined;
} {
  const [reads = PDF_ENGINES[0], verifies] = PDF_ENGINES.filter((name) => reading.includes(name));
  return reading.startsWith(reads) || verifies === undefined
    ? { reads, verifies }
    : { reads: verifies, verifies: reads };
}
