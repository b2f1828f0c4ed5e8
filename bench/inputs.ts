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

/** A PDF of 19 pages so many times, by file name, each with bytes of its own. */
export function pdfsLike(count: number): ReadonlyMap<string, Uint8Array> {
  const pdf = edition("source.pdf", 1);
  return many(count, "pdf", (n) => Buffer.concat([pdf, Buffer.from(`\n%${n}\n`)]));
}

/** So many small texts, by file name, each its own. */
export function smallTexts(count: number): ReadonlyMap<string, Uint8Array> {
  return many(count, "txt", (n) =>
    Buffer.from(`云溪县第${n}中学2024年部门预算\n\n一、收支说明\n\n2024年收支安排${n}.5万元。\n`),
  );
}

function many(
  count: number,
  extension: string,
  bytesOf: (n: number) => Uint8Array,
): ReadonlyMap<string, Uint8Array> {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return new Map(numbers.map((n) => [`${n}.${extension}`, bytesOf(n)]));
}

function edition(file: string, times: number, sample = "yuan-2025"): Uint8Array {
  const once = disclosures.find(({ slug }) => slug === sample);
  if (once === undefined) throw new Error(`There is no sample ${sample}.`);
  const pieces = Array.from({ length: times }, () => once.pieces).flat();
  const bytes = sampleFiles({ ...once, pieces }).get(file);
  if (bytes === undefined) throw new Error(`The sample has no ${file}.`);
  return bytes;
}
