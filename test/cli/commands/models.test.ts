import { existsSync } from "node:fs";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bundledModels, ocrUse, planOcr } from "../../../index.js";
import { makeWheel } from "../make-wheel.js";
import { run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();
beforeEach(() => vi.stubEnv("GONGKAI_MODELS", at("models")));
afterEach(() => vi.unstubAllEnvs());

const models = (...args: readonly string[]) => run(["models", ...args]);

const wheel = (characters?: (listed: readonly string[]) => readonly string[]) =>
  makeWheel(at("made.whl"), characters);

describe("gongkai models", () => {
  test("lists those of the program, with licence, size and hash", async () => {
    const { code, stdout } = await models();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Models +PP-OCRv4 mobile \(used\)$/mu);
    expect(stdout).toMatch(/Licence +Apache-2\.0/u);
    expect(stdout).toMatch(/_rec_infer\.onnx +10,822,323 +06b3e6af[0-9a-f]{56}$/mu);
    expect((await models("list")).stdout).toBe(stdout);
  });

  test("checks those that are used by a page that the program brings", async () => {
    const { code, stdout } = await models("check");
    expect([code, stdout]).toEqual([0, expect.stringContaining("all lines of the page")]);
  });

  test("adds those of a wheel, shows its licence, and reads with them from then on", async () => {
    const { code, stdout } = await models("add", await wheel());
    expect(code).toBe(0);
    expect(stdout).toContain("--- made.dist-info/LICENSE\nApache License\n");
    const { stdout: listed } = await models();
    expect(listed).toContain("made.whl, in ");
    expect(listed.match(/\(used\)/gu)).toHaveLength(1);
    const plan = await planOcr();
    expect(ocrUse(plan).engine).toMatch(/^ppocr-[0-9a-f]{12} \(PP-OCRv4 mobile\)$/u);
    expect(ocrUse(await planOcr({ models: "bundled" }))).toMatchObject({ engine: "ppocr" });
    expect(plan.models?.files.detection).toContain(at("models"));
  });

  test("adds none that misread, and changes nothing", async () => {
    const turned = await wheel(([first = "", ...others]) => [...others, first]);
    const { code, stderr } = await models("add", turned);
    expect([code, stderr]).toEqual([2, expect.stringMatching(/misread "一般公共预算/u)]);
    expect(await readdir(at("models"))).toEqual([]);
    expect(ocrUse(await planOcr()).engine).toBe("ppocr");
  });

  test("says of which models it is told that they misread", async () => {
    const { detection, recognition } = bundledModels();
    await write("given/keys.txt", "一\n".repeat(6623));
    await writeFile(at("given/det.onnx"), await readFile(detection));
    await writeFile(at("given/rec.onnx"), await readFile(recognition));
    const { code, stdout } = await models("check", at("given"));
    expect([code, stdout]).toEqual([1, expect.stringContaining("1,234,567.89 was read as 一")]);
  });

  test.each([
    { what: "a file that is no package", path: "text.whl", says: /cannot be read as a wheel/u },
    { what: "nothing", path: "nowhere.whl", says: /cannot be read as a wheel/u },
    { what: "a folder without models", path: "folder", says: /there is none/u },
  ])("$what is wrong usage", async ({ path, says }) => {
    await write("text.whl", "text");
    await write("folder/a.txt", "text");
    const { code, stderr } = await models("add", at(path));
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });

  test("removes what was added, and nothing else that is in the folder", async () => {
    await models("add", await wheel());
    await write("models/mine.txt", "mine");
    expect((await models("remove")).stdout).toContain("Removed.");
    expect(await readdir(at("models"))).toEqual(["mine.txt"]);
    expect((await models("remove")).stdout).toBe("None were added.\n");
  });

  test("what is damaged is said, never passed over", async () => {
    await write("models/in-use.json", "{");
    await write("in/a.txt", "a");
    const { code, stderr } = await run(["show", at("in/a.txt")]);
    expect([code, stderr]).toEqual([2, expect.stringContaining("in-use.json is damaged")]);
    await models("remove");
    expect(existsSync(at("models/in-use.json"))).toBe(false);
  });
});

/** What a run says that its pages were read with. */
async function engineOf(...args: readonly string[]): Promise<string | undefined> {
  await run(["extract", at("in"), "--out", at("out"), ...args]);
  const [name = ""] = await readdir(at("out/documents"));
  const json = await readFile(at("out/documents", name), "utf8");
  return /"engine":"([^"]*)"/u.exec(json)?.[1];
}

test("--ocr-models bundled reads with those of the program, whatever was added", async () => {
  await models("add", await wheel());
  await write("in/a.txt", "#1");
  expect(await engineOf()).toMatch(/^ppocr-[0-9a-f]{12} \(PP-OCRv4 mobile\)$/u);
  expect(await engineOf("--ocr-models", "bundled")).toBe("ppocr");
});
