import { describe, expect, test } from "vitest";
import { completeRows } from "../../../../normalizers/structure/header/short-rows.js";
import { makeTable } from "../../../make-table.js";

const spans = (rows: readonly (readonly string[])[], row: number): readonly string[] =>
  completeRows(
    makeTable(rows),
    1,
    (rows[0] ?? []).map((text, index) => ({ index, path: [text] })),
  )
    .cells.filter((cell) => cell.row === row)
    .map((cell) => `${cell.text}@${cell.column}+${cell.columnSpan}`);

describe("rows that plain text left short", () => {
  test("a total over two name columns keeps its amount in the last", () => {
    const rows = [
      ["项目", "金额"],
      ["公共预算", "小计", "12.0"],
      ["总计", "12.0"],
    ];
    expect(spans(rows, 2)).toEqual(["总计@0+2", "12.0@2+1"]);
  });

  test("of several places the leftmost is meant", () => {
    const rows = [
      ["收入", "金额", "支出", "金额", "用途", "金额"],
      ["甲", "1.0", "乙", "1.0", "丙", "1.0"],
      ["收入合计", "1.0", "支出合计", "1.0"],
    ];
    expect(spans(rows, 2)).toEqual(["收入合计@0+1", "1.0@1+1", "支出合计@2+3", "1.0@5+1"]);
  });

  test("a total spans the columns of its code too", () => {
    const rows = [
      ["类", "款", "名称", "金额"],
      ["205", "01", "甲", "1.0"],
      ["合计", "1.0"],
    ];
    expect(spans(rows, 2)).toEqual(["合计@0+3", "1.0@3+1"]);
  });

  test("a whole code spans the columns of its parts", () => {
    const rows = [
      ["类", "款", "项", "名称", "金额"],
      ["", "", "", "合计", "3.0"],
      ["2050204", "高中教育", "3.0"],
    ];
    expect(spans(rows, 2)).toEqual(["2050204@0+3", "高中教育@3+1", "3.0@4+1"]);
  });

  test("a total that was filled up with blanks spans the columns of names", () => {
    const rows = [
      ["编码", "名称", "合计", "基本", "项目"],
      ["合计", "9.0", "5.0", "4.0", ""],
      ["205", "甲", "9.0", "5.0", "4.0"],
    ];
    expect(spans(rows, 1)).toEqual(["合计@0+2", "9.0@2+1", "5.0@3+1", "4.0@4+1"]);
  });

  test("a column of remarks that nobody printed any in changes nothing of that", () => {
    const rows = [
      ["编码", "名称", "合计", "基本", "备注"],
      ["合计", "9.0", "5.0", "", ""],
      ["205", "甲", "9.0", "5.0", ""],
    ];
    expect(spans(rows, 1)).toEqual(["合计@0+2", "9.0@2+1", "5.0@3+1", "@4+1"]);
  });

  test("of the blanks that filled a row up only as many go as the names need", () => {
    const rows = [
      ["编码", "名称", "合计", "基本", "项目"],
      ["合计", "9.0", "9.0", "", ""],
      ["205", "甲", "9.0", "5.0", "4.0"],
    ];
    expect(spans(rows, 1)).toEqual(["合计@0+2", "9.0@2+1", "9.0@3+1", "@4+1"]);
  });

  test("a coded row without its last cell stays where it is", () => {
    const rows = [
      ["编码", "名称", "合计", "基本", "项目"],
      ["205", "甲", "9.0", "5.0", "4.0"],
      ["206", "乙", "9.0", "9.0"],
    ];
    expect(spans(rows, 2)).toEqual(["206@0+1", "乙@1+1", "9.0@2+1", "9.0@3+1"]);
  });

  test("a row whose numbers have no place stays as it is", () => {
    const rows = [
      ["甲", "乙", "丙"],
      ["a", "b", "1.0"],
      ["2.0", "3.0"],
    ];
    expect(spans(rows, 2)).toEqual(["2.0@0+1", "3.0@1+1"]);
  });

  test("without columns of numbers nothing is moved", () => {
    const rows = [
      ["甲", "乙", "丙"],
      ["a", "b", "c"],
      ["d", "e"],
    ];
    expect(spans(rows, 2)).toEqual(["d@0+1", "e@1+1"]);
  });
});
