/** A disclosure that contradicts itself on purpose; each slip is told in `contradictions`. */
import { heading, line, type Contradiction, type Disclosure, type Piece } from "../description.js";
import { hebeiTables, type HebeiBudget } from "../forms/hebei-tables.js";
import { targets } from "../forms/indicators.js";
import { procurementTable } from "../forms/procurement.js";
import { sheetCaption, strippedSheet, type Project } from "../forms/project-sheet.js";
import { assetTable } from "../forms/registers.js";
import { of, words } from "../forms/target.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2023, phase: "budget" });
const issuer = "栖云县交通运输局";

const budget: HebeiBudget = {
  code: "226",
  issuer,
  year: 2023,
  functions: [
    { code: "2080505", values: [38_60, 0] },
    { code: "2101101", values: [18_30, 0] },
    { code: "2140101", values: [410_20, 0] },
    { code: "2140106", values: [0, 356_00] },
    { code: "2140112", values: [0, 88_40] },
    { code: "2210201", values: [32_90, 0] },
  ],
  economics: [
    { code: "30101", values: [160_00, 0] },
    { code: "30102", values: [98_00, 0] },
    { code: "30103", values: [62_20, 0] },
    { code: "30108", values: [38_60, 0] },
    { code: "30110", values: [18_30, 0] },
    { code: "30113", values: [32_90, 0] },
    { code: "30201", values: [0, 24_00] },
    { code: "30211", values: [0, 12_00] },
    { code: "30217", values: [0, 1_50] },
    { code: "30228", values: [0, 6_50] },
    { code: "30231", values: [0, 18_00] },
    { code: "30239", values: [0, 28_00] },
  ],
  threePublic: [0, 0, 18_00, 1_50],
  slips: [
    { kind: "budget_summary", label: "支出总计", column: 3, cell: "949.40" },
    { kind: "budget_expenditure", label: "公路养护", column: 2, cell: "365.00" },
    { kind: "budget_general_public_basic", label: "差旅费", column: 2, cell: "21.00" },
    { kind: "budget_general_public_basic", label: "差旅费", column: 4, cell: "21.00" },
  ],
};

const overview: readonly Piece[] = [
  heading(1, "一、部门职责及机构设置情况", "duties"),
  line("（一）负责全县公路建设、养护和路政管理。"),
  line("（二）负责道路运输行业监督管理。"),
  heading(1, "二、部门预算安排的总体情况", "budget_overview"),
  heading(2, "1、收入说明", "income"),
  prose(
    "2023年预算收入{income_total:944.40万元}，其中：一般公共预算收入{income_general_public:944.40万元}，基金预算收入{income_government_fund:0万元}。",
  ),
  heading(2, "2、支出说明", "expenditure"),
  prose(
    "2023年部门支出预算为{expenditure_total:944.40万元}，其中基本支出{expenditure_basic:500.00万元}，包括人员经费{expenditure_personnel:410.00元}和公用经费{expenditure_public_use:90.00万元}；项目支出{expenditure_project:444.40万元}。",
  ),
  heading(2, "3、比上年增减情况", "year_on_year"),
  prose(
    "2023年部门预算收支安排{expenditure_total:944.40万元}，较2022年增加{change_total:44.40万元}，其中：基本支出增加{change_basic:20.00万元}；项目支出增加{change_project:34.40万元}。",
  ),
  heading(1, "三、机关运行经费安排情况", "operating_costs"),
  prose(
    "机关运行经费共计安排{operating_costs:99.00万元}，主要用于办公费、差旅费和公务用车运行维护费等支出。",
  ),
  heading(1, "四、财政拨款“三公”经费预算情况及增减变化原因", "three_public"),
  prose(
    "2023年“三公”经费预算合计安排{three_public_total:19.5万元}，其中：公务用车运行维护费安排{three_public_vehicle_running:18万元}，因公出国（境）费{three_public_abroad:0万元}，公务接待费{three_public_reception:1.5万元}。",
  ),
];

const basis = "年度工作计划";
const projects: readonly Project[] = [
  {
    number: "1",
    name: "农村公路养护",
    code: "13992823PA11QWER00T01",
    purpose: "农村公路日常养护和小修",
    budget: { total: "356.00", fiscal: "356.00", other: "" },
    plan: ["20.00", "60.00", "50.00", "100.00"],
    goals: ["1、提高农村公路路况水平"],
    indicators: targets`
        产出指标 | 数量指标 | 养护里程 | 列养农村公路里程 | ${of("≥", "801", "")} | ${basis}
         | 质量指标 | 优良路率 | 农村公路优良中等路率 | ${of("≥", "85", "%")} | ${basis}
        效益指标 | 社会效益指标 | 路面完好率 | 路面完好率 | ${of("≤", "100", "%")} | ${basis}
        满意度指标 | 服务对象满意度指标 | 群众满意度 | 沿线群众满意度 | ${of("≥", "105", "%")} | ${basis}`,
  },
  {
    number: "2",
    name: "客运站改造",
    captionName: "公交站台建设",
    code: "13992823PA11QWER00T01",
    purpose: "县城客运站候车厅改造",
    budget: { total: "88.40", fiscal: "80.00", other: "0" },
    plan: ["10.00", "40.00", "80.00", "90.00"],
    goals: ["1、改善旅客候车条件"],
    indicators: targets`
        产出指标 | 数量指标 | 改造面积 | 候车厅改造面积 | ${of("≥", "1200", "平方米")} | ${basis}
         | 时效指标 | 完工时间 | 工程完工时间 | ${words("当年完成")} | ${basis}
        满意度指标 | 服务对象满意度指标 | 旅客满意度 | 旅客满意度 | ${of("≥", "95", "%")} | ${basis}`,
  },
];

const performance: readonly Piece[] = [
  heading(1, "五、预算绩效信息", "performance"),
  heading(2, "（一）总体绩效目标", "performance_department"),
  line("加快交通基础设施建设，提升公路养护和运输服务水平。"),
  heading(2, "（二）预算项目绩效目标", "performance_projects"),
  ...projects.flatMap((project): readonly Piece[] => [
    sheetCaption(project),
    strippedSheet(project, { code: "226", issuer, unit: "万元" }),
  ]),
];

const closing: readonly Piece[] = [
  heading(1, "六、政府采购预算情况", "procurement"),
  prose(`2023年，${issuer}安排政府采购预算{procurement_total:15.00万元}。具体内容见下表。`),
  line("部门政府采购预算", "caption"),
  procurementTable({
    meaning: { caption: "部门政府采购预算", issuer_code: "226", issuer_name: issuer },
    unit: "万元",
    head: grid`
      226${issuer} | < | < | < | < | < | < | 单位：万元 | < | <
      政府采购项目来源 | < | 采购物品名称 | 政府采购目录序号 | 计量单位 | 数量 | 单价 | 政府采购金额（当年部门预算安排资金） | < | <
      项目名称 | 预算资金 | ^ | ^ | ^ | ^ | ^ | 合计 | 一般公共预算拨款 | 基金预算拨款`,
    columns: [
      "project_name",
      "project_budget",
      "item_name",
      "catalogue_code",
      "unit",
      "quantity",
      "unit_price",
      ["amount_total", "amount_current_year"],
      "amount_general_public",
      "amount_government_fund",
    ],
    rows: grid`
      total | 合计 | | | | | | | 15.00 | 15.00 |
      item | 农村公路养护 | 356.00 | 台式计算机 | A02010105 | 台 | 5 | 0.45 | 2.52 | 2.52 |
      item | 农村公路养护 | 356.00 | 路面切割机 | A02330500 | 台 | 10 | 1.20 | 12.00 | 12.00 | `,
    widths: [4, 2.4, 3.4, 3.6, 2, 1.8, 2, 3, 3, 2.6],
  }),
  heading(1, "七、国有资产信息", "assets"),
  prose(`${issuer}上年末固定资产金额为{fixed_assets@2022:800.00万元}（详见下表）。`),
  line("部门固定资产占用情况表", "caption"),
  assetTable({
    caption: "部门固定资产占用情况表",
    captioned: false,
    corner: [`226${issuer}`, "截止时间：2021-12-31"],
    meaning: { issuer_code: "226", issuer_name: issuer },
    asOf: "2021-12-31",
    values: grid`
      —— | 800.00
      3200 | 500.00
      1800 | 260.00
      4 | 120.00
      1 | 80.00
      —— | 100.00`,
  }),
];

/** A slip may break several rules: each is listed once for each time that it must be found. */
const contradictions: readonly Contradiction[] = [
  error("income_equals_expenditure", 1, "支出总计 is 949.40, 收入总计 944.40"),
  error("summary_parts_equal_total", 1, "支出总计 is 949.40, 本年支出合计 944.40"),
  error("parts_equal_total", 3, "公路养护 is 365.00, its 项目支出 356.00"),
  error("children_equal_parent", 3, "365.00 makes the 项 of 21401 come to 863.60, not 854.60"),
  error("rows_agree", 2, "公路养护 is 356.00 here, 365.00 in 支出总表"),
  error("rows_agree", 5, "公路养护 is 356.00 here, 365.00 in 支出总表"),
  error("children_equal_parent", 6, "差旅费 21.00 makes the 款 of 302 come to 99.00 (合计)"),
  error("children_equal_parent", 6, "差旅费 21.00 makes the 款 of 302 come to 99.00 (公用经费)"),
  error("unit_doubtful", null, "人员经费410.00元 can only be 万元"),
  error("figures_add_up", null, "20.00 and 34.40 more make 54.40, not 44.40"),
  error("plan_rises_to_100", 10, "60 % in June, 50 % in October"),
  error("target_bound_doubtful", 10, "路面完好率 ≤100% is always met"),
  error("target_bound_doubtful", 10, "群众满意度 ≥105% can never be met"),
  error("project_funds_equal_budget", 11, "财政资金 80.00 and 其他资金 0 make 80.00, not 88.40"),
  error("plan_rises_to_100", 11, "the plan ends at 90 %"),
  error("project_code_unique", 11, "the code of project 1 again"),
  error("quantity_times_price", 12, "5 × 0.45 is 2.25, not 2.52"),
  error("procurement_items_equal_total", 12, "the items make 14.52, not 15.00 (合计)"),
  error("procurement_items_equal_total", 12, "the items make 14.52, not 15.00 (一般公共预算拨款)"),
  warning(
    "figures_match_tables",
    null,
    "机关运行经费 is 99.00 in the prose, more than the 公用经费 90.00 in the table",
  ),
  warning("caption_names_project", 11, "the caption says 公交站台建设, the sheet 客运站改造"),
  warning("as_of_fits_year", 13, "as of 2021 in a budget for 2023"),
];

function error(rule: string, table: number | null, says: string): Contradiction {
  return { rule, severity: "error", table, says };
}

function warning(rule: string, table: number | null, says: string): Contradiction {
  return { rule, severity: "warning", table, says };
}

/** 栖云县交通运输局, 2023. */
export const contradictions2023: Disclosure = {
  slug: "contradictions-2023",
  fiscalYear: 2023,
  about: {
    title: `${issuer}2023年部门预算信息公开情况说明`,
    issuer_name: issuer,
    issuer_code: "226",
    fiscal_year: 2023,
    stage: "budget",
    scope: "department",
  },
  manner: { borders: "strokes", repeatHeader: false, web: true },
  contradictions,
  pieces: [
    line(`${issuer}2023年部门预算信息公开情况说明`, "title"),
    ...hebeiTables(budget),
    ...overview,
    ...performance,
    ...closing,
  ],
};
