import { describe, expect, test, vi } from "vitest";
import type { OcrCache, OcrMode } from "../../../extractors/common/ocr-options.js";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { pdf } from "../../../extractors/pdf/index.js";
import { keptPages, linesOf, recognizedPage } from "../scan/kept-pages.js";
import { makePdf, type PageSpec, picture, text } from "./make-pdf.js";

// What was read before is all that there is: no page may be shown to a network.
vi.mock("onnxruntime-node", () => ({ InferenceSession: {}, Tensor: {} }));

const printed = (...lines: readonly string[]): PageSpec => ({
  draw: lines.map((line, i) => text([60, 100 + 40 * i], line)),
});
const scanned: PageSpec = { draw: [picture([0, 0, 595, 842])] };
/** What a text layer gives whose font does not say what is printed. */
const RUBBISH = ["，", ...Array.from({ length: 6 }, () => "QWKXZ[]^_@{}|~HJ")];

async function read(
  pages: readonly PageSpec[],
  {
    cache = keptPages(),
    mode = "auto",
  }: { readonly cache?: OcrCache; readonly mode?: OcrMode } = {},
) {
  const told: (readonly [number, number])[] = [];
  const plan = { ...BUNDLED, mode };
  const onPage = (done: number, all: number) => told.push([done, all]);
  const { value, findings } = await pdf.extract(makePdf(pages), { plan, cache, onPage });
  return {
    paragraphs: value.blocks.map((block) => [
      block.at.type === "page" ? block.at.page : null,
      block.type === "paragraph" ? block.text : "a table",
      block.type === "paragraph" && block.recognized !== undefined ? "recognized" : "printed",
    ]),
    pages: value.pages.map(({ number }) => number),
    rules: findings.map(({ rule, page }) => [rule, page]),
    told,
  };
}

describe("a page with a text layer", () => {
  test("is not recognized", async () => {
    const cache = keptPages();
    const { paragraphs, rules, told } = await read([printed("收入有所增加。")], { cache });
    expect(paragraphs).toEqual([[1, "收入有所增加。", "printed"]]);
    expect([cache.asked, rules, told]).toEqual([[], [], []]);
  });

  test("is where that is asked for, and says nothing of its text layer", async () => {
    const cache = keptPages(recognizedPage(linesOf("支出有所减少。")));
    const { paragraphs, rules } = await read([printed("收入有所增加。")], {
      cache,
      mode: "always",
    });
    expect(paragraphs).toEqual([[1, "支出有所减少。", "recognized"]]);
    expect(rules).toEqual([["pages_recognized", 1]]);
  });

  test("is not for a logo beside its text", async () => {
    const cache = keptPages();
    const logo = { draw: [...printed("收入有所增加。").draw, picture([60, 600, 260, 700])] };
    await read([logo], { cache });
    expect(cache.asked).toEqual([]);
  });
});

describe("a page that is a picture", () => {
  test("is recognized, the others are not: each stands where it belongs", async () => {
    const cache = keptPages(
      recognizedPage(linesOf("支出有所减少。")),
      recognizedPage(linesOf("债务按期偿还。")),
    );
    const { paragraphs, pages, rules, told } = await read(
      [printed("收入有所增加。"), scanned, printed("结余与上年持平。"), scanned],
      { cache },
    );
    expect(paragraphs).toEqual([
      [1, "收入有所增加。", "printed"],
      [2, "支出有所减少。", "recognized"],
      [3, "结余与上年持平。", "printed"],
      [4, "债务按期偿还。", "recognized"],
    ]);
    expect(pages).toEqual([1, 2, 3, 4]);
    expect(rules).toEqual([["pages_recognized", 2]]);
    expect(told).toEqual([
      [0, 2],
      [1, 2],
      [2, 2],
    ]);
  });

  test("is recognized though a scanner printed its number on it", async () => {
    const numbered = { draw: [...scanned.draw, text([290, 810], "- 7 -")] };
    const cache = keptPages(recognizedPage(linesOf("支出有所减少。")));
    const { paragraphs } = await read([numbered], { cache });
    expect(paragraphs).toEqual([[1, "支出有所减少。", "recognized"]]);
  });

  test("is left where no page is to be recognized, and that is told", async () => {
    const cache = keptPages();
    const { rules } = await read([scanned], { cache, mode: "never" });
    expect(rules).toEqual([["page_without_text", 1]]);
    expect(cache.asked).toEqual([]);
  });

  test.each([
    { what: "a photograph", unread: 0.2, rule: "page_without_text" },
    { what: "blank paper", unread: 0, rule: "page_blank" },
  ])("of $what is told to have no text", async ({ unread, rule }) => {
    const { rules } = await read([scanned], { cache: keptPages(recognizedPage([], { unread })) });
    expect(rules.filter(([id]) => id === "page_without_text" || id === "page_blank")).toEqual([
      [rule, 1],
    ]);
  });
});

describe("a text layer that is rubbish", () => {
  const seen = [
    "一、部门职责",
    "负责水库和堤防的管理与保护，组织防汛抗旱工作，拟订全县水利规划。",
    "二、机构设置情况",
  ];

  test("is replaced by what is seen, and that is told", async () => {
    const cache = keptPages(recognizedPage(linesOf(...seen)));
    const { paragraphs, rules } = await read([printed(...RUBBISH)], { cache });
    expect(paragraphs.map(([, line]) => line)).toEqual(seen);
    expect(rules).toEqual([
      ["pages_recognized", 1],
      ["text_layer_replaced", 1],
    ]);
  });

  test("is kept where the page shows next to nothing, for then its fonts are missing", async () => {
    const cache = keptPages(recognizedPage(linesOf("，")));
    const { rules, paragraphs } = await read([printed(...RUBBISH)], { cache });
    expect(paragraphs.map(([, , how]) => how)).not.toContain("recognized");
    expect(rules).toContainEqual(["page_not_drawn", 1]);
  });

  test("is told where no page is to be recognized", async () => {
    const { rules } = await read([printed(...RUBBISH)], { mode: "never" });
    expect(rules).toEqual([["text_layer_unreadable", 1]]);
  });
});

describe("a text layer with characters that mean nothing outside their font", () => {
  const layer = ["一般公共预算支出合计为\u{e001}\u{e002}万元", "其中基本支出为\u{e003}万元"];

  test("is kept where the page shows the same words", async () => {
    const seen = linesOf("一般公共预算支出合计为12万元", "其中基本支出为8万元");
    const { paragraphs, rules } = await read([printed(...layer)], {
      cache: keptPages(recognizedPage(seen)),
    });
    expect(paragraphs.map(([, , how]) => how)).not.toContain("recognized");
    expect(rules).toEqual([["characters_unmapped", 1]]);
  });

  test("is replaced where the page shows others", async () => {
    const seen = linesOf("负责水库和堤防的管理与保护。", "组织防汛抗旱工作，编制规划。");
    const { paragraphs, rules } = await read([printed(...layer)], {
      cache: keptPages(recognizedPage(seen)),
    });
    expect(paragraphs.map(([, , how]) => how)).not.toContain("printed");
    expect(rules).toContainEqual(["text_layer_replaced", 1]);
  });
});

describe("a page whose text layer is figures alone", () => {
  const layer = ["1,204.50  310.25  894.25", "880.00  210.00  670.00"];

  test("is read from its picture where that shows what they are of", async () => {
    const seen = linesOf("收入合计1,204.50", "支出合计880.00");
    const { paragraphs, rules } = await read([printed(...layer)], {
      cache: keptPages(recognizedPage(seen)),
    });
    expect(paragraphs.map(([, line]) => line)).toEqual(["收入合计1,204.50", "支出合计880.00"]);
    expect(rules).toEqual([["pages_recognized", 1]]);
  });

  test("is kept where there is nothing beside them", async () => {
    const seen = linesOf("1,204.50 310.25 894.25", "880.00 210.00 670.00");
    const { paragraphs } = await read([printed(...layer)], {
      cache: keptPages(recognizedPage(seen)),
    });
    expect(paragraphs.map(([, , how]) => how)).not.toContain("recognized");
  });
});

test("two pages scanned as one sheet are read one after the other, as one page", async () => {
  const [left, right] = [linesOf("左页第一段。", "左页第二段。"), linesOf("右页第一段。")];
  const moved = right.map((line) => ({
    ...line,
    box: [line.box[0] + 1200, line.box[1], line.box[2] + 1200, line.box[3]] as const,
    characters: line.characters.map((one) => ({
      ...one,
      left: one.left + 1200,
      right: one.right + 1200,
    })),
  }));
  const sheet = recognizedPage([...moved, ...left], { width: 2339, height: 1654, gutter: 1170 });
  const { paragraphs, pages } = await read(
    [{ width: 842, height: 595, draw: [picture([0, 0, 842, 595])] }],
    { cache: keptPages(sheet) },
  );
  expect(paragraphs.map(([, line]) => line)).toEqual([
    "左页第一段。",
    "左页第二段。",
    "右页第一段。",
  ]);
  expect(pages).toEqual([1]);
});
