import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "csv-parse/sync";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "../../panel/duckdb.js";
import { printed, questionsOf } from "./questions-of.js";
import { comparison, datasetOf, scratch } from "./sample-panel.js";

const shared = join(import.meta.dirname, "..", "..", "..", "shared", "documents", "published");
const found = (pattern: string): readonly string[] =>
  globSync(pattern, { cwd: shared, absolute: true }).toSorted();
/** Three years each of two issuers, and documents of two others. */
const documents = [
  "js-*-dept-budget*.pdf",
  "{shpt-finance-2024-dept-final,shpt-finance-2025-dept-budget}.pdf",
  "xingan-2018-debt-final.xlsx",
].flatMap(found);
/** Totals of three years that were transcribed by hand, a file an issuer. */
const transcribed = found("js-*-GOLD-totals-*.csv");

if (documents.length === 0)
  console.warn("No documents beside the checkout: their years are not compared.");

/** The columns of the transcriptions that the panel has as concepts. */
const CONCEPTS: Readonly<Record<string, string>> = {
  财政拨款: "income_appropriation",
  一般公共预算: "income_general_public",
  当年收入小计: "income_current",
  收入合计: "income_total",
  当年支出小计: "expenditure_current",
  基本支出: "expenditure_basic",
  项目支出: "expenditure_project",
  单位预留机动经费: "expenditure_reserve",
  支出合计: "expenditure_total",
};

const [dataset, out] = [scratch("shared"), scratch("panel")];
let panel: Database;
beforeAll(async () => {
  if (documents.length === 0) return;
  panel = await comparison([await datasetOf(documents, dataset)], out);
}, 600_000);

describe.skipIf(documents.length === 0)("three years each of two issuers", () => {
  test("contradict in the one amount that the prose misstates", async () => {
    expect(
      await panel.rows("SELECT kind, fiscal_year, concept, difference FROM conflicts"),
    ).toEqual([["change_stated", "2017", "expenditure_basic", "-200.00"]]);
  });

  test.each(transcribed.map((path) => [basename(path), path]))(
    "have the totals of %s in the panel, and its classes in the amounts",
    async (_, path) => {
      const stated = statedIn(path);
      expect(stated.length).toBeGreaterThan(30);
      const said = new Set(
        [
          ...(await panel.rows(`SELECT fiscal_year, concept, amount FROM (UNPIVOT panel
            ON ${Object.values(CONCEPTS).join(", ")} INTO NAME concept VALUE amount)`)),
          ...(await panel.rows(`SELECT d.fiscal_year, label, amount::DECIMAL(24, 2)
          FROM read_csv('${dataset}/amounts.csv', all_varchar = true) a
          JOIN read_csv('${dataset}/documents.csv', all_varchar = true) d USING (document_id)
          WHERE table_kind = 'budget_summary' AND a.amount IS NOT NULL`)),
        ].map(String),
      );
      expect(stated.filter((each) => !said.has(each))).toEqual([]);
    },
  );
});

/** Counted by hand from the pages of the documents. */
const ANSWERS: readonly (readonly [number, readonly string[]])[] = [
  [
    1,
    [
      "310107-财政局 2024 9500 9500",
      "310107-财政局 2025 9500 9500",
      "320000-人大常委会办公厅 2017 8336000 4275000",
      "320000-人大常委会办公厅 2018 8336000 4275000",
      "320000-人大常委会办公厅 2019 7676000 3847500",
      "320000-人民检察院 2017 5843500 1565500",
      "320000-人民检察院 2018 4843000 1165000",
      "320000-人民检察院 2019 4182600 1012600",
    ],
  ],
  [
    2,
    [
      "310107-财政局 2025 19.52",
      "320000-人大常委会办公厅 2017 42.89",
      "320000-人大常委会办公厅 2018 39.84",
      "320000-人大常委会办公厅 2019 35.24",
      "320000-人民检察院 2017 30.74",
      "320000-人民检察院 2018 25.38",
      "320000-人民检察院 2019 17.94",
    ],
  ],
  [3, ["310107-财政局 2024 9500 0 -9500"]],
  [
    4,
    [
      "310107-财政局 2025 31214205.8 –",
      "320000-人大常委会办公厅 2017 136490700 –",
      "320000-人大常委会办公厅 2018 158974400 16.47",
      "320000-人大常委会办公厅 2019 183303700 15.3",
      "320000-人民检察院 2017 179966800 –",
      "320000-人民检察院 2018 219553500 22",
      "320000-人民检察院 2019 241697400 10.09",
    ],
  ],
  [7, ["310107-财政局 2024 final_accounts 92.1", "310107-财政局 2025 budget 90.9"]],
  [11, ["change_stated misprint 1"]],
  [
    12,
    [
      "152200-政府 兴安盟 2018 own accounts 4373000000 4688000000 -315000000",
      "152200-政府 兴安盟 2018 own execution 4373000000 4688000000 -315000000",
      "152200-政府 兴安盟 2018 whole accounts 22094000000 22032000000 62000000",
      "152200-政府 兴安盟 2018 whole execution 22094000000 22032000000 62000000",
      "152201-政府 乌兰浩特市 2018 whole execution 6459000000 6205000000 254000000",
      "152202-政府 阿尔山市 2018 whole execution 2809000000 2764000000 45000000",
      "152221-政府 科尔沁右翼前旗 2018 whole execution 2568000000 2621000000 -53000000",
      "152222-政府 科尔沁右翼中旗 2018 whole execution 1797000000 1800000000 -3000000",
      "152223-政府 扎赉特旗 2018 whole execution 2470000000 2362000000 108000000",
      "152224-政府 突泉县 2018 whole execution 1617000000 1591000000 26000000",
    ],
  ],
];

describe.skipIf(documents.length === 0)("the questions over all of them", () => {
  test.each(ANSWERS)("question %d has the answer that was counted by hand", async (no, answer) => {
    const rows = await panel.rows(questionsOf("docs/questions.md").get(no) ?? "");
    expect(rows.map(printed)).toEqual(answer);
  });
});

/** What a transcription states: year, concept or class, yuan. */
function statedIn(path: string): readonly string[] {
  const [head = [], ...rows] = parse(readFileSync(path)) as readonly (readonly string[])[];
  return rows.flatMap(([day = "", ...cells]) =>
    cells.flatMap((cell, at) => {
      const name = head[at + 1] ?? "";
      return cell === "" ? [] : `${day.slice(0, 4)},${CONCEPTS[name] ?? name},${yuan(cell)}`;
    }),
  );
}

/** Yuan with two decimals of 万元 with as many. */
const yuan = (tenThousands: string): string => (Number(tenThousands) * 10_000).toFixed(2);
