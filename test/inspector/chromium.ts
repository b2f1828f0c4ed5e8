import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

const PATH = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) => existsSync(path));

/** Whether there is a browser to try the pages in; without one their tests are skipped, and say so. */
export const hasChromium = PATH !== undefined;
if (!hasChromium)
  console.warn("Chromium is missing: the pages of the inspector and of reports are not tested.");

/** Starts the browser of the system. In containers it may not make a sandbox of its own. */
export function startChromium(): Promise<Browser> {
  if (PATH === undefined) throw new Error("there is no Chromium");
  return chromium.launch({ executablePath: PATH, args: ["--no-sandbox"] });
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What axe finds that keeps somebody from using the page. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(AXE, "utf8"));
  const violations: { id: string; impact: string; nodes: { html: string }[] }[] =
    await page.evaluate("axe.run().then(({ violations }) => violations)");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join("\n")}`);
}
