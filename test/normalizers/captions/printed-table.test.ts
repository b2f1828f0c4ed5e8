import { describe, expect, test } from "vitest";
import { printedTable } from "../../../normalizers/captions/printed-table.js";
import type { Block, Look, Paragraph } from "../../../pipeline/model/document.js";
import type { Section } from "../../../pipeline/model/reading.js";
import { makeTable } from "../../make-table.js";
import { section } from "../checks/make-reading.js";

type Rows = readonly (readonly string[])[];
const HEADER = ["科目编码", "科目名称", "合计"];
const ROWS: Rows = [HEADER, ["205", "教育支出", "9.00"], ["206", "科技支出", "8.00"]];

const line = (text: string, look?: Look): Paragraph => ({
  type: "paragraph",
  text,
  at: { type: "line", line: 1 },
  ...(look === undefined ? {} : { look }),
});
const lines = (count: number, text: string): readonly Paragraph[] =>
  Array.from({ length: count }, () => line(text));

/** A row of the grid that is one cell. */
const wide = (text: string): readonly string[] => [text, "<", "<"];

interface Around {
  readonly above?: readonly Block[];
  readonly below?: readonly Block[];
  readonly sections?: readonly Section[];
}

function printed(rows: Rows, { above = [], below = [], sections = [] }: Around = {}) {
  const table = makeTable(rows);
  return printedTable({
    document: { blocks: [...above, table, ...below], pages: [], ignored: [] },
    block: above.length,
    table,
    number: 1,
    sections,
    context: { fiscalYear: null, stage: null, phase: null, scope: null },
  });
}

describe("the title of the document over the caption in the grid", () => {
  test("is no caption, whether it could be one or not", () => {
    for (const title of ["青禾县2024年预算公开", "青禾县2024年部门预算"])
      expect(printed([wide(title), wide("部门支出总表"), wide("单位：元"), ...ROWS])).toMatchObject(
        {
          caption: "部门支出总表",
          unit: "元",
          headerRows: [3],
        },
      );
  });

  test("is the caption where it calls itself a table, or nothing else does", () => {
    expect(printed([wide("部门支出总表"), wide("部门支出明细表"), ...ROWS]).caption).toBe(
      "部门支出总表",
    );
    expect(printed([wide("青禾县2024年部门预算"), wide("单位：元"), ...ROWS]).caption).toBe(
      "青禾县2024年部门预算",
    );
  });
});

describe("the lines above a table", () => {
  test.each([
    ["up to twelve corner lines", 12, "收入总表"],
    ["not thirteen", 13, null],
  ])("have its title over %s", (_, count, caption) => {
    const above = [line("收入总表"), ...lines(count, "单位：万元")];
    expect(printed(ROWS, { above })).toMatchObject({ caption, unit: "万元" });
  });

  test.each(["（单位：万元）", "(金额单位：万元)"])(
    "have its title over a unit in brackets: %s",
    (unit) => {
      const above = [line("收入总表"), line(unit)];
      expect(printed(ROWS, { above })).toMatchObject({ caption: "收入总表", unit: "万元" });
    },
  );

  test.each<[string, Block]>([
    ["a sentence", line("本年没有支出。")],
    ["another table", makeTable(ROWS)],
    ["a line of the contents", { ...line("支出总表"), contents: true }],
  ])("are none over %s", (_, block) => {
    const above = [line("收入总表"), block];
    expect(printed(ROWS, { above }).caption).toBeNull();
  });

  const title: Look = { size: 16, bold: true, centred: true, font: "SimHei" };
  test.each<[string, Look | undefined, Look | undefined, string]>([
    ["alike", title, title, "县财政局收入预算总表"],
    ["nearly alike", title, { ...title, size: 16.4 }, "县财政局收入预算总表"],
    ["in two sizes", title, { ...title, size: 16.5 }, "预算总表"],
    ["in two fonts", title, { ...title, font: "SimSun" }, "预算总表"],
    ["in two weights", title, { ...title, bold: false }, "预算总表"],
    ["not centred", { ...title, centred: false }, title, "预算总表"],
    ["over one not centred", title, { ...title, centred: false }, "预算总表"],
    ["in a type that is not known", undefined, title, "预算总表"],
    ["over one of a type that is not known", title, undefined, "预算总表"],
  ])("are one title of two lines where these are set %s", (...[, first, second, caption]) => {
    const above = [line("县财政局收入", first), line("预算总表", second)];
    expect(printed(ROWS, { above }).caption).toBe(caption);
  });

  test.each(["部门概况", "单位：万元"])("are no title of two lines below %s", (first) => {
    const above = [line(first, title), line("预算总表", title)];
    expect(printed(ROWS, { above }).caption).toBe(
      first === "部门概况" ? "部门概况预算总表" : "预算总表",
    );
  });

  test("are no title of two lines where the upper is one by itself", () => {
    const above = [line("收入总表", title), line("预算总表", title)];
    expect(printed(ROWS, { above }).caption).toBe("预算总表");
  });
});

describe("the first rows of a table", () => {
  test.each([
    ["six corner rows", 6],
    ["no more", 7],
  ])("are %s", (_, count) => {
    const corners = Array.from({ length: count }, () => ["单位：万元", "<", "<"]);
    expect(printed([...corners, ...ROWS]).cornerRows).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("are title, corner and blank rows, before those above it", () => {
    const top = [
      ["收入总表", "<", "<"],
      ["", "", ""],
      ["部门：县财政局", "<", "单位：元"],
    ];
    const above = [line("支出总表"), line("单位：万元"), line("预算年度：2025")];
    expect(printed([...top, ...ROWS], { above })).toMatchObject({
      caption: "收入总表",
      unit: "元",
      issuerName: "县财政局",
      fiscalYear: 2025,
      cornerRows: [0, 1, 2],
      headerRows: [3],
      bodyRows: [4, 5],
    });
  });

  test("leave a table of one row its row", () => {
    expect(printed([["单位：万元", "<", "<"]]).cornerRows).toEqual([]);
  });

  test("hold one title", () => {
    const top = [
      ["收入总表", "<", "<"],
      ["支出总表", "<", "<"],
    ];
    expect(printed([...top, ...ROWS])).toMatchObject({ caption: "收入总表", cornerRows: [0] });
  });
});

const yearly = (years: readonly string[], header = "预算年度") =>
  printed([[header, "名称", "合计"], ...years.map((year) => [year, "甲", "9.00"])]).fiscalYear;

describe("the year of a table", () => {
  test.each([
    [["2025", "2025"], 2025],
    [["2025", ""], 2025],
    [["2025", "2024"], null],
    [["1925"], null],
    [["20251"], null],
    [["", ""], null],
  ])("is that which its column says: %j", (years, year) => {
    expect(yearly(years)).toBe(year);
  });

  test("is not that of another column", () => {
    expect(yearly(["2025"], "以前预算年度")).toBeNull();
    expect(yearly(["2025"], "预算年度数")).toBeNull();
  });

  test.each([
    ["2024年收入总表", 2024],
    ["1999年收入总表", null],
    ["收入总表", null],
  ])("is that of its title: %s", (title, year) => {
    expect(printed(ROWS, { above: [line(title)] }).fiscalYear).toBe(year);
  });
});

const inherited = (around: Around) => printed(ROWS, around).inheritedUnit;

describe("the unit of a table", () => {
  test("is that of its title", () => {
    expect(printed(ROWS, { above: [line("收入总表（万元）")] }).unit).toBe("万元");
  });

  test.each([
    ["all columns that state one", ["名称", "合计（万元）", "基本支出（万元）"], "万元"],
    ["no two that differ", ["名称", "合计（万元）", "基本支出（元）"], null],
    ["none where none states one", ["名称", "合计", "基本支出"], null],
  ])("is that of %s", (_, header, unit) => {
    expect(printed([header, ["甲", "9.00", "8.00"]]).unit).toBe(unit);
  });

  test.each([
    ["which state one", ["项目资金（万元）", "专项资金总额（万元）"], "万元"],
    ["of which two differ", ["项目资金（万元）", "专项资金总额（元）"], null],
    ["and no other row", ["项目资金", "其中：财政资金（元）"], null],
  ])("is that of the funds of a sheet, %s", (_, [first = "", second = ""], unit) => {
    const rows = [
      ["项目名称", "甲项目"],
      [first, "9.00"],
      [second, "8.00"],
    ];
    expect(printed(rows).unit).toBe(unit);
  });

  test("goes before any other's", () => {
    expect(
      inherited({ above: [line("单位：元"), line("收入总表"), line("单位：万元")] }),
    ).toBeNull();
  });

  test.each([
    ["third", 2, "元"],
    ["fourth", 3, null],
  ])("may be stated in the %s row of another table", (_, before, unit) => {
    const rows = [
      ...Array.from({ length: before }, () => ["甲", "乙"]),
      ["单位：元", "<"],
      ["丙", "丁"],
    ];
    expect(inherited({ above: [makeTable(rows), line("收入总表")] })).toBe(unit);
  });

  test("is that of its section, where the document has others", () => {
    const above = [
      line("一、收入"),
      line("单位：元"),
      line("二、支出"),
      line("单位 ：万元"),
      line("支出如下。"),
      line("支出总表"),
    ];
    const below = [line("三、其他"), line("单位：亿元")];
    const starts = [0, 2, 7];
    const sections = starts.map((block, index) => section({ section_no: index + 1, block }));
    expect(inherited({ above, below, sections })).toBe("万元");
    expect(printed(ROWS, { above, below, sections }).sectionNo).toBe(2);
    expect(inherited({ above, below })).toBeNull();
  });

  test("is that of the document where its section states none", () => {
    const above = [line("一、收入"), line("单位：元"), line("二、支出"), line("支出总表")];
    const sections = [0, 2].map((block) => section({ block }));
    expect(inherited({ above, sections })).toBe("元");
  });

  test("is not that of a sentence about money", () => {
    expect(inherited({ above: [line("共计9.00（万元）。"), line("支出总表")] })).toBeNull();
  });
});

describe("below a table", () => {
  test("twelve lines are kept, up to the next heading or table", () => {
    const below = lines(13, "甲");
    expect(printed(ROWS, { below }).following).toHaveLength(12);
    const sections = [section({ block: 3 })];
    expect(printed(ROWS, { below, sections }).following).toHaveLength(2);
    expect(printed(ROWS, { below: [line("甲"), makeTable(ROWS), line("乙")] }).following).toEqual([
      "甲",
    ]);
  });

  test.each(["注：本表为空", "备注:甲", "说明、甲", "附注、甲", "注1甲", "注.甲"])(
    "a last row is its note: %s",
    (note) => {
      expect(printed([...ROWS, [note, "<", "<"]]).bodyRows).toEqual([1, 2]);
    },
  );

  test.each([
    ["注册费", "<", "<"],
    ["注：甲", "乙", "丙"],
    ["附注甲", "<", "<"],
  ])("a last row is no note: %s %s", (...row) => {
    expect(printed([...ROWS, row]).bodyRows).toEqual([1, 2, 3]);
  });

  test("two last rows may be notes", () => {
    const notes = [
      ["注：甲", "<", "<"],
      ["说明：乙", "<", "<"],
    ];
    expect(printed([...ROWS, ...notes]).bodyRows).toEqual([1, 2]);
  });
});
