import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extract } from "../../../index.js";

const DOCUMENTS = join(import.meta.dirname, "../../../../shared/documents");

if (!existsSync(DOCUMENTS)) console.warn(`skipped: ${DOCUMENTS} is not there`);

/** The contradictions that a person found in each document, by the rule that shows them. */
const FOUND: readonly (readonly [file: string, rules: readonly string[]])[] = [
  [
    "county/caofeidian-hrss-2023.txt",
    [
      "change_equals_difference",
      "figures_add_up",
      "figures_match_tables",
      "grades_distinct",
      "target_bound_doubtful",
      "target_without_unit",
      "unit_doubtful",
    ],
  ],
  [
    "county/chengde-gaoxin-hrss-2020.docx",
    [
      "caption_names_project",
      "formula_result",
      "indicator_counts_fit",
      "named_purchases_listed",
      "target_bound_doubtful",
      "target_without_unit",
      "vehicle_purchase_planned",
    ],
  ],
  ["county/nandagang-hrss-2020.pdf", ["named_purchases_listed", "project_code_unique"]],
  [
    "published/shpt-finance-2024-dept-final-ALTERED.pdf",
    [
      "announced_table_present",
      "as_of_fits_year",
      "comparison_words_fit",
      "empty_table_noted",
      "figures_match_tables",
      "heading_year_fits",
      "percentage_fits",
      "placeholder_left",
    ],
  ],
  ["published/shpt-finance-2025-dept-budget.pdf", ["items_match_tables"]],
  ["published/js-procuratorate-2018-dept-budget.pdf", ["percentage_fits"]],
  ["published/js-procuratorate-2019-dept-budget.pdf", ["percentage_fits"]],
  ["published/js-npc-office-2017-dept-budget.pdf", ["percentage_fits"]],
  ["government/chaoyang_2025_budget_report.pdf", ["row_comparison_fits"]],
  ["government/lincang_2025_budget_report.pdf", ["row_comparison_fits"]],
];

/** Documents in which a person found no contradiction. */
const CLEAN = [
  "county/beidaihe-hrss-2021.txt",
  "published/sh-finance-2025-unit-budget.pdf",
  "published/shpt-govoffice-2025-dept-budget.pdf",
  "published/shandong-2023-final-accounts.pdf",
  "published/lijiang-2026-gov-budget.xlsx",
  "government/heilongjiang_2021.pdf",
];

async function errorsOf(file: string): Promise<readonly string[]> {
  const { findings } = await extract(join(DOCUMENTS, file));
  return findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
}

describe.skipIf(!existsSync(DOCUMENTS))("contradictions in real disclosures", () => {
  test.each(FOUND)("%s: %j", async (file, rules) => {
    const errors = await errorsOf(file);
    expect([...new Set(errors)].toSorted()).toEqual(rules);
  });

  test.each(CLEAN)("%s has none", async (file) => {
    expect(await errorsOf(file)).toEqual([]);
  });
});
