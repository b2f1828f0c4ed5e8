import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DocumentDataset, extract } from "../index.js";
import { printedTable } from "../normalizers/captions/printed-table.js";
import { kinds } from "../normalizers/forms/table-kinds.js";
import type { Block } from "../pipeline/model/document.js";
import { kindOfTable } from "../normalizers/forms/kind-of-table.js";
import type { TableReading } from "../pipeline/model/table-kind.js";
import { makeTable } from "./make-table.js";
import { sentencesOf } from "../pipeline/model/finding.js";

type Row = readonly string[];
interface Drawn {
  readonly header: Row;
  readonly body: readonly Row[];
}

const TITLE = "云溪县财政局2025年部门预算";
const LINES = ["一般公共预算支出表", "单位：万元"];
const NAMING = ["科目编码", "科目名称"];
const MONEY = ["合计", "基本支出", "项目支出", "人员经费", "公用经费"];
const NAMES = ["行政运行", "一般行政管理事务", "机关服务", "信息化建设"];

/** A form with some of its columns of money, and rows with some of their cells stated. */
const form: fc.Arbitrary<Drawn> = fc
  .shuffledSubarray(MONEY.slice(1), { minLength: 1 })
  .chain((others) => {
    const header = [...NAMING, "合计", ...others];
    const amount = fc.option(fc.integer({ min: 0, max: 10 ** 9 }), { freq: 4 }).map(printed);
    const row = fc
      .tuple(
        fc.integer({ min: 2_010_101, max: 2_300_399 }).map(String),
        fc.constantFrom(...NAMES),
        fc.array(amount, { minLength: others.length + 1, maxLength: others.length + 1 }),
      )
      .map(([code, name, amounts]) => [code, name, ...amounts]);
    return fc.array(row, { minLength: 1, maxLength: 8 }).map((body) => ({ header, body }));
  });

/** Hundredths as a table prints them; nothing for what is not stated. */
function printed(hundredths: number | null): string {
  return hundredths === null ? "" : (hundredths / 100).toFixed(2);
}

function read(rows: readonly Row[], lines: readonly string[] = LINES): TableReading {
  const table = makeTable(rows);
  const above = lines.map((text, i): Block => ({ type: "paragraph", text, at: at(i + 1) }));
  const found = printedTable({
    document: { blocks: [...above, table], pages: [], ignored: [] },
    block: above.length,
    table,
    number: 1,
    sections: [],
    context: { fiscalYear: 2025, stage: "budget", phase: "budget", scope: null },
  });
  const kind = kindOfTable(found, kinds).value;
  return kind?.read(found) ?? { ledger: [], findings: [] };
}

const at = (line: number) => ({ type: "line", line }) as const;

/** What an amount means, without where it stands. */
type Stated = Pick<DocumentDataset["amounts"][number], "code" | "label" | "measure" | "amount">;
function meanings(amounts: readonly Stated[] = []): readonly string[] {
  return amounts.map((a) => [a.code, a.label, a.measure, a.amount].join(" ")).toSorted();
}

function asText({ header, body }: Drawn): Uint8Array {
  const rows = [header, ...body].map((row) => `${row.map((cell) => `\t${cell}`).join("\n")}\n`);
  return Buffer.from([TITLE, ...LINES, ...rows, "\n"].join("\n"));
}

describe("the amounts of a form", () => {
  test("are as many as the cells that state one, each in yuan", () => {
    fc.assert(
      fc.property(form, ({ header, body }) => {
        const stated = body.flatMap((row) =>
          row.slice(NAMING.length).filter((text) => text !== ""),
        );
        expect(read([header, ...body]).amounts).toHaveLength(stated.length);
      }),
    );
  });

  test("do not depend on the order of its columns of money", () => {
    const ordered = form.chain((drawn) => {
      const columns = drawn.header.map((_, i) => i).slice(NAMING.length);
      const order = fc.shuffledSubarray(columns, { minLength: columns.length });
      return fc.tuple(fc.constant(drawn), order);
    });
    fc.assert(
      fc.property(ordered, ([{ header, body }, order]) => {
        const moved = [header, ...body].map((row) => [
          ...row.slice(0, NAMING.length),
          ...order.map((column) => row[column] ?? ""),
        ]);
        expect(meanings(read(moved).amounts)).toEqual(meanings(read([header, ...body]).amounts));
      }),
    );
  });

  test("are the same from a grid and from the text that Tika makes of it", async () => {
    await fc.assert(
      fc.asyncProperty(form, async (drawn) => {
        const { amounts } = await extract({ bytes: asText(drawn), fileName: "表.txt" });
        const { amounts: expected } = read([drawn.header, ...drawn.body]);
        expect(meanings(amounts)).toEqual(meanings(expected));
      }),
      { numRuns: 40 },
    );
  });

  test("only move down where blank rows and the unit stand over the header", () => {
    const corner = fc.array(fc.constantFrom("", "单位：万元"), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(form, corner, ({ header, body }, texts) => {
        const blank = header.map(() => "");
        const above = texts.map((text) => [...blank.slice(1), text]);
        const plain = read([header, ...body]).amounts ?? [];
        const moved = read([...above, header, ...body]).amounts;
        expect(moved).toEqual(plain.map((a) => ({ ...a, row: (a.row ?? 0) + texts.length })));
      }),
    );
  });
});

test("what the reading of a table doubts stands in the dataset, whatever is joined to it", async () => {
  const spoilt = fc.constantFrom("12.3.4", "约5", "１２x", "3..5");
  await fc.assert(
    fc.asyncProperty(form, spoilt, async ({ header, body }, text) => {
      const rows = body.map((row, i) => (i === 0 ? [...row.slice(0, -1), text] : row));
      const doubts = read([header, ...rows]).findings;
      const { findings } = await extract({ bytes: asText({ header, body: rows }), fileName: "表" });
      expect(doubts.length).toBeGreaterThan(0);
      for (const doubt of doubts) {
        const { rule, row, column } = doubt;
        const { en: message, zh: message_zh } = sentencesOf(doubt);
        const told = { rule, row, column, message, message_zh };
        expect(findings).toContainEqual(expect.objectContaining(told));
      }
    }),
    { numRuns: 40 },
  );
});
