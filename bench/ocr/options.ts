import { parseArgs } from "node:util";
import { OCR_ENGINES } from "../../index.js";
import type { OcrEngineName } from "../../index.js";
import { CONTAINERS } from "./editions.js";
import type { Container, EditionSettings } from "./editions.js";
import { KINDS } from "./kinds.js";
import type { Kind } from "./kinds.js";

export const PARTS = ["pages", "gold", "cost"] as const;
type Part = (typeof PARTS)[number];

/** `text` reads the text layer that the pictures were made from: it shows what the measuring itself loses. */
const ENGINES = [...OCR_ENGINES, "text"] as const;
export type EngineName = OcrEngineName | "text";

/** What is measured. */
export interface Options {
  readonly parts: readonly Part[];
  readonly engines: readonly EngineName[];
  readonly editions: readonly EditionSettings[];
  /** The most pages of a document; Infinity for all. */
  readonly pages: number;
  /** Words in the names of the documents that are measured: all where there are none. */
  readonly documents: readonly string[];
  /** How many cells that are not exact are printed. */
  readonly misses: number;
  /** Below it, a confidence counts as a mark of doubt. */
  readonly doubt: number;
  /** The pages of the long scan that `cost` measures. */
  readonly long: number;
}

export const USAGE = `npm run bench -- ocr [PART...] [OPTION...]

Parts: ${PARTS.join(", ")}; \`pages\` where none is named.
  --engine NAME,...     ${ENGINES.join(", ")} (ppocr)
  --kind NAME,...       ${KINDS.join(", ")} (all)
  --dpi NUMBER,...      resolutions (200, and 150 and 300 where the pages are clean)
  --container NAME      ${CONTAINERS.join(", ")} (pdf)
  --pages NUMBER        the most pages of a document, 0 for all (6)
  --documents WORD,...  only documents with such a word in their name
  --misses NUMBER       print so many cells that are not exact (0)
  --doubt NUMBER        the confidence below which a value counts as doubtful (0.9)
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
      kind: { ...text, default: KINDS.join(",") },
      dpi: { ...text, default: "" },
      container: { ...text, default: "pdf" },
      pages: { ...text, default: "6" },
      documents: { ...text, default: "" },
      misses: { ...text, default: "0" },
      doubt: { ...text, default: "0.9" },
      long: { ...text, default: "300" },
    },
  });
  const pages = numberOf(values.pages);
  const [container = "pdf"] = among(CONTAINERS, listed(values.container));
  const kinds = among(KINDS, listed(values.kind));
  return {
    parts: positionals.length === 0 ? ["pages"] : among(PARTS, positionals),
    engines: among(ENGINES, listed(values.engine)),
    editions: editionsOf(kinds, listed(values.dpi).map(numberOf), container),
    pages: pages === 0 ? Infinity : pages,
    documents: listed(values.documents),
    misses: numberOf(values.misses),
    doubt: numberOf(values.doubt),
    long: numberOf(values.long),
  };
}

function editionsOf(
  kinds: readonly Kind[],
  dpis: readonly number[],
  container: Container,
): readonly EditionSettings[] {
  const usual = (kind: Kind) => (kind === "clean" ? [200, 150, 300] : [200]);
  return kinds.flatMap((kind) =>
    (dpis.length === 0 ? usual(kind) : dpis).map((dpi) => ({ kind, dpi, container })),
  );
}

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
