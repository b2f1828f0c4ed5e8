import { describe, expect, test } from "vitest";
import { correctedByColumn } from "../../../normalizers/ocr-correction/correct-by-column.js";
import { printed } from "../../make-document.js";
import { correctionsOf, type Line, recognizedDocument, type Seen } from "./make-recognized.js";

const after = (...lines: readonly Line[]) =>
  correctionsOf(correctedByColumn(recognizedDocument(...lines)));

/** One cell in a column of amounts. */
const amongAmounts = (cell: Seen) =>
  after("支出预算总表", {
    rows: [
      ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
      ["2010101", "行政运行", "30.00", "20.00", "10.00"],
      ["2010102", "一般行政管理事务", cell, "5.00", "6.00"],
      ["2010104", "人大会议", "7.00", "7.00", "0.00"],
    ],
  });

describe("in a column of amounts", () => {
  test.each<readonly [string, Seen, readonly string[]]>([
    ["a letter o is a nought", "1o.5", ["1o.5 → 10.5 (sign)"]],
    ["a lone o is a nought", "o", ["o → 0 (sign)"]],
    ["letters between digits are digits", "l2,B4O.S0", ["l2,B4O.S0 → 12,840.50 (sign)"]],
    ["a full stop is a decimal point", "11。50", ["11。50 → 11.50 (sign)"]],
    ["a comma before two digits is a point", "1,411,50", ["1,411,50 → 1,411.50 (sign)"]],
    ["a dot between thousands is a comma", "1.411.50", ["1.411.50 → 1,411.50 (sign)"]],
    ["a flattened 一 is a dash", "一", ["一 → - (sign)"]],
    [
      "a number stays, whatever else it may be",
      ["11.00", { second: "17.00", confidence: 0.4 }],
      [],
    ],
    ["a dash stays", "—", []],
    ["a lone stroke is a 1 or a rule", "|", []],
    ["so is one beside a number", "|11.00", []],
    ["dirt beside a number is none of it", "11.00'", ["11.00' → 11.00 (sign)"]],
    ["what no confusion explains stays", "详见附表", []],
    [
      "what the second reading explains is that",
      ["1¥.00", { second: "11.00" }],
      ["1¥.00 → 11.00 (sign)"],
    ],
    ["two explanations are none", ["1o.00", { second: "16.00" }], []],
    [
      "the engine's own doubt explains what nothing else does",
      ["1¥.00", { others: ["1¥.0D", "11.00"] }],
      ["1¥.00 → 11.00 (sign)"],
    ],
  ])("%s", (_, cell, corrections) => {
    expect(amongAmounts(cell)).toEqual(corrections);
  });
});

const amongNames = (code: Seen, name: Seen) =>
  after("支出预算总表", {
    rows: [
      ["科目编码", "科目名称", "合计"],
      ["2010101", "行政运行", "30.00"],
      [code, name, "11.00"],
    ],
  });

describe("beside its code", () => {
  test.each<readonly [string, readonly [Seen, Seen], readonly string[]]>([
    [
      "a lost 一 is put back",
      ["2010102", "般行政管理事务"],
      ["般行政管理事务 → 一般行政管理事务 (lexicon)"],
    ],
    [
      "a flattened 一 too",
      ["2010102", ["-般行政管理事务", { confidence: 0.6 }]],
      ["-般行政管理事务 → 一般行政管理事务 (lexicon)"],
    ],
    [
      "a lost character is put back where it was doubted",
      ["2010104", ["人会议", { confidence: 0.7 }]],
      ["人会议 → 人大会议 (lexicon)"],
    ],
    ["a name printed otherwise without any doubt stays", ["2010104", "人大会仪"], []],
    ["a code has no letters", ["2O1O1O2", "一般行政管理事务"], ["2O1O1O2 → 2010102 (sign)"]],
    [
      "an unknown code is the one that has the name",
      [["2910104", { second: "2010104", confidence: 0.8 }], "人大会议"],
      ["2910104 → 2010104 (lexicon)"],
    ],
  ])("%s", (_, [code, name], corrections) => {
    expect(amongNames(code, name)).toEqual(corrections);
  });
});

const targets = (cells: readonly Seen[]) =>
  after("项目绩效目标表", {
    rows: [
      ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"],
      ...cells.map((cell, i): readonly Seen[] => [
        "产出指标",
        "数量指标",
        `指标${i}`,
        "描述",
        cell,
      ]),
    ],
  });

describe("among targets in one cell", () => {
  const signed = ["≥90%", "≥95%", "≤3天"];
  test.each<readonly [string, readonly Seen[], readonly string[]]>([
    ["S is ≤ where all targets have a sign", [...signed, "S95%"], ["S95% → ≤95% (sign)"]],
    ["S is nothing certain where none has", ["95%", "98%", "S5%"], []],
    ["之 is ≥", [...signed, "之80%"], ["之80% → ≥80% (sign)"]],
    ["letters after a sign are digits", [...signed, "≥9o%"], ["≥9o% → ≥90% (sign)"]],
    ["an odd per cent sign is one", [...signed, "≥9O﹪"], ["≥9O﹪ → ≥90% (sign)"]],
    ["a number stays even where it swallowed its sign", [...signed, "295%"], []],
    [
      "but its second reading shows the sign",
      [...signed, ["295%", { second: "≥95%" }]],
      ["295% → ≥95% (sign)"],
    ],
    ["≤S1 may be ≤51 or ≤1", [...signed, ["≤S1", { second: "≤1" }]], []],
    ["words stay", [...signed, "有效提升", "1年内持续发挥作用", "5日前", "高于上年", "≥上年"], []],
  ])("%s", (_, cells, corrections) => {
    expect(targets(cells)).toEqual(corrections);
  });
});

const inColumns = (symbol: Seen, value: Seen) =>
  after("项目绩效目标表", {
    rows: [
      ["一级指标", "二级指标", "三级指标", "符号", "值", "单位(文字描述)"],
      ["产出指标", "数量指标", "人数", "≥", "20", "人"],
      ["产出指标", "质量指标", "合格率", symbol, value, "%"],
    ],
  });

describe("among targets in columns", () => {
  test.each<readonly [string, readonly [Seen, Seen], readonly string[]]>([
    ["S is ≤", ["S", "1"], ["S → ≤ (sign)"]],
    ["a digit is no sign", ["2", "1"], ["2 → ≥ (sign)"]],
    ["a flattened = is one", [">一", "1"], [">一 → >= (sign)"]],
    ["《 may be ≤ or <", ["《", "1"], []],
    ["a sign that was read lying is that of its column", ["vi", "1"], ["vi → ≥ (sign)"]],
    ["or a y", ["Y", "1"], ["Y → ≥ (sign)"]],
    ["dirt beside a word is left out", [":文字描述", "1"], [":文字描述 → 文字描述 (sign)"]],
    ["> stays", [[">", { second: "≥" }], "1"], []],
    ["o is 0", ["≥", "1oo"], ["1oo → 100 (sign)"]],
  ])("%s", (_, [symbol, value], corrections) => {
    expect(inColumns(symbol, value)).toEqual(corrections);
  });
});

test("a header torn by dirt is put right", () => {
  expect(
    after("绩效目标表", {
      rows: [
        ["-\n-级指标", "二级指标", "三级指标"],
        ["产出指标", "数量指标", "人数"],
      ],
    }),
  ).toEqual(["-\n-级指标 → 一级指标 (lexicon)"]);
});

test("labels of the forms are put right, headers first", () => {
  expect(
    after("绩效目标表", {
      rows: [
        ["级指标", "二级指标", "三级指标", "符号", "值"],
        ["产出指标", ["数量指杯", { confidence: 0.8 }], "人数", "S", "20"],
        ["效益指标", "可持续影响指", "年限", "≥", "3"],
      ],
    }),
  ).toEqual([
    "级指标 → 一级指标 (lexicon)",
    "数量指杯 → 数量指标 (lexicon)",
    "S → ≤ (sign)",
    "可持续影响指 → 可持续影响指标 (lexicon)",
  ]);
});

test("a second reading that is an official word comes before what a confusion makes of the first", () => {
  expect(
    after("收支总表", {
      rows: [
        ["项目", "预算数"],
        [["、政府性基金", { second: "二、政府性基金" }], "1.00"],
      ],
    }),
  ).toEqual(["、政府性基金 → 二、政府性基金 (lexicon)"]);
});

test("phrases that Chinese leaves no other reading for are mended in prose and captions", () => {
  expect(
    after(
      "第-部分 部门概况",
      "-、部门职责",
      "般公共预算支出表",
      "单位：方元",
      "收入12.5方元，支出3.1万无。",
      "公务接待费〇万元，二〇万元。",
      "2031年一-般公共预算支出表",
      "八。政府采购情况",
    ),
  ).toEqual([
    "第-部分 部门概况 → 第一部分 部门概况 (lexicon)",
    "-、部门职责 → 一、部门职责 (lexicon)",
    "般公共预算支出表 → 一般公共预算支出表 (lexicon)",
    "单位：方元 → 单位：万元 (lexicon)",
    "收入12.5方元，支出3.1万无。 → 收入12.5万元，支出3.1万元。 (lexicon)",
    "公务接待费〇万元，二〇万元。 → 公务接待费0万元，二〇万元。 (lexicon)",
    "2031年一-般公共预算支出表 → 2031年一般公共预算支出表 (lexicon)",
    "八。政府采购情况 → 八、政府采购情况 (lexicon)",
  ]);
});

test("settling twice changes nothing more", () => {
  const once = correctedByColumn(
    recognizedDocument("支出预算总表", {
      rows: [
        ["项目", "预算数"],
        ["办公费", "1o.5"],
        ["水费", "3"],
      ],
    }),
  );
  expect(correctedByColumn(once)).toEqual(once);
});

test("a document that was not recognized is left as it is", () => {
  const document = printed("般公共预算支出表", [
    ["项目", "预算数"],
    ["办公费", "1o.5"],
  ]);
  expect(correctedByColumn(document)).toBe(document);
});

/** One code of a project among those of other sheets. */
const amongCodes = (code: Seen, others: readonly string[]) =>
  after(
    ...[...others, code].map((each) => ({
      rows: [
        ["项目编码", each, "项目名称", "河堤加固"],
        ["预算规模", "1.00", "资金用途", "河堤加固"],
      ],
    })),
  );

const OF_DIGITS = ["440000210070000001234", "440000210070000005678", "440000200090000002468"];
const OF_PARTS = [
  "107-0201-JZN-MAHP",
  "107-0202-JZN-GV99",
  "107-0204-JSN-QCTG",
  "107-0801-JBN-UKBW",
  "107-1101-JBN-C2NM",
  "107-0702-JBN-HFMR",
  "107-0703-JBN-7XQ2",
];

interface Code {
  readonly code: Seen;
  readonly others: readonly string[];
}

describe("the code of a project", () => {
  test.each<readonly [string, Code, readonly string[]]>([
    [
      "of another length is what the second reading says",
      { code: ["44000021007000000139", { second: "440000210070000001399" }], others: OF_DIGITS },
      ["44000021007000000139 → 440000210070000001399 (sign)"],
    ],
    [
      "with a letter among digits too",
      { code: ["44OOOO210070000001399", { second: "440000210070000001399" }], others: OF_DIGITS },
      ["44OOOO210070000001399 → 440000210070000001399 (sign)"],
    ],
    [
      "is not made up where no reading fits",
      { code: "44OOOO210070000001399", others: OF_DIGITS },
      [],
    ],
    [
      "stays where the second reading fits no better",
      { code: ["44OOOO210070000001399", { second: "44000210070000001399" }], others: OF_DIGITS },
      [],
    ],
    [
      "stays where it fits, whatever the second reading",
      { code: ["440000210070000001399", { second: "440000210070000001398" }], others: OF_DIGITS },
      [],
    ],
    [
      "stays where too few others show a shape",
      {
        code: ["44OOOO210070000001399", { second: "440000210070000001399" }],
        others: OF_DIGITS.slice(1),
      },
      [],
    ],
    [
      "has digits, letters and hyphens where the others have them",
      { code: ["107-O703-JBN-4WZE", { second: "107-0703-JBN-4WZE" }], others: OF_PARTS },
      ["107-O703-JBN-4WZE → 107-0703-JBN-4WZE (sign)"],
    ],
    [
      "may end in digits or letters as the others do",
      { code: ["107-0703-JBN-0000", { second: "107-0703-JBN-OOOO" }], others: OF_PARTS },
      [],
    ],
  ])("%s", (_, { code, others }, corrections) => {
    expect(amongCodes(code, others)).toEqual(corrections);
  });
});
