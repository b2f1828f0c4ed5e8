import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { unpack } from "../../extractors/archive/index.js";
import { BUNDLED } from "../../extractors/common/ocr-plan.js";
import { formats } from "../../extractors/index.js";
import { decodePictures } from "../../extractors/raster/decode.js";
import { extract } from "../../index.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { BYTE_MUTATIONS } from "../mutants/byte-mutations.js";
import type { Mutation } from "../mutants/draw.js";
import { PDF_MUTATIONS } from "../mutants/pdf-mutations.js";
import { TEXT_MUTATIONS } from "../mutants/text-mutations.js";
import { ZIP_MUTATIONS } from "../mutants/zip-mutations.js";

/** A reader, the files of the checkout that it begins with, and what befalls them. */
export interface Target {
  readonly read: (bytes: Uint8Array) => Promise<unknown>;
  readonly files: readonly string[];
  readonly mutations: readonly Mutation[];
}

/** Networks take seconds a page, and do not depend on what a file says. */
const WITHOUT_OCR = { ...BUNDLED, mode: "never" } as const;

/** The reader of a format; bytes that it does not accept are not its own. */
function reader(name: string, files: readonly string[], mutations: readonly Mutation[]): Target {
  const format = formats.find((each) => each.name === name);
  if (format === undefined) throw new Error(`There is no format ${name}.`);
  const read = async (bytes: Uint8Array) =>
    format.accepts(bytes) ? format.extract(bytes, { plan: WITHOUT_OCR }) : undefined;
  return { read, files, mutations: [...mutations, ...BYTE_MUTATIONS] };
}

const TEXTS = ["samples/*/source.txt", "bench/seeds/text-*"];

/** Every reader that is our own code or a library's in JavaScript, and the whole way of a text. */
export const TARGETS: Readonly<Record<string, Target>> = {
  pdf: reader("pdf", ["samples/*/source.pdf"], PDF_MUTATIONS),
  docx: reader("docx", ["samples/*/source.docx"], ZIP_MUTATIONS),
  xlsx: reader("xlsx", ["samples/*/source.xlsx"], ZIP_MUTATIONS),
  xls: reader("xls", ["samples/*/source.xls"], []),
  ofd: reader("ofd", ["bench/seeds/*.ofd"], ZIP_MUTATIONS),
  ods: reader("ods", ["bench/seeds/*.ods"], ZIP_MUTATIONS),
  html: reader("html", ["samples/*/source.html", "bench/seeds/page.*"], TEXT_MUTATIONS),
  csv: reader("csv", ["bench/seeds/*.csv"], TEXT_MUTATIONS),
  text: reader("text", TEXTS, TEXT_MUTATIONS),
  archive: { read: unpack, files: ["bench/seeds/archive.*"], mutations: BYTE_MUTATIONS },
  picture: { read: allPictures, files: ["extractors/ocr/models/*.png"], mutations: BYTE_MUTATIONS },
  document: {
    read: (bytes) => extract(bytes, { ocr: { mode: "never" } }),
    files: TEXTS,
    mutations: [...TEXT_MUTATIONS, ...BYTE_MUTATIONS],
  },
};

async function allPictures(bytes: Uint8Array): Promise<number> {
  let pixels = 0;
  for await (const { width, height } of decodePictures(bytes)) pixels += width * height;
  return pixels;
}

/** What a target begins with. */
export const seedsOf = ({ files }: Target): readonly Uint8Array[] =>
  globSync([...files])
    .toSorted()
    .map((file) => readFileSync(file));

/** Whether a reader may end by this: with a refusal that says why. */
export function isRefusal(error: unknown): boolean {
  return error instanceof UnreadableSource && error.code !== "internal";
}
