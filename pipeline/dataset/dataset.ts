/** One document's JSON: its rows of every CSV file, the grids they were read from, and what was left over. */
import * as z from "zod";
import { FAMILIES, READ_FILES } from "../model/records/registry.js";
import type { ReadFile } from "../model/records/registry.js";
import { objectOf } from "../model/object-of.js";

/** The version of this form. A file that says otherwise is not read. */
export const SCHEMA = "gongkai/document/6";

const { documents, origins, sections, tables, findings } = FAMILIES;

const count = z.int().nonnegative();

const limits = z.strictObject({
  seconds: z.number().positive().describe("The longest that reading a document may take."),
  megabytes: z.int().positive().describe("The most memory that reading a document may take."),
});

/** What reading one document may cost. */
export type Limits = z.infer<typeof limits>;

const ocrUse = z.strictObject({
  mode: z
    .enum(["auto", "always", "never"])
    .describe("When pages are read by OCR: those without a usable text layer, all, or none."),
  engine: z
    .string()
    .min(1)
    .nullable()
    .describe(
      "What recognized pages, with the digest and the name of its models where they are not those of the program; `none` where there were such pages and no engine worked; null where no page was to be read so.",
    ),
});

/** How pictures of pages were read, as far as a result depends on it. */
export type OcrUse = z.infer<typeof ocrUse>;

const madeBy = z
  .strictObject({
    version: z.string().min(1),
    limits: limits
      .nullable()
      .describe(
        "The limits of the run, where the document exceeded one; else they change nothing.",
      ),
    ocr: ocrUse
      .nullable()
      .describe("How pages were to be read by OCR; null where the document has none to read so."),
    pdf_engine: z
      .string()
      .optional()
      .describe(
        "The library that read the PDF, behind a + the one that verified it; given for PDFs, and where none could be read.",
      ),
    corrections: z
      .string()
      .optional()
      .describe("A digest of the corrections of readers that were applied, where there are any."),
    beside: z
      .literal(true)
      .optional()
      .describe(
        "Files beside it were looked for, such as pictures of a page: the next run reads it again.",
      ),
  })
  .describe("The program and options that this result depends on.");

/** The options that a result depends on. */
export type MadeWith = Omit<z.infer<typeof madeBy>, "version">;

const place = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("page"),
    page: z.int().positive(),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .readonly()
      .describe(
        "Left, top, right, bottom in points, from the top left of the page as a reader sees it.",
      ),
  }),
  z.strictObject({ type: z.literal("flow"), path: z.string().min(1) }),
  z.strictObject({ type: z.literal("line"), line: z.int().positive() }),
  z.strictObject({ type: z.literal("sheet"), sheet: z.string(), cell: z.string().min(2) }),
]);

const recognized = z
  .strictObject({
    confidence: z.number().min(0).max(1).describe("That of its least sure character."),
    others: z
      .array(z.string())
      .readonly()
      .describe("The whole text as it may be read otherwise, the likeliest first."),
    second: z.string().optional().describe("A second reading of the same place, where it differs."),
    unread: z
      .array(z.string())
      .readonly()
      .optional()
      .describe(
        "For each character that was not read (\ufffd) those that it may be, likeliest first.",
      ),
    corrected: z
      .strictObject({ from: z.string(), by: z.enum(["sign", "lexicon", "arithmetic"]) })
      .optional()
      .describe("What was read, where something else was put in its place."),
  })
  .optional()
  .describe("Given where the text was read from a picture.");

const cell = z.strictObject({
  row: count,
  column: count,
  rowSpan: z.int().positive(),
  columnSpan: z.int().positive(),
  text: z.string(),
  at: place,
  recognized,
  corrected: z
    .string()
    .optional()
    .describe("What was read there, where a reader put something else in its place."),
  indent: z
    .number()
    .optional()
    .describe("How far words begin from the left edge of their column in points, on pages."),
});

const cellUse = z.strictObject({
  row: count,
  column: count,
  use: z.enum(["used", "ignored", "reported"]),
  reason: z.string().optional(),
});

/** What a table has for each of its cells. */
export const tableCells = z.object({
  cells: z.array(cell).describe("The grid as printed: merged cells once, with their spans."),
  ledger: z
    .array(cellUse)
    .describe("What became of each printed cell; empty where the table is of no known kind."),
});

const table = tables.record.extend({
  header: z
    .array(z.strictObject({ column: count, path: z.array(z.string()).readonly() }))
    .describe("The leaf columns, each with the header texts above it, outermost first."),
  ...tableCells.shape,
});

const related = z.strictObject({
  name: z.string().describe("What stands there, as the facts call it."),
  ...findings.record.pick({
    table_no: true,
    section_no: true,
    row: true,
    column: true,
    page: true,
  }).shape,
});

const finding = findings.record.extend({
  facts: z
    .record(z.string(), z.json())
    .describe(
      "What the sentences are made of. Amounts are exact strings: `amount` in yuan, `text` in the unit that is printed.",
    ),
  related: z
    .array(related)
    .describe("Other places that it speaks of: addends, the other side of a contradiction."),
});

const coverage = z.strictObject({
  rule: z.string().min(1),
  outcome: z.enum(["passed", "failed", "not_run"]),
  compared: count,
  findings: count,
  reason: z.string().optional().describe("Why it was not run."),
  reason_zh: z.string().optional().describe("The same in Chinese."),
});

const cellCount = z
  .strictObject({
    printed: count,
    used: count,
    ignored: count,
    reported: count,
    not_understood: count.describe("Printed in tables of no known kind."),
  })
  .describe("Cells with text in all tables, and what became of them.");

const paragraph = z.strictObject({
  text: z.string(),
  section_no: z.int().positive().nullable(),
  contents: z.literal(true).optional(),
  at: place,
  recognized,
});

const link = z.strictObject({
  name: z.string().describe("What the page calls it."),
  address: z.string().min(1).describe("Its address; whole where the page says its own."),
});

const page = z.strictObject({
  number: z.int().positive(),
  width: z.number().nonnegative().describe("In points, as the page was read."),
  height: z.number().nonnegative(),
  turned: z
    .strictObject({ quarters: z.int().min(0).max(3), degrees: z.number() })
    .optional()
    .describe(
      "Given where the page did not stand upright: by how many quarters it was turned clockwise, and then by how many degrees counterclockwise around its middle.",
    ),
});

const leftOut = z.strictObject({ text: z.string(), reason: z.string().min(1), at: place });

type Lists = { readonly [F in ReadFile]: (typeof FAMILIES)[F]["list"] };
/** The families as their types are looked up file by file. */
const listed: { readonly [F in ReadFile]: { readonly list: Lists[F] } } = FAMILIES;

/** The schema of `documents/<document_id>.json`. */
export const documentDataset = z.strictObject({
  schema: z.literal(SCHEMA),
  made_by: madeBy,
  document: documents.record,
  origins: z
    .array(origins.record)
    .min(1)
    .describe("Where its bytes were found: a row of origins.csv each."),
  cells: cellCount,
  coverage: z.array(coverage).describe("Each check: passed, failed, or not run and why."),
  findings: z.array(finding),
  sections: z.array(sections.record),
  tables: z.array(table),
  ...objectOf<Lists>(READ_FILES, (file) => listed[file].list),
  prose: z.array(paragraph).describe("Every paragraph that is no heading."),
  files: z
    .array(link)
    .readonly()
    .optional()
    .describe("The files that a web page leads to; given where it leads to any."),
  pages: z
    .array(page)
    .readonly()
    .optional()
    .describe("The pages, where the format has any: what places on them are measured in."),
  ignored: z.array(leftOut).describe("Printed but no content: running headers, page numbers."),
});

/** The first lines of that file: who made it, and of what. */
export const documentHead = z.object(
  documentDataset.pick({ schema: true, made_by: true, document: true, origins: true }).shape,
);

export type DocumentHead = z.infer<typeof documentHead>;

/** Everything known of one document. */
export type DocumentDataset = z.infer<typeof documentDataset>;
