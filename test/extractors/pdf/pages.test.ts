import { describe, expect, test } from "vitest";
import type { Paragraph } from "../../../pipeline/model/document.js";
import { type Draw, grid, rectangle, text } from "./make-pdf.js";
import { readPages, rowsOf, textsOf } from "./read-blocks.js";

const SPEC = {
  xs: [60, 200, 300],
  ys: [100, 120, 140, 160],
  rows: [
    ["项目", "金额"],
    ["基本支出", "12.50"],
    ["合计", "12.50"],
  ],
};

/** Turns a drawing a quarter counterclockwise onto a page of this width. */
function sideways(draw: readonly Draw[], width: number): Draw {
  return () => ["q", `0 1 -1 0 ${width} 0 cm`, ...draw.map((one) => one(width)), "Q"].join("\n");
}

describe("pages are read as they are held", () => {
  test("a page that the viewer turns", async () => {
    const { tables, document } = await readPages({
      width: 595,
      height: 842,
      rotate: 90,
      draw: [sideways(grid(SPEC), 595)],
    });
    expect(document.pages).toEqual([{ number: 1, width: 842, height: 595 }]);
    expect(tables.map(rowsOf)).toEqual([SPEC.rows]);
  });

  test("a table printed sideways on an upright page", async () => {
    const { tables, document } = await readPages({ draw: [sideways(grid(SPEC), 595)] });
    expect(document.pages).toEqual([
      { number: 1, width: 842, height: 595, turned: { quarters: 1, degrees: 0 } },
    ]);
    expect(tables.map(rowsOf)).toEqual([SPEC.rows]);
  });

  test("a label that runs up beside upright text is one text", async () => {
    const { tables } = await readPages({
      draw: [
        ...grid({ xs: [60, 90, 200, 300], ys: [100, 180], rows: [] }),
        text([80, 160], "支出", { angle: 90 }),
        text([95, 140], "基本支出和项目支出"),
        text([205, 140], "8"),
      ],
    });
    expect(rowsOf(tables[0])).toEqual([["支出", "基本支出和项目支出", "8"]]);
  });

  test("slanting text is a watermark", async () => {
    const { document, paragraphs } = await readPages({
      draw: [text([60, 80], "预算说明"), text([200, 400], "征求意见稿", { angle: 45, size: 40 })],
    });
    expect(textsOf(paragraphs)).toEqual(["预算说明"]);
    expect(document.ignored).toMatchObject([{ text: "征求意见稿", reason: "watermark" }]);
  });
});

/** Two pages with one line at the top, and the first of what follows at this height. */
function headed(below: number) {
  const draw = ["收入有所增加。", "支出有所减少。"].map((content) => [
    text([60, 40], "某县财政局部门预算"),
    text([60, below], content),
  ]);
  return readPages(...draw.map((steps) => ({ draw: steps })));
}

describe("furniture", () => {
  const body = ["收入有所增加。", "支出有所减少。", "结余与上年持平。", "债务按期偿还。"];
  const pages = body.map((content, i) => ({
    draw: [
      text([60, 40], "某县财政局部门预算"),
      text([60, 100], content),
      text([290, 810], `- ${i + 1} -`),
    ],
  }));

  test("running headers and page numbers are set aside, not lost", async () => {
    const { document, paragraphs } = await readPages(...pages);
    expect(textsOf(paragraphs)).toEqual(body);
    expect(document.ignored.map(({ text: ignored, reason }) => `${reason}: ${ignored}`)).toEqual([
      ...[1, 2, 3, 4].map((page) => `page number: - ${page} -`),
      ...body.map(() => "running header: 某县财政局部门预算"),
    ]);
  });

  test.each([
    [2, 0],
    [3, 3],
  ])("a line at the top of %d of four pages is set aside on %d", async (printed, ignored) => {
    const { document } = await readPages(
      ...body.map((content, i) => ({
        draw: [
          text([60, 40], i < printed ? "某县财政局部门预算" : content),
          text([60, 100], content),
        ],
      })),
    );
    expect(document.ignored).toHaveLength(ignored);
  });

  test("a line at the top of both of two pages is set aside where it stands apart", async () => {
    expect((await headed(80)).document.ignored.map(({ reason }) => reason)).toEqual([
      "running header",
      "running header",
    ]);
    expect((await headed(56)).document.ignored).toEqual([]);
  });

  test("the page number of a turned page stands upright at the foot of the sheet", async () => {
    const number = ["—", "6", "1", "—"].map((sign, i) => text([280 + 12 * i, 810], sign));
    const { document, paragraphs, tables } = await readPages({
      draw: [sideways(grid(SPEC), 595), ...number],
    });
    expect(tables.map(rowsOf)).toEqual([SPEC.rows]);
    expect(paragraphs).toEqual([]);
    expect(document.ignored.map(({ reason }) => reason)).toEqual(number.map(() => "page number"));
  });

  test.each([
    { content: "第 7 页", where: "over a rule between columns", x: 190, isAside: true },
    { content: "— 7 —", where: "over a rule between columns", x: 190, isAside: true },
    { content: "第 7 页", where: "within a cell", x: 130, isAside: false },
    { content: "第 7 项", where: "over a rule between columns", x: 190, isAside: false },
  ])("$content at the foot of the page, $where of a table", async ({ content, x, isAside }) => {
    const spec = { ...SPEC, ys: [740, 780, 820], rows: SPEC.rows.slice(0, 2) };
    const { document, tables } = await readPages({
      draw: [...grid(spec), text([x, 800], content)],
    });
    expect(document.ignored.map(({ reason }) => reason)).toEqual(isAside ? ["page number"] : []);
    expect(tables.map(rowsOf).flat(2).join(" ").includes("7")).toBe(!isAside);
  });

  test("a unit line and a title repeated over tables are kept", async () => {
    const { paragraphs } = await readPages(
      ...[1, 2, 3].map((page) => ({
        draw: [
          text([200, 60], "2024年支出决算表"),
          text([400, 80], "单位：万元"),
          ...grid({
            ...SPEC,
            rows: [
              ["项目", "金额"],
              [`第${page}项`, String(page)],
            ],
          }),
        ],
      })),
    );
    expect(textsOf(paragraphs)).toEqual(
      [1, 2, 3].flatMap(() => ["2024年支出决算表", "单位：万元"]),
    );
  });

  test("both lines of a caption repeated over tables are kept", async () => {
    const { document, paragraphs } = await readPages(
      ...[1, 2, 3].map((page) => ({
        draw: [
          text([190, 60], "2024年某县一般公共预算支出", { size: 16 }),
          text([240, 84], "功能分类决算表", { size: 16 }),
          ...grid({
            ...SPEC,
            rows: [
              ["项目", "金额"],
              [`第${page}项`, String(page)],
            ],
          }),
        ],
      })),
    );
    expect(document.ignored).toEqual([]);
    expect(textsOf(paragraphs).join("")).toBe("2024年某县一般公共预算支出功能分类决算表".repeat(3));
  });

  test("a number that does not follow the pages is text", async () => {
    const { paragraphs } = await readPages(
      { draw: [text([60, 100], "甲"), text([60, 810], "48")] },
      { draw: [text([60, 100], "乙"), text([60, 810], "7")] },
      { draw: [text([60, 100], "丙"), text([60, 810], "1999")] },
    );
    expect(textsOf(paragraphs)).toContain("1999");
  });
});

function entriesOf(paragraphs: readonly Paragraph[]): string[] {
  return textsOf(paragraphs.filter(({ contents }) => contents === true));
}

describe("a table of contents", () => {
  const contents = {
    draw: [
      text([280, 82], "目录", { size: 16 }),
      ...["一、收入总表", "二、支出总表"].map((entry, i) =>
        text([230, 110 + 28 * i], entry, { size: 16 }),
      ),
    ],
  };
  test.each(["收入总表", "2031年收入总表"])(
    "ends before the caption %s of the next page, set like its entries",
    async (caption) => {
      const { paragraphs } = await readPages(contents, {
        draw: [text([250, 82], caption, { size: 16 }), ...grid(SPEC)],
      });
      expect(entriesOf(paragraphs)).toEqual(["一、收入总表", "二、支出总表"]);
    },
  );

  test("goes on over a page without tables", async () => {
    const { paragraphs } = await readPages(contents, {
      draw: [text([230, 82], "三、名词解释", { size: 16 })],
    });
    expect(entriesOf(paragraphs)).toHaveLength(3);
  });
});

/** A picture that fills the page. */
function picture(): string {
  return "q 595 0 0 842 0 0 cm BI /W 2 /H 2 /BPC 8 /CS /G ID abcd EI Q";
}

describe("pages that cannot be read are reported", () => {
  test("a picture without a text layer", async () => {
    const { findings, paragraphs } = await readPages(
      { draw: [text([60, 100], "第一页有文字。")] },
      { draw: [picture] },
    );
    expect(findings).toMatchObject([{ rule: "page_without_text", severity: "error", page: 2 }]);
    expect(textsOf(paragraphs)).toEqual(["第一页有文字。"]);
  });

  test("a blank page is only noted", async () => {
    const { findings } = await readPages({ draw: [text([60, 100], "有文字。")] }, { draw: [] });
    expect(findings).toMatchObject([{ rule: "page_blank", severity: "info", page: 2 }]);
  });

  test("a text layer of rubbish", async () => {
    const rubbish = "NOPQR67ST，5UV。jddklm、d5nop，`2UV。rk、stuvwxy、z{|y、}~yrkSTjddk，Soq。";
    const { findings } = await readPages({
      draw: [text([20, 100], rubbish), text([20, 130], rubbish)],
    });
    expect(findings).toMatchObject([{ rule: "text_layer_unreadable", severity: "error", page: 1 }]);
  });

  test("a page of shading, lines and text raises no doubt", async () => {
    const { findings } = await readPages({
      draw: [
        rectangle([0, 0, 595, 842]),
        ...grid({ ...SPEC, ys: [100, 130, 150, 170] }),
        text([63, 112], "两行的"),
        text([60, 60], "预算表"),
      ],
    });
    expect(findings).toEqual([]);
  });
});
