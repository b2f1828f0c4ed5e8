import { describe, expect, test } from "vitest";
import { text } from "../../../extractors/text/index.js";
import type { Block } from "../../../pipeline/model/document.js";

const read = async (...lines: readonly string[]) => text.extract(Buffer.from(lines.join("\n")));

const rowsOf = (block: Block | undefined): readonly (readonly string[])[] => {
  if (block?.type !== "table") return [];
  return Array.from({ length: block.rowCount }, (_, row) =>
    block.cells.filter((cell) => cell.row === row).map((cell) => cell.text),
  );
};

const tableIn = (blocks: readonly Block[]) => rowsOf(blocks.find(({ type }) => type === "table"));

const PRINTED = [
  ["编码", "名称", "合计", "项目"],
  ["", "合计", "12.50", "4.00"],
  ["208", "社会保障支出", "8.50", ""],
  ["213", "农林水支出", "4.00", "4.00"],
];

describe("reads a table", () => {
  test.each<[string, readonly string[]]>([
    ["of tabs", PRINTED.map((row) => row.join("\t"))],
    ["of tabs whose last ones were stripped", PRINTED.map((row) => row.join("\t").trimEnd())],
    [
      "of tabs and quotation marks",
      PRINTED.map((row) => row.map((cell) => `"${cell}"`).join("\t")),
    ],
    ["of commas", PRINTED.map((row) => row.join(","))],
    [
      "of Markdown",
      [
        "| 编码 | 名称 | 合计 | 项目 |",
        "|---|:--:|---:|---|",
        "| | 合计 | 12.50 | 4.00 |",
        "| 208 | 社会保障支出 | 8.50 | |",
        "| 213 | 农林水支出 | 4.00 | 4.00 |",
      ],
    ],
    [
      "of Markdown without outer strokes",
      [
        "编码 | 名称 | 合计 | 项目",
        "--- | --- | --- | ---",
        " | 合计 | 12.50 | 4.00",
        "208 | 社会保障支出 | 8.50 | ",
        "213 | 农林水支出 | 4.00 | 4.00",
      ],
    ],
    [
      "of a terminal",
      [
        "+-----+--------------+-------+------+",
        "| 编码 | 名称        | 合计  | 项目 |",
        "+-----+--------------+-------+------+",
        "|     | 合计         | 12.50 | 4.00 |",
        "| 208 | 社会保障支出 |  8.50 |      |",
        "| 213 | 农林水支出   |  4.00 | 4.00 |",
        "+-----+--------------+-------+------+",
      ],
    ],
    [
      "of box characters, a rule under each row",
      [
        "┌────┬──────┬────┬────┐",
        "│编码│名称  │合计│项目│",
        "├────┼──────┼────┼────┤",
        "│    │合计  │12.50│4.00│",
        "├────┼──────┼────┼────┤",
        "│208 │社会保障支出│8.50│    │",
        "├────┼──────┼────┼────┤",
        "│213 │农林水支出│4.00│4.00│",
        "└────┴──────┴────┴────┘",
      ],
    ],
    [
      "of blanks, Chinese characters two columns wide",
      [
        "编码  名称          合计   项目",
        "      合计          12.50  4.00",
        "208   社会保障支出  8.50",
        "213   农林水支出    4.00   4.00",
      ],
    ],
    [
      "of blanks, every character one column wide, as of pdftotext",
      [
        "编码    名称         合计      项目",
        "      合计            12.50   4.00",
        "",
        "208   社会保障支出         8.50",
        "",
        "213   农林水支出          4.00   4.00",
      ],
    ],
    [
      "of HTML",
      [
        "部门支出总表<table><tr><td>编码</td><td>名称</td><td>合计</td><td>项目</td></tr>",
        "<tr><td></td><td>合计</td><td>12.50</td><td>4.00</td></tr>",
        "<tr><td>208</td><td>社会保障支出</td><td>8.50</td><td></td></tr>",
        "<tr><td>213</td><td>农林水支出</td><td>4.00</td><td>4.00</td></tr></table>",
      ],
    ],
  ])("%s", async (_, lines) => {
    const { value, findings } = await read("单位：万元", ...lines, "", "说明。");
    expect(tableIn(value.blocks)).toEqual(PRINTED);
    expect(value.blocks.at(-1)).toMatchObject({ type: "paragraph", text: "说明。" });
    expect(findings).toEqual([]);
  });

  test("of one cell a line, where no cell was left out", async () => {
    const rows = [
      ["名称", "合计", "项目"],
      ["合计", "12.50", "4.00"],
      ["社会保障支出", "8.50", "-"],
      ["农林水支出", "4.00", "4.00"],
    ];
    const { value } = await read("单位：万元", ...rows.flat());
    expect(tableIn(value.blocks)).toEqual(rows);
  });

  test("whose rows miss a stroke at a side", async () => {
    const { value } = await read(
      "| | 合计 | 项目 |",
      "| 甲 | 1.5 | |",
      "乙 | 2.5 | 3.5 |",
      "| 丙 | 4.5 | 5.5",
    );
    expect(tableIn(value.blocks)).toEqual([
      ["", "合计", "项目"],
      ["甲", "1.5", ""],
      ["乙", "2.5", "3.5"],
      ["丙", "4.5", "5.5"],
    ]);
  });

  test("whose header begins with a blank cell and no stroke", async () => {
    const { value } = await read(" | 合计 | 项目", "甲 | 1.5 | 2.5", "乙 | 3.5 | 4.5");
    expect(tableIn(value.blocks)[0]).toEqual(["", "合计", "项目"]);
  });

  test("whose cells have two lines between two rules", async () => {
    const { value } = await read(
      "|编码|名称|合计|",
      "+--+--+--+",
      "|208|社会保障|8.50|",
      "|   |和就业支出|    |",
      "+--+--+--+",
      "|213|农林水支出|4.00|",
      "+--+--+--+",
    );
    expect(tableIn(value.blocks)[1]).toEqual(["208", "社会保障\n和就业支出", "8.50"]);
  });
});

describe("says that a table lost its columns, and reads none", () => {
  test.each<[string, readonly string[]]>([
    [
      "cells below one another, blank ones dropped",
      [
        "编码",
        "名称",
        "合计",
        "项目",
        ...PRINTED.slice(1)
          .flat()
          .filter((cell) => cell !== ""),
      ],
    ],
    ["a table on one line", [PRINTED.flat().join(" ")]],
    [
      "columns pushed together",
      [
        "名称      合计    项目",
        "甲支出    12.50 4.00",
        "乙支出    8.50 1.00",
        "丙支出    4.00 3.00",
      ],
    ],
    [
      "a header that names fewer columns",
      [
        "名称    支出",
        "甲支出    12.50    4.00",
        "乙支出    8.50    1.00",
        "丙支出    4.00    3.00",
      ],
    ],
  ])("%s", async (_, lines) => {
    const { value, findings } = await read("单位：万元", ...lines, "说明。");
    expect(tableIn(value.blocks)).toEqual([]);
    expect(findings.map(({ rule }) => rule)).toEqual(["table_flattened"]);
  });
});

describe("is no table", () => {
  test.each<[string, readonly string[]]>([
    [
      "contents with pages behind tabs",
      ["第一部分 概况\t1", "第二部分 预算表\t3", "第三部分 说明\t12"],
    ],
    ["items with their numbers before tabs", ["1.\t主要职责", "2.\t机构设置"]],
    [
      "sentences with commas",
      [
        "一般公共预算12万元,基本支出8万元,项目支出4万元。",
        "比上年增加1万元,主要原因是人员增加,政策变化。",
      ],
    ],
    ["a signature at the right", ["        栖云县林业局", "        2024年1月1日"]],
    [
      "sentences with blanks around their figures, as of pdftotext",
      [
        "我校 2021 年收支总预算 490,808.40 万元，其中本年收",
        "入预算 390,140.45 万元，使用非财政拨款结余 18,953.73",
        "万元，上年结转 81,714.17 万元；本年支出预算 415,808.40",
      ],
    ],
    ["a list of duties", ["（一）拟订规划。", "（二）组织实施。", "（三）监督检查。"]],
  ])("%s", async (_, lines) => {
    const { value, findings } = await read(...lines);
    expect(value.blocks.every(({ type }) => type === "paragraph")).toBe(true);
    expect(findings).toEqual([]);
  });
});

test("Markdown's marks are no text", async () => {
  const { value } = await read("# 一、部门预算", "其中**基本支出**12万元。");
  expect(value.blocks).toMatchObject([
    { text: "一、部门预算", outlineLevel: 1 },
    { text: "其中基本支出12万元。" },
  ]);
});
