/** 2023 layout: nine budget tables first, then the prose with activity grades and goal strips. */
import { heading, line, type Disclosure, type Piece } from "../description.js";
import { hebeiTables, type HebeiBudget } from "../forms/hebei-tables.js";
import { targets } from "../forms/indicators.js";
import { procurementTable } from "../forms/procurement.js";
import { goalSheet, sheetCaption, type Project } from "../forms/project-sheet.js";
import {
  activityTable,
  assetTable,
  graded,
  organizationTable,
  type Activity,
} from "../forms/registers.js";
import { between, of, words, yesNo } from "../forms/target.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2023, phase: "budget" });
const issuer = "栖云县农业农村局";

const budget: HebeiBudget = {
  code: "217",
  issuer,
  year: 2023,
  functions: [
    { code: "2080501", values: [23_16, 0] },
    { code: "2080505", values: [98_12, 0] },
    { code: "2080506", values: [49_06, 0] },
    { code: "2101101", values: [41_18, 0] },
    { code: "2101103", values: [22_05, 0] },
    { code: "2130101", values: [862_40, 35_00] },
    { code: "2130108", values: [0, 180_00] },
    { code: "2130122", values: [0, 1250_50] },
    { code: "2210201", values: [74_30, 0] },
  ],
  economics: [
    { code: "30101", values: [312_50, 0] },
    { code: "30102", values: [128_40, 0] },
    { code: "30103", values: [201_15, 0] },
    { code: "30108", values: [98_12, 0] },
    { code: "30109", values: [49_06, 0] },
    { code: "30110", values: [41_18, 0] },
    { code: "30111", values: [22_05, 0] },
    { code: "30113", values: [74_30, 0] },
    { code: "30201", values: [0, 42_10] },
    { code: "30206", values: [0, 18_80] },
    { code: "30207", values: [0, 9_60] },
    { code: "30211", values: [0, 21_30] },
    { code: "30216", values: [0, 5_60] },
    { code: "30217", values: [0, 2_40] },
    { code: "30228", values: [0, 14_50] },
    { code: "30229", values: [0, 16_20] },
    { code: "30231", values: [0, 24_00] },
    { code: "30239", values: [0, 65_85] },
    { code: "30302", values: [23_16, 0] },
  ],
  threePublic: [0, 0, 24_00, 2_40],
};

const overview: readonly Piece[] = [
  heading(2, "一、部门职责及机构设置情况", "duties"),
  line("（一）统筹推动发展农村社会事业、农村公共服务和乡村治理。"),
  line("（二）负责种植业、畜牧业、渔业和农业机械化的监督管理。"),
  line("（三）负责动植物疫病防治和农产品质量安全监管。"),
  line("部门机构设置情况", "caption"),
  organizationTable(grid`
      栖云县农业农村局本级 | 行政 | 正科级 | 财政拨款
      栖云县动物疫病预防控制中心 | 事业 | 股级 | 财政性资金基本保证
      栖云县农业技术推广站 | 事业 | 股级 | 财政性资金基本保证`),
  heading(2, "二、部门预算安排的总体情况", "budget_overview"),
  heading(3, "1、收入说明", "income"),
  prose(
    "本部门2023年预算收入{income_total:2,635.77万元}。其中：一般公共预算收入{income_general_public:2,635.77万元}，基金预算收入{income_government_fund:0万元}，财政专户核拨收入{income_special_account:0万元}，其他来源收入{income_other:0万元}。",
  ),
  heading(3, "2、支出说明", "expenditure"),
  prose(
    "2023年部门支出预算为{expenditure_total:2,635.77万元}，其中基本支出{expenditure_basic:1,170.27万元}，包括人员经费{expenditure_personnel:949.92万元}和公用经费{expenditure_public_use:220.35万元}；项目支出{expenditure_project:1,465.50万元}，全部为本级支出。",
  ),
  heading(3, "3、比上年增减情况", "year_on_year"),
  prose(
    "2023年部门预算收支安排{expenditure_total:2,635.77万元}，较2022年增加{change_total:137.42万元}，其中：基本支出增加{change_basic:20.15万元}，主要是人员增加；项目支出增加{change_project:117.27万元}，主要是农业生产发展资金增加。",
  ),
  heading(2, "三、机关运行经费安排情况", "operating_costs"),
  prose(
    "机关运行经费共计安排{operating_costs:220.35万元}，主要用于办公费、电费、邮电费、差旅费、培训费和公务用车运行维护费等支出。",
  ),
  heading(2, "四、财政拨款“三公”经费预算情况及增减变化原因", "three_public"),
  prose(
    "2023年，栖云县农业农村局“三公”经费预算合计安排{three_public_total:26.4万元}，比2022年（{three_public_total@2022:28万元}）减少1.6万元，其中：公务用车运行维护费安排{three_public_vehicle_running:24万元}，因公出国（境）费{three_public_abroad:0万元}，公务接待费{three_public_reception:2.4万元}。",
  ),
];

const activities: readonly Activity[] = [
  {
    code: "0101",
    name: "粮食生产管理",
    description: "落实粮食安全责任。\n\n组织春耕和秋收生产。",
    goal: "稳定粮食播种面积和产量",
    indicators: graded`
        粮食播种面积 | 全县粮食播种面积 | ${of("≥", "42", "万亩")} | ${of("≥", "41", "万亩")} | ${of("≥", "40", "万亩")} | ${of("<", "40", "万亩")}
        任务完成及时性 | 按农时完成播种 | ${words("及时")} | ${words("延期一周")} | ${words("延期两周")} | `,
  },
  {
    code: "0102",
    name: "动物疫病防控",
    description: "组织春秋两季集中免疫和疫情监测。",
    goal: "不发生区域性重大动物疫情",
    indicators: graded`
        免疫密度 | 应免畜禽免疫比例 | ${of("", "100", "%")} | ${of("≥", "95", "%")} | ${of("≥", "90", "%")} | ${of("<", "90", "%")}
        防疫员培训人数 | 参加培训的村级防疫员 | ${of("以上", "400", "人")} | ${between("360", "399", "人")} | ${between("320", "359", "人")} | ${of("以下", "319", "人")}
        是否建立监测台账 | 疫情监测台账建立情况 | ${yesNo("是")} | ${words("基本建立")} | | ${yesNo("否")}`,
  },
  {
    code: "0201",
    name: "农产品质量安全监管",
    description: "开展农产品质量安全例行监测。",
    goal: "农产品质量安全水平稳定",
    indicators: graded`
        抽检合格率 | 抽检样品合格的比例 | ${of("≥", "98.5", "%")} | ${of("≥", "97", "%")} | ${of("≥", "95", "%")} | ${of("<", "95", "%")}`,
  },
];

const basis = "年度工作计划和部门职责";
const projects: readonly Project[] = [
  {
    number: "1",
    name: "动物疫病防控经费",
    goals: ["1.完成春秋两季集中免疫，防止重大动物疫情发生。"],
    indicators: targets`
        产出指标 | 数量指标 | 采购疫苗数量 | 采购疫苗数量 | ${of("≥", "85", "万毫升")} | ${basis}
         | 质量指标 | 免疫抗体合格率 | 免疫抗体合格率 | ${of("≥", "70", "%")} | ${basis}
         | 时效指标 | 免疫完成时间 | 免疫完成时间 | ${words("2023年11月底前完成")} | ${basis}
         | 成本指标 | 成本金额 | 疫苗和耗材费用总金额 | ${of("≤", "180", "万元")} | ${basis}
        效益指标 | 社会效益指标 | 疫情控制情况 | 疫情控制情况 | ${words("不发生重大动物疫情")} | ${basis}
        满意度指标 | 服务对象满意度指标 | 养殖户满意度 | 养殖户满意度 | ${of("≥", "95", "%")} | ${basis}`,
  },
  {
    number: "2",
    name: "高标准农田管护资金",
    goals: ["1.维护机井、渠道和田间道路。", "2.提高农田灌溉保证率。"],
    indicators: targets`
        产出指标 | 数量指标 | 管护农田面积 | 管护农田面积 | ${of("", "12.5", "万亩")} | ${basis}
         | 成本指标 | 亩均管护成本 | 亩均管护成本 | ${of("≤", "8", "元，亩")} | ${basis}
        效益指标 | 经济效益指标 | 粮食增产 | 亩均增产 | ${of("≥", "30", "公斤")} | ${basis}
         | 可持续影响指标 | 发挥作用期限 | 发挥作用期限 | ${words("3年内持续发挥作用")} | ${basis}
        满意度指标 | 服务对象满意度指标 | 农户满意度 | 农户满意度 | ${of("≥", "90", "%")} | ${basis}`,
  },
];

const performance: readonly Piece[] = [
  heading(2, "五、预算绩效信息", "performance"),
  heading(3, "第一部分  部门整体绩效目标", "performance_department"),
  heading(4, "（一）总体绩效目标", "performance_department"),
  line("坚持农业农村优先发展，粮食安全和重要农产品供给得到保障，乡村建设稳步推进。"),
  heading(4, "（二）分项绩效目标", "performance_activities"),
  line("绩效目标：落实强农惠农政策，抓好粮食生产和动物疫病防控。"),
  activityTable(2023, activities),
  heading(4, "（三）工作保障措施", "performance_department"),
  line("完善预算绩效管理制度，加强支出管理和运行监控，做好绩效自评。"),
  heading(3, "第二部分  专项资金绩效目标", "performance_special_funds"),
  line("我部门没有专项资金，此处不予列示。"),
  heading(3, "第三部分  预算项目绩效目标", "performance_projects"),
  ...projects.flatMap((project): readonly Piece[] => [sheetCaption(project), goalSheet(project)]),
];

const procurement = procurementTable({
  meaning: { caption: "部门政府采购预算", issuer_code: "217", issuer_name: issuer },
  unit: "万元",
  head: grid`
      217${issuer} | < | < | < | < | < | < | 单位：万元 | < | < | < | < | <
      政府采购项目来源 | < | 采购物品名称 | 政府采购目录序号 | 计量  单位 | 数量 | 单价 | 政府采购金额（当年部门预算安排资金） | < | < | < | < | 2023年预留中小微企业份额
      项目名称 | 预算资金 | ^ | ^ | ^ | ^ | ^ | 合计 | 一般公共预算拨款 | 基金预算拨款 | 单位资金 | 财政拨款结转 | ^`,
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
    "amount_unit_funds",
    "amount_carryover",
    "sme_reserved",
  ],
  rows: grid`
      total | 合  计 | | | | | | | 38.60 | 38.60 | | | | 28.60
      subtotal | ${issuer}本级小计 | | | | | | | 38.60 | 38.60 | | | | 28.60
      item | 动物疫病防控经费 | 180.00 | 台式计算机 | A02010105 | 台 | 12 | 0.45 | 5.40 | 5.40 | | | | 5.40
      item | 动物疫病防控经费 | 180.00 | A4 黑白打印机 | A02021003 | 台 | 6 | 0.20 | 1.20 | 1.20 | | | | 1.20
      item | 动物疫病防控经费 | 180.00 | 植保无人机 | A02320300 | 架 | 4 | 5.50 | 22.00 | 22.00 | | | | 22.00
      item | 动物疫病防控经费 | 180.00 | 其他印刷服务 | C23090199 | 项 | 1 | 10.00 | 10.00 | 10.00 | | | |`,
  widths: [4, 2.4, 3.4, 3.6, 1.8, 1.8, 2, 2.4, 2.6, 2.4, 2.2, 2.2, 2.6],
});

const closing: readonly Piece[] = [
  heading(2, "六、政府采购预算情况", "procurement"),
  prose(`2023年，${issuer}安排政府采购预算{procurement_total:38.60万元}。具体内容见下表。`),
  line("部门政府采购预算", "caption"),
  procurement,
  line("注：同一采购目录序号的物品，其单价会因配置规格不同而变动。", "note"),
  heading(2, "七、国有资产信息", "assets"),
  prose(
    `${issuer}（含所属单位）上年末固定资产金额为{fixed_assets@2022:3120.55万元}（详见下表）。本年度拟购置固定资产总额为{planned_asset_purchases:28.60万元}，已列入政府采购预算。`,
  ),
  line("部门固定资产占用情况表", "caption"),
  assetTable({
    caption: "部门固定资产占用情况表",
    captioned: false,
    corner: [`217${issuer}`, "截止时间：2022-12-31"],
    meaning: { issuer_code: "217", issuer_name: issuer },
    asOf: "2022-12-31",
    values: grid`
      —— | 3,120.55
      　 | 1,905.20
      6,812.40 | 1,400.00
      5 | 86.15
      2 | 120.00
      —— | 1,009.20`,
  }),
  heading(2, "八、名词解释", "glossary"),
  line("1、一般公共预算拨款收入：指县级财政当年拨付的资金。"),
  line("2、机关运行费：指各部门的公用经费，包括办公费、印刷费、差旅费和公务用车运行维护费等。"),
  heading(2, "九、其他需要说明的事项", "other_matters"),
  line("我部门没有其他需要说明的事项。"),
];

/** 栖云县农业农村局, 2023. */
export const nineTables2023: Disclosure = {
  slug: "nine-tables-2023",
  fiscalYear: 2023,
  about: {
    title: `${issuer}2023年部门预算信息公开情况说明`,
    issuer_name: issuer,
    issuer_code: "217",
    fiscal_year: 2023,
    stage: "budget",
    scope: "department",
  },
  manner: {
    web: true,
    borders: "rectangles",
    repeatHeader: true,
    noise: "bookmarks",
    runningHeader: "部门预算公开",
    wideTables: "landscape",
    cutRows: true,
  },
  pieces: [
    ...hebeiTables(budget),
    heading(1, `第一部分  ${issuer}2023年部门预算信息公开情况说明`, "other"),
    line("按照《预算法》和《地方预决算公开操作规程》的规定，现将2023年部门预算公开如下："),
    ...overview,
    ...performance,
    ...closing,
  ],
};
