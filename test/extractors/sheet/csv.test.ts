import { expect, test } from "vitest";
import { csv } from "../../../extractors/sheet/csv.js";
import { printed } from "./make-workbook.js";

const bytes = (text: string): Uint8Array => Buffer.from(text);

test("a file of rows is a table with the lines over it", async () => {
  const text =
    '云溪县2024年支出表,,\n,,单位：万元\n项目,合计,基本支出\n"教育,科技","1,204.57",1\n卫生,2,1\n';
  expect(csv.accepts(bytes(text))).toBe(true);
  expect(printed((await csv.extract(bytes(text))).value)).toEqual([
    "A1: 云溪县2024年支出表",
    "C2: 单位：万元",
    "A3 3×3",
    "项目|合计|基本支出",
    "教育,科技|1,204.57|1",
    "卫生|2|1",
  ]);
});

test("lines above and below with fewer commas leave it a table", async () => {
  const above = "附件5,\n2024年支出表,\n编制单位：云溪县水务局,单位：万元\n";
  const text = `${above}项目,合计,备注\n教育,3.00,\n卫生,2.00,\n住房,1.00,\n注：本级数据\n`;
  expect(csv.accepts(bytes(text))).toBe(true);
  expect(printed((await csv.extract(bytes(text))).value)).toEqual([
    "A1: 附件5",
    "A2: 2024年支出表",
    "A3: 编制单位：云溪县水务局\t单位：万元",
    "A4 5×3",
    "项目|合计|备注",
    "教育|3.00|",
    "卫生|2.00|",
    "住房|1.00|",
    "注：本级数据||",
  ]);
});

test("a header with one row under it is a table where it has many cells", () => {
  const text = '编号,页,项目,金额,句子\n1,3,收入,1200,"2024年收入1200元，比上年增加。"\n';
  expect(csv.accepts(bytes(text))).toBe(true);
});

test.each([
  ["a list of words among other lines", "说明\n甲,乙,丙\n丁,戊,己\n庚,辛,壬\n完\n"],
  ["two lines with a few commas", "甲,乙,丙,丁\n戊,己,庚,辛\n"],
  ["prose with commas", "2024年收入1,842.36万元,其中\n支出1,842.36万元,其余\n无\n"],
  ["rows as Tika writes them", "\t项目\n\t合计\n\n\t教育\n\t3\n\n"],
  ["two columns of sentences", "a, b\nc, d\ne, f\n"],
  ["prose with a quotation that is left open", '甲,乙,丙\n丁,戊,己\n庚,"辛,壬\n'],
  ["markup", "<html>\n<p>a,b,c\n"],
])("%s is no CSV", (_, text) => {
  expect(csv.accepts(bytes(text))).toBe(false);
});

test("a quotation mark within a cell is one of its characters", async () => {
  const text = '项目\t金额\t说明\n教育\t1.00\t含 "三公" 经费\n卫生\t2.00\t无\n';
  expect(csv.accepts(bytes(text))).toBe(true);
  expect(printed((await csv.extract(bytes(text))).value)).toEqual([
    "A1 3×3",
    "项目|金额|说明",
    '教育|1.00|含 "三公" 经费',
    "卫生|2.00|无",
  ]);
});
