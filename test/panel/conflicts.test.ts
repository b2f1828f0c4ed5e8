import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../panel/duckdb.js";
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
import { answerOf, comparison, newFolders } from "./sample-panel.js";

const fresh = newFolders("made");
const answer = (rows: Rows, sql: string) => answerOf([rows], sql, fresh);

/** Two years as they are printed in 亿元 with two decimals. */
function inHundredMillions(own: string, said: string): Rows {
  const rows = twoYears(yuan(own), yuan(said));
  const printed = { raw: own, unit_raw: "亿元" };
  return { ...rows, amounts: (rows.amounts ?? []).map((row) => ({ ...row, ...printed })) };
}

const yuan = (hundredMillions: string): string => `${hundredMillions.replace(".", "")}000000`;

const unsaid = twoYears("1000000", "1");
const nearly: Rows = {
  documents: [document(1), document(2)],
  amounts: [amount(1, "1000000"), amount(2, "1000100")],
};
const accounts = document(2, { stage: "final_accounts" });
const repeated = amount(2, "900000", { table_kind: "accounts_summary" });
const changed: Rows = {
  documents: [document(1), document(2, { fiscal_year: 2024 })],
  amounts: [amount(1, "1000000"), amount(2, "1300000")],
  figures: [
    {
      document_id: idOf(2),
      measure: "change_total",
      fiscal_year: 2024,
      phase: "budget",
      amount: "250000",
      raw: "25.00万元",
      sentence: "比上年增加25.00万元",
    },
  ],
};

/** What issuers publish, and the conflicts that are in it. */
const CONFLICTS: readonly (readonly [string, Rows, readonly string[]])[] = [
  ["the same twice", twoYears("1000000", "1000000"), []],
  ["within the last printed digit", twoYears("1000049", "1000000"), []],
  ["by the last printed digit of 亿元", inHundredMillions("92.67", "92.66"), []],
  [
    "by two of the last printed digit of 亿元",
    inHundredMillions("92.67", "92.65"),
    ["previous_year 9267000000.00 9265000000.00 restated"],
  ],
  ["restated", twoYears("1000000", "983400"), ["previous_year 1000000.00 983400.00 restated"]],
  [
    "restated by a round number",
    twoYears("1000000", "1050000"),
    ["previous_year 1000000.00 1050000.00 restated"],
  ],
  [
    "in another unit",
    twoYears("1000000", "10000000000"),
    ["previous_year 1000000.00 10000000000.00 unit"],
  ],
  [
    "one digit misprinted",
    twoYears("1234500", "1284500"),
    ["previous_year 1234500.00 1284500.00 misprint"],
  ],
  [
    "two digits swapped",
    twoYears("1234500", "1324500"),
    ["previous_year 1234500.00 1324500.00 misprint"],
  ],
  [
    "another concept's amount",
    twoYears("1000000", "764300", [basic]),
    ["previous_year 1000000.00 764300.00 scope"],
  ],
  [
    "a column that does not say what it is of",
    {
      ...unsaid,
      amounts: (unsaid.amounts ?? []).map((row) => ({ ...row, measure_raw: "上年数" })),
    },
    [],
  ],
  ["a change that the prose states", changed, ["change_stated 1000000.00 1050000.00 restated"]],
  [
    "年初预算 in the accounts",
    { documents: [document(1), accounts], amounts: [amount(1, "1000000"), repeated] },
    ["budget_in_accounts 1000000.00 900000.00 restated"],
  ],
  ["published twice", twice, ["published_twice 1000000.00 2000000.00 –"]],
  [
    "published twice, to the same digit",
    nearly,
    ["published_twice 1000000.00 1000100.00 misprint"],
  ],
  [
    "in two formats",
    { ...twice, documents: [document(1), document(2, { media_type: "text/html" })] },
    ["two_formats 1000000.00 2000000.00 –"],
  ],
  [
    "by accounts of two later years, neither of them the year's own",
    {
      documents: [2024, 2025].map((fiscal_year, at) =>
        document(at + 1, { fiscal_year, stage: "final_accounts" }),
      ),
      amounts: ["1000000", "2000000"].map((said, at) =>
        amount(at + 1, said, { phase: "accounts", fiscal_year: 2022 }),
      ),
    },
    ["same_rank 1000000.00 2000000.00 –"],
  ],
  [
    "replaced by a later version",
    { ...twice, documents: [document(1), document(2, { supersedes: idOf(1) })] },
    [],
  ],
];

describe("two statements of one amount", () => {
  let panel: Database;
  beforeAll(async () => {
    const datasets = CONFLICTS.map(([, rows], at) => madeDataset(fresh(), numbered(rows, at)));
    panel = await comparison(datasets, fresh());
  });

  test.each(CONFLICTS.map(([name, , expected], at) => [name, at, expected] as const))(
    "%s",
    async (_, at, expected) => {
      const rows = await panel.rows(
        `SELECT kind, amount, other_amount, likely_cause FROM conflicts WHERE issuer_id = '320102-局${at}' ORDER BY ALL`,
      );
      expect(rows.map((row) => row.map((cell) => cell ?? "–").join(" "))).toEqual(expected);
    },
  );

  test("give no amount where the best of them differ, and the later version's where it replaces", async () => {
    const [published, near, replaced] = [
      "published twice",
      "published twice, to the same digit",
      "replaced by a later version",
    ].map((name) => CONFLICTS.findIndex(([one]) => one === name));
    const rows = await panel.rows(
      `SELECT amount, agree FROM series WHERE issuer_id IN ('320102-局${published}', '320102-局${near}', '320102-局${replaced}') ORDER BY ALL NULLS FIRST`,
    );
    expect(rows).toEqual([
      [null, "false"],
      [null, "false"],
      ["2000000.00", "true"],
    ]);
  });
});

test("of statements that agree as far as they are printed the finest is taken, with its place", async () => {
  const rows: Rows = {
    documents: [document(1), document(2), document(3)],
    amounts: [
      amount(1, "12300", { raw: "1.23" }),
      amount(2, "12345", { raw: "12345", unit_raw: "元", row: 9 }),
      amount(3, "12345", { raw: "12345", unit_raw: "" }),
    ],
  };
  const sql = `SELECT amount, agree, sources, document_id, "row" FROM series
    UNION ALL SELECT kind, NULL, NULL, NULL, NULL FROM conflicts`;
  const { documents = [], amounts = [] } = rows;
  expect(await answer({ documents, amounts: amounts.slice(0, 2) }, sql)).toEqual([
    `12345.00 true 2 ${idOf(2)} 9`,
  ]);
  expect(await answer(rows, sql)).toEqual([`12345.00 true 3 ${idOf(2)} 9`]);
});

test("a department is compared with the sum of its units where all that it lists are there", async () => {
  const unit = { scope: "unit" };
  const rows: Rows = {
    documents: [
      document(1),
      document(2, { ...unit, issuer_name: "玄武区教育局（本级）" }),
      document(3, { ...unit, issuer_name: "南京市玄武区教师进修学校" }),
    ],
    amounts: [amount(1, "3000000"), amount(2, "1000000"), amount(3, "1500000")],
    organizations: [
      { document_id: idOf(1), table_no: 2, name: "玄武区教育局（本级）" },
      { document_id: idOf(1), table_no: 2, name: "玄武区教师进修学校" },
    ],
  };
  const sql = `SELECT issuer_id, part_of, part_of_by, NULL FROM issuers WHERE part_of IS NOT NULL
    UNION ALL SELECT kind, issuer_id, amount::VARCHAR, other_amount::VARCHAR FROM conflicts ORDER BY ALL`;
  expect(await answer(rows, sql)).toEqual([
    "320102-教师进修学校 320102-教育局 organization –",
    "320102-教育局（本级） 320102-教育局 title –",
    "units 320102-教育局 3000000.00 2500000.00",
  ]);
});

test("a department is compared with the units that it lists in that year", async () => {
  const unit = { scope: "unit", issuer_name: "玄武区教育局（本级）" };
  const rows: Rows = {
    documents: [
      document(1),
      document(2, unit),
      document(3, { fiscal_year: 2024 }),
      document(4, { ...unit, fiscal_year: 2024 }),
    ],
    amounts: [amount(1, "3"), amount(2, "1"), amount(3, "7000000"), amount(4, "1000000")],
    organizations: [
      { document_id: idOf(1), table_no: 2, name: "玄武区教育局（本级）" },
      { document_id: idOf(1), table_no: 2, name: "玄武区教师进修学校" },
      { document_id: idOf(3), table_no: 2, name: "玄武区教育局（本级）" },
    ],
  };
  expect(
    await answer(rows, "SELECT kind, fiscal_year, amount, other_amount FROM conflicts"),
  ).toEqual(["units 2024 7000000.00 1000000.00"]);
});
