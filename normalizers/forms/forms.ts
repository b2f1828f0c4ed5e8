import type { FormName } from "../../pipeline/model/records/vocabulary.js";
import type { FacetPattern, Facets } from "../captions/facets.js";

import type { AmountForm } from "../tables/amounts/headed.js";
import type { Layout } from "./layout.js";

/** A statutory form of amounts as data: its budget and its accounts edition differ by stage alone. */
export interface Form extends Omit<AmountForm, "kind"> {
  readonly form: FormName;
  /** Its Chinese name, for people. */
  readonly name: string;
  /** What its caption says. No caption is that of two forms. */
  readonly caption: FacetPattern;
  /** What its caption says among the tables of a government; it prints no such form, where not given. */
  readonly inGovernments?: FacetPattern;
  /** Whether this layout can be the form's. */
  readonly fits: (layout: Layout) => boolean;
  /** Whether only the form has this layout; never, where not given. */
  readonly shows?: (layout: Layout) => boolean;
}

/** Accounts of which a caption says nothing where it means all, or the money that is no appropriation. */
const ALL: readonly Facets["account"][] = [null, "special_account", "all"];

const oneSided = ({ twoSided }: Layout): boolean => !twoSided;
const has = (headers: readonly string[], words: RegExp): boolean =>
  headers.some((header) => words.test(header));

/** Every form of amounts. Where a table without a caption shows two, the earlier one is meant. */
export const FORMS: readonly Form[] = [
  {
    form: "three_public",
    name: "“三公”经费支出表",
    caption: { subject: "three_public" },
    inGovernments: { subject: "three_public" },
    side: "expenditure",
    classification: null,
    threePublic: true,
    fits: ({ threePublicItems }) => threePublicItems > 1,
    shows: ({ threePublicItems, headers, labels }) =>
      threePublicItems > 2 && has([...headers, ...labels], /出国/u) && labels.length < 40,
  },
  {
    form: "operating_costs",
    name: "机关运行经费支出表",
    caption: { called: "table", subject: "operating_costs" },
    side: "expenditure",
    classification: "economic",
    fits: oneSided,
  },
  {
    form: "government_fund",
    name: "政府性基金预算支出表",
    caption: {
      called: "table",
      account: "government_fund",
      subject: [null, "both", "balance", "income", "expenditure", "basic", "projects"],
    },
    side: null,
    classification: "function",
    fits: () => true,
  },
  {
    form: "state_capital",
    name: "国有资本经营预算支出表",
    caption: {
      called: "table",
      account: "state_capital",
      subject: [null, "both", "balance", "income", "expenditure", "basic", "projects"],
    },
    side: null,
    classification: "function",
    fits: () => true,
  },
  {
    form: "appropriation_summary",
    name: "财政拨款收支总表",
    caption: {
      called: "table",
      account: [...ALL, "general_public"],
      source: "appropriation",
      subject: "both",
    },
    side: null,
    classification: null,
    fits: ({ twoSided }) => twoSided,
    shows: ({ twoSided, headers }) => twoSided && has(headers, /一般公共预算/u),
  },
  {
    form: "general_public_basic",
    name: "一般公共预算财政拨款基本支出表",
    caption: { called: "table", account: "general_public", subject: "basic" },
    // 基本支出 of a government is paid from its general public budget, whether the caption says so or not.
    inGovernments: { called: "table", account: ["general_public", ...ALL], subject: "basic" },
    side: "expenditure",
    classification: "economic",
    fits: oneSided,
    shows: ({ headers }) => has(headers, /^人员经费/u) && has(headers, /^(?:日常)?公用经费/u),
  },
  {
    form: "appropriation_basic",
    name: "财政拨款基本支出表",
    caption: { called: "table", account: ALL, subject: "basic" },
    side: "expenditure",
    classification: "economic",
    fits: oneSided,
  },
  {
    form: "general_public",
    name: "一般公共预算财政拨款支出表",
    caption: { called: "table", account: "general_public", subject: "expenditure" },
    side: "expenditure",
    classification: "function",
    fits: oneSided,
  },
  {
    form: "appropriation_expenditure",
    name: "财政拨款支出表",
    caption: { called: "table", account: ALL, source: "appropriation", subject: "expenditure" },
    side: "expenditure",
    classification: "function",
    fits: oneSided,
  },
  {
    form: "projects",
    name: "项目支出表",
    caption: { called: "table", account: [...ALL, "general_public"], subject: "projects" },
    side: "expenditure",
    classification: null,
    fits: (layout) => oneSided(layout) && has(layout.headers, /项目/u),
  },
  {
    form: "summary",
    name: "收支总表",
    caption: { called: "table", account: [null, "all"], source: null, subject: "both" },
    side: null,
    classification: null,
    fits: ({ twoSided }) => twoSided,
    shows: ({ twoSided, headers, labels }) =>
      twoSided &&
      !has(headers, /一般公共|基金|国有资本/u) &&
      has(labels, /事业收入|其他收入|上级补助|专户/u),
  },
  {
    form: "income",
    name: "收入总表",
    caption: { called: "table", account: ALL, source: null, subject: "income" },
    side: "income",
    classification: "function",
    fits: (layout) =>
      oneSided(layout) &&
      layout.threePublicItems < 2 &&
      !has(layout.headers, /^(?:基本|项目)支出$/u),
    shows: (layout) =>
      oneSided(layout) &&
      layout.headers.filter((header) => /(?:事业|经营|其他|补助|上缴|拨款)收入$/u.test(header))
        .length > 2,
  },
  {
    form: "expenditure",
    name: "支出总表",
    caption: { called: "table", account: ALL, source: null, subject: "expenditure" },
    side: "expenditure",
    classification: "function",
    fits: (layout) => oneSided(layout) && has(layout.headers, /支出|合计|金额/u),
    shows: (layout) =>
      oneSided(layout) && has(layout.headers, /^上缴上级/u) && has(layout.headers, /基本支出/u),
  },
];
