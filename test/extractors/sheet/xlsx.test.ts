import { expect, test } from "vitest";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { data, makeWorkbook, printed, read, row } from "./make-workbook.js";
import { xlsx } from "../../../extractors/sheet/xlsx/index.js";

const TITLE = row(1, { A: "!云溪县2024年支出表" });
const UNIT = row(2, { A: "!表一", C: "!单位：万元" });
const HEAD = row(3, { A: "项目", B: "合计", C: "基本支出" });

test("title, unit and note of a ruled table are paragraphs, its rows a table", async () => {
  const xml = data(
    TITLE,
    UNIT,
    HEAD,
    row(4, { A: "教育支出", B: 72204.570000000007, C: 1 }),
    row(5, { A: "!注：本表含上级补助。" }),
  );
  expect(printed((await read([{ xml }])).value)).toEqual([
    "A1: 云溪县2024年支出表",
    "A2: 表一\t单位：万元",
    "A3 2×3",
    "项目|合计|基本支出",
    "教育支出|72,204.57|1.00",
    "A5: 注：本表含上级补助。",
  ]);
});

test("without rules a table begins below its unit", async () => {
  const xml = data(
    TITLE,
    UNIT,
    row(4, { A: "!项目", B: "!合计", C: "!基本支出" }),
    row(5, { A: "!教育支出", B: "!3", C: "!1" }),
  );
  expect(printed((await read([{ xml }])).value)).toEqual([
    "A1: 云溪县2024年支出表",
    "A2: 表一\t单位：万元",
    "A4 2×3",
    "项目|合计|基本支出",
    "教育支出|3|1",
  ]);
});

test("two tables of a sheet are told apart", async () => {
  const xml = data(
    HEAD,
    row(4, { A: "教育支出", B: 1, C: 1 }),
    row(7, { A: "!附表二" }),
    row(8, { A: "地区", B: "金额" }),
    row(9, { A: "云溪县", B: 2 }),
  );
  expect(printed((await read([{ xml }])).value)).toEqual([
    "A1: 表1表",
    "A3 2×3",
    "项目|合计|基本支出",
    "教育支出|1.00|1.00",
    "A7: 附表二",
    "A8 2×2",
    "地区|金额",
    "云溪县|2.00",
  ]);
});

test("tables side by side under titles of their own are several", async () => {
  const merges = `<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="C1:D1"/></mergeCells>`;
  const xml = data(
    row(1, { A: "!全县债务表", C: "!本级债务表" }),
    row(2, { A: "!表一", B: "!单位：万元", C: "!表二", D: "!单位：亿元" }),
    row(3, { A: "项目", B: "余额", C: "项目", D: "余额" }),
    row(4, { A: "一般债务", B: 1, C: "一般债务", D: 2 }),
  );
  expect(printed((await read([{ xml: xml + merges }])).value)).toEqual([
    "A1: 全县债务表",
    "A2: 表一\t单位：万元",
    "A3 2×2",
    "项目|余额",
    "一般债务|1.00",
    "C1: 本级债务表",
    "C2: 表二\t单位：亿元",
    "C3 2×2",
    "项目|余额",
    "一般债务|2.00",
  ]);
});

test("what is hidden is left out and told, and cells keep their addresses", async () => {
  const xml = `<cols><col min="2" max="2" hidden="1"/></cols>${data(HEAD, row(4, { A: "底稿", B: 9, C: 9 }, 'hidden="1"'), row(5, { A: "教育支出", B: 2, C: 1 }))}`;
  const { value, findings } = await read([
    { xml },
    { name: "底稿", attributes: 'state="veryHidden"', xml: data(HEAD) },
  ]);
  expect(printed(value).slice(1)).toEqual(["A3 2×2", "项目|基本支出", "教育支出|1.00"]);
  const places = value.blocks.flatMap((block) => (block.type === "table" ? block.cells : []));
  expect(places.at(-1)?.at).toEqual({ type: "sheet", sheet: "表1表", cell: "C5" });
  expect(findings.map(({ rule, facts }) => [rule, facts])).toEqual([
    ["hidden_cells_left_out", { sheets: ["底稿"], rows: 1, columns: 1 }],
  ]);
});

test("a merged cell shows its value once; what lies under it is listed", async () => {
  const merges = `<mergeCells><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/></mergeCells>`;
  const xml = data(
    row(3, { A: "项目", B: "支出", C: "旧值" }),
    row(4, { A: "", B: "合计", C: "基本支出" }),
    row(5, { A: "教育", B: 1, C: 1 }),
  );
  const { value } = await read([{ xml: xml + merges }]);
  const table = value.blocks.find((block) => block.type === "table");
  const spans = table?.cells.map((cell) => `${cell.text} ${cell.rowSpan}×${cell.columnSpan}`);
  expect(spans?.slice(0, 4)).toEqual(["项目 2×1", "支出 1×2", "合计 1×1", "基本支出 1×1"]);
  expect(value.ignored.map(({ text, reason }) => [text, reason])).toEqual([
    ["旧值", "under a merged cell"],
  ]);
});

test("errors and formulas without a result are told with their cells", async () => {
  const cells = `<c r="B4" s="2" t="e"><f>X!A1</f><v>#REF!</v></c><c r="C4" s="2"><f>B4*2</f></c>`;
  const xml = data(HEAD, `<row r="4"><c r="A4" s="1" t="str"><v>教育</v></c>${cells}</row>`);
  const { value, findings } = await read([{ xml }]);
  expect(printed(value).at(-1)).toBe("教育|#REF!|");
  expect(findings.map(({ rule, severity, facts }) => [rule, severity, facts])).toEqual([
    ["error_value", "error", { count: 1, cells: ["表1表!B4"] }],
    ["formula_without_value", "error", { count: 1, cells: ["表1表!C4"] }],
  ]);
});

test("an indent is kept as blanks before the name", async () => {
  const indented = `<row r="4"><c r="A4" s="3" t="str"><v>行政运行</v></c><c r="B4" s="2"><v>1</v></c><c r="C4" s="2"><v>1</v></c></row>`;
  expect(printed((await read([{ xml: data(HEAD, indented) }])).value).at(-1)).toBe(
    "  行政运行|1.00|1.00",
  );
});

test("columns that are not printed stand apart from the lines of a cover", async () => {
  const workbook = makeWorkbook(
    [
      {
        name: "封面",
        xml: data(
          row(1, { A: "!云溪县2024年政府预算", C: "!3" }),
          row(2, { A: "!云溪县财政局", C: "!8" }),
        ),
      },
    ],
    {
      "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="封面" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">封面!$A$1:$B$9</definedName></definedNames></workbook>`,
    },
  );
  expect(printed((await xlsx.extract(workbook)).value)).toEqual([
    "A1: 云溪县2024年政府预算",
    "A2: 云溪县财政局",
    "C1: 3",
    "C2: 8",
  ]);
});

test("a dimension that is stale and rows that are hidden cost nothing", async () => {
  const hidden = Array.from({ length: 5000 }, (_, i) => row(i + 10, { A: "x" }, 'hidden="1"'));
  const xml = `<dimension ref="A1:XFD1048576"/>${data(HEAD, row(4, { A: "教育", B: 1, C: 1 }), ...hidden)}`;
  const { value } = await read([{ xml }]);
  expect(printed(value).at(1)).toBe("A3 2×3");
});

function wideRow(number: number): string {
  const cell = `<c s="2"><v>${number}</v></c>`;
  return `<row r="${number}">${cell.repeat(16_384)}</row>`;
}

test("16,384 columns are read", async () => {
  const { value } = await read([{ xml: data(wideRow(1), wideRow(2)) }]);
  expect(value.blocks.find((block) => block.type === "table")).toMatchObject({
    rowCount: 2,
    columnCount: 16_384,
  });
});

const REFUSED: readonly (readonly [string, string, UnreadableSource["code"]])[] = [
  ["a sheet that breaks off", "<sheetData><row r='1'><c r='A1'>", "damaged"],
  ["a cell beyond the last column", data(`<row r="1"><c r="XFE1"><v>1</v></c></row>`), "damaged"],
  ["a text that is missing", data(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`), "damaged"],
];

test.each(REFUSED)("%s is refused", async (_, xml, code) => {
  await expect(read([{ xml }])).rejects.toMatchObject({ code });
});

test("entities that stand for more and more of themselves are refused", async () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>`;
  await expect(read([{ xml: "" }], { "xl/workbook.xml": laughs })).rejects.toBeInstanceOf(
    UnreadableSource,
  );
});
