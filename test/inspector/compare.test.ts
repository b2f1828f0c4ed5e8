import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { real, run } from "../cli/run.js";
import { removeFolder } from "../remove-folder.js";
import { hasChromium, seriousFaults, startChromium } from "./chromium.js";
import { idsByName, startView } from "./start-view.js";
import type { Viewing } from "./start-view.js";

/** A text of which a label is a script. */
const HOSTILE = `2024年部门支出总表
单位：万元
科目名称\t合计\t基本支出\t项目支出
<img src=x onerror="document.title='taken'">支出\t12.00\t8.00\t4.00
合计\t12.00\t8.00\t4.00
`;

/** What is looked at comes to be so; on a machine that is busy that may take a while. */
const SOON = { timeout: 20_000 };

describe.skipIf(!hasChromium)("two documents beside each other", () => {
  let folder = "";
  let viewing: Viewing;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-compare-"));
    const documents = join(folder, "documents");
    const copy = (from: string, to: string) => cp(join("samples", from), join(documents, to));
    await copy("contradictions-2023/source.pdf", "printed.pdf");
    await copy("contradictions-2023/source.xlsx", "sheets.xlsx");
    await copy("accounts-2024/source.txt", "accounts.txt");
    await writeFile(join(documents, "hostile.txt"), HOSTILE);
    const out = join(folder, "out");
    const { stderr, code } = await run(["extract", documents, "--out", out], real);
    if (code !== 0) throw new Error(stderr);
    ids = await idsByName(out);
    viewing = await startView(out, "--documents", documents);
    browser = await startChromium();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await viewing?.stop();
    await removeFolder(folder);
  });

  const open = async (path: string, options: Parameters<Browser["newPage"]>[0] = {}) => {
    page = await browser.newPage({ locale: "en-US", ...options });
    page.on("pageerror", (error) => faults.push(error.message));
    await page.goto(new URL(path, viewing.address).href);
  };
  const openBoth = (a: string, b: string, options = {}) =>
    open(`/compare?a=${ids.get(a)}&b=${ids.get(b)}`, options);
  const count = (selector: string) => page.locator(selector).count();

  afterEach(async () => {
    await page.close();
    if (faults.length > 0) throw new Error(faults.splice(0).join("\n"));
  });

  test("the second is chosen from a list, its issuer's first, and a number leads to its cell", async () => {
    await open(`/documents/${ids.get("printed.pdf")}`);
    await page.getByRole("link", { name: "Compare with…" }).click();
    await expect.poll(() => count(".entry"), SOON).toBe(3);
    expect(await page.locator(".entry").first().textContent()).toContain("sheets.xlsx");
    await page.locator(".entry a").first().click();
    await page.waitForURL(`**/compare?a=${ids.get("printed.pdf")}&b=${ids.get("sheets.xlsx")}`);
    await expect.poll(() => count(".compared .same"), SOON).toBeGreaterThan(20);
    expect(await count(".compared .alone, .compared .changed")).toBe(0);
    const differences = page.getByRole("button", { name: "Differences only" });
    await differences.click();
    await expect.poll(() => page.getByText("No row fits.").count(), SOON).toBe(1);
    await differences.click();
    await page.getByRole("searchbox").fill("21401 expenditure total");
    const row = page.locator(".compared tbody tr", { hasText: "公路水路运输" }).first();
    await expect.poll(() => row.locator("td").first().textContent(), SOON).toBe("8,546,000");
    await row.locator("td a").first().click();
    await page.waitForURL(/\/documents\/[0-9a-f]{16}#p2\/t3\/r12c3$/u);
  });

  test("a change is told exactly and with its share; what one does not state is marked", async () => {
    await openBoth("printed.pdf", "accounts.txt");
    const row = page.locator(".compared tbody tr", { hasText: "社会保障和就业支出" }).first();
    await expect.poll(() => row.getAttribute("class"), SOON).toBe("changed");
    expect(await row.locator("td").allTextContents()).toEqual([
      "386,000",
      "618,000",
      "+232,000+60.1 %",
    ]);
    await expect.poll(() => count(".compared .alone"), SOON).toBeGreaterThan(5);
    await page.getByRole("link", { name: "Swap" }).click();
    await expect.poll(() => row.locator("td").last().textContent(), SOON).toBe("-232,000-37.5 %");
  });

  test.each([
    { name: "in the dark", options: { colorScheme: "dark" as const } },
    { name: "on a phone", options: { viewport: { width: 390, height: 780 } } },
  ])("the page $name has no serious fault of accessibility", async ({ options }) => {
    await openBoth("printed.pdf", "accounts.txt", options);
    await expect.poll(() => count(".compared .changed"), SOON).toBeGreaterThan(2);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test("a label that is a script is shown, never run; a document that is not here is told", async () => {
    await openBoth("hostile.txt", "printed.pdf");
    await expect.poll(() => page.getByText("<img src=x").count(), SOON).toBeGreaterThan(0);
    expect(await page.title()).not.toBe("taken");
    await page.goto(new URL("/compare?a=0123456789abcdef&b=1", viewing.address).href);
    await expect
      .poll(() => page.getByText("There is no such document here.").count(), SOON)
      .toBe(1);
  });
});
