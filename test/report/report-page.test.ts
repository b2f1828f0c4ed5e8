import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { runBuilt } from "../cli/run-built.js";
import { hasChromium, seriousFaults, startChromium } from "../inspector/chromium.js";
import { amount, document, idOf, madeDataset, type Rows } from "../panel/made-dataset.js";
import { removeFolder } from "../remove-folder.js";

/** An issuer whose name is a page with a script, and ends the element that data stands in. */
const HOSTILE =
  "</script><script>document.title='taken'</script><img src=x onerror=alert(1)><!--\u2028";

const debt = {
  table_no: 1,
  row: 2,
  page: 3,
  region_code: "320100",
  region_name: "南京市",
  region_scope: "whole",
  debt_kind: "total",
  phase: "accounts",
  fiscal_year: 2023,
  raw: "1.00",
  unit_raw: "亿元",
  document_id: idOf(4),
};

const ROWS: Rows = {
  documents: [
    document(1, { issuer_name: HOSTILE }),
    document(2, { issuer_name: HOSTILE, fiscal_year: 2024, status: "partial" }),
    document(3, { issuer_name: "玄武区民政局" }),
    document(4, { scope: "government", region_code: "320000", stage: "final_accounts" }),
    document(5, { issuer_name: "玄武区民政局" }),
  ],
  amounts: [
    amount(1, "1234567.89"),
    amount(2, "22345678.9", { page: 12, table_no: 3, row: 4, column: 5 }),
    amount(1, "1000000", { concept: "expenditure_basic", row: 5 }),
    amount(1, "234567.89", { concept: "expenditure_project", row: 6 }),
    amount(1, "1234567.89", {
      concept: "",
      code: "208",
      classification: "function",
      table_kind: "budget_expenditure",
      row: 7,
    }),
    amount(1, "56000", { concept: "three_public_total", row: 8 }),
    amount(1, "78000", { concept: "operating_costs", row: 9 }),
    amount(3, "5000000"),
    amount(5, "6000000"),
  ],
  debt: [
    { ...debt, column: 1, measure: "limit", amount: "400000000000" },
    { ...debt, column: 2, measure: "balance", amount: "372500000000.01" },
  ],
  findings: [
    {
      document_id: idOf(2),
      table_no: 3,
      row: 4,
      column: 5,
      page: 12,
      rule: "rows_agree",
      severity: "error",
      message: `Said of <b>${HOSTILE}</b>.`,
      message_zh: "两行不一致。",
    },
  ],
};

const CHARTS = 9;
/** On a machine that is busy drawing may take a while. */
const SOON = { timeout: 20_000 };

describe.skipIf(!hasChromium)("the page of gongkai report", () => {
  let folder = "";
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const at = (name: string) => join(folder, name);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-report-"));
    madeDataset(at("out"), ROWS);
    await runBuilt("compare", at("out"), "--out", at("panel"));
    await runBuilt("report", at("out"), "--out", at("report.html"));
    await runBuilt("report", at("panel"), "--out", at("panel.html"), "--lang", "zh");
    await runBuilt("report", at("out"), "--out", at("published.html"), "--no-inspector");
    browser = await startChromium();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await removeFolder(folder);
  });

  const open = async (name: string) => {
    const context = await browser.newContext({ offline: true });
    page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("dialog", (dialog) => complaints.push(dialog.message()));
    page.on("console", (said) => {
      if (["error", "warning"].includes(said.type())) complaints.push(said.text());
    });
    page.on("request", (asked) => {
      if (!/^(?:file|data):/u.test(asked.url())) complaints.push(`asked for ${asked.url()}`);
    });
    await page.goto(pathToFileURL(at(name)).href);
  };
  const part = (id: string) => page.locator(`#${id}`);
  const rowsOf = async (id: string) =>
    Promise.all(
      (await part(id).locator("tbody tr").all()).map(async (row) =>
        (await row.locator("td").allTextContents()).join(" | "),
      ),
    );

  afterEach(async () => {
    await page.context().close();
    // No script failed, no policy was broken, nothing was asked for.
    if (complaints.length > 0) throw new Error(complaints.splice(0).join("\n"));
  });

  test("draws every chart offline, with marks in it", async () => {
    await open("report.html");
    await expect.poll(() => page.locator(".chart svg").count(), SOON).toBe(CHARTS);
    for (const chart of await page.locator(".chart").all())
      expect(await chart.locator("svg path").count()).toBeGreaterThan(1);
    await expect.poll(() => page.title()).toBe("Budget disclosures: report");
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
  });

  test("that is published names its places without links", async () => {
    await open("published.html");
    await expect.poll(() => page.locator(".place").count(), SOON).toBeGreaterThan(1);
    expect(await page.locator("a.place").count()).toBe(0);
    expect(await page.locator("main").textContent()).not.toContain("127.0.0.1");
  });

  test("has exact numbers in its tables, and links to their places", async () => {
    await open("report.html");
    const other = `${idOf(2)}#p12/t3/r4c5`;
    const outlier = (await rowsOf("changes")).find((row) => row.includes("tenfold"));
    expect(outlier).toContain(
      `1,234,567.89 | 22,345,678.9 | 21,111,111.01 | 1,710.0 | tenfold or a tenth | ${other} | ${idOf(1)}#p2/t1/r3c1`,
    );
    const link = part("changes").getByRole("link", { name: other }).first();
    expect(await link.getAttribute("href")).toBe(`http://127.0.0.1:3100/documents/${other}`);
    expect(await rowsOf("debt")).toEqual([
      `江苏省南京市 | 320100 | 2023 accounts whole region | 400,000,000,000 | 372,500,000,000.01 | 27,499,999,999.99 | 6.9 | ${idOf(4)}#p3/t1/r2c1 | ${idOf(4)}#p3/t1/r2c2`,
    ]);
    expect((await rowsOf("conflicts"))[0]).toContain(
      `5,000,000 | 6,000,000 | 1,000,000 | ${idOf(3)}#p2/t1/r3c1 | ${idOf(5)}#p2/t1/r3c1`,
    );
    expect((await rowsOf("structure")).join("\n")).toMatch(
      /208 \| Social.* \| 1,234,567\.89 \|[\s\S]*basic \| 1,000,000 \|[\s\S]*project \| 234,567\.89/u,
    );
    expect((await rowsOf("costs")).join("\n")).toMatch(
      /“three public” total \| 56,000 [\s\S]*operating costs of offices \| 78,000 /u,
    );
  });

  test("shows hostile names and sentences as text", async () => {
    await open("report.html");
    await expect.poll(() => page.locator(".chart svg").count(), SOON).toBe(CHARTS);
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("section b").count()).toBe(0);
    expect((await rowsOf("findings")).join("\n")).toContain(`Said of <b>${HOSTILE}</b>.`);
    const html = await readFile(at("report.html"), "utf8");
    expect(html.match(/<\/script>/gu)).toHaveLength(3);
    expect(html).not.toMatch(/<!--|\u2028/u);
  });

  test("changes its language, and its charts with it", async () => {
    await open("report.html");
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.title()).toBe("预决算公开报告");
    expect(await page.evaluate("document.documentElement.lang")).toBe("zh");
    await expect
      .poll(() => part("coverage").locator("svg text").allTextContents(), SOON)
      .toContain("2023 预算");
    expect((await rowsOf("costs"))[0]).toContain("“三公”经费合计");
    await page.getByRole("button", { name: "English" }).click();
    await expect
      .poll(() => part("coverage").locator("svg text").allTextContents(), SOON)
      .toContain("2023 budget");
  });

  test("shows the issuers that are looked for", async () => {
    await open("report.html");
    await page.getByRole("searchbox").fill("民政");
    await expect.poll(async () => (await rowsOf("coverage")).length, SOON).toBe(1);
    expect(await rowsOf("changes")).toEqual([]);
  });

  test("leads from a point to its row", async () => {
    await open("report.html");
    const point = part("changes").locator('svg path[fill="#b3261e"]').first();
    await point.scrollIntoViewIfNeeded();
    await point.click({ force: true });
    await expect.poll(() => part("changes").locator("tr.picked").count(), SOON).toBe(1);
  });

  test("says of a comparison that it has no findings, in Chinese", async () => {
    await open("panel.html");
    await expect.poll(() => page.title()).toBe("预决算公开报告");
    expect(await part("findings").textContent()).toContain("对比数据集没有核查发现");
    await expect.poll(() => page.locator(".chart svg").count(), SOON).toBe(CHARTS - 2);
  });

  test("can be used by everybody: axe has no serious fault", async () => {
    await open("report.html");
    await expect.poll(() => page.locator(".chart svg").count(), SOON).toBe(CHARTS);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test("holds the licences of what is in it", async () => {
    await open("report.html");
    const text = await page.locator("footer pre").textContent();
    for (const notice of ["echarts", "Apache License", "The Apache Software Foundation", "zrender"])
      expect(text).toContain(notice);
  });
});
