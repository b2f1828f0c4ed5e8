import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as gongkai from "../index.js";

test("the library offers these names and no others", () => {
  expect(Object.keys(gongkai).toSorted()).toEqual([
    "OCR_ENGINES",
    "OCR_MODES",
    "OcrUnavailable",
    "PDF_ENGINES",
    "UnreadableDataset",
    "UnreadableSource",
    "VERSION",
    "addModels",
    "attribute",
    "besideIn",
    "bundledModels",
    "checkModels",
    "compile",
    "elementsIn",
    "extract",
    "extractPlanned",
    "failed",
    "findLibreOffice",
    "installedModels",
    "isArchive",
    "isOutput",
    "isPdf",
    "knownModels",
    "mayHoldFiles",
    "missingRuntime",
    "modelsInFolder",
    "ocrUse",
    "openOutput",
    "parsePage",
    "plainText",
    "planOcr",
    "printJson",
    "removeModels",
    "sha256Of",
    "sourceOf",
    "sourceWithoutBytes",
    "unpack",
    "unpackAttached",
    "verifiedPdfReading",
  ]);
});

test("the version is the package's", () => {
  const url = new URL("../package.json", import.meta.url);
  expect(readFileSync(url, "utf8")).toContain(`"version": "${gongkai.VERSION}"`);
});

test("and these types", () => {
  type Names = readonly [
    gongkai.Closed,
    gongkai.DisclosureSource,
    gongkai.DocumentDataset,
    gongkai.DocumentHead,
    gongkai.ExtractOptions,
    gongkai.Limits,
    gongkai.MadeWith,
    gongkai.OcrCache,
    gongkai.OcrEngineName,
    gongkai.OcrMode,
    gongkai.OcrModels,
    gongkai.OcrOptions,
    gongkai.OcrPlan,
    gongkai.OcrUse,
    gongkai.Output,
    gongkai.PdfEngineName,
    gongkai.ReadingWith,
    gongkai.Recognition,
    gongkai.Source,
  ];
  // Compiling is the test: a type that is gone does not.
  expect<Names["length"]>(19).toBe(19);
});
