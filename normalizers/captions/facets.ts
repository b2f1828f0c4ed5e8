import { oncePer } from "../../pipeline/model/once-per.js";
import {
  ACCOUNTS,
  COVERAGES,
  TABLE_EDITIONS,
  type TableEdition,
} from "../../pipeline/model/records/vocabulary.js";
import type { Titled } from "../../pipeline/model/table-kind.js";
import { meaningOf, wordLists } from "../reference/word-lists.js";

const FACETS = ["subject", "account", "source", "coverage", "stage", "edition", "called"] as const;

/** What a table is about; the first of a caption's words counts, the narrower before the wider. */
const SUBJECTS = [
  "activity_performance",
  "evaluation",
  "department_performance",
  "project_performance",
  "performance",
  "procurement",
  "debt_repayment_plan",
  "debt_plan",
  "debt_quota",
  "debt_issue_repay",
  "debt_limit_balance",
  "bond_use",
  "assets",
  "organization",
  "three_public",
  "operating_costs",
  "transfers",
  "tax",
  "basic",
  "project_list",
  "projects",
  "balance",
  "both",
  "income",
  "expenditure",
] as const;

/** The budget that the money belongs to; `other_fund`: of departments alone. */
const CAPTION_ACCOUNTS = [...ACCOUNTS, "other_fund"] as const;

/** Whose amounts a table of a government holds; `several`: of more than one, by its columns or rows. */
const CAPTION_COVERAGES = [...COVERAGES, "several"] as const;

/** What the caption of a table says of it, each on its own; null where it says nothing of that. */
export interface Facets {
  readonly subject: (typeof SUBJECTS)[number] | null;
  readonly account: (typeof CAPTION_ACCOUNTS)[number] | null;
  /** `appropriation`: what is paid from 财政拨款. */
  readonly source: "appropriation" | null;
  /** `subordinate`: the governments below, one row each. */
  readonly coverage: (typeof CAPTION_COVERAGES)[number] | null;
  readonly stage: "budget" | "final_accounts" | null;
  readonly edition: TableEdition | null;
  /** Whether it calls itself a table. */
  readonly called: "table" | null;
}

const listOf = wordLists(new URL("./caption-words.tsv", import.meta.url), [
  ...FACETS,
  "second_line",
]);
const SUBJECT = listOf("subject", SUBJECTS);
const ACCOUNT = listOf("account", CAPTION_ACCOUNTS);
const SOURCE = listOf("source", ["appropriation"]);
const COVERAGE = listOf("coverage", CAPTION_COVERAGES);
const STAGE = listOf("stage", ["budget", "final_accounts"]);
const EDITION = listOf("edition", TABLE_EDITIONS);
const CALLED = listOf("called", ["table"]);
const SECOND_LINE = listOf("second_line", ["order", "scope"]);

/** Parses a canonical caption: `政府性基金预算支出表` → expenditure of a government fund's budget. */
export function facetsOf(caption: string): Facets {
  return {
    subject: meaningOf(SUBJECT, caption),
    account: meaningOf(ACCOUNT, caption),
    source: meaningOf(SOURCE, caption),
    coverage: meaningOf(COVERAGE, caption),
    stage: meaningOf(STAGE, caption),
    edition: meaningOf(EDITION, caption),
    called: meaningOf(CALLED, caption),
  };
}

/**
 * Whether a canonical line right below a caption goes on with it: in brackets, how the table is ordered or whose
 * money it shows, as in `（按项目分地区）`.
 */
export function isSecondLine(line: string): boolean {
  const inside = /^[（(【〔]([^（()）]+)[）)】〕]$/u.exec(line)?.[1];
  return inside !== undefined && meaningOf(SECOND_LINE, inside) !== null;
}

/** The facets of a table's caption: each kind of table asks for them. */
export const facetsOfTitled = oncePer(({ caption }: Titled): Facets => facetsOf(caption ?? ""));

/** Facets that a caption must have: a value, one of several, or none where it is null. */
export type FacetPattern = {
  readonly [Facet in keyof Facets]?: Facets[Facet] | readonly Facets[Facet][];
};

/** Whether facets are as a pattern wants them. */
export function matches(pattern: FacetPattern, facets: Facets): boolean {
  return FACETS.every((facet) => {
    const wanted = pattern[facet];
    if (wanted === undefined) return true;
    return Array.isArray(wanted) ? wanted.includes(facets[facet]) : wanted === facets[facet];
  });
}
