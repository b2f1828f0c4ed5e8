import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DocumentDataset, extract, openOutput, UnreadableSource } from "../index.js";
import { READ_FILES } from "../pipeline/model/records/registry.js";
import { parseCsv } from "./pipeline/dataset/parse-csv.js";
import { recognizedPages } from "./recognized-pages.js";

/** The F1 of each record file that every verified document reached, rounded down: it may not fall. */
const FLOORS: Readonly<Record<string, number>> = {
  documents: 1,
  sections: 1,
  tables: 1,
  amounts: 1,
  projects: 1,
  indicators: 1,
  procurement_items: 1,
  assets: 1,
  organizations: 1,
  figures: 1,
};

/** The verified documents: where they are, and the formats that each was published in. */
const VERIFIED: readonly (readonly [path: string, formats: readonly string[]])[] = [
  ["county/caofeidian-hrss-2023", ["txt", "docx", "pdf"]],
  ["county/chengde-gaoxin-hrss-2020", ["txt", "docx", "pdf"]],
  ["county/nandagang-hrss-2020", ["txt", "docx", "pdf"]],
  ["published/js-procuratorate-2018-dept-budget", ["pdf"]],
  ["published/shpt-finance-2024-dept-final", ["pdf"]],
  ["published/shpt-finance-2025-dept-budget", ["pdf"]],
];

const shared = join(import.meta.dirname, "..", "..", "shared");
const isThere = existsSync(join(shared, "tools", "score.mjs"));
if (!isThere) console.warn(`The suite over the real documents is skipped: ${shared} is not there.`);

const source = (path: string): string => join(shared, "documents", path);
const goldOf = (path: string): string => join(shared, "gold", basename(path));
const editions = VERIFIED.flatMap(([path, formats]) =>
  formats.map((format) => ({ path, file: `${basename(path)}.${format}`, format })),
);

const ocr = { cache: recognizedPages };
/** The verified editions, by their files: they are read once for all suites. */
const datasets = new Map<string, DocumentDataset>();
const read = async (path: string): Promise<DocumentDataset> =>
  datasets.get(basename(path)) ?? (await extract(source(path), { ocr }));

describe.skipIf(!isThere)("the verified documents", () => {
  const out = mkdtempSync(join(tmpdir(), "gongkai-shared-"));

  beforeAll(async () => {
    const output = openOutput(out);
    for (const { path, file, format } of editions) {
      const dataset = await read(`${path}.${format}`);
      datasets.set(file, dataset);
      await output.add(dataset);
    }
    await output.close();
  }, 120_000);
  afterAll(() => rmSync(out, { recursive: true }));

  test.each(editions)("$file reaches the floor of every record file", ({ path, file }) => {
    const reached = scores({ out, gold: goldOf(path), file });
    const below = Object.entries(reached).filter(([name, f1]) => f1 < (FLOORS[name] ?? 1));
    expect(below).toEqual([]);
    expect(Object.keys(reached).length).toBeGreaterThan(4);
  });

  test.each(editions.filter(({ path }) => existsSync(join(goldOf(path), "amounts.csv"))))(
    "no amount of $file is wrong without a finding on its table",
    ({ path, file }) => {
      const dataset = datasets.get(file);
      const doubted = new Set(dataset?.findings.map(({ table_no }) => table_no));
      const wrong = unverified(dataset?.amounts ?? [], goldOf(path));
      expect(wrong.filter(({ table_no }) => !doubted.has(table_no))).toEqual([]);
    },
  );
});

/** A scan is read within so many milliseconds. */
const SCAN_MS = 600_000;

describe.skipIf(!isThere)("the scans of verified documents", () => {
  test.each([
    ["chengde-gaoxin-hrss-2020", "chengde-gaoxin-hrss-2020-scan.pdf"],
    ["nandagang-hrss-2020", "nandagang-hrss-2020-scan-poor.pdf"],
  ])(
    "%s as %s gives its records",
    async (name, file) => {
      const out = mkdtempSync(join(tmpdir(), "gongkai-scan-"));
      try {
        const output = openOutput(out);
        await output.add(await read(`county/${file}`));
        await output.close();
        const reached = scores({ out, gold: join(shared, "gold", name), file });
        expect(Object.entries(reached).filter(([, f1]) => f1 < 0.98)).toEqual([]);
        expect(Object.keys(reached).length).toBeGreaterThan(4);
      } finally {
        rmSync(out, { recursive: true });
      }
    },
    SCAN_MS,
  );
});

function scores(run: { readonly out: string; readonly gold: string; readonly file: string }) {
  const args = [join(shared, "tools", "score.mjs"), run.out, run.gold, "--file", run.file];
  const printed = execFileSync(process.execPath, [...args, "--json"], { encoding: "utf8" });
  const report: Readonly<Record<string, { readonly f1: number }>> = JSON.parse(printed);
  return Object.fromEntries(Object.entries(report).map(([name, { f1 }]) => [name, f1]));
}

type Amount = DocumentDataset["amounts"][number];
const STATED = ["table_kind", "side", "code", "label", "measure", "phase", "amount"] as const;

/** The amounts that the gold does not have. */
function unverified(amounts: readonly Amount[], gold: string): readonly Amount[] {
  const rows = ["amounts.csv", "amounts_optional.csv"]
    .map((name) => join(gold, name))
    .filter((path) => existsSync(path))
    .flatMap((path) => recordsOf(readFileSync(path, "utf8")));
  const verified = new Set(rows.map((row) => keyOf(row)));
  const [known = {}] = rows;
  return amounts.filter((amount) => {
    const stated = STATED.filter((column) => column in known);
    return !verified.has(keyOf(Object.fromEntries(stated.map((name) => [name, amount[name]]))));
  });
}

function keyOf(row: Readonly<Record<string, string | null>>): string {
  const printed = STATED.map((column) => (row[column] ?? "").replace(/\s/gu, ""));
  return printed.join(" | ").replaceAll("(", "（").replaceAll(")", "）");
}

function recordsOf(csv: string): readonly Readonly<Record<string, string>>[] {
  const [header = [], ...rows] = parseCsv(csv);
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

/** Where a record stands differs between the editions of one document, and merges that plain text lost. */
const PLACES = new Set(
  "document_id row column page page_first page_last rows columns header_rows".split(" "),
);
const FILES = ["sections", "tables", ...READ_FILES] as const;

describe.skipIf(!isThere)("plain text and Word give the same records", () => {
  test.each([
    "beidaihe-hrss-2021",
    "caofeidian-hrss-2023",
    "chengde-gaoxin-hrss-2020",
    "nandagang-hrss-2020",
  ])("of %s", async (name) => {
    const text = await read(`county/${name}.txt`);
    const word = await read(`county/${name}.docx`);
    expect(Object.fromEntries(FILES.map((file) => [file, meant(word, file)]))).toEqual(
      Object.fromEntries(FILES.map((file) => [file, meant(text, file)])),
    );
  });
});

function meant(dataset: DocumentDataset, file: (typeof FILES)[number]): readonly unknown[] {
  const left = new Set([...PLACES, "cells", "header", "ledger"]);
  return dataset[file].map((row) =>
    Object.fromEntries(Object.entries(row).filter(([column]) => !left.has(column))),
  );
}

describe.skipIf(!isThere)("every document that is there", () => {
  const folders = ["county", "published"];
  const files = isThere
    ? folders.flatMap((folder) => readdirSync(source(folder)).map((name) => `${folder}/${name}`))
    : [];
  test.each(files)(
    "%s is read, or refused by name where its format is not read",
    async (file) => {
      expect(await outcomeOf(file)).toMatch(endsOf(file));
    },
    SCAN_MS,
  );
});

/** Word of before 2007 needs a program of its own; the members of archives are read, not archives. */
function endsOf(file: string): RegExp {
  if (/\.(?:7z|zip|rar)$/u.test(file)) return /^unsupported_format$/u;
  return /\.(?:doc|wps|rtf)$/u.test(file)
    ? /^(?:ok|partial|converter_unavailable)$/u
    : /^(?:ok|partial)$/u;
}

/** How a document ended. Anything thrown but a refusal is a fault of the program. */
async function outcomeOf(file: string): Promise<string> {
  try {
    return (await read(file)).document.status;
  } catch (error) {
    if (error instanceof UnreadableSource) return error.code;
    throw error;
  }
}
