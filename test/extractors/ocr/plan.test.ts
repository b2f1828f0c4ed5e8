import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BUNDLED, ocrUse } from "../../../extractors/common/ocr-plan.js";
import type { OcrPlan } from "../../../extractors/common/ocr-plan.js";
import { planOcr } from "../../../extractors/ocr/plan.js";
import { extract, extractPlanned } from "../../../index.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at, write } = temporaryFolder();
beforeEach(() => vi.stubEnv("GONGKAI_MODELS", at("models")));
afterEach(() => vi.unstubAllEnvs());

describe("a plan", () => {
  test("has every default filled in", async () => {
    expect(await planOcr()).toEqual(BUNDLED);
    expect(await planOcr({ models: "bundled", mode: "always" }, "file:///kept")).toEqual({
      ...BUNDLED,
      mode: "always",
      keptIn: "file:///kept",
    });
  });

  test("tells given models by their bytes", async () => {
    const files = { characters: await write("keys.txt", "一\n") };
    const plan = await planOcr({ models: files });
    const digest = expect.stringMatching(/^[0-9a-f]{12}$/u);
    expect(plan.models).toEqual({ files, digest, name: null });
  });

  test("is plain data: nothing is lost at the border of a process", async () => {
    const given = { characters: await write("keys.txt", "一\n") };
    for (const plan of [await planOcr({ models: given }, at("kept")), await damaged()]) {
      expect(structuredClone(plan)).toEqual(plan);
      expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
    }
  });

  test.each([{ mode: "never" }, { engine: "tesseract" }] as const)(
    "looks for no models where none are needed: %o",
    async (options) => {
      await write("models/in-use.json", "{");
      expect(await planOcr(options)).toEqual({ ...BUNDLED, ...options });
    },
  );

  test("is made again with models that were not there before", async () => {
    const characters = at("keys.txt");
    const says = expect.stringContaining(`${characters} cannot be read`);
    expect((await planOcr({ models: { characters } })).unusable?.en).toEqual(says);
    await write("keys.txt", "一\n");
    expect(await planOcr({ models: { characters } })).toMatchObject({ unusable: null });
  });
});

/** A plan of one whose added models are damaged. */
async function damaged(): Promise<OcrPlan> {
  await write("models/in-use.json", "{");
  return planOcr();
}

const text = () => new TextEncoder().encode("收入有所增加。");
const scan = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: "white" } })
    .png()
    .toBuffer();

describe("added models that are damaged", () => {
  test("do not matter to a document without pages to recognize", async () => {
    expect((await damaged()).unusable?.en).toContain("in-use.json is damaged");
    const { findings } = await extract(text());
    expect(findings.map(({ rule }) => rule)).toEqual(["title_absent", "nothing_recognized"]);
  });

  test("are why a picture is not read", async () => {
    await damaged();
    await expect(extract(await scan())).rejects.toMatchObject({
      code: "ocr_unavailable",
      message: expect.stringContaining("in-use.json is damaged"),
    });
  });

  test("do not matter to who reads by a plan that was made before", async () => {
    await damaged();
    const read = await extractPlanned(await scan(), { plan: BUNDLED });
    expect(read.made_by.ocr).toEqual({ mode: "auto", engine: "ppocr" });
  });
});

const NAMED: OcrPlan = {
  ...BUNDLED,
  models: { files: { recognition: join("a", "rec.onnx") }, digest: "0123456789ab", name: "PP" },
};
const NAMELESS: OcrPlan = {
  ...BUNDLED,
  models: { files: {}, digest: "0123456789ab", name: null },
};
const UNUSABLE: OcrPlan = { ...BUNDLED, unusable: { en: "damaged", zh: "已损坏" } };

describe("made_by.ocr follows from the plan", () => {
  test.each([
    { of: "the program's models", plan: BUNDLED, engine: "ppocr" },
    { of: "models with a name", plan: NAMED, engine: "ppocr-0123456789ab (PP)" },
    { of: "models without one", plan: NAMELESS, engine: "ppocr-0123456789ab" },
    { of: "models that cannot be used", plan: UNUSABLE, engine: "none" },
    { of: "no recognition", plan: { ...BUNDLED, mode: "never" as const }, engine: null },
    { of: "no page that needs it", plan: NAMED, pages: { done: 0, all: 0 }, engine: null },
    { of: "no page that was read", plan: NAMED, pages: { done: 0, all: 2 }, engine: "none" },
    { of: "some pages", plan: BUNDLED, pages: { done: 1, all: 2 }, engine: "ppocr" },
  ])("of $of", ({ plan, pages, engine }) => {
    expect(ocrUse(plan, pages)).toEqual({ mode: plan.mode, engine });
  });
});
