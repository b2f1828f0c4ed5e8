import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { BUNDLED } from "../../../../extractors/common/ocr-plan.js";
import { openEngine } from "../../../../extractors/ocr/open-engine.js";
import { planOcr } from "../../../../extractors/ocr/plan.js";
import { pdf } from "../../../../extractors/pdf/index.js";
import { formats } from "../../../../extractors/index.js";
import { temporaryFolder } from "../../../cli/temporary-folder.js";
import { paper } from "../../raster/draw.js";
import { makePdf, picture, text } from "../../pdf/make-pdf.js";

const { write } = temporaryFolder();

test("the program brings its models: their bytes make the version of the engine", async () => {
  const engine = await openEngine(BUNDLED);
  expect(engine.name).toBe("ppocr");
  expect(engine.version).toMatch(/^ppocr-\d+-[0-9a-f]{12}$/u);
  expect(engine.cannotRead).toEqual([]);
});

test("it is opened once for all that read with it, and again for other models", async () => {
  expect(await openEngine(BUNDLED)).toBe(await openEngine({ ...BUNDLED, mode: "always" }));
  const characters = await write("keys.txt", "一\n二\n");
  const other = await openEngine(await planOcr({ models: { characters } }));
  expect(other.version).not.toBe((await openEngine(BUNDLED)).version);
});

test("a model that is not there is named", async () => {
  const recognition = join("nowhere", "rec.onnx");
  await expect(openEngine(await planOcr({ models: { recognition } }))).rejects.toMatchObject({
    name: "OcrUnavailable",
    message: expect.stringContaining(recognition),
  });
});

test("models that were replaced since the plan was made read nothing: results name those of the plan", async () => {
  const characters = await write("keys.txt", "一\n二\n");
  const plan = await planOcr({ models: { characters } });
  const since = { ...plan, models: { files: { characters }, digest: "0123456789ab", name: null } };
  await expect(openEngine(since)).rejects.toMatchObject({
    name: "OcrUnavailable",
    message: expect.stringContaining("replaced"),
  });
  expect((await openEngine(plan)).name).toBe("ppocr");
});

/** A file in the place of a model, which shows only when it is used. */
describe("a file that is no model is named", () => {
  test("by the engine", async () => {
    const detection = await write("det.onnx", "not a network");
    const engine = await openEngine(await planOcr({ models: { detection } }));
    await expect(engine.find(paper(64, 64))).rejects.toMatchObject({
      name: "OcrUnavailable",
      message: expect.stringMatching(/det\.onnx cannot be used as an ONNX model: .*[^.]\.$/u),
    });
  });

  test("by the error for a picture", async () => {
    const detection = await write("det.onnx", "not a network");
    const page = sharp({ create: { width: 64, height: 64, channels: 3, background: "white" } });
    const bytes = await page.png().toBuffer();
    const png = formats.find(({ name }) => name === "png");
    const plan = await planOcr({ models: { detection } });
    await expect(png?.extract(bytes, { plan })).rejects.toMatchObject({
      name: "UnreadableSource",
      code: "ocr_unavailable",
      message: expect.stringContaining(detection),
    });
  });

  test("by the finding for a page of a PDF, whose text is read", async () => {
    const detection = await write("det.onnx", "not a network");
    const bytes = makePdf([
      { draw: [text([60, 100], "收入有所增加。")] },
      { draw: [picture([0, 0, 595, 842])] },
    ]);
    const plan = await planOcr({ models: { detection } });
    const { value, findings } = await pdf.extract(bytes, { plan });
    expect(value.blocks).toMatchObject([{ text: "收入有所增加。" }]);
    expect(findings.find(({ rule }) => rule === "page_not_recognized")).toMatchObject({
      page: 2,
      facts: { reason: expect.stringContaining(detection) },
    });
  });
});
