/**
 * The rows of the dataset: the one source of its types, CSV columns, Table Schema and JSON Schema.
 * `null` is "not stated"; money and numbers are exact decimal strings.
 */
import { z } from "zod";
import {
  FIGURE_MEASURES,
  GRADES,
  LEVEL1_CODES,
  LEVEL2_CODES,
  MEASURES,
  OPERATORS,
  PHASES,
  SCOPES,
  SECTION_KINDS,
  STAGES,
  TABLE_KINDS,
  TARGET_KINDS,
  THREE_PUBLIC_ITEMS,
} from "./vocabulary.js";

const column = <S extends z.ZodType>(schema: S, title: string): S => schema.meta({ title });
/** Money, percentages, counts: an exact decimal, without trailing zeros. */
export const decimal = z.string().regex(/^-?(0|[1-9]\d*)(\.\d*[1-9])?$/u);

/** Money in yuan, any exact number, a count, free text: each nullable, each with its Chinese title. */
const money = (title: string) => column(decimal.nullable(), title);
const number = (title: string) => column(decimal.nullable(), title);
const text = (title: string) => column(z.string().nullable(), title);
const date = (title: string) => column(z.iso.date().nullable(), title);
const natural = (title: string) => column(z.int().nonnegative().nullable(), title);
const required = (title: string) => column(z.string().min(1), title);
const ordinal = (title: string) => column(z.int().positive(), title);
const year = (title: string) => column(z.int().min(1949).max(2100).nullable(), title);
const oneOf = <const T extends readonly [string, ...string[]]>(values: T, title: string) =>
  column(z.enum(values).nullable(), title);

const documentId = column(z.string().regex(/^[0-9a-f]{16}$/u), "文档编号");
const tableNo = ordinal("表序");
const gridRow = natural("行");
const gridColumn = natural("列");
const page = natural("页");
/** Of records read from cells or sentences: how surely their value, label and code were recognized in a picture. */
const confidence = number("识别置信度");

/** documents.csv: one row an input, failed ones too. */
export const documentRecord = z.strictObject({
  document_id: documentId,
  file_name: required("文件名"),
  source_url: text("来源网址"),
  media_type: text("媒体类型"),
  sha256: required("SHA-256"),
  bytes: column(z.int().nonnegative(), "字节数"),
  pages: natural("页数"),
  extractor: text("读取器"),
  ocr: column(z.boolean().nullable(), "是否识别"),
  status: column(z.enum(["ok", "partial", "failed"]), "状态"),
  error_code: text("错误代码"),
  error_message: text("错误说明"),
  title: text("标题"),
  issuer_name: text("公开单位"),
  issuer_code: text("单位代码"),
  region_code: column(
    z
      .string()
      .regex(/^\d{6}$/u)
      .nullable(),
    "行政区划代码",
  ),
  region_name: text("行政区划名称"),
  fiscal_year: year("预算年度"),
  stage: oneOf(STAGES, "阶段"),
  scope: oneOf(SCOPES, "口径"),
  published_on: date("公开日期"),
  approved_on: date("批复日期"),
  approval_reference: text("批复文号"),
  retrieved_at: column(z.iso.datetime().nullable(), "获取时间"),
  // Documents written before there was this column are read back without it.
  error_message_zh: column(z.string().nullable().default(null), "错误说明（中文）"),
});

/** sections.csv: the outline. */
export const sectionRecord = z.strictObject({
  document_id: documentId,
  section_no: ordinal("章节序"),
  parent_no: natural("上级章节序"),
  level: ordinal("层级"),
  ordinal: text("序号"),
  title: required("标题"),
  kind: column(z.enum(SECTION_KINDS), "类别"),
  page,
});

/** tables.csv: every table found, of a known kind or not. */
export const tableRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  section_no: natural("章节序"),
  kind: column(z.enum(TABLE_KINDS), "表类"),
  caption: text("表题"),
  unit_raw: text("单位"),
  issuer_code: text("单位代码"),
  issuer_name: text("编制单位"),
  fiscal_year: year("预算年度"),
  page_first: natural("首页"),
  page_last: natural("末页"),
  rows: column(z.int().nonnegative(), "行数"),
  columns: column(z.int().nonnegative(), "列数"),
  header_rows: column(z.int().nonnegative(), "表头行数"),
});

/** amounts.csv: one amount a row. */
export const amountRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  table_kind: column(z.enum(TABLE_KINDS), "表类"),
  row: gridRow,
  column: gridColumn,
  page,
  label: text("项目"),
  side: oneOf(["income", "expenditure"], "收支"),
  classification: oneOf(["function", "economic"], "分类"),
  code: text("科目编码"),
  level: natural("科目级次"),
  measure: column(z.enum(MEASURES), "口径"),
  phase: oneOf(PHASES, "预决算"),
  item: oneOf(THREE_PUBLIC_ITEMS, "“三公”项目"),
  measure_raw: text("栏目"),
  amount: money("金额（元）"),
  raw: required("原文"),
  unit_raw: text("单位"),
  confidence,
});

/** projects.csv: one row per 绩效目标表. Plans are cumulative per cent. */
export const projectRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  number: text("序号"),
  project_code: text("项目编码"),
  project_name: text("项目名称"),
  issuer_code: text("单位代码"),
  issuer_name: text("单位名称"),
  budget_total: money("预算数（元）"),
  budget_fiscal: money("财政资金（元）"),
  budget_other: money("其他资金（元）"),
  budget_source: oneOf(["sheet", "prose"], "预算数出处"),
  purpose: text("资金用途"),
  plan_march: number("3月底（%）"),
  plan_june: number("6月底（%）"),
  plan_october: number("10月底（%）"),
  plan_december: number("12月底（%）"),
  goals: text("绩效目标"),
});

/** activities.csv: one row per 职责活动. */
export const activityRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  activity_code: text("活动编码"),
  activity_name: text("活动名称"),
  description: text("活动描述"),
  fiscal_year: year("预算年度"),
  goal: text("绩效目标"),
});

/** indicators.csv: one row per target, per grade where graded. */
export const indicatorRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  row: gridRow,
  page,
  scope: column(z.enum(["department", "project", "activity"]), "范围"),
  project_code: text("项目编码"),
  project_name: text("项目名称"),
  activity_code: text("活动编码"),
  activity_name: text("活动名称"),
  level1: text("一级指标"),
  level2: text("二级指标"),
  level3: text("三级指标"),
  level1_code: oneOf(LEVEL1_CODES, "一级指标代码"),
  level2_code: oneOf(LEVEL2_CODES, "二级指标代码"),
  description: text("指标描述"),
  grade: oneOf(GRADES, "等级"),
  target_kind: column(z.enum(TARGET_KINDS), "指标值类型"),
  operator: oneOf(OPERATORS, "符号"),
  value: number("值"),
  value_max: number("上限"),
  unit: text("计量单位"),
  value_base: number("基本单位值"),
  value_max_base: number("基本单位上限"),
  unit_base: text("基本单位"),
  target_text: text("文字描述"),
  symbol_raw: text("符号原文"),
  target_raw: text("指标值原文"),
  weight: number("分值"),
  basis: text("指标值确定依据"),
  confidence,
});

/** procurement_items.csv: rows of 政府采购预算. */
export const procurementItemRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  row: gridRow,
  page,
  row_kind: column(z.enum(["item", "subtotal", "total"]), "行类"),
  label: text("合计名称"),
  project_name: text("项目名称"),
  project_budget: money("预算资金（元）"),
  item_name: text("采购物品名称"),
  catalogue_code: text("采购目录序号"),
  unit: text("计量单位"),
  quantity: number("数量"),
  unit_price: money("单价（元）"),
  amount_total: money("总计（元）"),
  amount_current_year: money("当年部门预算安排资金（元）"),
  amount_general_public: money("一般公共预算（元）"),
  amount_government_fund: money("政府性基金预算（元）"),
  amount_state_capital: money("国有资本经营预算（元）"),
  amount_special_account: money("财政专户（元）"),
  amount_unit_funds: money("单位资金（元）"),
  amount_carryover: money("财政拨款结转（元）"),
  amount_non_fiscal_carryover: money("非财政拨款结转结余（元）"),
  amount_other_income: money("其他来源收入（元）"),
  amount_other_channels: money("其他渠道资金（元）"),
  sme_reserved: money("预留中小微企业份额（元）"),
  confidence,
});

/** assets.csv: rows of 固定资产占用情况表. */
export const assetRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  row: gridRow,
  page,
  category: oneOf(
    ["total", "buildings", "office_buildings", "vehicles", "equipment", "other"],
    "类别",
  ),
  label: text("项目"),
  quantity: number("数量"),
  quantity_unit: text("计量单位"),
  value: money("价值（元）"),
  as_of: date("截止时间"),
  confidence,
});

/** organizations.csv: rows of 机构设置. */
export const organizationRecord = z.strictObject({
  document_id: documentId,
  table_no: tableNo,
  row: gridRow,
  page,
  name: required("单位名称"),
  nature: text("单位性质"),
  rank: text("单位规格"),
  funding: text("经费保障形式"),
  confidence,
});

/** figures.csv: money stated in prose, one row per mention. */
export const figureRecord = z.strictObject({
  document_id: documentId,
  section_no: natural("章节序"),
  page,
  measure: column(z.enum(FIGURE_MEASURES), "口径"),
  fiscal_year: year("年度"),
  phase: oneOf(["budget", "accounts"], "预决算"),
  amount: money("金额（元）"),
  raw: required("原文"),
  sentence: required("句子"),
  confidence,
});

/** findings.csv: what is wrong or doubtful. */
export const findingRecord = z.strictObject({
  document_id: documentId,
  table_no: natural("表序"),
  section_no: natural("章节序"),
  row: gridRow,
  column: gridColumn,
  page,
  rule: required("规则"),
  severity: column(z.enum(["error", "warning", "info"]), "程度"),
  message: required("说明"),
  expected: text("应为"),
  actual: text("实为"),
  message_zh: required("中文说明"),
});

/** The CSV files by name, in the order in which they are listed. */
export const RECORDS = {
  documents: documentRecord,
  sections: sectionRecord,
  tables: tableRecord,
  amounts: amountRecord,
  projects: projectRecord,
  activities: activityRecord,
  indicators: indicatorRecord,
  procurement_items: procurementItemRecord,
  assets: assetRecord,
  organizations: organizationRecord,
  figures: figureRecord,
  findings: findingRecord,
} as const;

export type RecordFile = keyof typeof RECORDS;
export type DatasetRecord<F extends RecordFile> = z.infer<(typeof RECORDS)[F]>;

/** A record before it knows its document, its table where it has one, and how surely it was recognized. */
export type Draft<F extends RecordFile> = Omit<Placed<F>, "table_no">;
/** A draft that knows its table, or needs none. */
export type Placed<F extends RecordFile> = Omit<DatasetRecord<F>, "document_id" | "confidence">;
