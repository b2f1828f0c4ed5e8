import * as z from "zod";
import {
  column,
  count,
  money,
  natural,
  number,
  oneOf,
  required,
  text,
  year,
} from "../pipeline/model/records/columns.js";
import { CONCEPTS } from "../pipeline/model/records/vocabulary.js";

/** A file of the comparison dataset: what it is, the columns that name a row, and its columns. */
export interface PanelFile {
  readonly title: string;
  readonly about: string;
  readonly key: readonly string[];
  readonly record: z.ZodObject;
}

/** What an amount is of, in every file that has amounts of issuers. */
const stated = {
  issuer_id: required("单位标识"),
  fiscal_year: year("年度"),
  phase: oneOf(["budget", "adjusted_budget", "execution", "accounts"], "预决算"),
  coverage: oneOf(["whole", "own_and_transfers", "own", "subordinate"], "级次范围"),
  concept: text("统一概念"),
  classification: oneOf(["function", "economic", "income"], "分类"),
  code: text("科目编码"),
  basis: text("口径"),
};

const place = {
  document_id: text("文档编号"),
  table_no: natural("表序"),
  row: natural("行"),
  column: natural("列"),
  page: natural("页"),
};

/** Debt of a government at the end of the year, and what may still be borrowed. */
const DEBT = {
  debt_limit: money("政府债务限额（元）"),
  debt_balance: money("政府债务余额（元）"),
  debt_headroom: money("债务限额减余额（元）"),
  debt_limit_general: money("一般债务限额（元）"),
  debt_balance_general: money("一般债务余额（元）"),
  debt_limit_special: money("专项债务限额（元）"),
  debt_balance_special: money("专项债务余额（元）"),
} as const;

/** The concepts that panel.csv has a column for. */
export const HEADLINES: readonly string[] = [
  ...CONCEPTS,
  "procurement_total",
  ...Object.keys(DEBT).filter((name) => name !== "debt_headroom"),
];

/** Every file of the comparison dataset by its name, in the order in which they are written. */
export const PANEL_FILES = {
  issuers: {
    title: "单位",
    about:
      "One row per issuer: a department, a unit or a government. `names` holds each printed name with a document that prints it (name@document_id).",
    key: ["issuer_id"],
    record: z.strictObject({
      issuer_id: required("单位标识"),
      name: text("名称"),
      names: text("所用名称"),
      region_code: text("行政区划代码"),
      region_name: text("行政区划名称"),
      parent_code: text("上级区划代码"),
      parent_name: text("上级区划名称"),
      province_code: text("省级区划代码"),
      level: oneOf(["province", "prefecture", "county"], "行政级次"),
      kind: oneOf(["government", "department", "unit"], "类别"),
      codes: text("所用单位代码"),
      part_of: text("所属部门"),
      part_of_by: oneOf(["user", "title", "organization", "code"], "所属依据"),
      merged_by: oneOf(["user", "code"], "合并依据"),
      first_year: year("首年"),
      last_year: year("末年"),
      documents: count("文档数"),
    }),
  },
  candidates: {
    title: "疑似同一单位",
    about:
      "One row per pair of issuers that may be one, with what speaks for it and against it. None of them is joined.",
    key: ["issuer_id", "other_id"],
    record: z.strictObject({
      issuer_id: required("单位标识"),
      other_id: required("另一单位标识"),
      similarity: number("名称相似度"),
      evidence_for: text("支持"),
      evidence_against: text("反对"),
    }),
  },
  series: {
    title: "序列",
    about:
      "One row per issuer, year, phase and concept or code. `amount` is empty where the best sources differ.",
    key: [],
    record: z.strictObject({
      ...stated,
      amount: money("金额（元）"),
      source: oneOf(["own_table", "other_edition", "own_prose", "next_year"], "来源"),
      sources: count("来源数"),
      agree: column(z.boolean(), "来源是否一致"),
      ...place,
      doubts: count("存疑数"),
    }),
  },
  conflicts: {
    title: "矛盾",
    about:
      "One row per two statements of one amount that differ, each with its place, and the likely cause.",
    key: [],
    record: z.strictObject({
      kind: oneOf(
        [
          "previous_year",
          "change_stated",
          "budget_in_accounts",
          "other_edition",
          "published_twice",
          "two_formats",
          "same_rank",
          "units",
        ],
        "矛盾类别",
      ),
      ...stated,
      amount: money("金额（元）"),
      ...place,
      other_amount: money("另一金额（元）"),
      other_document_id: text("另一文档编号"),
      other_table_no: natural("另一表序"),
      other_row: natural("另一行"),
      other_column: natural("另一列"),
      other_page: natural("另一页"),
      difference: money("差额（元）"),
      likely_cause: oneOf(["restated", "unit", "scope", "misprint"], "可能原因"),
    }),
  },
  coverage: {
    title: "覆盖情况",
    about:
      "One row per issuer, year and stage between the first and the last year that it published.",
    key: ["issuer_id", "fiscal_year", "stage"],
    record: z.strictObject({
      issuer_id: required("单位标识"),
      fiscal_year: year("年度"),
      stage: oneOf(["budget", "final_accounts"], "阶段"),
      status: oneOf(["read", "partial", "published", "missing"], "状态"),
      documents: count("文档数"),
      document_ids: text("文档编号"),
    }),
  },
  panel: {
    title: "面板",
    about:
      "One row per issuer, year, stage and, of governments, coverage; the headline concepts are columns.",
    key: [],
    record: z.strictObject({
      issuer_id: required("单位标识"),
      name: text("名称"),
      kind: oneOf(["government", "department", "unit"], "类别"),
      region_code: text("行政区划代码"),
      region_name: text("行政区划名称"),
      province_code: text("省级区划代码"),
      level: oneOf(["province", "prefecture", "county"], "行政级次"),
      fiscal_year: year("年度"),
      stage: oneOf(["budget", "adjusted_budget", "execution", "final_accounts"], "阶段"),
      coverage: stated.coverage,
      // Called as the dataset calls the concepts.
      ...Object.fromEntries([...CONCEPTS, "procurement_total"].map((name) => [name, money(name)])),
      ...DEBT,
      doubtful: text("存疑的列"),
    }),
  },
  codes: {
    title: "科目",
    about:
      "One row per code of the classifications (政府收支分类科目), with the years in which it is in force where these are known.",
    key: ["code"],
    record: z.strictObject({
      classification: oneOf(["function", "economic", "income"], "分类"),
      code: required("科目编码"),
      name: required("名称"),
      other_names: text("曾用名称"),
      parent: text("上级科目"),
      level: natural("级次"),
      since: year("启用年度"),
      until: year("最后年度"),
      name_en: text("英文名称"),
      cofog: text("COFOG 门类"),
      cofog_fit: oneOf(["exact", "approximate"], "对应程度"),
      cofog_source: text("对应来源"),
    }),
  },
  regions: {
    title: "行政区划",
    about:
      "One row per administrative division and the years of its name, from `since` to before `until`.",
    key: ["code", "since"],
    record: z.strictObject({
      code: required("行政区划代码"),
      name: required("名称"),
      parent: text("上级代码"),
      level: oneOf(["province", "prefecture", "county"], "行政级次"),
      since: year("启用年份"),
      until: year("停用年份"),
      successors: text("后继代码"),
    }),
  },
} as const satisfies Readonly<Record<string, PanelFile>>;

/** The name of a file of the comparison dataset. */
export type PanelName = keyof typeof PANEL_FILES;

export const PANEL_NAMES: readonly PanelName[] = [
  "issuers",
  "candidates",
  "series",
  "conflicts",
  "coverage",
  "panel",
  "codes",
  "regions",
];

/** The columns of a file, in their order. */
export const panelColumns = (name: PanelName): readonly string[] =>
  Object.keys(PANEL_FILES[name].record.shape);

/** The columns of a place, in datasets and in comparisons of them. */
export const PLACE = ["document_id", "table_no", "row", "column", "page"] as const;
