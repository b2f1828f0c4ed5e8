import { expect, test } from "vitest";
import { checks } from "../../../../normalizers/checks.js";
import { correctedBySums } from "../../../../normalizers/ocr-correction/correct-by-sums.js";
import { correctedByColumn } from "../../../../normalizers/ocr-correction/correct-by-column.js";
import { runChecks } from "../../../../pipeline/model/check.js";
import type { Document } from "../../../../pipeline/model/document.js";
import { printed } from "../../../make-document.js";
import {
  type Line,
  readRecognized,
  recognizedDocument,
  type Seen,
} from "../../ocr-correction/make-recognized.js";

const recognitionChecks = checks.filter(({ rule }) => rule.id.startsWith("recognition_"));

const checked = (document: Document) =>
  runChecks(correctedBySums(correctedByColumn(document), readRecognized), recognitionChecks);

/** Each finding: its rule, weight, place and sides. */
const findings = (...lines: readonly Line[]): readonly string[] =>
  checked(recognizedDocument(...lines)).findings.map(
    ({ rule, severity, table_no, row, column, actual, expected }) =>
      `${rule.replace("recognition_", "")} ${severity} ${table_no ?? "prose"}:${row ?? ""}:${column ?? ""} ${actual ?? ""}${expected === undefined ? "" : ` → ${expected}`}`,
  );

const CAPTION = "部门支出预算总表（2025年）";
const UNIT = "单位：万元";
const HEADER: readonly Seen[] = ["科目编码", "科目名称", "合计", "基本支出", "项目支出"];
const amounts = (...rows: readonly (readonly Seen[])[]) =>
  findings(CAPTION, UNIT, { rows: [HEADER, ...rows] });

test("what is read surely and alike is not doubted", () => {
  expect(amounts(["2010101", "行政运行", "30.00", "20.00", "10.00"])).toEqual([]);
});

test("a correction is told with both readings, by its sign, its sum, its official name", () => {
  expect(
    amounts(
      ["2010101", "行政运行", "3O.00", ["26.00", { confidence: 0.6, others: ["20.00"] }], "10.00"],
      ["2010102", "般行政管理事务", "7.00", "7.00", "0.00"],
    ),
  ).toEqual([
    "corrected info 1:1:2 3O.00 → 30.00",
    "corrected info 1:1:3 26.00 → 20.00",
    "corrected info 1:2:1 般行政管理事务 → 一般行政管理事务",
  ]);
});

test("a correction that no sum confirms is a warning", () => {
  expect(amounts(["2010101", "行政运行", "3O.00", "21.00", "10.00"])).toEqual([
    "corrected warning 1:1:2 3O.00 → 30.00",
  ]);
});

test("two readings that differ are told; a sum that holds makes it a note", () => {
  expect(
    amounts(
      ["2010101", "行政运行", "31.00", ["20.00", { second: "20.08" }], "10.00"],
      ["2010104", "人大会议", "30.00", ["20.00", { second: "20.08" }], "10.00"],
    ),
  ).toEqual(["differs warning 1:1:3 20.00 → 20.08", "differs info 1:2:3 20.00 → 20.08"]);
});

test("readings that mean the same do not differ", () => {
  expect(
    amounts(["2010101", "行政运行", "3,000.00", ["２，０００.０", { second: "2,000.00" }], "1000"]),
  ).toEqual([]);
});

test("a value read unsurely is doubted, unless a sum confirms it; a name is, unless it is official", () => {
  const unsure = { confidence: 0.5, others: ["28.00"] };
  expect(
    amounts(
      ["2010101", ["行政运行", unsure], "31.00", ["20.00", unsure], "10.00"],
      ["2010104", "人大会议", "30.00", ["20.00", unsure], "10.00"],
      [["2010105", { confidence: 0.5 }], ["县城立法研究", unsure], "30.00", "20.00", "10.00"],
    ),
  ).toEqual([
    "doubtful warning 1:1:3 20.00",
    "doubtful warning 1:3:0 2010105",
    "doubtful info 1:3:1 县城立法研究",
  ]);
});

test("a value is doubted sooner where its sum fails with it", () => {
  const nearly = { confidence: 0.95 };
  expect(
    amounts(
      ["2010101", "行政运行", "31.00", ["20.00", nearly], "10.00"],
      ["2010104", "人大会议", "30.00", ["20.00", nearly], "10.00"],
    ),
  ).toEqual(["doubtful warning 1:1:3 20.00"]);
});

test("an amount is doubted, however surely it was read, where its row and its column fail", () => {
  expect(
    amounts(
      ["", "合计", "37.00", "27.00", "10.00"],
      ["201", "一般公共服务支出", "30.00", "26.00", "10.00"],
      ["205", "教育支出", "7.00", "7.00", "0.00"],
    ),
  ).toEqual(["doubtful warning 1:2:3 26.00"]);
});

test("what its column cannot hold is improbable where nothing explains it", () => {
  expect(
    amounts(
      ["2010101", "行政运行", "30.00", "2¥.00", "10.00"],
      ["2010104", "人大会议", "30.00", "20.00", "10.00"],
    ),
  ).toEqual(["improbable warning 1:1:3 2¥.00"]);
});

const indicator = (target: Seen): readonly Seen[] => [
  "产出指标",
  "数量指标",
  "人数",
  "描述",
  target,
];

test("numbers whose separators alone were misread are told once a table", () => {
  expect(
    amounts(
      ["2010101", "行政运行", "3.000.00", ["2,000.00", { second: "2.000.00" }], "1.000.00"],
      [
        "2010104",
        "人大会议",
        "3,001.00",
        ["2,000.00", { confidence: 0.5, others: ["2.000.00"] }],
        "1",
      ],
    ),
  ).toEqual(["corrected info 1:: 3.000.00 → 3,000.00"]);
});

test("amounts of several rows in one cell are improbable, in a table of any kind", () => {
  expect(
    findings("附表", {
      rows: [
        ["甲", "乙"],
        ["办公费", "20,000.00\n9,500.00"],
        ["水费", "1.00"],
      ],
    }),
  ).toEqual(["improbable warning 1:1:1 20,000.009,500.00"]);
});

test("an amount with other decimals than its column is improbable", () => {
  const rows = ["1,100.00", "1,200.00", "1,300.00", "1,400.00", "1,500.00", "1,600.00", "1,700.00"];
  const more = ["1,800.00", "1,900.00", "2,000.00", "1.411", "0", "123456", "1,000.50"];
  expect(
    findings("支出表", UNIT, {
      rows: [
        ["科目名称", "预算数"],
        ...[...rows, ...more, ...rows, ...rows].map((text) => ["办公费", text]),
      ],
    }),
  ).toEqual(["improbable warning 1:11:1 1.411", "improbable warning 1:13:1 123456"]);
});

/** A list of projects by their codes. */
const projects = (...codes: readonly Seen[]) =>
  findings("项目支出表", UNIT, {
    rows: [["项目编码", "项目名称", "预算数"], ...codes.map((code) => [code, "河堤加固", "1.00"])],
  });

test("a code of another shape than the others is improbable, and the shape is told", () => {
  const unsure = { confidence: 0.6 };
  expect(
    projects(
      "130304213GE6ZZN52GTVM",
      "13030421BTMLPQ5G6TVQ1",
      "13030421GGEYCGPEPRXI0",
      "13030421HVD25B3GOGZ2P",
      "13030421NQ7QET9MS5RE1",
      "13030421QCZ0HWPX2RAO1",
      "1303O421UKBW4QG5TLNR2",
      ["13030421ZK77WQ3BH9XR", { second: "13030421ZK77WQ3BH9X" }],
      ["13030421ZZN52GTVMK4HR", unsure],
    ),
  ).toEqual([
    String.raw`improbable warning 1:7:0 1303O421UKBW4QG5TLNR2 → 130304\d{2}[0-9A-Z]{13}`,
    String.raw`improbable warning 1:8:0 13030421ZK77WQ3BH9XR → \d{4}[0-9A-Z]\d{3}[0-9A-Z]{13}`,
    "doubtful warning 1:9:0 13030421ZZN52GTVMK4HR",
  ]);
});

test("codes of several lengths and kinds are each judged by their like", () => {
  expect(
    projects(
      "P21220302-0006",
      "P21220302-0007",
      "P21220303-0001",
      "P21220304-0004",
      "PROJ220322434006-00000003",
      "PROJ220323333001-00000024",
      "P202200-0003",
      "P182200-0023",
      "P202200-0009",
      "XM-01-2021",
    ),
  ).toEqual([]);
});

test("targets: a sign put right, a sign swallowed, an unsure number, words left alone", () => {
  expect(
    findings("项目绩效目标表", {
      rows: [
        ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"],
        ...["≥90%", "≥91%", "≤3天", "≥92%", "≥93%"].map(indicator),
        indicator("S95%"),
        indicator("295%"),
        indicator(["≥96%", { confidence: 0.6 }]),
        indicator("有效提升"),
      ],
    }),
  ).toEqual([
    "corrected warning 1:6:4 S95% → ≤95%",
    "improbable warning 1:7:4 295%",
    "doubtful warning 1:8:4 ≥96%",
  ]);
});

test("prose is doubted where an amount of it may be another", () => {
  const others = [
    "收入共计80.00万元，比上年增加2.00万元。",
    "收人共计30.00万元，比上年增加2.00万元。",
  ];
  expect(
    findings(
      "一、部门预算安排的总体情况",
      ["收入共计30.00万元，比上年增加2.00万元。", { confidence: 0.6, others }],
      [
        "由于物价上涨，支出增加5.00万元。",
        { confidence: 0.2, others: ["由于物价上张，支出增加5.00万元。"] },
      ],
    ),
  ).toEqual(["doubtful warning prose:: 30.00万元"]);
});

const stated = (amount: string) =>
  `据统计，本单位二〇二五年度全年收入预算总计_${amount}_万元，与上年相比没有增加，也没有减少。`;

test("words of prose put right are told, long ones where they differ, and their amounts are doubted all the same", () => {
  expect(
    findings("一、部门预算安排的总体情况", [
      stated("21,955.35"),
      { confidence: 0.6, others: [stated("21,955.36")] },
    ]),
  ).toEqual([
    "corrected info prose:: …全年收入预算总计_21,955.35_万元，与上年相比… → …全年收入预算总计21,955.35万元，与上年相比…",
    "doubtful warning prose:: 21,955.35万元",
  ]);
});

test("lines under figures are told once for all prose, a word by itself", () => {
  expect(
    findings(
      "一、部门预算安排的总体情况",
      "收入_12.00_万元。",
      "支出_11.00万元。",
      "般公共预算支出11.00万元。",
    ),
  ).toEqual([
    "corrected info prose:: 般公共预算支出11.00万元。 → 一般公共预算支出11.00万元。",
    "corrected info prose:: 收入_12.00_万元。 → 收入12.00万元。",
  ]);
});

test("other separators, lines under a figure and other words make no doubt of prose", () => {
  const others = [
    "收入预算_3.958.98万元，增长22%。",
    "收入预算3,958.98_万元，增长22%。",
    "收人预算3,958.98万元，增长22%。",
  ];
  expect(
    findings("一、部门预算安排的总体情况", [
      "收入预算3,958.98万元，增长22%。",
      { confidence: 0.6, others },
    ]),
  ).toEqual([]);
});

test("a document that was not recognized passes none of these checks", () => {
  const { findings: found, coverage } = checked(
    printed(CAPTION, UNIT, [
      ["项目", "预算数"],
      ["办公费", "1o.5"],
    ]),
  );
  expect(found).toEqual([]);
  expect(coverage.map(({ outcome, reason }) => `${outcome}: ${reason?.en ?? ""}`)).toEqual(
    Array(4).fill("not_run: no text was read from a picture"),
  );
});
