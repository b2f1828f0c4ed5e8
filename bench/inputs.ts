import { disclosures, sampleFiles } from "../samples/generator/index.js";

/** What the figures are measured on: an invented disclosure printed many times over. */
export interface Inputs {
  /** 38 pages, and the same eighteen times over. */
  readonly pdf: Uint8Array;
  readonly longPdf: Uint8Array;
  /** A document.xml of about 13 MB. */
  readonly docx: Uint8Array;
  /** About 10 MB in Tika's conventions. */
  readonly text: Uint8Array;
}

/** Makes the inputs. The same bytes each time. */
export function makeInputs(): Inputs {
  return {
    pdf: edition("source.pdf", 2),
    longPdf: edition("source.pdf", 36),
    docx: edition("source.docx", 200),
    text: edition("source.txt", 1000),
  };
}

/** A short disclosure, of three tables. */
export function smallInput(): Uint8Array {
  return edition("source.txt", 1, "empty-tables-2022");
}

function edition(file: string, times: number, sample = "yuan-2025"): Uint8Array {
  const once = disclosures.find(({ slug }) => slug === sample);
  if (once === undefined) throw new Error(`There is no sample ${sample}.`);
  const pieces = Array.from({ length: times }, () => once.pieces).flat();
  const bytes = sampleFiles({ ...once, pieces }).get(file);
  if (bytes === undefined) throw new Error(`The sample has no ${file}.`);
  return bytes;
}
