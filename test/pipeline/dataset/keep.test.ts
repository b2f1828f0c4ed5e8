import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { failed } from "../../../pipeline/dataset/write/assemble.js";
import type { DocumentDataset, Limits, OcrUse } from "../../../pipeline/dataset/dataset.js";
import { datasetPath } from "../../../pipeline/dataset/folder.js";
import { readDataset } from "../../../pipeline/dataset/json.js";
import { openOutput } from "../../../pipeline/dataset/write/output.js";
import type { ReadingWith } from "../../../pipeline/dataset/write/output.js";
import { sourceOf } from "../../../pipeline/dataset/source.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { inBoth } from "../../../pipeline/model/finding.js";
import { VERSION } from "../../../pipeline/model/version.js";
import { dataset } from "./make-dataset.js";
import { removeFolder } from "../../remove-folder.js";

const LIMITS: Limits = { seconds: 300, megabytes: 2048 };
const OCR: OcrUse = { mode: "auto", engine: "ppocr" };
const WITH: ReadingWith = { limits: LIMITS, ocr: OCR };
const source = (fileName: string, text = "a") => sourceOf(new TextEncoder().encode(text), fileName);
const named = (fileName: string): DocumentDataset => dataset("a", { source: source(fileName) });
const timedOut = failed(source("a.txt"), new UnreadableSource("timeout", inBoth("too long")), {
  limits: LIMITS,
});
const refused = failed(source("a.txt"), new UnreadableSource("encrypted", inBoth("no password")));

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gongkai-keep-"));
});
afterEach(() => removeFolder(folder));

/** What a second run makes of a document that a first one had written. */
async function kept(first: DocumentDataset, again = source("a.txt"), reading = WITH) {
  await openOutput(folder).add(first);
  return openOutput(folder).keep(again, reading);
}

/** The same of one whose pages were, and are, to be read by OCR so. */
const keptWith = (made: OcrUse | null, wanted: OcrUse) =>
  kept(dataset("a", { source: source("a.txt"), ocrUse: made }), source("a.txt"), {
    ...WITH,
    ocr: wanted,
  });

const onDisk = () => readFile(datasetPath(folder, source("").document_id), "utf8");

describe("what an earlier run made of a document is kept", () => {
  test.each([
    { of: "one that was read", first: named("a.txt") },
    { of: "one that failed for good", first: refused },
    { of: "one that exceeded the same limits", first: timedOut },
  ])("$of", async ({ first }) => {
    expect((await kept(first))?.document).toEqual(first.document);
  });

  test("with the origins of this run alone, and counts as written by it", async () => {
    const output = openOutput(folder);
    await output.add(named("old.txt"));
    await output.addOrigin(source("older.txt"));
    const next = openOutput(folder);
    await next.keep(source("new.txt"), WITH);
    await next.addOrigin(source("newer.txt"));
    expect(await next.close()).toEqual({ kept: 0, removed: 0 });
    expect(await onDisk()).toMatch(/"file_name":"new\.txt"[\s\S]*"file_name":"newer\.txt"/u);
    expect(await onDisk()).not.toMatch(/old/u);
  });

  test("where it is older than the Chinese error message", async () => {
    await openOutput(folder).add(timedOut);
    const path = datasetPath(folder, timedOut.document.document_id);
    const older = (await onDisk()).replaceAll(',"error_message_zh":"too long"', "");
    await writeFile(path, older);
    const head = await openOutput(folder).keep(source("a.txt"), WITH);
    const unsaid = { ...timedOut.document, error_message_zh: null };
    expect(head?.document).toEqual(unsaid);
    expect((await readDataset(path)).document).toEqual(unsaid);
    expect(await onDisk()).not.toContain("error_message_zh");
  });

  test("without a byte written where nothing changed", async () => {
    await openOutput(folder).add(named("a.txt"));
    const before = await onDisk();
    await openOutput(folder).keep(source("a.txt"), WITH);
    expect(await onDisk()).toBe(before);
  });
});

describe("a document whose pages might be read by OCR", () => {
  const auto = { mode: "auto", engine: "ppocr" } as const;
  const unread = { mode: "auto", engine: "none" } as const;
  const other = { mode: "auto", engine: "tesseract" } as const;
  const always = { mode: "always", engine: "ppocr" } as const;
  const never = { mode: "never", engine: null } as const;
  const none = { mode: "auto", engine: null } as const;

  test.each([
    { of: "that has no pages", made: null, wanted: always },
    { of: "that was recognized so", made: auto, wanted: auto },
    { of: "none of which was recognized, by whichever engine", made: none, wanted: other },
    { of: "none of which had to be recognized, if none is to be", made: none, wanted: never },
    { of: "that were not to be recognized, if none is to be", made: never, wanted: never },
  ])("$of is kept", async ({ made, wanted }) => {
    expect(await keptWith(made, wanted)).toBeDefined();
  });

  test.each([
    { of: "that no engine recognized, since none worked", made: unread, wanted: auto },
    { of: "that another engine recognized", made: auto, wanted: other },
    { of: "that was recognized, if none is to be", made: auto, wanted: never },
    { of: "that were not to be recognized, if they are to be", made: never, wanted: auto },
    { of: "none of which had to be recognized, if all are to be", made: none, wanted: always },
    { of: "all of which were recognized, if only some are to be", made: always, wanted: auto },
  ])("$of is read again", async ({ made, wanted }) => {
    expect(await keptWith(made, wanted)).toBeUndefined();
  });
});

describe("a PDF that one library read", () => {
  const first = dataset("a", { source: source("a.txt"), pdfEngine: "pdfjs" });

  test.each([
    { of: "where the same reads it", wanted: "pdfjs", isKept: true },
    { of: "where nothing says which reads it", wanted: undefined, isKept: true },
    { of: "where another reads it", wanted: "pdfium", isKept: false },
  ])("is kept $of: $isKept", async ({ wanted, isKept }) => {
    const reading = { ...WITH, pdfEngine: wanted };
    expect((await kept(first, source("a.txt"), reading)) !== undefined).toBe(isKept);
  });

  test("and what is no PDF is kept whichever reads PDFs", async () => {
    const reading = { ...WITH, pdfEngine: "pdfium" };
    expect(await kept(named("a.txt"), source("a.txt"), reading)).toBeDefined();
  });
});

describe("what an earlier run made of a document is not kept", () => {
  test("where there is none", async () => {
    expect(await openOutput(folder).keep(source("a.txt"), WITH)).toBeUndefined();
  });

  test("where it exceeded other limits than these", async () => {
    expect(
      await kept(timedOut, source("a.txt"), {
        ...WITH,
        limits: { ...LIMITS, seconds: 600 },
      }),
    ).toBeUndefined();
  });

  test("where it is of no bytes, since whatever is not there has none", async () => {
    const missing = failed(
      source("none", ""),
      new UnreadableSource("not_found", inBoth("not there")),
    );
    expect(await kept(missing, source("empty.txt", ""))).toBeUndefined();
  });

  test.each([
    { of: "another version made it", edit: (json: string) => json.replace(VERSION, "0.0.1") },
    { of: "it is cut short", edit: (json: string) => json.slice(0, 200) },
    { of: "it is of another form", edit: (json: string) => json.replace("document/6", "other") },
  ])("where $of", async ({ edit }) => {
    await openOutput(folder).add(named("a.txt"));
    await writeFile(datasetPath(folder, source("").document_id), edit(await onDisk()));
    expect(await openOutput(folder).keep(source("a.txt"), WITH)).toBeUndefined();
  });
});
