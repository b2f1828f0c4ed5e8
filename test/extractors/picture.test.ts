import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";
import { formatOf as detected, formats } from "../../extractors/index.js";
import type { OcrCache } from "../../extractors/common/ocr-options.js";
import { BUNDLED } from "../../extractors/common/ocr-plan.js";
import type { Block } from "../../pipeline/model/document.js";
import {
  keptPages,
  linesOf,
  recognizedLine,
  recognizedPage,
  ruledTable,
} from "./scan/kept-pages.js";
import { rowsOf } from "./pdf/read-blocks.js";
import { sentencesOf } from "../../pipeline/model/finding.js";

// What was read before is all that there is: no page may be shown to a network.
vi.mock("onnxruntime-node", () => ({ InferenceSession: {}, Tensor: {} }));

const formatOf = (bytes: Uint8Array) => detected(bytes, formats);

const paper = (width = 165, height = 234) =>
  sharp({ create: { width, height, channels: 3, background: "white" } }).withMetadata({
    density: 200,
  });

async function tiffOf(pages: number): Promise<Uint8Array> {
  const page = await paper().png().toBuffer();
  const all = Array.from({ length: pages }, () => page);
  return sharp(all, { join: { animated: true } })
    .tiff()
    .toBuffer();
}

async function read(bytes: Uint8Array, cache: OcrCache) {
  const told: (readonly [number, number])[] = [];
  const format = formatOf(bytes);
  const onPage = (done: number, all: number) => told.push([done, all]);
  const { value, findings } = await format.extract(bytes, { plan: BUNDLED, cache, onPage });
  return { format: format.name, ...value, findings, told };
}

const texts = (blocks: readonly Block[]) =>
  blocks.map((block) => (block.type === "paragraph" ? block.text : "table"));

describe("a picture of a page is a document", () => {
  test.each([
    { name: "png", made: () => paper().png().toBuffer() },
    { name: "jpeg", made: () => paper().jpeg().toBuffer() },
    { name: "tiff", made: () => paper().tiff().toBuffer() },
  ])("$name", async ({ name, made }) => {
    const page = recognizedPage(linesOf("一、部门职责", "负责水库的管理与保护。"));
    const { format, blocks, pages, findings } = await read(await made(), keptPages(page));
    expect(format).toBe(name);
    expect(texts(blocks)).toEqual(["一、部门职责", "负责水库的管理与保护。"]);
    expect(blocks[0]).toMatchObject({ recognized: { confidence: 0.99, others: [] } });
    expect(findings.map(({ rule, page: at }) => [rule, at])).toEqual([["pages_recognized", 1]]);
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual([
      [595, 842],
    ]);
  });

  test("with tables, whose cells have their own confidence and their place in points", async () => {
    const rows = [
      ["项目", "金额"],
      ["基本支出", "12.50"],
    ];
    const { rules, lines } = ruledTable([200, 700, 1100], [300, 380, 460], rows);
    const unsure = lines.map((line, i) =>
      i < 3 ? line : recognizedLine("12.50", [712, 390, 832, 420], 0.6),
    );
    const page = recognizedPage(unsure, { rules });
    const { blocks } = await read(await paper().png().toBuffer(), keptPages(page));
    const table = blocks.find((block) => block.type === "table");
    expect(rowsOf(table)).toEqual(rows);
    expect(table?.cells.map(({ recognized }) => recognized?.confidence)).toEqual([
      0.99, 0.99, 0.99, 0.6,
    ]);
    const corner = [700, 380, 1100, 460].map((pixels) => expect.closeTo(pixels * 0.36, 0));
    expect(table?.cells[3]?.at).toEqual({ type: "page", page: 1, box: corner });
  });

  test("with as many pages as a TIFF has pictures, told one by one", async () => {
    const pages = ["甲", "乙", "丙"].map((one) => recognizedPage(linesOf(`${one}项说明。`)));
    const {
      blocks,
      pages: numbered,
      told,
      findings,
    } = await read(await tiffOf(3), keptPages(...pages));
    expect(texts(blocks)).toEqual(["甲项说明。", "乙项说明。", "丙项说明。"]);
    expect(blocks.map(({ at }) => (at.type === "page" ? at.page : null))).toEqual([1, 2, 3]);
    expect(numbered.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(told).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(findings.map(sentencesOf)[0]?.en).toContain("pages 1–3");
  });

  test("read in the order of its halves, where it shows two pages side by side", async () => {
    const page = recognizedPage(
      [
        recognizedLine("右页第一段。", [1300, 300, 1540, 340]),
        recognizedLine("左页第一段。", [200, 320, 440, 360]),
        recognizedLine("左页第二段。", [200, 900, 440, 940]),
      ],
      { width: 2339, height: 1654, gutter: 1170 },
    );
    const { blocks, pages } = await read(await paper(234, 165).png().toBuffer(), keptPages(page));
    expect(texts(blocks)).toEqual(["左页第一段。", "左页第二段。", "右页第一段。"]);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(2339 * 0.36);
  });

  test("of which much ink that is no text is told", async () => {
    const some = recognizedPage(linesOf("某县财政局"), { unread: 0.004 });
    const much = recognizedPage(linesOf("某县财政局"), { unread: 0.012 });
    const { findings } = await read(await tiffOf(2), keptPages(some, much));
    const told = findings.filter(({ rule }) => rule === "ink_unread");
    expect(told).toMatchObject([{ page: 2, severity: "info", facts: { share: 0.012 } }]);
  });

  test("that is blank where nothing stands on it", async () => {
    const pages = [recognizedPage(linesOf("某县财政局")), recognizedPage([])];
    const { blocks, findings } = await read(await tiffOf(2), keptPages(...pages));
    expect(texts(blocks)).toEqual(["某县财政局"]);
    expect(findings.map(({ rule, page }) => [rule, page])).toContainEqual(["page_blank", 2]);
  });
});

describe("a picture is refused", () => {
  test("where none is to be read by OCR", async () => {
    const bytes = await paper().png().toBuffer();
    const plan = { ...BUNDLED, mode: "never" } as const;
    await expect(formatOf(bytes).extract(bytes, { plan })).rejects.toMatchObject({
      code: "no_text",
      message: expect.stringContaining("--ocr never"),
    });
  });

  test("where it is damaged", async () => {
    const bytes = (await paper(400, 400).jpeg().toBuffer()).subarray(0, 300);
    await expect(read(bytes, keptPages())).rejects.toMatchObject({ code: "damaged" });
  });
});
