import { copyFile, mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { real, run } from "../cli/run.js";
import { RECOGNIZED } from "../recognized-pages.js";
import { hasChromium, startChromium } from "./chromium.js";
import { idsByName, startView } from "./start-view.js";
import type { Viewing } from "./start-view.js";
import { removeFolder } from "../remove-folder.js";

const ORIGINALS = {
  "printed.pdf": "samples/contradictions-2023/source.pdf",
  "scan.png": "samples/accounts-2024/source.scan.png",
};

const SOON = { timeout: 20_000 };

describe.skipIf(!hasChromium)("an original that the reader chooses", () => {
  let folder = "";
  let viewing: Viewing;
  let browser: Browser;
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-view-"));
    await mkdir(join(folder, "documents"));
    for (const [name, path] of Object.entries(ORIGINALS))
      await copyFile(path, join(folder, "documents", name));
    const args = [join(folder, "documents"), "--out", join(folder, "out")];
    await run(["extract", ...args, "--ocr-cache", RECOGNIZED], real);
    ids = await idsByName(join(folder, "out"));
    viewing = await startView(join(folder, "out"));
    browser = await startChromium();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await viewing?.stop();
    await removeFolder(folder);
  });

  test.each(Object.entries(ORIGINALS))("is drawn: %s", async (name, path) => {
    const page = await browser.newPage({ locale: "en-US" });
    await page.goto(new URL(`/documents/${ids.get(name)}`, viewing.address).href);
    const choice = page.locator('input[type="file"]');
    await choice.setInputFiles("package.json");
    await page.getByText("That is another file").waitFor(SOON);
    expect(await page.locator(".ink canvas").count()).toBe(0);
    await choice.setInputFiles(path);
    await expect.poll(() => page.locator(".ink canvas").count(), SOON).toBeGreaterThan(0);
    expect(await choice.count()).toBe(0);
    await page.close();
  });
});
