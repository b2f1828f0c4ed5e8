import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pdf } from "../../extractors/pdf/index.js";
import { extract } from "../../index.js";
import { line, ratio } from "../figure.js";
import type { Figure } from "../figure.js";
import { paired } from "../measure.js";
import { originals } from "./documents.js";
import type { Original } from "./documents.js";
import { edition } from "./editions.js";
import type { Options } from "./options.js";
import { printedOf } from "./run.js";

/** Table pages that are read, each a document of its own. */
const PAGES = 12;
const ROUNDS = 3;

/** Documents of one page to read by so many threads, the first of them before the clock starts. */
export interface ThreadsJob {
  readonly folder: string;
  readonly files: readonly string[];
  readonly threads: number;
}

/** A long document, and others of one page each. */
export interface LengthJob {
  readonly folder: string;
  readonly long: string;
  readonly short: readonly string[];
}

export interface ThreadsCost {
  readonly pagesPerMinute: number;
  /** Of a page: it says what the machine could do where other programs keep it busy. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
}

export interface LengthCost {
  /** A page of the long document against a document of one page, in processor time. */
  readonly ratio: number;
  /** Of the process after a tenth of the pages, and at the end. */
  readonly megabytesEarly: number;
  readonly megabytes: number;
}

/** What reading pictures costs: a table page at 200 dpi, a long scan, and a document that needs no OCR. */
export async function* costFigures(options: Options): AsyncGenerator<string> {
  const documents = originals(options.documents);
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const { of, pages } = await tablePages(documents);
    const short = await pictured(
      of,
      pages.map((page) => [page]),
    );
    for (const threads of [1, 2])
      yield* threadFigures({ folder, files: short, threads }).map(ended);
    const [long = ""] = await pictured(of, [over(pages, options.long)]);
    yield* lengthFigures({ folder, long, short }, options.long).map(ended);
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const document of documents) yield ended(await textLayerFigure(document));
}

const ended = (figure: Figure): string => `${line(figure)}\n`;

/** The document with the most cells, and its pages that have the most. */
async function tablePages(documents: readonly Original[]) {
  const counted = await Promise.all(
    documents.map(async (of) => {
      const pages = await cellCounts(of);
      return { of, pages, cells: pages.reduce((sum, { cells }) => sum + cells, 0) };
    }),
  );
  const [most] = counted.sort((a, b) => b.cells - a.cells);
  if (most === undefined) throw new Error("There is no document to measure.");
  const fullest = most.pages.toSorted((a, b) => b.cells - a.cells).slice(0, PAGES);
  return { of: most.of, pages: fullest.map(({ page }) => page) };
}

async function cellCounts(of: Original) {
  const { value } = await pdf.extract(of.pdf);
  const cells = value.blocks.flatMap((block) => (block.type === "table" ? block.cells : []));
  return value.pages.map(({ number }) => {
    const onPage = cells.filter(({ at }) => at.type === "page" && at.page === number);
    return { page: number, cells: onPage.length };
  });
}

/** Clean pictures at 200 dpi, a file for each list of pages. */
async function pictured(
  { pdf: bytes }: Original,
  lists: readonly (readonly number[])[],
): Promise<readonly string[]> {
  const files: string[] = [];
  for (const pages of lists) {
    const made = await edition(bytes, pages, { kind: "clean", dpi: 200, container: "pdf" });
    files.push(...made.files);
  }
  return files;
}

/** The same pages over and over until there are so many. */
function over(pages: readonly number[], count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => pages[i % pages.length] ?? 1);
}

function threadFigures(job: ThreadsJob): readonly Figure[] {
  const cost: ThreadsCost = JSON.parse(printedOf("read-in-pool.js", job));
  const threads = job.threads === 1 ? "one thread" : `${job.threads} threads`;
  return [
    {
      what: `table pages at 200 dpi a minute, ${threads}`,
      figure: cost.pagesPerMinute.toFixed(0),
      measured: cost.pagesPerMinute,
      limit: job.threads === 2 ? 30 : 0,
      atLeast: true,
    },
    {
      what: `processor seconds a page, ${threads}`,
      figure: cost.cpuSeconds.toFixed(2),
      measured: cost.cpuSeconds,
      limit: 0,
    },
    {
      what: `peak memory of it, MB, ${threads}`,
      figure: cost.megabytes.toFixed(0),
      measured: cost.megabytes,
      limit: job.threads === 2 ? 1500 : 0,
    },
  ];
}

function lengthFigures(job: LengthJob, pages: number): readonly Figure[] {
  const cost: LengthCost = JSON.parse(printedOf("read-long.js", job));
  return [
    ratio(`cost a page of a scan of ${pages} pages against one of one page`, cost.ratio, 1.1),
    ratio(
      `memory at its end against that after a tenth, ${cost.megabytes.toFixed(0)} MB`,
      cost.megabytes / cost.megabytesEarly,
      1.1,
    ),
  ];
}

async function textLayerFigure({ name, pdf: bytes }: Original): Promise<Figure> {
  const cost = await paired(
    () => extract(bytes, { ocr: { mode: "auto" } }),
    () => extract(bytes, { ocr: { mode: "never" } }),
    ROUNDS,
  );
  return ratio(
    `a PDF with a text layer, OCR where needed against never, ${name}`,
    cost.ratio,
    1.05,
  );
}
