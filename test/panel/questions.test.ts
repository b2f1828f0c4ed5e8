import { beforeAll, expect, test } from "vitest";
import type { Database } from "../../panel/duckdb.js";
import { amount, document, idOf, madeDataset, type Rows } from "./made-dataset.js";
import { printed, questionsOf } from "./questions-of.js";
import { comparison, sampleDataset, scratch } from "./sample-panel.js";

/** What no sample has: an issuer of two years whose second restates the first, and the debt of a region: its limit by the accounts, its balance as executed. */
const MADE: Rows = {
  documents: [
    document(1),
    document(2, { fiscal_year: 2024 }),
    document(3, { scope: "government", region_code: "320000", stage: "final_accounts" }),
  ],
  amounts: [
    amount(1, "1000000"),
    amount(2, "1300000"),
    amount(2, "983400", { phase: "previous", measure_raw: "2023年预算数" }),
  ],
  debt: [
    ["1", "limit", "accounts", "400000000000"],
    ["2", "balance", "execution", "372500000000.01"],
  ].map(([column = "", measure = "", phase = "", yuan = ""]) => ({
    document_id: idOf(3),
    table_no: 1,
    row: 4,
    column,
    region_code: "320100",
    region_scope: "whole",
    debt_kind: "total",
    fiscal_year: 2023,
    raw: "1.00",
    unit_raw: "亿元",
    measure,
    phase,
    amount: yuan,
  })),
};

const questions = questionsOf("docs/questions.md");
const [samples, made, out] = [scratch("samples"), scratch("made"), scratch("panel")];
let panel: Database;
beforeAll(async () => {
  panel = await comparison([await sampleDataset(samples), madeDataset(made, MADE)], out);
});

/** Counted by hand from the printed tables of the samples, and from the amounts above. */
const ANSWERS: readonly (readonly [number, readonly string[]])[] = [
  [
    1,
    [
      "栖云县交通运输局 2023 195000 15000",
      "栖云县农业农村局 2023 264000 24000",
      "栖云县卫生健康局 2024 118000 22000",
      "栖云县司法局 2024 140000 20000",
      "栖云县图书馆 2022 0 0",
      "栖云县审计局 2018 174000 54000",
      "栖云县市场监督管理局 2025 174500 18500",
      "栖云县民政局 2020 28000 5000",
      "栖云县水务局 2020 37000 12000",
    ],
  ],
  [
    2,
    [
      "栖云县交通运输局 2023 47.06",
      "栖云县农业农村局 2023 55.6",
      "栖云县卫生健康局 2024 57.65",
      "栖云县图书馆 2022 23.63",
      "栖云县审计局 2018 20.9",
      "栖云县市场监督管理局 2025 12.6",
      "栖云县民政局 2020 81.42",
      "栖云县水务局 2020 63.69",
    ],
  ],
  [3, ["栖云县司法局 2024 140000 111500 -28500"]],
  [
    4,
    [
      "320102-教育局 2023 1000000 –",
      "320102-教育局 2024 1300000 30",
      "栖云县交通运输局 2023 9494000 –",
      "栖云县农业农村局 2023 26357700 –",
      "栖云县卫生健康局 2024 16008000 –",
      "栖云县图书馆 2022 1862400 –",
      "栖云县审计局 2018 11387000 –",
      "栖云县市场监督管理局 2025 18346600.5 –",
      "栖云县民政局 2020 18423600 –",
      "栖云县水务局 2020 8604000 –",
    ],
  ],
  [
    5,
    [
      "208 社会保障和就业支出 2089400 2",
      "210 卫生健康支出 815300 2",
      "213 农林水支出 23279000 1",
      "214 交通运输支出 8546000 1",
      "221 住房保障支出 1072000 2",
    ],
  ],
  [6, ["03 approximate 6414700", "07 approximate 251000", "10 approximate 618000", "– – 486600"]],
  [
    7,
    [
      "栖云县交通运输局 2023 budget 82",
      "栖云县农业农村局 2023 budget 81.2",
      "栖云县卫生健康局 2024 budget 84.3",
      "栖云县司法局 2024 final_accounts 87.9",
      "栖云县市场监督管理局 2025 budget 77.1",
    ],
  ],
  [
    8,
    [
      "栖云县交通运输局 2023 budget 100",
      "栖云县农业农村局 2023 budget 100",
      "栖云县司法局 2024 final_accounts 99.6",
      "栖云县审计局 2018 budget 98.9",
    ],
  ],
  [
    9,
    [
      "栖云县交通运输局 2023 150000 1.6",
      "栖云县农业农村局 2023 386000 1.5",
      "栖云县审计局 2018 864000 7.6",
      "栖云县市场监督管理局 2025 960000 5.2",
      "栖云县民政局 2020 33000 0.2",
      "栖云县水务局 2020 60000 0.7",
    ],
  ],
  [10, ["partial 1", "read 12"]],
  [11, ["previous_year restated 1"]],
  [12, ["320100-政府 南京市 2023 whole execution 400000000000 372500000000.01 27499999999.99"]],
];

test.each(ANSWERS)("question %d has the answer that was counted by hand", async (no, answer) => {
  const rows = await panel.rows(questions.get(no) ?? "");
  expect(rows.map(printed)).toEqual(answer);
});

test("are asked in the same words in Chinese", () => {
  expect([...questionsOf("docs/zh/questions.md")]).toEqual([...questions]);
});

test("there are twelve, and each has an answer", () => {
  expect([...questions.keys()]).toEqual(ANSWERS.map(([no]) => no));
});
