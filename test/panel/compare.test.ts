import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compare, writeReference } from "../../panel/compare.js";
import {
  amount,
  basic,
  document,
  idOf,
  madeDataset,
  numbered,
  type Rows,
  twice,
  twoYears,
} from "./made-dataset.js";
import { answerOf, newFolders } from "./sample-panel.js";

const fresh = newFolders("made");
const answer = (rows: Rows, sql: string) => answerOf([rows], sql, fresh);

const read = (status: string, yuan: string): Rows => ({
  documents: [document(1, { status })],
  amounts: [amount(1, yuan)],
});

const said = (yuan: string): Rows => ({
  documents: [document(1)],
  figures: [
    {
      measure: "operating_costs",
      fiscal_year: 2023,
      phase: "budget",
      amount: yuan,
      raw: "1元",
    },
  ].map((row) => ({ ...row, document_id: idOf(1) })),
});

describe("a document that two datasets hold", () => {
  const failed: Rows = { documents: [document(1, { status: "failed" })] };
  const sql = "SELECT amount FROM series";

  test.each([
    ["ok before failed", [failed, read("ok", "1000000")]],
    ["partial before failed", [failed, read("partial", "1000000")]],
    ["ok before partial", [read("partial", "2000000"), read("ok", "1000000")]],
  ])("is the one that is %s", async (_, datasets) => {
    expect(await answerOf(datasets, sql, fresh)).toEqual(["1000000.00"]);
    expect(await answerOf(datasets.toReversed(), sql, fresh)).toEqual(["1000000.00"]);
  });

  test("is the same in any order where its figures alone differ", async () => {
    const datasets = [said("1"), said("2")];
    expect(await answerOf(datasets, sql, fresh)).toEqual(
      await answerOf(datasets.toReversed(), sql, fresh),
    );
  });
});

const versions = (...statuses: readonly string[]): Rows => ({
  documents: statuses.map((status, at) =>
    document(at + 1, { status, ...(at === 0 ? {} : { supersedes: idOf(at) }) }),
  ),
  amounts: statuses.flatMap((status, at) =>
    status === "failed" ? [] : [amount(at + 1, `${at + 1}000000`)],
  ),
});

describe("versions of a document", () => {
  const sql = `SELECT s.amount, c.documents, i.documents, i.names FROM series s
    JOIN coverage c USING (issuer_id) JOIN issuers i USING (issuer_id)`;

  test.each([
    ["the later one counts in every file", versions("ok", "ok"), `2000000.00 1 1 .*@${idOf(2)}`],
    [
      "the earlier one counts where the later one failed",
      versions("ok", "failed"),
      `1000000.00 2 2 .*@${idOf(1)}`,
    ],
    [
      "the last one counts over one that failed between",
      versions("ok", "failed", "ok"),
      `3000000.00 1 1 .*@${idOf(3)}`,
    ],
  ])("%s", async (_, rows, expected) => {
    expect(await answer(rows, sql)).toEqual([expect.stringMatching(expected)]);
  });
});

test("a version that came back counts, not the one between", async () => {
  const rows: Rows = {
    documents: [
      document(1, { version: 3, supersedes: idOf(2) }),
      document(2, { version: 2, supersedes: idOf(1) }),
    ],
    amounts: [amount(1, "1000000"), amount(2, "2000000")],
  };
  expect(await answer(rows, "SELECT amount FROM series")).toEqual(["1000000.00"]);
});

test("the 类 of a summary and of its own table are of the same money", async () => {
  const stated = { concept: "" };
  const rows: Rows = {
    documents: [document(1), document(2, { fiscal_year: 2024 })],
    amounts: [
      amount(1, "1000000", { ...stated, code_inferred: "205" }),
      amount(2, "2000000", {
        ...stated,
        table_kind: "budget_expenditure",
        classification: "function",
        code: "205",
      }),
    ],
  };
  const sql = "SELECT fiscal_year, classification, code, basis, amount FROM series ORDER BY ALL";
  expect(await answer(rows, sql)).toEqual([
    "2023 function 205 expenditure 1000000.00",
    "2024 function 205 expenditure 2000000.00",
  ]);
});

test("a summary that rounds otherwise counts where no table of the code's own is there", async () => {
  const stated = { concept: "", classification: "function", code: "205", is_primary: "true" };
  const rows: Rows = {
    documents: [document(1), document(2)],
    amounts: [
      amount(1, "1000000", stated),
      amount(2, "1000100", { ...stated, table_kind: "budget_expenditure" }),
    ],
  };
  const sql = "SELECT amount, sources FROM series UNION ALL SELECT kind, NULL FROM conflicts";
  expect(await answer(rows, sql)).toEqual(["1000100.00 1"]);
});

test("an amount has the doubts of its cell, its row and its table, and the panel names it", async () => {
  const at = { document_id: idOf(1), table_no: 1, rule: "sum", severity: "error", message: "–" };
  const rows: Rows = {
    documents: [document(1)],
    amounts: [amount(1, "1000000"), amount(1, "700000", { concept: "expenditure_basic", row: 4 })],
    findings: [
      { ...at, row: 3, column: 1 },
      { ...at, row: 3, severity: "warning" },
      { ...at, row: 3, column: 2 },
      { ...at, row: 3, column: 1, severity: "info" },
      { ...at, row: 4, column: 1, table_no: 2 },
      { ...at, document_id: idOf(9), row: 4, column: 1 },
    ],
  };
  const sql = `SELECT concept, doubts::VARCHAR, NULL FROM series UNION ALL SELECT stage, NULL, doubtful FROM panel ORDER BY ALL`;
  expect(await answer(rows, sql)).toEqual([
    "budget – expenditure_total",
    "expenditure_basic 0 –",
    "expenditure_total 2 –",
  ]);
  const whole = { ...rows, findings: [...(rows.findings ?? []), at] };
  expect(await answer(whole, sql)).toEqual([
    "budget – expenditure_basic|expenditure_total",
    "expenditure_basic 1 –",
    "expenditure_total 3 –",
  ]);
});

test("an amount of the prose has the doubts of its page", async () => {
  const figure = { document_id: idOf(1), fiscal_year: 2023, phase: "budget", raw: "1.00万元" };
  const rows: Rows = {
    documents: [document(1)],
    figures: [
      { ...figure, page: 4, measure: "three_public_total", amount: "10000" },
      { ...figure, page: 5, measure: "operating_expenses", amount: "20000" },
    ],
    findings: [4, 4].map((page) => ({
      document_id: idOf(1),
      page,
      rule: "x",
      severity: "warning",
    })),
  };
  expect(await answer(rows, "SELECT concept, doubts FROM series ORDER BY ALL")).toEqual([
    "operating_expenses 0",
    "three_public_total 2",
  ]);
});

test("a row of three megabytes is compared", async () => {
  const rows: Rows = {
    documents: [document(1, { title: "长".repeat(1_000_000) })],
    amounts: [amount(1, "1000000")],
  };
  expect(await answer(rows, "SELECT amount FROM series")).toEqual(["1000000.00"]);
});

test("the debt of a region has its headroom, and years that nothing is of are missing", async () => {
  const debt = {
    document_id: idOf(1),
    table_no: 1,
    row: 2,
    page: 3,
    region_code: "320100",
    region_name: "南京市",
    region_scope: "whole",
    debt_kind: "total",
    phase: "accounts",
    fiscal_year: 2023,
    raw: "1.00",
    unit_raw: "亿元",
  };
  const government = { scope: "government", region_code: "320000", stage: "final_accounts" };
  const rows: Rows = {
    documents: [document(1, government), document(2, { ...government, fiscal_year: 2021 })],
    debt: [
      { ...debt, column: 1, measure: "limit", amount: "400000000000" },
      { ...debt, column: 2, measure: "balance", amount: "372500000000.01" },
    ],
  };
  const sql = `SELECT issuer_id, kind, coverage, debt_limit::VARCHAR, debt_headroom::VARCHAR FROM panel
    UNION ALL SELECT issuer_id, stage, status, fiscal_year::VARCHAR, NULL FROM coverage ORDER BY ALL`;
  expect(await answer(rows, sql)).toEqual([
    "320000-政府 final_accounts missing 2022 –",
    "320000-政府 final_accounts read 2021 –",
    "320000-政府 final_accounts read 2023 –",
    "320100-政府 government whole 400000000000.00 27499999999.99",
  ]);
});

test("the same documents give the same bytes in any order of folders and rows", async () => {
  const rows = twoYears("1000000", "983400", [basic]);
  const turned = {
    documents: (rows.documents ?? []).toReversed(),
    amounts: (rows.amounts ?? []).toReversed(),
  };
  const [first = "", second = "", third = ""] = [rows, turned, numbered(twice, 1)].map((each) =>
    madeDataset(fresh(), each),
  );
  const outs = [fresh(), fresh()] as const;
  await compare({ folders: [first, third], out: outs[0] });
  await compare({ folders: [third, second, first], out: outs[1] });
  const [one = [], two] = outs.map((out) =>
    readdirSync(out)
      .toSorted()
      .map((name) => `${name}\n${readFileSync(join(out, name), "utf8")}`),
  );
  expect(two).toEqual(one);
  expect(one).toHaveLength(9);
});

test("the lists have official names by year, English names and COFOG divisions", async () => {
  const out = fresh();
  await writeReference(out);
  expect(readFileSync(join(out, "codes.csv"), "utf8").split("\n")).toContain(
    'function,205,教育支出,,,1,,,Education,09,exact,"COFOG 1999, title of the division"',
  );
  expect(readFileSync(join(out, "regions.csv"), "utf8")).toContain(
    "110103,崇文区,110000,county,1981,2010,110101",
  );
});
