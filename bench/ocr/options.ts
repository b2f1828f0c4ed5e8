import { parseArgs } from "node:util";
import { OCR_ENGINES } from "../../index.js";
import type { OcrEngineName } from "../../index.js";
import { CONTAINERS } from "./editions.js";
import type { Container, EditionSettings } from "./editions.js";
import { KINDS } from "./kinds.js";
import type { Kind } from "./kinds.js";

export const PARTS = ["pages", "gold", "cost", "calibration"] as const;
type Part = (typeof PARTS)[number];

/** `text` reads the text layer that the pictures were made from: it shows what the measuring itself loses. */
const ENGINES = [...OCR_ENGINES, "text"] as const;
export type EngineName = OcrEngineName | "text";

/** What is measured. */
export interface Options {
  readonly parts: readonly Part[];
  readonly engines: readonly EngineName[];
  readonly editions: readonly EditionSettings[];
  /** Those of whole verified documents. */
  readonly goldEditions: readonly EditionSettings[];
  /** The most pages of a document; Infinity for all. */
  readonly pages: number;
  /** Words in the names of the documents that are measured: all where there are none. */
  readonly documents: readonly string[];
  /** How many cells that are not exact are printed. */
  readonly misses: number;
  /** Confidences below which a value may count as doubtful. */
  readonly doubts: readonly number[];
  /** The pages of the long scan that `cost` measures. */
  readonly long: number;
}

export const USAGE = `npm run bench -- ocr [PART...] [OPTION...]

Parts: ${PARTS.join(", ")}; \`pages\` where none is named.
  --engine NAME,...     ${ENGINES.join(", ")} (ppocr)
  --kind NAME,...       ${KINDS.join(", ")} (all; clean in \`gold\`)
  --dpi NUMBER,...      resolutions (200, and 150 and 300 too where the pages are clean; 200 in \`gold\`)
  --container NAME      ${CONTAINERS.join(", ")} (pdf)
  --pages NUMBER        the most pages of a document, 0 for all (6); those with most numbers in \`calibration\`
  --documents WORD,...  only documents with such a word in their name
  --misses NUMBER       print so many cells or values that are wrong, a row of the table (0)
  --doubt NUMBER,...    confidences below which a value counts as doubtful (0.5,0.7,0.8,0.9,0.95,0.98)
  --long NUMBER         the pages of the long scan in \`cost\` (300)
`;

/** Reads the command line. */
export function optionsOf(args: readonly string[]): Options {
  const text = { type: "string" } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      engine: { ...text, default: "ppocr" },
      kind: { ...text, default: "" },
      dpi: { ...text, default: "" },
      container: { ...text, default: "pdf" },
      pages: { ...text, default: "6" },
      documents: { ...text, default: "" },
      misses: { ...text, default: "0" },
      doubt: { ...text, default: "0.5,0.7,0.8,0.9,0.95,0.98" },
      long: { ...text, default: "300" },
    },
  });
  const pages = numberOf(values.pages);
  const [container = "pdf"] = among(CONTAINERS, listed(values.container));
  const kinds = among(KINDS, listed(values.kind));
  const dpis = listed(values.dpi).map(numberOf);
  return {
    parts: positionals.length === 0 ? ["pages"] : among(PARTS, positionals),
    engines: among(ENGINES, listed(values.engine)),
    editions: editionsOf(kinds.length === 0 ? KINDS : kinds, dpis, container),
    goldEditions: editionsOf(
      kinds.length === 0 ? ["clean"] : kinds,
      dpis.length === 0 ? [200] : dpis,
      "pdf",
    ),
    pages: pages === 0 ? Infinity : pages,
    documents: listed(values.documents),
    misses: numberOf(values.misses),
    doubts: listed(values.doubt).map(numberOf),
    long: numberOf(values.long),
  };
}

function editionsOf(
  kinds: readonly Kind[],
  dpis: readonly number[],
  container: Container,
): readonly EditionSettings[] {
  return kinds.flatMap((kind) =>
    (dpis.length === 0 ? usualDpis(kind) : dpis).map((dpi) => ({ kind, dpi, container })),
  );
}

const usualDpis = (kind: Kind) => (kind === "clean" ? [200, 150, 300] : [200]);

function listed(text: string): readonly string[] {
  return text.split(",").filter((name) => name !== "");
}

function numberOf(text: string): number {
  const number = Number(text);
  if (text === "" || Number.isNaN(number)) throw new Error(`${text} is no number.\n\n${USAGE}`);
  return number;
}

function among<Name extends string>(known: readonly Name[], asked: readonly string[]): Name[] {
  return asked.map((name) => {
    const found = known.find((candidate) => candidate === name);
    if (found === undefined) throw new Error(`There is no ${name}.\n\n${USAGE}`);
    return found;
  });
}
