import { describe, expect, test } from "vitest";
import { correctedBySums } from "../../../normalizers/ocr-correction/correct-by-sums.js";
import { correctedByColumn } from "../../../normalizers/ocr-correction/correct-by-column.js";
import type { Document } from "../../../pipeline/model/document.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { correctionsOf, readRecognized, recognizedDocument, type Seen } from "./make-recognized.js";

/** Reads as the program does, and counts how often. */
function reader() {
  const times = { read: 0 };
  const read = (document: Document): Reading => {
    times.read += 1;
    return readRecognized(document);
  };
  return { read, times };
}

const table = (...rows: readonly (readonly Seen[])[]) => ({
  rows: [["科目编码", "科目名称", "合计", "基本支出", "项目支出"], ...rows],
});
const CAPTION = "部门支出预算总表（2025年）";
const UNIT = "单位：万元";

function corrections(...rows: readonly (readonly Seen[])[]): readonly string[] {
  const document = recognizedDocument(CAPTION, UNIT, table(...rows));
  return correctionsOf(correctedBySums(correctedByColumn(document), reader().read).document);
}

const doubtful = (text: string, ...others: readonly string[]): Seen => [
  text,
  { confidence: 0.7, others },
];

describe("a doubtful amount", () => {
  test("gives way to the other reading that makes its row add up", () => {
    expect(
      corrections(["2010101", "行政运行", "30.00", doubtful("26.00", "20.00"), "10.00"]),
    ).toEqual(["26.00 → 20.00 (arithmetic)"]);
  });

  test("gives way to what its own crop was read as", () => {
    expect(
      corrections(["2010101", "行政运行", "30.00", ["26.00", { second: "20.00" }], "10.00"]),
    ).toEqual(["26.00 → 20.00 (arithmetic)"]);
  });

  test("stays where its row adds up", () => {
    expect(
      corrections(["2010101", "行政运行", "30.00", doubtful("20.00", "26.00"), "10.00"]),
    ).toEqual([]);
  });

  test("stays where no other reading makes the sum right: the issuer printed it so", () => {
    expect(
      corrections(["2010101", "行政运行", "31.00", doubtful("20.00", "26.00"), "10.00"]),
    ).toEqual([]);
  });

  test("stays where two amounts explain the same sum", () => {
    expect(
      corrections([
        "2010101",
        "行政运行",
        doubtful("36.00", "30.00"),
        doubtful("20.00", "26.00"),
        "10.00",
      ]),
    ).toEqual([]);
  });

  test("is the one of two that makes the column right as well", () => {
    expect(
      corrections(
        ["", "合计", "37.00", "27.00", "10.00"],
        [
          "201",
          "一般公共服务支出",
          doubtful("36.00", "30.00"),
          doubtful("20.00", "26.00"),
          "10.00",
        ],
        ["205", "教育支出", "7.00", "7.00", "0.00"],
      ),
    ).toEqual(["36.00 → 30.00 (arithmetic)"]);
  });

  test("that cannot be read is the reading that its sum lacks", () => {
    expect(
      corrections([
        "2010101",
        "行政运行",
        "30.00",
        ["2¥.00", { others: ["26.00", "20.00"] }],
        "10.00",
      ]),
    ).toEqual(["2¥.00 → 20.00 (arithmetic)"]);
  });
});

test("an amount that cannot be read stays where no sum holds with it, though one lacks as much", () => {
  expect(
    corrections(
      ["2010101", "行政运行", "30.00", "20.00", "0.00"],
      ["2010102", "一般行政管理事务", "—", "—", ["1¥.00", { others: ["10.00", "70.00"] }]],
    ),
  ).toEqual([]);
});

test("a sure contradiction stays", () => {
  expect(corrections(["2010101", "行政运行", "31.00", "20.00", "10.00"])).toEqual([]);
});

test("a figure of the prose gives way to the reading that its table has", () => {
  const document = recognizedDocument(
    "云溪县教育局2025年部门预算",
    "一、部门预算安排的总体情况",
    "2、支出说明",
    [
      "2025年支出预算总计为80.00万元。",
      { confidence: 0.6, others: ["2025年支出预算总计为30.00万元。"] },
    ],
    CAPTION,
    UNIT,
    table(
      ["", "合计", "30.00", "20.00", "10.00"],
      ["201", "一般公共服务支出", "30.00", "20.00", "10.00"],
    ),
  );
  expect(correctionsOf(correctedBySums(document, reader().read).document)).toEqual([
    "2025年支出预算总计为80.00万元。 → 2025年支出预算总计为30.00万元。 (arithmetic)",
  ]);
});

test("a document without contradictions is read once, one that was not recognized too", () => {
  const { read, times } = reader();
  const fine = recognizedDocument(
    CAPTION,
    UNIT,
    table(["2010101", "行政运行", "30.00", "20.00", "10.00"]),
  );
  correctedBySums(fine, read);
  expect(times.read).toBe(1);
});

test("contradictions without end are not tried without end", () => {
  const rows = Array.from({ length: 100 }, (_, i): readonly Seen[] => [
    String(2010100 + i),
    `事项${i}`,
    doubtful("36.00", "30.00"),
    doubtful("20.00", "26.00"),
    "10.00",
  ]);
  const { read, times } = reader();
  correctedBySums(recognizedDocument(CAPTION, UNIT, table(...rows)), read);
  expect(times.read).toBeLessThanOrEqual(42);
});
