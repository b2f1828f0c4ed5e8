import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { openStore } from "../../workers/store/open-store.js";
import { built } from "../build.js";
import { keysOf } from "../workers/store/stores.js";
import { run } from "./run.js";
import { temporaryFolder } from "./temporary-folder.js";

const { at, write } = temporaryFolder();
beforeEach(() => vi.stubEnv("GONGKAI_TEST_READS", at("reads")));
afterEach(() => vi.unstubAllEnvs());

const extract = (...args: readonly string[]) =>
  run(["extract", at("in"), "--out", at("out"), ...args]);
const recognized = async () =>
  existsSync(at("reads")) ? (await readFile(at("reads"), "utf8")).match(/page/gu)?.length : 0;

const MODELS = ["det.onnx", "rec.onnx", "keys.txt"];

describe("gongkai extract of scans", () => {
  test("recognizes no page twice: what it recognized is kept in the output folder", async () => {
    await write("in/a.txt", "#3");
    const { stdout } = await extract();
    expect(stdout).toContain("Pages       3 read by OCR\n");
    expect(await keysOf(await openStore(at("out/.ocr-cache")), "ocr/")).toHaveLength(3);
    await extract("--force", "--clean");
    expect(await recognized()).toBe(3);
    await extract("--force", "--no-ocr-cache");
    expect(await recognized()).toBe(6);
  });

  test("publishes nothing of what it keeps, and takes none of it for a document", async () => {
    await write("in/a.txt", "#1");
    await extract();
    expect(await readFile(at("out/datapackage.json"), "utf8")).not.toContain("ocr-cache");
    const { stdout } = await run(["extract", at(), "--out", at("elsewhere")]);
    expect(stdout).not.toContain(".ocr-cache");
  });

  test("keeps it elsewhere where that is said", async () => {
    await write("in/a.txt", "#2");
    await extract("--ocr-cache", at("kept"));
    expect(await readdir(at("out"))).not.toContain(".ocr-cache");
    await run(["show", at("in/a.txt"), "--ocr-cache", at("kept")]);
    expect(await recognized()).toBe(2);
  });

  test("reads on where nothing can be kept, and says so once", async () => {
    await write("in/a.txt", "#2");
    await write("in/b.txt", "#2 1");
    const { code, stderr } = await extract("--ocr-cache", await write("file", "x"), "-c", "1");
    expect([code, await recognized()]).toEqual([0, 4]);
    expect(stderr.match(/warning: what was recognized is not kept: .*file/gu)).toHaveLength(1);
  });

  test("makes no folder where no page is recognized", async () => {
    await write("in/a.txt", "a");
    await extract();
    expect(await readdir(at("out"))).not.toContain(".ocr-cache");
  });

  test("reads again what other options of OCR would read otherwise, and nothing else", async () => {
    await write("in/scan.txt", "#1");
    await write("in/text.txt", "a");
    await extract();
    const told = async (...args: readonly string[]) => {
      const { stderr } = await extract(...args);
      return (stderr.match(/\w+\.txt: .*/gu) ?? []).toSorted();
    };
    const read = "ok, 1 table, 0 findings (0 errors)";
    const before = "ok, read before";
    expect(await told()).toEqual([`scan.txt: ${before}`, `text.txt: ${before}`]);
    expect(await told("--ocr-engine", "tesseract")).toEqual([
      `scan.txt: ${read}`,
      `text.txt: ${before}`,
    ]);
    expect(await told("--ocr", "never")).toEqual([`scan.txt: ${read}`, `text.txt: ${before}`]);
    expect(await told("--ocr", "never")).toEqual([`scan.txt: ${before}`, `text.txt: ${before}`]);
  });
});

describe.each(["extract", "show", "worker"])("the options of OCR for gongkai %s", (command) => {
  const asked = async (...args: readonly string[]) => {
    await write("in/a.txt", "a");
    const store = ["--store", at("store"), "--redis", "http://nowhere"];
    const own = { extract: ["--out", at("out")], show: [], worker: store }[command] ?? [];
    const path = command === "worker" ? [] : [at("in/a.txt")];
    return run([command, ...path, ...own, ...args]);
  };

  test.each([
    { what: "an unknown mode", args: ["--ocr", "sometimes"], says: /auto, always, never/u },
    { what: "an unknown engine", args: ["--ocr-engine", "eyes"], says: /ppocr, tesseract/u },
    {
      what: "a folder without models",
      args: ["--ocr-models", "nowhere"],
      says: /nowhere holds no det\.onnx, no rec\.onnx, no keys\.txt/u,
    },
    {
      what: "models for an engine that has none",
      args: ["--ocr-models", "nowhere", "--ocr-engine", "tesseract"],
      says: /--ocr-models are for ppocr/u,
    },
  ])("$what is wrong usage", async ({ args, says }) => {
    const { code, stderr } = await asked(...args);
    expect([code, stderr]).toEqual([2, expect.stringMatching(says)]);
  });

  test("name the models that a folder lacks", async () => {
    await write("models/det.onnx", "x");
    await write("models/keys.txt", "x");
    const { stderr } = await asked("--ocr-models", at("models"));
    expect(stderr).toContain(`${at("models")} holds no rec.onnx\n`);
  });

  test("warn of the engine that cannot read all signs, unless it is not to be used", async () => {
    const { stderr } = await asked("--ocr-engine", "tesseract");
    expect(stderr.match(/warning: tesseract cannot read ≥ and ≤/gu)).toHaveLength(1);
    const unused = await asked("--ocr-engine", "tesseract", "--ocr", "never");
    expect(unused.stderr).not.toContain("warning");
  });
});

test.each([
  { what: "extract, whose readers are processes", args: ["extract", "--out"] },
  { what: "show", args: ["show", "--ocr-cache"] },
])("the program itself reads as it is told: $what", async ({ args }) => {
  const page = sharp({ create: { width: 64, height: 64, channels: 3, background: "white" } });
  await page.png().toFile(at("scan.png"));
  const [command = "", option = ""] = args;
  const told = [command, at("scan.png"), option, at("out"), "--ocr", "never"];
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    [built("bin/gongkai.js"), ...told],
    {
      encoding: "utf8",
    },
  );
  expect([status, stderr + stdout]).toEqual([
    1,
    expect.stringContaining("pictures are not to be read"),
  ]);
});

test("other models are told by their bytes", async () => {
  await write("in/a.txt", "#1");
  for (const name of MODELS) await write(`models/${name}`, name);
  await extract("--ocr-models", at("models"));
  const [name = ""] = await readdir(at("out/documents"));
  const json = await readFile(at("out/documents", name), "utf8");
  expect(json).toMatch(/"engine":"ppocr-[0-9a-f]{12}"/u);
});
