import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvHeader, csvRows } from "../../../../pipeline/dataset/compile/csv.js";
import { FAMILIES, RECORD_FILES, columnsOf } from "../../../../pipeline/model/records/registry.js";
import type { DatasetRecord } from "../../../../pipeline/model/records/registry.js";
import { dataset } from "../make-dataset.js";
import { parseCsv } from "../parse-csv.js";

type Section = DatasetRecord<"sections">;

const text = fc.string({ unit: "binary", minLength: 1 });
const awkward = fc.constantFrom('"', ",", "\n", "\r", "\r\n", " 预算 ", "=1+1", "\uFEFF", "，");
const anyText = fc.oneof(
  text,
  awkward,
  fc.tuple(text, awkward).map(([a, b]) => a + b),
);
const sections: fc.Arbitrary<Section> = fc.record({
  document_id: fc.constant("00112233445566ff"),
  section_no: fc.integer({ min: 1 }),
  parent_no: fc.option(fc.nat()),
  level: fc.integer({ min: 1, max: 9 }),
  ordinal: fc.option(anyText),
  title: anyText,
  kind: fc.constantFrom("duties", "other"),
  page: fc.option(fc.nat()),
});

describe("csvRows", () => {
  test("what is printed reads back as it was", () => {
    fc.assert(
      fc.property(fc.array(sections), (records) => {
        const printed = records.map((record) =>
          Object.values(FAMILIES.sections.record.parse(record)).map(printedAs),
        );
        expect(parseCsv(csvRows("sections", records))).toEqual(printed);
      }),
    );
  });

  test("the order of a record's keys does not matter", () => {
    const { sections: usual } = dataset("a");
    const turned = usual.map(({ document_id, ...rest }) => ({ ...rest, document_id }));
    expect(csvRows("sections", turned)).toBe(csvRows("sections", usual));
  });

  test("booleans are words, what is not stated is empty, lines end in LF", () => {
    const rows = csvRows("documents", [dataset("a").document]);
    const [row] = parseCsv(rows);
    expect(row?.[columnsOf("documents").indexOf("ocr")]).toBe("false");
    expect(row?.[columnsOf("documents").indexOf("error_code")]).toBe("");
    expect(rows.endsWith("\n") && !rows.includes("\r")).toBe(true);
  });

  test("no record gives no line", () => {
    expect(csvRows("amounts", [])).toBe("");
  });
});

test.each(RECORD_FILES)(
  "%s.csv begins with the document and has the columns of its schema",
  (file) => {
    const [header] = parseCsv(csvHeader(file));
    expect(header).toEqual(Object.keys(FAMILIES[file].record.shape));
    expect(header?.[0]).toBe("document_id");
  },
);

function printedAs(value: string | number | null): string {
  return value === null ? "" : String(value);
}
