import { expect, test } from "vitest";
import { readFile } from "node:fs/promises";
import type { Amount, DocumentDataset } from "../../../inspector/model/dataset.js";
import { statementsOf } from "../../../inspector/model/statements.js";
import { agreesWithin, stepOf } from "../../../inspector/shared/numbers.js";
import { extract } from "../../../index.js";

/** A document with the form that all have. */
const read = extract({
  fileName: "source.txt",
  bytes: await readFile("samples/contradictions-2023/source.txt"),
});

/** An item of a table of spending by function, with 合计 of its column. */
interface Of {
  readonly table?: number;
  readonly kind?: Amount["table_kind"];
  readonly total?: string;
  readonly told?: Partial<Amount>;
}

function rowsOf(base: Amount, { table = 1, kind, total = "900", told = {} }: Of): Amount[] {
  const item: Amount = {
    ...base,
    table_no: table,
    table_kind: kind ?? (table === 1 ? "budget_expenditure" : "budget_general_public"),
    row: 2,
    column: 1,
    label: "教育支出",
    code: "205",
    classification: "function",
    concept: null,
    row_role: "item",
    measure: "total",
    unit_raw: "元",
    amount: "100",
    raw: "100",
    ...told,
  };
  const whole = { ...item, row: 1, label: "合计", code: null, row_role: "total" } as const;
  const raw = item.unit_raw === "万元" ? total.replace(/0000$/u, "") : total;
  return [item, { ...whole, amount: total, raw, concept: null }];
}

async function statedBy(one: Of, ...others: readonly Of[]): Promise<readonly string[]> {
  const dataset = await read;
  const base = dataset.amounts[0];
  const table = dataset.tables[0];
  if (base === undefined || table === undefined) throw new Error("the sample has no amounts");
  const all = [one, ...others.map((other) => ({ table: 2, ...other }))];
  const amounts = all.flatMap((each) => rowsOf(base, each));
  const [first] = amounts;
  const tables = [...new Set(amounts.map(({ table_no }) => table_no))].map((table_no) => ({
    ...table,
    table_no,
    kind: amounts.find((each) => each.table_no === table_no)?.table_kind ?? table.kind,
    fiscal_year: 2023,
  }));
  const of: DocumentDataset = { ...dataset, amounts, tables, figures: [] };
  return first === undefined
    ? []
    : statementsOf(of, first).map((each) => `${each.table} ${each.agrees ? "✓" : "✗"}`);
}

test.each<{ what: string; one?: Of; other: Of; stated: readonly string[] }>([
  { what: "the same code of the same whole", other: {}, stated: ["2 ✓"] },
  { what: "another amount of it", other: { told: { amount: "90", raw: "90" } }, stated: ["2 ✗"] },
  { what: "a part of the whole", other: { total: "700", told: { amount: "90" } }, stated: [] },
  { what: "another phase", other: { told: { phase: "previous", amount: "90" } }, stated: [] },
  { what: "another account", other: { told: { account: "government_fund" } }, stated: [] },
  { what: "another level of government", other: { told: { coverage: "own" } }, stated: [] },
  { what: "another region", other: { told: { region_name: "澄湾县" } }, stated: [] },
  { what: "another year", other: { told: { fiscal_year: 2022 } }, stated: [] },
  { what: "its year said of the amount", other: { told: { fiscal_year: 2023 } }, stated: ["2 ✓"] },
  { what: "a code of another list", other: { told: { classification: "economic" } }, stated: [] },
  {
    what: "another table of its kind with another amount",
    other: { kind: "budget_expenditure", told: { amount: "90" } },
    stated: [],
  },
  {
    what: "one concept in tables of other wholes and columns",
    one: { told: { concept: "expenditure_basic" } },
    other: { total: "700", told: { concept: "expenditure_basic", code: null, measure: "basic" } },
    stated: ["2 ✓"],
  },
  {
    what: "another concept",
    one: { told: { concept: "expenditure_total" } },
    other: { told: { concept: "expenditure_appropriation_total", amount: "90" } },
    stated: [],
  },
  {
    what: "an amount that is printed coarser",
    one: { total: "90000000", told: { amount: "14567800", raw: "14567800" } },
    other: { total: "90000000", told: { amount: "14570000", raw: "1457", unit_raw: "万元" } },
    stated: ["2 ✓"],
  },
  {
    what: "an amount that is printed coarser, and is another",
    one: { total: "90000000", told: { amount: "14564800", raw: "14564800" } },
    other: { total: "90000000", told: { amount: "14570000", raw: "1457", unit_raw: "万元" } },
    stated: ["2 ✗"],
  },
])("beside an amount stands $what: $stated", async ({ one = {}, other, stated }) => {
  expect(await statedBy(one, other)).toEqual(stated);
});

test("what a table says twice is compared with neither", async () => {
  expect(await statedBy({}, {}, { told: { row: 3, amount: "90" } })).toEqual([]);
});

test.each([
  ["8.55", "855000000", 6],
  ["1,457", "14570000", 4],
  ["14.50", "145000", 2],
  ["－0.5", "-5000", 3],
  ["0.00", "0", null],
  ["12", "1300", null],
])("the last digit of %s for %s yuan has the weight 10^%s", (raw, amount, step) => {
  expect(stepOf(raw, amount)).toBe(step);
});

test.each([
  { amounts: ["100.4", "100"], steps: [-1, 0], agrees: true },
  { amounts: ["100.6", "100"], steps: [-1, 0], agrees: false },
  { amounts: ["100.06", "100.1"], steps: [-2, -1], agrees: true },
  { amounts: ["100.01", "100.1"], steps: [-2, -1], agrees: false },
  { amounts: ["101", "100"], steps: [0, 0], agrees: false },
  { amounts: ["100.4", "100"], steps: [null, 0], agrees: false },
] as const)("$amounts agree, of last digits 10^$steps: $agrees", ({ amounts, steps, agrees }) => {
  expect(agreesWithin(amounts, steps)).toBe(agrees);
});
