import { once } from "node:events";
import { cp, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { real, run } from "../cli/run.js";
import { RECOGNIZED } from "../recognized-pages.js";
import { correctionRows } from "../../workers/local/corrections.js";
import { hasChromium, seriousFaults, startChromium } from "./chromium.js";
import { idsByName, startView } from "./start-view.js";
import type { Viewing } from "./start-view.js";
import { removeFolder } from "../remove-folder.js";

/** A text that is a page with a script, in a file whose name is one too. */
const HOSTILE_NAME = "<img src=x onerror=alert(1)>.txt";
const HOSTILE = `<script>document.title="taken"</script>
<img src=x onerror="document.title='taken'">
2024年部门预算收支总表
单位：万元
项目\t预算数
"><script>document.title="taken"</script>\t12.00
合计\t12.00
`;

/** What is looked at comes to be so; on a machine that is busy that may take a while. */
const SOON = { timeout: 20_000 };

describe.skipIf(!hasChromium)("the pages of gongkai view", () => {
  let folder = "";
  let viewing: Viewing;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  let ids: ReadonlyMap<string, string>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-view-"));
    const documents = join(folder, "documents");
    const copy = (from: string, to: string) => cp(join("samples", from), join(documents, to));
    await copy("contradictions-2023/source.pdf", "printed.pdf");
    await copy("accounts-2024/source.scan.png", "scan.png");
    await copy("contradictions-2023/source.docx", "word.docx");
    await copy("contradictions-2023/source.txt", "plain.txt");
    await copy("contradictions-2023/source.xlsx", "sheets.xlsx");
    await writeFile(join(documents, HOSTILE_NAME), HOSTILE);
    const out = join(folder, "out");
    const args = ["extract", documents, "--out", out, "--ocr-cache", RECOGNIZED];
    const { stderr, code } = await run(args, real);
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
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (said) => {
      if (said.type() === "error") complaints.push(said.text());
    });
    page.on("request", (asked) => {
      if (!/^(?:blob|data):/u.test(asked.url()) && !asked.url().startsWith(viewing.address))
        complaints.push(`asked for ${asked.url()}`);
    });
    await page.goto(new URL(path, viewing.address).href);
  };
  const openDocument = (name: string, place = "") => open(`/documents/${ids.get(name)}${place}`);
  const left = () => page.getByRole("region", { name: "Page as printed" });
  const right = () => page.getByRole("region", { name: "What was read" });

  afterEach(async () => {
    await page.close();
    // No script failed, no policy was broken, no other host was asked.
    if (complaints.length > 0) throw new Error(complaints.splice(0).join("\n"));
  });

  test("list all documents, find them by words, and lead to one", async () => {
    await open("/");
    await expect.poll(() => page.locator(".entry").count(), SOON).toBe(6);
    const scan = page.locator(".entry", { hasText: "scan.png" });
    await expect
      .poll(() => scan.locator(".checks").textContent(), SOON)
      .toMatch(/\d+ passed 0 failed/u);
    await page.getByRole("searchbox").fill("交通运输局 sheets");
    await expect.poll(() => page.locator(".entry").count(), SOON).toBe(1);
    expect(await page.locator(".entry").textContent()).toMatch(/partial.*19 errors/u);
    await page.locator(".entry a").click();
    await page.waitForURL(`**/documents/${ids.get("sheets.xlsx")}`);
  });

  test.each([
    { file: "printed.pdf", place: "#p2/t3/r12c3", printed: "854.60", mark: ".outline.chosen" },
    { file: "scan.png", place: "#p1/t1/r5c3", printed: "641.47", mark: ".outline.chosen" },
    { file: "word.docx", place: "#t3/r12c3", printed: "854.60", mark: ".cell.chosen" },
    { file: "plain.txt", place: "#t3/r12c3", printed: "854.60", mark: ".cell.chosen" },
    { file: "sheets.xlsx", place: "#t3/r12c3", printed: "854.60", mark: ".cell.chosen" },
  ])("show a place of $file on both sides", async ({ file, place, printed, mark }) => {
    await openDocument(file, place);
    await expect.poll(() => right().locator(".cell.chosen").textContent(), SOON).toBe(printed);
    await expect.poll(() => left().locator(mark).count(), SOON).toBe(1);
    await expect.poll(() => isInSight(left().locator(mark)), SOON).toBe(true);
    expect(await page.locator(".value .print").textContent()).toBe(printed);
    const key = await right().locator(".cell.chosen").getAttribute("data-cell");
    await right().locator(".cell.chosen").hover();
    await expect.poll(() => left().locator(`[data-cell="${key}"].lit`).count(), SOON).toBe(1);
  });

  test("a click on the printed page leads to what was read there", async () => {
    await openDocument("printed.pdf", "#p2");
    await left().locator('[data-cell="t3r12c3"]').click();
    await expect.poll(() => right().locator(".cell.chosen").textContent(), SOON).toBe("854.60");
    expect(new URL(page.url()).hash).toBe("#p2/t3/r12c3");
    const facts = await page.locator(".value dl").textContent();
    expect(facts).toContain("8,546,000");
    expect(facts).toContain("printed in the table: “单位：万元”");
    expect(facts).toContain("21401 公路水路运输");
    const stated = await page.locator(".statements").textContent();
    expect(stated).toContain("✓ Table 5 8,546,000");
    await page.goBack();
    await expect.poll(() => page.locator(".value").count(), SOON).toBe(0);
  });

  test("a finding shows its sum, and each addend leads to its cell", async () => {
    await openDocument("printed.pdf");
    await page.getByRole("button", { name: /^Findings/u }).click();
    await page.getByRole("combobox", { name: "Rule" }).selectOption("children_equal_parent");
    const finding = page.locator(".finding", { hasText: "21401 公路水路运输" }).first();
    const sum = await finding.locator(".sum").textContent();
    expect(sum).toContain("2140101 行政运行4,102,000");
    expect(sum).toContain("Computed8,636,000");
    expect(sum).toContain("Difference-90,000");
    await finding.getByRole("button", { name: "2140106 公路养护", exact: true }).click();
    await expect.poll(() => page.locator(".value .print").textContent(), SOON).toBe("365.00");
    expect(new URL(page.url()).hash).toBe("#p3/t3/r14c3");
  });

  test("findings are filtered by severity and told in Chinese too", async () => {
    await openDocument("word.docx");
    await page.getByRole("button", { name: /^Findings/u }).click();
    await expect.poll(() => page.locator(".finding").count(), SOON).toBe(22);
    await page.getByRole("button", { name: /^error \d+$/u }).click();
    await expect.poll(() => page.locator(".finding").count(), SOON).toBe(3);
    await page.getByRole("button", { name: "中文" }).click();
    await expect.poll(() => page.locator(".finding").first().textContent(), SOON).toContain("警告");
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  });

  test("the queue goes through what is doubtful by keyboard alone", async () => {
    await openDocument("sheets.xlsx");
    await page.getByRole("button", { name: /^Queue/u }).click();
    await expect.poll(() => page.locator(".queue").textContent(), SOON).toContain("1 of 22");
    const first = new URL(page.url()).hash;
    for (let times = 0; times < 3; times += 1) await page.keyboard.press("j");
    await expect.poll(() => page.locator(".queue").textContent(), SOON).toContain("4 of 22");
    for (let times = 0; times < 5; times += 1) await page.keyboard.press("k");
    await expect.poll(() => page.locator(".queue").textContent(), SOON).toContain("1 of 22");
    expect(new URL(page.url()).hash).toBe(first);
  });

  test("a sample tells the share of right values with its interval", async () => {
    await openDocument("printed.pdf");
    await page.getByRole("button", { name: "Sample" }).click();
    await page.getByRole("button", { name: "Draw" }).click();
    const drawn = await page.locator(".sample b.number").textContent();
    await expect.poll(() => page.locator(".value .print").textContent(), SOON).toBe(drawn);
    for (const key of ["y", "n", "u", "y", "y", "n"]) await page.keyboard.press(key);
    expect(await page.locator(".result").textContent()).toBe(
      "3 / 4 75.0 % right, 95 % interval 30.1 % – 95.4 %",
    );
  });

  test("the arrow keys go from cell to cell", async () => {
    await openDocument("plain.txt", "#t3/r12c3");
    await right().getByRole("region", { name: "Table 3" }).focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => page.locator(".value .print").textContent(), SOON).toBe("410.20");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(() => page.locator(".value .print").textContent(), SOON).toBe("行政运行");
  });

  test("a cell is corrected and a finding dismissed by keyboard", async () => {
    await openDocument("word.docx", "#t3/r14c3");
    await page.locator(".value").waitFor();
    await page.keyboard.press("c");
    await page.getByRole("textbox", { name: "Text as it is printed" }).fill("356.00");
    await page.getByRole("textbox", { name: "Your name" }).fill("李明");
    await page.getByRole("textbox", { name: "Why" }).fill("页面上为356.00");
    await page.keyboard.press("Enter");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("1");
    await page.getByRole("button", { name: /^Queue/u }).click();
    await page.keyboard.press("d");
    await page.getByRole("textbox", { name: "Why" }).fill("原文如此");
    await page.keyboard.press("Enter");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("2");
    const given = [
      "t3/r14c3 text 365.00 356.00 李明",
      "t1/r28c4 finding:summary_parts_equal_total open dismissed 李明",
    ];
    expect(await handedIn(folder)).toEqual(given);
  });

  test("another reader takes back both, the last first, and signs for it", async () => {
    await openDocument("word.docx", "#t3/r14c3");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("2");
    await page.keyboard.press("u");
    await page.getByRole("textbox", { name: "Your name" }).fill("王芳");
    await page.getByRole("textbox", { name: "Why" }).fill("有误");
    await page.keyboard.press("Enter");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("3");
    await page.keyboard.press("u");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("4");
    await page.keyboard.press("u");
    await page.keyboard.press("c");
    const written = page.getByRole("textbox", { name: "Text as it is printed" });
    expect(await written.inputValue()).toBe("365.00");
    await written.fill("356.00");
    await page.getByRole("textbox", { name: "Why" }).fill("页面上为356.00");
    await page.keyboard.press("Enter");
    await expect.poll(() => countOfHandedIn(page), SOON).toBe("5");
    expect((await handedIn(folder)).slice(2)).toEqual([
      "t1/r28c4 finding:summary_parts_equal_total dismissed open 王芳",
      "t3/r14c3 text 356.00 365.00 王芳",
      "t3/r14c3 text 365.00 356.00 王芳",
    ]);
    await page.keyboard.press("c");
    expect(await written.inputValue()).toBe("356.00");
  });

  test("keys correct as soon as a value is shown, however late it is told what was corrected before", async () => {
    const told = new AbortController();
    const late = once(told.signal, "abort");
    await open("/");
    await page.addInitScript(PRESS_WHEN_SHOWN);
    await page.route("**/corrections", async (route) => {
      if (new URL(route.request().url()).pathname !== "/api/corrections") await late;
      await route.continue();
    });
    await page.goto(new URL(`/documents/${ids.get("plain.txt")}#t3/r14c3`, viewing.address).href);
    const written = page.getByRole("textbox", { name: "Text as it is printed" });
    await expect.poll(() => written.count(), SOON).toBe(1);
    expect(await written.inputValue()).toBe("365.00");
    told.abort();
  });

  test("a document that is a script is shown, never run", async () => {
    await open("/");
    await expect.poll(() => page.locator(".entry", { hasText: "onerror" }).count(), SOON).toBe(1);
    await page.locator(".entry a", { hasText: HOSTILE_NAME }).click();
    await expect.poll(() => left().textContent(), SOON).toContain("<script>document.title");
    expect(await page.title()).not.toBe("taken");
    expect(await page.locator("main script, main img").count()).toBe(0);
  });

  test.each([
    { what: "the list", file: "", colorScheme: "light", width: 1280 },
    { what: "a document in the dark", file: "printed.pdf", colorScheme: "dark", width: 1280 },
    { what: "a document on a phone", file: "sheets.xlsx", colorScheme: "light", width: 390 },
  ] as const)(
    "$what has no serious fault of accessibility",
    async ({ file, colorScheme, width }) => {
      const path = file === "" ? "/" : `/documents/${ids.get(file)}#t3/r12c3`;
      await open(path, { colorScheme, viewport: { width, height: 800 } });
      await page.locator(".entry, .value").first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      const wide = await page.evaluate<number>("document.documentElement.scrollWidth");
      expect(wide).toBeLessThanOrEqual(width);
    },
  );
});

/** Presses `c` once, in the turn in which a value is drawn. */
const PRESS_WHEN_SHOWN = `new MutationObserver((_changes, observer) => {
  if (document.querySelector(".value") === null) return;
  observer.disconnect();
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "c", bubbles: true }));
}).observe(document, { childList: true, subtree: true })`;

const countOfHandedIn = (page: Page) =>
  page
    .locator(".handed-in summary .count")
    .textContent({ timeout: 1_000 })
    .catch(() => null);

/** What was handed in, a line a correction. */
async function handedIn(folder: string): Promise<readonly string[]> {
  const rows = await correctionRows(join(folder, "out"));
  return rows.map(({ place, what, from, to, who }) => [place, what, from, to, who].join(" "));
}

/** Whether something can be pointed at: in sight, and with nothing over it. */
async function isInSight(locator: ReturnType<Page["locator"]>): Promise<boolean> {
  return locator.click({ trial: true, timeout: 1_000 }).then(
    () => true,
    () => false,
  );
}
