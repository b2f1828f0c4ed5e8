import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { OcrUnavailable } from "../../../extractors/ocr/engine/unavailable.js";
import { openEngine } from "../../../extractors/ocr/open-engine.js";
import { formatOf } from "../../../extractors/index.js";
import { pdf } from "../../../extractors/pdf/index.js";
import { pictures } from "../../../extractors/picture.js";
import { extract } from "../../../index.js";
import { makePdf, picture, text } from "../pdf/make-pdf.js";
import { sentencesOf } from "../../../pipeline/model/finding.js";

// A machine on which the package was not installed.
vi.mock("onnxruntime-node", () => {
  throw new Error("Cannot find package 'onnxruntime-node'");
});

/** A file of the checkout. */
const read = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../..", name), "utf8");

const INSTALL = /Install it with `ONNXRUNTIME_NODE_INSTALL=skip npm install onnxruntime-node@\d/u;

test("the engine says what to install, and what else there is", async () => {
  const error: unknown = await openEngine(BUNDLED).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OcrUnavailable);
  expect(error).toMatchObject({
    message: expect.stringMatching(INSTALL),
    cause: expect.anything(),
  });
  expect(error).toMatchObject({ message: expect.stringContaining("--ocr-engine tesseract") });
});

test("the version that it names is the one that the program is tested with", async () => {
  const error: unknown = await openEngine(BUNDLED).catch((thrown: unknown) => thrown);
  const [, version = "none"] = /"onnxruntime-node": "(\d[\d.]+)"/u.exec(read("package.json")) ?? [];
  expect(String(error)).toContain(`onnxruntime-node@${version}`);
});

test("installing the checkout fetches no GPU files: no npm runs the package's script", () => {
  // Newer versions of npm ask `allowScripts`; older ones run what the lock says has a script.
  expect(JSON.parse(read("package.json"))).toMatchObject({
    allowScripts: { "onnxruntime-node": false },
  });
  const { packages } = JSON.parse(read("package-lock.json"));
  expect(packages["node_modules/onnxruntime-node"]).toMatchObject({ version: expect.anything() });
  expect(packages["node_modules/onnxruntime-node"]).not.toHaveProperty("hasInstallScript");
});

test("a PDF gives its text, and names each page that was not read", async () => {
  const scanned = { draw: [picture([0, 0, 595, 842])] };
  const bytes = makePdf([scanned, { draw: [text([60, 100], "收入有所增加。")] }, scanned]);
  const { value, findings } = await pdf.extract(bytes);
  expect(value.blocks).toMatchObject([{ text: "收入有所增加。", at: { page: 2 } }]);
  const unread = findings.filter(({ rule }) => rule === "page_not_recognized");
  expect(unread.map(({ page, severity }) => [page, severity])).toEqual([
    [1, "error"],
    [3, "error"],
  ]);
  const [said] = unread.map(sentencesOf);
  expect(said?.en).toMatch(INSTALL);
  expect(said?.zh).toMatch(/^第1页未读取。.*请用 `.*npm install onnxruntime-node@[\d.]+` 安装/u);
});

test.each(["png", "jpeg", "tiff"] as const)("a %s is refused, and told why", async (name) => {
  const page = sharp({ create: { width: 40, height: 60, channels: 3, background: "white" } });
  const bytes = await page.toFormat(name).toBuffer();
  const format = formatOf(bytes, pictures);
  expect(format.name).toBe(name);
  await expect(format.extract(bytes)).rejects.toMatchObject({
    name: "UnreadableSource",
    code: "ocr_unavailable",
    message: expect.stringMatching(INSTALL),
  });
});

test.each(["txt", "docx", "pdf"])("a %s with its text is read as ever", async (format) => {
  const sample = join(import.meta.dirname, "../../../samples/empty-tables-2022");
  const { document, findings } = await extract(join(sample, `source.${format}`), {
    ocr: { mode: "auto" },
  });
  expect(document.status).toBe("ok");
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
});
