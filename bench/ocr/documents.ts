import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { disclosures, sampleFiles } from "../../samples/generator/index.js";

/** A PDF with a text layer: what its pictures are measured against. */
export interface Original {
  readonly name: string;
  readonly pdf: Uint8Array;
}

/** A document with records that were verified by hand, and a picture edition where one was scanned. */
export interface Verified {
  readonly name: string;
  readonly gold: string;
  /** The PDF with a text layer. */
  readonly text: string;
  readonly scan: string | null;
}

/** Real documents beside the checkout. The program is built into a folder of it. */
const SHARED = path.join(import.meta.dirname, "..", "..", "..", "..", "shared");
export const SCORE = path.join(SHARED, "tools", "score.mjs");

const PUBLISHED = [
  "js-procuratorate-2018-dept-budget",
  "shpt-finance-2024-dept-final",
  "shpt-finance-2025-dept-budget",
];
const COUNTY = [
  { name: "chengde-gaoxin-hrss-2020", scan: "chengde-gaoxin-hrss-2020-scan" },
  { name: "nandagang-hrss-2020", scan: "nandagang-hrss-2020-scan-poor" },
];

const publishedFile = (name: string) => path.join(SHARED, "documents", "published", `${name}.pdf`);
const countyFile = (name: string) => path.join(SHARED, "documents", "county", `${name}.pdf`);
const goldOf = (name: string) => path.join(SHARED, "gold", name);

/** Documents whose name holds one of these words: the real ones where they are, else the samples. */
export function originals(words: readonly string[]): readonly Original[] {
  const files = new Map([
    ...PUBLISHED.map((name) => [name, publishedFile(name)] as const),
    ...COUNTY.map(({ name }) => [name, countyFile(name)] as const),
  ]);
  const there = [...files].filter(([, file]) => existsSync(file));
  if (there.length === 0) {
    process.stderr.write(
      `${SHARED} has no documents: the invented samples are measured, in a Chinese font of this machine.\n`,
    );
    return samples().filter(({ name }) => isAsked(name, words));
  }
  return there
    .filter(([name]) => isAsked(name, words))
    .map(([name, file]) => ({ name, pdf: readFileSync(file) }));
}

function samples(): readonly Original[] {
  return disclosures.flatMap((disclosure) => {
    const pdf = sampleFiles(disclosure).get("source.pdf");
    return pdf === undefined ? [] : [{ name: disclosure.slug, pdf }];
  });
}

/** The verified documents whose name holds one of these words; none where they are not there. */
export function verified(words: readonly string[]): readonly Verified[] {
  const all = [
    ...COUNTY.map(({ name, scan }) => ({ name, text: countyFile(name), scan: countyFile(scan) })),
    ...PUBLISHED.map((name) => ({ name, text: publishedFile(name), scan: null })),
  ];
  const there = all.filter(({ text }) => existsSync(text));
  if (there.length === 0) process.stderr.write(`${SHARED} has no verified documents.\n`);
  return there
    .filter(({ name }) => isAsked(name, words))
    .map((document) => ({ ...document, gold: goldOf(document.name) }));
}

function isAsked(name: string, words: readonly string[]): boolean {
  return words.length === 0 || words.some((word) => name.includes(word));
}
