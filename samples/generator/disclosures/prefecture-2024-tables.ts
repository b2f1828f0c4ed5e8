/** The tables of the accounts of 青岚市, 2024. */
import { corner, line, newPage, type Piece } from "../description.js";
import { type GovernmentTable, governmentTable } from "../forms/government-table.js";
import { grid } from "../text-table.js";

export const city = "青岚市";
const region = { region_code: null, region_name: city } as const;

const ofAmounts: GovernmentTable<"amounts">["meant"] = (told, cell) => ({
  file: "amounts",
  row: { ...told, ...cell },
});

function captioned<F extends "amounts" | "transfers" | "debt">(
  form: GovernmentTable<F>,
): readonly Piece[] {
  const { caption = "" } = form.meaning;
  return [
    line(caption ?? "", "caption"),
    corner("", `单位：${form.unit}`),
    governmentTable({
      ...form,
      meaning: {
        fiscal_year: 2024,
        edition: "accounts",
        coverage: "whole",
        ...region,
        ...form.meaning,
      },
    }),
    newPage,
  ];
}

const PHASES = [
  { fiscal_year: 2024, phase: "budget", measure: "total" },
  { fiscal_year: 2024, phase: "accounts", measure: "total" },
  { fiscal_year: 2024, phase: "accounts", measure: "percent_of_budget" },
] as const;
const header = grid`
  项目 | 2024年预算数 | 2024年决算数 | 决算数为预算数的%`;
const widths = [8, 4, 4, 4];

const income: readonly Piece[] = captioned<"amounts">({
  meant: ofAmounts,
  meaning: {
    kind: "gov_general_public_income",
    caption: "2024年青岚市一般公共预算收入决算表",
    account: "general_public",
  },
  unit: "万元",
  header,
  widths,
  body: [
    ["一、税收收入", "90000", "81000", "90.0"],
    ["　　增值税", "60000", "54000", "90.0"],
    ["　　契税", "30000", "27000", "90.0"],
    ["二、非税收入", "30000", "36000", "120.0"],
    ["本年收入合计", "120000", "117000", "97.5"],
  ],
  common: {
    table_kind: "gov_general_public_income",
    side: "income",
    account: "general_public",
    coverage: "whole",
    ...region,
  },
  columns: PHASES,
  rows: [
    { label: "税收收入", depth: 0, item_code: "tax" },
    { label: "增值税", depth: 1, parent_row: 1 },
    { label: "契税", depth: 1, parent_row: 1 },
    { label: "非税收入", depth: 0, item_code: "non_tax" },
    { label: "本年收入合计", depth: 0, item_code: "income_own" },
  ],
});

const expenditure: readonly Piece[] = captioned<"amounts">({
  meant: ofAmounts,
  meaning: {
    kind: "gov_general_public_expenditure",
    caption: "2024年青岚市一般公共预算支出决算表",
    account: "general_public",
  },
  unit: "万元",
  header,
  widths,
  body: [
    ["一、教育支出", "80000", "76000", "95.0"],
    ["　　普通教育", "80000", "76000", "95.0"],
    ["二、卫生健康支出", "40000", "42000", "105.0"],
    ["本年支出合计", "120000", "118000", "98.3"],
  ],
  common: {
    table_kind: "gov_general_public_expenditure",
    side: "expenditure",
    account: "general_public",
    coverage: "whole",
    ...region,
  },
  columns: PHASES,
  rows: [
    { label: "教育支出", depth: 0 },
    { label: "普通教育", depth: 1, parent_row: 1 },
    { label: "卫生健康支出", depth: 0 },
    { label: "本年支出合计", depth: 0, item_code: "expenditure_own" },
  ],
});

const fund: readonly Piece[] = captioned<"amounts">({
  meant: ofAmounts,
  meaning: {
    kind: "gov_fund_income",
    caption: "2024年青岚市政府性基金预算收入决算表",
    account: "government_fund",
  },
  unit: "万元",
  header,
  widths,
  body: [
    ["国有土地使用权出让收入", "50000", "40000", "80.0"],
    ["城市基础设施配套费收入", "5000", "6000", "120.0"],
    ["本年收入合计", "55000", "46000", "83.6"],
  ],
  common: {
    table_kind: "gov_fund_income",
    side: "income",
    account: "government_fund",
    coverage: "whole",
    ...region,
  },
  columns: PHASES,
  rows: [
    { label: "国有土地使用权出让收入" },
    { label: "城市基础设施配套费收入" },
    { label: "本年收入合计", item_code: "income_own" },
  ],
});

const capital: readonly Piece[] = captioned<"amounts">({
  meant: ofAmounts,
  meaning: {
    kind: "gov_state_capital_expenditure",
    caption: "2024年青岚市国有资本经营预算支出决算表",
    account: "state_capital",
  },
  unit: "万元",
  header,
  widths,
  body: [
    ["国有企业资本金注入", "900", "800", "88.9"],
    ["其他国有资本经营预算支出", "100", "100", "100.0"],
    ["本年支出合计", "1000", "900", "90.0"],
  ],
  common: {
    table_kind: "gov_state_capital_expenditure",
    side: "expenditure",
    account: "state_capital",
    coverage: "whole",
    ...region,
  },
  columns: PHASES,
  rows: [
    { label: "国有企业资本金注入" },
    { label: "其他国有资本经营预算支出" },
    { label: "本年支出合计", item_code: "expenditure_own" },
  ],
});

const insurance: readonly Piece[] = captioned<"amounts">({
  meant: ofAmounts,
  meaning: {
    kind: "gov_social_insurance",
    caption: "2024年青岚市社会保险基金收入决算表",
    account: "social_insurance",
  },
  unit: "万元",
  header,
  widths,
  body: [
    ["城乡居民基本养老保险基金收入", "20000", "21000", "105.0"],
    ["失业保险基金收入", "3000", "2700", "90.0"],
    ["合计", "23000", "23700", "103.0"],
  ],
  common: {
    table_kind: "gov_social_insurance",
    side: "income",
    account: "social_insurance",
    coverage: "whole",
    ...region,
  },
  columns: PHASES,
  rows: [
    { label: "城乡居民基本养老保险基金收入", item: "pension_residents" },
    { label: "失业保险基金收入", item: "unemployment" },
    { label: "合计", item: "total" },
  ],
});

const REGIONS = [
  { region_raw: "云溪区", region_name: "云溪区" },
  { region_raw: "白石县", region_name: "白石县" },
  { region_raw: "柳溪县", region_name: "柳溪县" },
] as const;

const transfers: readonly Piece[] = captioned<"transfers">({
  meant: (told, cell) => ({ file: "transfers", row: { ...told, ...cell } }),
  meaning: {
    kind: "transfers_by_region",
    caption: "2024年青岚市对县区一般公共预算税收返还和转移支付分地区决算表",
    account: "general_public",
    coverage: "subordinate",
  },
  unit: "万元",
  header: grid`
    地区 | 合计 | 税收返还 | 一般性转移支付 | 专项转移支付`,
  widths: [5, 4, 4, 5, 5],
  body: [
    ["云溪区", "11000", "1000", "8000", "2000"],
    ["白石县", "14500", "500", "11000", "3000"],
    ["柳溪县", "18300", "300", "14000", "4000"],
    ["合计", "43800", "1800", "33000", "9000"],
  ],
  common: {
    account: "general_public",
    direction: "paid",
    region_scope: "whole",
    fiscal_year: 2024,
    phase: "accounts",
  },
  columns: [
    { category: "total", item: "合计" },
    { category: "return", item: "税收返还" },
    { category: "general", item: "一般性转移支付" },
    { category: "special", item: "专项转移支付" },
  ],
  rows: [...REGIONS, { region_raw: "合计", region_name: city }],
});

const debt: readonly Piece[] = captioned<"debt">({
  meant: (told, { measure_raw, ...cell }) => ({
    file: "debt",
    row: { ...told, ...cell, measure_raw: measure_raw.replaceAll(" / ", "/") },
  }),
  meaning: {
    kind: "debt_limit_balance",
    caption: "青岚市2024年地方政府债务限额及余额决算情况表",
    account: "debt",
  },
  unit: "亿元",
  header: grid`
    地区 | 2024年债务限额 | < | < | 2024年债务余额 | < | <
    ^ | 合计 | 一般债务 | 专项债务 | 合计 | 一般债务 | 专项债务`,
  widths: [5, 3, 3, 3, 3, 3, 3],
  body: [
    ["全市", "95.00", "38.00", "57.00", "90.50", "36.50", "54.00"],
    ["市本级", "40.00", "15.00", "25.00", "39.00", "14.50", "24.50"],
    ["云溪区", "20.00", "8.00", "12.00", "18.50", "7.50", "11.00"],
    ["白石县", "20.00", "8.00", "12.00", "18.00", "7.50", "10.50"],
    ["柳溪县", "15.00", "7.00", "8.00", "15.00", "7.00", "8.00"],
  ],
  common: { fiscal_year: 2024, phase: "accounts", region_scope: "whole" },
  columns: (["limit", "balance"] as const).flatMap((measure) =>
    (["total", "general", "special"] as const).map((debt_kind) => ({ measure, debt_kind })),
  ),
  rows: [
    { region_raw: "全市", region_name: city, label: "全市" },
    { region_raw: "市本级", region_name: city, label: "市本级", region_scope: "own" },
    ...REGIONS.map((one) => ({ ...one, label: one.region_raw })),
  ],
});

export const prefectureTables: readonly Piece[] = [
  ...income,
  ...expenditure,
  ...fund,
  ...capital,
  ...insurance,
  ...transfers,
  ...debt,
];
