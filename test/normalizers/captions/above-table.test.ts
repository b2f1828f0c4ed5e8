import { describe, expect, test } from "vitest";
import { docx } from "../../../extractors/docx/index.js";
import { pdf } from "../../../extractors/pdf/index.js";
import { text } from "../../../extractors/text/index.js";
import { printedTable } from "../../../normalizers/captions/printed-table.js";
import type { Block, Document } from "../../../pipeline/model/document.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import { makeDocx, p, tbl, tc, tr } from "../../extractors/docx/make-docx.js";
import { grid, makePdf, text as printedText } from "../../extractors/pdf/make-pdf.js";
import { makeTable } from "../../make-table.js";
import { section } from "../checks/make-reading.js";

const ROWS = [
  ["科目编码", "科目名称", "合计"],
  ["205", "教育支出", "9.00"],
  ["206", "科技支出", "8.00"],
];
const CAPTION = "部门支出总表";

function tableOf(document: Document): PrintedTable {
  const block = document.blocks.findIndex(({ type }) => type === "table");
  const table = document.blocks[block];
  if (table?.type !== "table") throw new Error("no table");
  const context = { fiscalYear: null, stage: null, phase: null, scope: null };
  return printedTable({ document, block, table, number: 1, sections: [], context });
}

/** The table under these lines, as each format prints it. */
const FORMATS: Readonly<Record<string, (lines: readonly string[]) => Promise<PrintedTable>>> = {
  text: async (lines) => {
    const rows = ROWS.map((row) => row.map((cell) => `\t${cell}`).join("\n"));
    const content = `${lines.join("\n\n")}\n\n${rows.join("\n\n")}\n`;
    return tableOf((await text.extract(new TextEncoder().encode(content))).value);
  },
  docx: async (lines) => {
    const table = tbl(ROWS.map((row) => tr(row.map((cell) => tc(cell)))));
    const body = lines.map((line) => p(line)).join("") + table;
    return tableOf((await docx.extract(makeDocx(body))).value);
  },
  pdf: async (lines) => {
    const [first = "", ...others] = lines;
    const top = 90 + 20 * others.length;
    const draw = [
      printedText([220, 70], first, { size: 16 }),
      ...others.map((line, i) => printedText([340 - 7 * line.length, 90 + 20 * i], line)),
      ...grid({ xs: [60, 200, 300, 400], ys: [0, 20, 40, 60].map((y) => top + y), rows: ROWS }),
    ];
    return tableOf((await pdf.extract(makePdf([{ draw }]))).value);
  },
};

/** Lines that corners are made of, and what each says. */
const PIECES: readonly (readonly [string, Partial<PrintedTable>])[] = [
  ["单位：万元", { unit: "万元" }],
  ["（万元）", { unit: "万元" }],
  ["【单位：万元】", { unit: "万元" }],
  ["〔金额单位：万元〕", { unit: "万元" }],
  ["[单位:人民币万元]", { unit: "万元" }],
  ["單位：萬元", { unit: "万元" }],
  ["單位：萬圓", { unit: "万元" }],
  ["金额单位：万圆", { unit: "万元" }],
  ["金额单位为万元", { unit: "万元" }],
  ["以万元为单位", { unit: "万元" }],
  ["单位：人、万元", { unit: "万元" }],
  ["币种：人民币 单位：万元", { unit: "万元" }],
  ["2024年度", { fiscalYear: 2024 }],
  ["（2024年度）", { fiscalYear: 2024 }],
  ["二〇二四年度", { fiscalYear: 2024 }],
  ["年份：2024", { fiscalYear: 2024 }],
  ["2024年度部门预算", { fiscalYear: 2024 }],
  ["2024年1月1日", {}],
  ["2024年1月", {}],
  ["填报日期：2024年1月1日", {}],
  ["编制日期：", {}],
  ["公开02表", {}],
  ["预算02表", {}],
  ["表号：GK02表", {}],
  ["附件2-3", {}],
  ["附表一", {}],
  ["部门编码：216", { issuerCode: "216" }],
  ["预算代码：216001", { issuerCode: "216001" }],
  ["组织机构代码：无", {}],
  ["栖梧县林业局", { issuerName: "栖梧县林业局" }],
  ["单位名称：栖梧县林业局", { issuerName: "栖梧县林业局" }],
  ["[216001]栖梧县林业局", { issuerCode: "216001", issuerName: "栖梧县林业局" }],
  ["216001-栖梧县林业局", { issuerCode: "216001", issuerName: "栖梧县林业局" }],
  ["申报单位（盖章）：栖梧县林业局", { issuerName: "栖梧县林业局" }],
  ["单位：人", {}],
  ["第2页", {}],
  ["（表样）", {}],
  ["制表人：甲某", {}],
  ["审核人：", {}],
  ["项目负责人：甲某 联系电话：12345", {}],
  ["注：本表不含涉密支出。", {}],
];

describe.each(Object.entries(FORMATS))("between a caption and its table in %s", (_, printedIn) => {
  test.each(PIECES)("a line may say %s", async (line, says) => {
    expect(await printedIn([CAPTION, line])).toMatchObject({ caption: CAPTION, ...says });
  });

  test.each(PIECES)("it stands before and after others: %s", async (line, says) => {
    const unit = says.unit ?? "万元";
    for (const lines of [
      [CAPTION, line, "单位：万元"],
      [CAPTION, "公开02表", line, "编制单位：栖梧县林业局", "单位：万元"],
      [CAPTION, "单位：万元", line],
    ])
      expect(await printedIn(lines)).toMatchObject({ caption: CAPTION, ...says, unit });
  });

  test.each([
    ["部门编码：216          部门名称：栖梧县林业局          单位：万元"],
    ["2024年1月1日 栖梧县林业局 金额单位：万元"],
    ["公开02表单位：万元"],
    ["（2024年度）单位：万元"],
    ["2024年度单位：万元"],
    ["附件2-3 栖梧县林业局（单位：万元）"],
    ["部门：栖梧县林业局　金额单位：万元"],
  ])("parts on one line are told apart: %s", async (line) => {
    expect(await printedIn([CAPTION, line])).toMatchObject({ caption: CAPTION, unit: "万元" });
  });
});

const line = (words: string): Block => ({
  type: "paragraph",
  text: words,
  at: { type: "line", line: 1 },
});

function under(lines: readonly string[], sections: readonly number[] = []): PrintedTable {
  const table = makeTable(ROWS);
  return printedTable({
    document: { blocks: [...lines.map(line), table], pages: [], ignored: [] },
    block: lines.length,
    table,
    number: 1,
    sections: sections.map((block) => section({ block })),
    context: { fiscalYear: null, stage: null, phase: null, scope: null },
  });
}

describe("a caption of two lines", () => {
  test.each([
    ["（按项目分地区）", "部门支出总表（按项目分地区）"],
    ["(按功能分类科目)", "部门支出总表(按功能分类科目)"],
    ["（市本级）", "部门支出总表（市本级）"],
    ["（全省）", "部门支出总表（全省）"],
    ["（表格另见附件）", CAPTION],
    ["（按规定填报）", CAPTION],
    ["（2024年度）", CAPTION],
    ["按项目分地区", CAPTION],
  ])("ends in brackets that say its order or scope: %s", (second, caption) => {
    expect(under([CAPTION, second, "单位：万元"])).toMatchObject({ caption, unit: "万元" });
  });

  test("is one only where they stand right below it", () => {
    expect(under([CAPTION, "单位：万元", "（按项目分地区）"]).caption).toBe(CAPTION);
  });

  test("may stand in the first rows of the grid", () => {
    const rows = [
      [CAPTION, "<", "<"],
      ["（按项目分地区）", "<", "<"],
      ["单位：万元", "<", "<"],
      ...ROWS,
    ];
    expect(printed(rows)).toMatchObject({ caption: `${CAPTION}（按项目分地区）`, unit: "万元" });
  });
});

describe("a caption with its corner on one line", () => {
  test.each([
    ["部门支出总表   表7", { caption: CAPTION }],
    ["部门支出总表\t公开02表", { caption: CAPTION }],
    ["附件2      部门支出总表", { caption: CAPTION }],
    ["部门支出总表      单位：元", { caption: CAPTION, unit: "元" }],
    [
      "单位：栖梧县林业局      部门支出总表      单位：元",
      { caption: CAPTION, unit: "元", issuerName: "栖梧县林业局" },
    ],
    ["部门支出总表 单位：元", { caption: CAPTION, unit: "元" }],
    ["部门支出总表单位：元", { caption: CAPTION, unit: "元" }],
    ["《部门支出总表》 单位：元", { caption: CAPTION, unit: "元" }],
    [
      "公开02表 部门支出总表 部门：栖梧县林业局 （单位：元）",
      { caption: CAPTION, unit: "元", issuerName: "栖梧县林业局" },
    ],
    ["部门支出总表      部门收入总表      表7", { caption: null }],
    ["部门支出总表 部门收入总表 单位：元", { caption: null }],
  ])("is told from it: %s", (both, says) => {
    expect(under([both])).toMatchObject(says);
  });
});

describe("what a line began", () => {
  test.each([
    [
      "an issuer",
      ["部门：云栖省人民政府驻东海市联络", "单位：万元", "处"],
      "云栖省人民政府驻东海市联络处",
    ],
    ["an issuer's part", ["部门：栖梧县林业局", "单位：万元", "（本级）"], "栖梧县林业局（本级）"],
    ["a unit", ["部门：栖梧县林业局", "单位：万", "元"], "栖梧县林业局"],
    ["both", ["部门：栖梧县林业", "单位：万", "局", "元"], "栖梧县林业局"],
    ["a unit's label", ["部门：栖梧县林业局", "单位：", "万元"], "栖梧县林业局"],
  ])("may end on another: %s", (_, lines, issuerName) => {
    expect(under([CAPTION, ...lines])).toMatchObject({
      caption: CAPTION,
      issuerName,
      unit: "万元",
    });
  });

  test("is no unit of its own where it is cut", () => {
    expect(under([CAPTION, "单位：万"])).toMatchObject({ unit: null, issuerName: null });
  });
});

describe("a line above a table is none of its top", () => {
  test.each([
    ["a sentence", "本表反映部门支出的情况。"],
    ["the begin of a list", "具体安排如下："],
    ["a numbered heading", "二、其他说明"],
    [
      "prose without an end",
      "本部门全年的支出按照规定用于保障机构正常运转以及完成特定的行政工作任务和事业发展目标",
    ],
    ["a sentence's parts", "其中，基本支出"],
  ])("where it is %s", (_, prose) => {
    expect(under([CAPTION, prose])).toMatchObject({ caption: null });
  });

  test("where it is a heading of the outline", () => {
    expect(under([CAPTION, "其他说明"], [1])).toMatchObject({ caption: null });
  });

  test.each(["收入情况", "2024年部门预算"])(
    "where it says nothing known below a title that names no table: %s",
    (title) => {
      expect(under([title, "其他说明"])).toMatchObject({ caption: null });
      expect(under([title, "公开02表"])).toMatchObject({ caption: title });
    },
  );

  test.each([
    [4, CAPTION],
    [5, null],
  ])("where there are too many that say nothing known: %s", (count, caption) => {
    const lines = Array.from({ length: count }, () => "其他说明");
    expect(under([CAPTION, ...lines])).toMatchObject({ caption });
  });

  test.each([
    [40, CAPTION],
    [41, null],
  ])("where it is long: %s characters", (length, caption) => {
    expect(under([CAPTION, "说".repeat(length)])).toMatchObject({ caption });
  });
});

describe("a corner over the caption", () => {
  test("is that of the table", () => {
    expect(under(["公开02表", "单位：万元", CAPTION])).toMatchObject({ unit: "万元" });
  });

  test("is not where it stands under another caption", () => {
    expect(under(["部门收入总表", "单位：万元", CAPTION])).toMatchObject({ unit: null });
  });

  test("says less than what stands below", () => {
    expect(under(["单位：元", CAPTION, "单位：万元"])).toMatchObject({ unit: "万元" });
  });
});

/** A table that has these rows and nothing above. */
function printed(rows: readonly (readonly string[])[]): PrintedTable {
  return tableOf({ blocks: [makeTable(rows)], pages: [], ignored: [] });
}

describe("a row at the top of a grid", () => {
  test("may state a year by itself over the whole width", () => {
    expect(printed([[CAPTION, "<", "<"], ["（2024年度）", "<", "<"], ...ROWS])).toMatchObject({
      caption: CAPTION,
      fiscalYear: 2024,
      cornerRows: [0, 1],
    });
  });

  test("is a header where it does not span the width", () => {
    expect(printed([["", "2024年度", "<"], ...ROWS]).cornerRows).toEqual([]);
  });
});
