import { describe, expect, test } from "vitest";
import { titleOf } from "../../../normalizers/identity/title.js";
import { printed, type Printed } from "../../make-document.js";

const HEADER = ["项目", "预算数", "备注"];
const SUMMARY = [["合计", "10", ""]];

describe("the title", () => {
  test.each<[string, readonly Printed[], string | null]>([
    [
      "two lines joined",
      ["某县民政局", "2020年部门预算信息公开"],
      "某县民政局2020年部门预算信息公开",
    ],
    [
      "the path of a page of the web left",
      ["首页/财政预决算/部门预算", "某县民政局2020年部门预算"],
      "某县民政局2020年部门预算",
    ],
    ["blanks dropped", ["某县民政局", " 2020 年部门预算"], "某县民政局2020年部门预算"],
    [
      "lines of a large type joined, those around it left",
      [
        ["某市十五届人大", 13],
        ["七次会议文件（19）", 13],
        ["关于某市2025年市本级预算和", 20],
        ["市总预算执行情况与2026年市本级预算和", 20],
        ["市总预算草案的报告（书面）", 20],
        ["——2026年2月6日在某市第十五届", 14],
        ["各位代表：", 14],
      ],
      "关于某市2025年市本级预算和市总预算执行情况与2026年市本级预算和市总预算草案的报告（书面）",
    ],
    [
      "a report's title over two lines of plain text",
      ["关于某市2025年预算执行情况", "和2026年预算草案的报告", "各位代表："],
      "关于某市2025年预算执行情况和2026年预算草案的报告",
    ],
    [
      "a cover whose issuer is larger",
      [
        ["某省人民检察院", 68],
        ["2018年部门预算", 50],
        ["目  录", 26],
      ],
      "某省人民检察院2018年部门预算",
    ],
    [
      "a cover whose issuer comes after a label",
      [
        ["上海市普陀区2025年区级部门预算", 36],
        ["预算主管部门：上海市普陀区财政局", 18],
      ],
      "上海市普陀区2025年区级部门预算",
    ],
    [
      "after the tables",
      [
        "收支总表",
        [HEADER, ...SUMMARY],
        "第一部分 某县民政局2023年部门预算信息公开情况说明",
        "某县民政局2023年部门预算信息公开情况说明",
      ],
      "某县民政局2023年部门预算信息公开情况说明",
    ],
    [
      "in the heading of the first part, where it stands nowhere else",
      ["收支总表", [HEADER, ...SUMMARY], "第一部分 某县民政局2023年部门预算信息公开情况说明"],
      "某县民政局2023年部门预算信息公开情况说明",
    ],
    [
      "of two lines that break behind the year",
      ["监督索引号5308", "某县水务局2021年度", "部门决算"],
      "某县水务局2021年度部门决算",
    ],
    [
      "of two lines that break within a word",
      ["某县办公厅2018年度部门", "预算公开"],
      "某县办公厅2018年度部门预算公开",
    ],
    [
      "of two lines that break within a name",
      ["某州2025年预算执行情况和2026年地", "方财政预算（草案）"],
      "某州2025年预算执行情况和2026年地方财政预算（草案）",
    ],
    [
      "of an issuer and what it is about",
      ["某县财政局", "关于2023年部门预算编制的说明"],
      "某县财政局关于2023年部门预算编制的说明",
    ],
    [
      "at the head of a text without line breaks",
      [
        `某县园林处 2022 年度决算公开说明 (目录) 第一部分 概况 ${"主要职能是公园绿地的养护。".repeat(10)}`,
      ],
      "某县园林处2022年度决算公开说明",
    ],
    [
      "not the name of a file over it",
      ["2022预算公开.pdf", "某县民政局2022年部门预算"],
      "某县民政局2022年部门预算",
    ],
    [
      "the name of a file where nothing else is",
      ["某县民政局2022年部门预算.docx", "略"],
      "某县民政局2022年部门预算",
    ],
    ["not a broken line of prose", ["2020年一般公共预算支出1317.5元,其中:基"], null],
    ["not the head of a column", ["二〇二四年决算数"], null],
    ["not the caption of a table", ["2023年部门收支预算总表", [HEADER, ...SUMMARY]], null],
    ["not a sentence", ["按照规定，现将2020年部门预算公开如下："], null],
    ["not a heading", ["一、2020年部门预算安排情况"], null],
    ["not a heading of a part alone", ["第一部分", "部门整体绩效目标"], null],
  ])("%s", (_, lines, title) => {
    expect(titleOf(printed(...lines))?.text ?? null).toBe(title);
  });
});
