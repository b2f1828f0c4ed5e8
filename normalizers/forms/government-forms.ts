import type { GovernmentKindName } from "../../pipeline/model/records/vocabulary.js";
import type { PrintedTable, TableKind } from "../../pipeline/model/table-kind.js";
import { type FacetPattern, facetsOfTitled, matches } from "../captions/facets.js";
import type { AmountForm } from "../tables/amounts/headed.js";
import { halvesOf } from "../tables/amounts/amount-columns.js";
import { readGovernment } from "../tables/government/read-government.js";
import { rowsAreRegions } from "../tables/government/region-rows.js";

/** A form of whole governments as data: which edition a table is of stands in a column of its record. */
interface GovernmentForm extends Pick<AmountForm, "side" | "classification"> {
  readonly kind: GovernmentKindName;
  /** Its Chinese name, for people. */
  readonly name: string;
  readonly caption: FacetPattern;
  /** Whether a table with columns of amounts can be the form's; each, where not given. */
  readonly fits?: (table: PrintedTable) => boolean;
}

const ACCOUNTS = [
  "general_public",
  "government_fund",
  "state_capital",
  "social_insurance",
  "all",
  null,
] as const;
const INCOME = ["income", "tax"] as const;
/** 基本支出 of the general public budget is the form that departments print too. */
const EXPENDITURE = {
  general_public: ["expenditure", "projects"],
  government_fund: ["expenditure", "basic", "projects"],
  state_capital: ["expenditure", "basic", "projects"],
} as const;

/** Every form of amounts of whole governments. Where two fit a table, the earlier one is meant. */
const FORMS: readonly GovernmentForm[] = [
  {
    kind: "gov_by_region",
    name: "分地区收支情况表",
    caption: {
      account: ACCOUNTS,
      subject: [...INCOME, "expenditure", "both", "balance"],
    },
    side: null,
    classification: null,
    fits: rowsAreRegions,
  },
  {
    kind: "gov_social_insurance",
    name: "社会保险基金收支表",
    caption: { account: "social_insurance" },
    side: null,
    classification: null,
  },
  {
    kind: "gov_fiscal_summary",
    name: "财政收支总表",
    caption: { account: "all", subject: ["both", "income", "expenditure"] },
    side: null,
    classification: null,
  },
  {
    kind: "special_account",
    name: "财政专户管理资金收支表",
    caption: { account: "special_account" },
    side: null,
    classification: null,
  },
  {
    kind: "gov_balance",
    name: "收支平衡表",
    caption: {
      account: ["general_public", "government_fund", "state_capital", null],
      subject: ["both", "balance"],
    },
    side: null,
    classification: null,
  },
  {
    kind: "gov_projects",
    name: "重点项目和专项资金安排表",
    caption: { account: [null, "general_public", "government_fund"], subject: "project_list" },
    side: "expenditure",
    classification: null,
  },
  ...(
    [
      [
        "general_public",
        "gov_general_public_income",
        "gov_general_public_expenditure",
        "一般公共预算",
      ],
      ["government_fund", "gov_fund_income", "gov_fund_expenditure", "政府性基金"],
      [
        "state_capital",
        "gov_state_capital_income",
        "gov_state_capital_expenditure",
        "国有资本经营预算",
      ],
    ] as const
  ).flatMap(([account, income, expenditure, name]): readonly GovernmentForm[] => [
    {
      kind: income,
      name: `${name}收入表`,
      caption: { account, subject: INCOME },
      side: "income",
      classification: "income",
    },
    {
      kind: expenditure,
      name: `${name}支出表`,
      caption: { account, subject: EXPENDITURE[account] },
      side: "expenditure",
      classification: "function",
    },
  ]),
];

/** The kinds of tables of amounts of whole governments. Nothing but its caption shows one. */
export const governmentKinds: readonly TableKind[] = FORMS.map(
  ({ kind, name, caption, side, classification, fits = () => true }): TableKind => ({
    kind,
    name,
    of: "governments",
    names: (table) => matches(caption, facetsOfTitled(table)),
    fits: (table) => halvesOf(table).length > 0 && fits(table),
    shows: () => false,
    read: (table) => readGovernment(table, { kind, side, classification }),
  }),
);
