import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { BYTE_MUTATIONS } from "./byte-mutations.js";
import type { Draw, Mutation } from "./draw.js";
import { PDF_MUTATIONS } from "./pdf-mutations.js";
import { PICTURE_MUTATIONS, SCAN_MUTATIONS } from "./picture-mutations.js";
import { TEXT_MUTATIONS } from "./text-mutations.js";
import { ZIP_MUTATIONS } from "./zip-mutations.js";

/** What mutants are made of, and what is done to it. */
export interface Family {
  readonly name: string;
  readonly mutations: readonly Mutation[];
  /** A whole file, or the picture of a part of a page. */
  readonly source: (draw: Draw) => Promise<Uint8Array>;
}

/** In the checkout, where benches and tests are run; real documents may stand beside it. */
const SAMPLES = path.resolve("samples");
const REAL = path.resolve("..", "shared", "documents");

/** Invented files of the formats that no sample has. */
const SEEDS = path.resolve("bench", "seeds");

/** Larger real documents would take most of the time. */
const MOST_BYTES = 100_000;

/** Of twelve mutants two are pictures. */
export function families(): readonly Family[] {
  const real = existsSync(REAL) ? filesIn(REAL) : [];
  const files = [...filesIn(SAMPLES), ...filesIn(SEEDS), ...real];
  const ending = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  const of = (name: string, pattern: RegExp, mutations: readonly Mutation[]): Family => ({
    name,
    mutations: [...mutations, ...BYTE_MUTATIONS],
    source: async (draw) => readFileSync(draw.among(ending(pattern))),
  });
  const scans = ending(/\.scan\.(?:png|tiff)$/u);
  const source = (draw: Draw) => partOfPage(draw.among(scans), draw);
  const anyBytes = (name: string, pattern: RegExp) => of(name, pattern, []);
  const pdf = of("pdf", /(?<!\.scan)\.pdf$/u, PDF_MUTATIONS);
  const office = of("office", /\.(?:docx|xlsx)$/u, ZIP_MUTATIONS);
  return [
    pdf,
    { name: "picture", mutations: PICTURE_MUTATIONS, source },
    office,
    of("text", /\.(?:txt|csv)$/u, TEXT_MUTATIONS),
    { name: "scan", mutations: SCAN_MUTATIONS, source },
    pdf,
    of("page", /\.(?:html|mht)$/u, TEXT_MUTATIONS),
    anyBytes("workbook", /\.xls$/u),
    of("opened", /\.od[st]$/u, ZIP_MUTATIONS),
    of("rich text", /\.rtf$/u, TEXT_MUTATIONS),
    anyBytes("word", /\.(?:doc|wps)$/u),
    anyBytes("archive", /\.(?:zip|7z|rar|gz)$/u),
  ];
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
    .filter((file) => !file.includes("expected") && isSmall(file))
    .toSorted();
}

const isSmall = (file: string) => file.includes(".scan.") || statSync(file).size <= MOST_BYTES;

/** A third of a page, across all of it: recognizing whole pages a thousand times would take hours. */
async function partOfPage(file: string, draw: Draw): Promise<Uint8Array> {
  const { width, height } = await sharp(file).metadata();
  const third = Math.floor(height / 3);
  const part = { left: 0, top: draw.below(height - third), width, height: third };
  return sharp(file).extract(part).png().toBuffer();
}
