import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract, ocrUse, planOcr } from "../index.js";
import type { OcrOptions } from "../index.js";
import { temporaryFolder } from "./cli/temporary-folder.js";

const { write } = temporaryFolder();
const SAMPLE = join(import.meta.dirname, "../samples/yuan-2025");

describe("made_by says how pages were read by OCR", () => {
  test.each<{ of: string; file: string; ocr?: OcrOptions; expected: unknown }>([
    { of: "text, which has no pages", file: "source.txt", expected: null },
    { of: "a Word document", file: "source.docx", ocr: { mode: "always" }, expected: null },
    {
      of: "a PDF whose text is usable, whatever engine there is",
      file: "source.pdf",
      ocr: { engine: "tesseract" },
      expected: { mode: "auto", engine: null },
    },
    {
      of: "a PDF of which no page was to be recognized",
      file: "source.pdf",
      ocr: { mode: "never" },
      expected: { mode: "never", engine: null },
    },
    {
      of: "a PDF for whose pages no engine works",
      file: "source.pdf",
      ocr: { mode: "always", models: { detection: "no-such-model.onnx" } },
      expected: { mode: "always", engine: "none" },
    },
  ])("of $of", async ({ file, ocr, expected }) => {
    const { made_by } = await extract(join(SAMPLE, file), ocr === undefined ? {} : { ocr });
    expect(made_by.ocr).toEqual(expected);
  });
});

test.each([
  { of: "a PDF", file: "source.pdf", pdfEngine: undefined, expected: "pdfjs" },
  { of: "a PDF", file: "source.pdf", pdfEngine: "pdfium" as const, expected: "pdfium" },
  { of: "what is none", file: "source.txt", pdfEngine: "pdfium" as const, expected: undefined },
])("made_by says that $expected read $of", async ({ file, pdfEngine, expected }) => {
  const { made_by } = await extract(join(SAMPLE, file), { pdfEngine, ocr: { mode: "never" } });
  expect(made_by.pdf_engine).toBe(expected);
});

async function engineWith(path: string, model: string): Promise<string | null> {
  const plan = await planOcr({ models: { recognition: await write(path, model) } });
  return ocrUse(plan).engine;
}

describe("what reads pages", () => {
  test("is the engine of the program, unless it is not to read any", async () => {
    expect(ocrUse(await planOcr())).toEqual({ mode: "auto", engine: "ppocr" });
    expect(ocrUse(await planOcr({ mode: "never" }))).toEqual({ mode: "never", engine: null });
  });

  test("is another with other models: their bytes tell them, not where they stand", async () => {
    const first = await engineWith("a/rec.onnx", "one");
    expect(first).toMatch(/^ppocr-[0-9a-f]{12}$/u);
    expect(await engineWith("b/rec.onnx", "one")).toBe(first);
    expect(await engineWith("c/rec.onnx", "other")).not.toBe(first);
  });
});
