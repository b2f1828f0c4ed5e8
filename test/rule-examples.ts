import type { Facts } from "../pipeline/model/finding.js";

const money = (name: string, wan: string, table_no: number | null = null) => ({
  name,
  amount: `${wan}0000`,
  text: `${wan}万元`,
  table_no,
});

const sum = {
  stated: money("合计", "18", 2),
  parts: [money("基本支出", "10", 3), money("项目支出", "7", 3)],
  computed: { amount: "170000", text: "17万元" },
};
const longSum = { ...sum, parts: Array.from({ length: 9 }, (_, i) => money("类", `${i + 1}`, 3)) };
const noParts = { ...sum, parts: [] };
const cell = { text: "12.3.4" };
const onPage = { page: 3 };

/** Facts for each way in which each rule can speak. */
export const EXAMPLES: Readonly<Record<string, readonly Facts[]>> = {
  parts_equal_total: [sum, longSum],
  children_equal_parent: [sum, longSum],
  classes_equal_total: [sum, longSum],
  summary_parts_equal_total: [sum, longSum],
  income_equals_expenditure: [sum, noParts],
  totals_agree: [sum, noParts],
  basic_parts_agree: [sum, noParts],
  nothing_completed: [{ budget: "0万元", accounts: "95.89万元", percent: "95.89%" }],
  rows_agree: [sum, noParts],
  classes_agree: [sum, noParts],
  procurement_items_equal_total: [sum, longSum],
  procurement_funds_equal_amount: [sum, longSum],
  project_funds_equal_budget: [sum, longSum],
  figures_match_tables: [sum, noParts],
  items_match_tables: [sum, noParts],
  figures_add_up: [sum, longSum],
  change_equals_difference: [
    { ...sum, parts: [money("支出总计", "10"), money("支出总计", "-7")] },
    noParts,
  ],
  list_adds_up: [sum, longSum],
  rounding: [
    { sums: 1, largest: { ...sum.stated, difference: "0.01万元" } },
    { sums: 4, largest: { ...sum.stated, difference: "0.01万元" } },
  ],
  unit_doubtful: [
    { culprit: { ...sum.stated, is_total: true }, meant: "18元", sum },
    { culprit: { ...sum.stated, is_total: false }, meant: "18元", sum },
  ],
  percentage_fits: ["share", "growth", "fulfilment"].map((what) => ({
    printed: "95",
    computed: "94.44",
    of: sum.stated,
    base: sum.stated,
    what,
  })),
  comparison_words_fit: [
    {
      budget: money("年初预算", "10"),
      accounts: money("支出决算", "7"),
      words: "决算数大于预算数",
    },
  ],
  three_public_covers_basic: [
    {
      whole: money("公务接待费", "1", 5),
      basic: { ...money("公务接待费", "2", 4), code: "30217" },
    },
  ],
  operating_costs_within_public_use: [{ costs: sum.stated, public_use: sum.stated }],
  project_budgets_within_expenditure: [{ sum: sum.computed, whole: sum.stated, sheets: 13 }],
  quantity_times_price: [
    { quantity: "3", price: sum.stated, stated: sum.stated, computed: sum.computed },
  ],
  plan_rises_to_100: [{ name: "培训费", plan: ["10", "20", "90"] }],
  project_code_unique: [{ code: "13010", names: ["培训费", "会议费"] }],
  target_without_unit: [
    { name: "合格率", target: "95", sibling: "90%" },
    { name: "合格率", target: "95", sibling: null },
  ],
  target_bound_doubtful: ["over", "always", "basis"].map((kind) => ({
    name: "合格率",
    target: "≤100%",
    why: { kind, basis: kind === "basis" ? "98%以上" : "" },
  })),
  grades_distinct: ["alike", "left_out", "shared", "point"].map((kind) => ({
    name: "人数",
    targets: [">2人", "<2人"],
    why: { kind, target: "2" },
  })),
  placeholder_left: [{ text: "XX局2024年部门预算" }],
  heading_year_fits: [{ text: "2023年度部门决算", year: "2023", own: 2024 }],
  as_of_fits_year: [{ date: "2021年12月31日", own: 2024, end: 2023 }],
  announced_table_present: [{ entries: ["收入总表", "支出总表"] }],
  empty_table_noted: ["not_empty", "in_prose", "not_noted", "other_fund"].map((kind) => ({
    caption: "收支总表",
    why: { kind, said: kind === "in_prose" ? "5万元" : kind === "other_fund" ? "国有资本" : "" },
  })),
  code_name_fits: [
    { code: "2010101", label: "行政运作", names: ["行政运行"] },
    { code: "2999999", label: "行政运作", names: [] },
  ],
  caption_names_project: [{ caption: "鉴定费", name: "签定费" }],
  formula_result: [{ formula: "82377×0.12", value: "9885.24", result: sum.stated }],
  increase_explained: [{ clause: "增加252.95万元，主要由人员减少导致" }],
  vehicle_purchase_planned: [{ project: "执法车辆购置", budget: "180000" }],
  named_purchases_listed: [{ name: "服务器", items: ["打印机", "复印纸"] }],
  indicator_counts_fit: [
    { said: { output: 1 }, printed: { output: 4, outcome: 2 }, sheets: 1 },
    { said: { satisfaction: 1 }, printed: { cost: 4 }, sheets: 3 },
  ],
  recognition_corrected: [
    ...["sign", "lexicon", "arithmetic"].map((by) => ({
      read: "1o.5",
      stands: "10.5",
      by,
      alike: null,
    })),
    ...[1, 5].map((alike) => ({ read: "1,0.5", stands: "10.5", by: "sign", alike })),
  ],
  recognition_differs: [{ text: "10.5", second: "70.5" }],
  recognition_doubtful: [
    { text: "10.5", sureness: 93, other: "70.5" },
    { text: "10.5", sureness: null, other: null },
  ],
  recognition_improbable: [
    { text: "1o.5", shape: null },
    { text: "13O1", shape: "\\d{4}" },
  ],
  table_not_understood: ["债务限额表", ""].map((caption) => ({
    caption,
    rows: 12,
    columns: 4,
    numbers: 33,
    largest: "1,200.50亿元",
  })),
  records_missing: ["none", "few", "no_indicators"].map((what) => ({ what, rows: 9, records: 2 })),
  header_doubtful: [
    { rows: 3, text: "1,200.00" },
    { rows: 4, text: "" },
  ],
  number_ignored: [1, 9].map((count) => ({
    reason: "percentage",
    count,
    first: [{ text: "12.5", row: 3, column: 4 }],
  })),
  caption_alone: [{ caption: "部门支出总表" }],
  row_torn: [{ code: "2080505", label: "老保险缴费支出" }],
  text_unfit: [1, 5].map((count) => ({
    file: "indicators",
    column: "level1",
    text: "≥90次",
    count,
  })),
  table_in_prose: [{ lines: 7, amounts: 21, first: "208 社会保障" }],
  page_without_text: [onPage],
  picture_beside_text: [onPage],
  text_layer_unreadable: [{ ...onPage, share: 0.42 }],
  characters_unmapped: [{ ...onPage, count: 8 }],
  page_damaged: [{ ...onPage, reason: "bad XRef entry" }],
  pages_missing: [{ named: 9, found: 4 }],
  text_layer_replaced: [{ ...onPage, share: 0.42 }],
  page_not_drawn: [onPage],
  page_not_recognized: [
    {
      ...onPage,
      reason: "Install it with `npm install`.",
      reason_zh: "请用 `npm install` 安装。",
    },
  ],
  page_blank: [{ pages: [2, 7] }],
  figures_outside_tables: [{ ...onPage, lines: 12 }],
  pages_recognized: [
    { pages: [1, 2, 3, 7], engine: "ppocr (4.2)" },
    { pages: [5], engine: "ppocr (4.2)" },
  ],
  engine_cannot_read: [{ name: "tesseract", cannotRead: ["≥", "≤"] }],
  ink_unread: [{ ...onPage, share: 0.012 }],
  picture_unclear: [{ ...onPage, share: 0.12 }],
  picture_bent: [onPage],
  embedded_part_not_read: [{ count: 2 }],
  embedded_object_not_read: [{ kinds: ["Excel.Sheet.12"] }],
  picture_not_read: [{ count: 2 }],
  small_picture_not_read: [{ count: 2 }],
  cells_drawn: [{ ...onPage, count: 12 }],
  tracked_changes_accepted: [{ count: 2 }],
  symbol_unknown: [{ codes: ["Wingdings F0A3"] }],
  text_cut_short: [{ line: 40 }],
  inherited_unit: [{ unit: "万元" }],
  nothing_recognized: [{}],
  caption_against_header: [
    { caption: "收入预算表", named: "收入总表", shown: "支出总表" },
    { caption: "收入预算表", named: "收入总表", shown: "" },
  ],
  unread_cell: [cell],
  unreadable_amount: [cell],
  missing_unit: [cell],
  unreadable_number: [cell],
  unreadable_sign: [{ text: "³" }],
  unreadable_target: [cell],
  unnamed_measure: [{ header: "合计 / 其他" }, { header: "" }],
  unlabelled_amount: [cell],
  title_absent: [{}],
  issuer_printed_differently: [{ title: "云溪县教育局", other: "云溪县教育和体育局" }],
  region_ambiguous: [{ candidates: "310107 普陀区, 330903 普陀区" }],
  region_contradicted: [{ named: "130200 唐山市", coded: "130209 曹妃甸区" }],
  region_from_prose: [{ mentioned: "130209 曹妃甸区" }],
};
