/** 2020 layout: code and name of the issuer in a corner row of each sheet, targets joined in one cell. */
import { heading, line, title, type Disclosure, type Piece } from "../description.js";
import { targets } from "../forms/indicators.js";
import { procurementTable } from "../forms/procurement.js";
import { sheetCaption, strippedSheet, type Project } from "../forms/project-sheet.js";
import { assetTable, organizationTable } from "../forms/registers.js";
import { of } from "../forms/target.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2020, phase: "budget" });
const issuer = "栖云县民政局";
const corner = { code: "214001", issuer, unit: "万元" };

const projects: readonly Project[] = [
  {
    number: "1",
    name: "城乡居民最低生活保障",
    code: "214-0201-JBN-K3WD",
    purpose: "保障城乡低保对象基本生活",
    budget: { total: "1,320.5", fiscal: "1,300.5", other: "20" },
    plan: ["25.00", "50.00", "75.00", "100.00"],
    goals: ["1、低保金按月足额发放", "2、应保尽保、应退尽退"],
    indicators: targets`
        产出指标 | 数量指标 | 低保金发放率 | 按月发放低保金 | ${of("=", "100", "百分比")} | 按规定完成
         | 质量指标 | 对象认定准确率 | 低保对象认定准确 | ${of("≥", "98.5", "百分比")} | 历史标准
         | 时效指标 | 发放及时性 | 每月十日前发放 | ${of("≥", "95", "百分比")} | 计划标准
         | 成本指标 | 人均补助水平 | 城市低保月人均补助 | ${of("≥", "420", "元/人")} | 计划标准
        效果指标 | 社会效益指标 | 困难群众保障 | 保障困难群众人数 | ${of("≥", "5600", "人")} | 计划标准
         | 可持续影响指标 | 动态管理 | 动态管理覆盖年限 | ${of("≥", "1", "年")} | 计划标准
        满意度指标 | 服务对象满意度指标 | 低保对象满意度 | 低保对象对工作的评价 | ${of("≥", "90", "百分比")} | 达到群众满意`,
  },
  {
    number: "2",
    name: "敬老院维修改造",
    code: "214-0305-YBN-B8RN",
    purpose: "三所乡镇敬老院消防和取暖设施改造",
    budget: { total: "86.00", fiscal: "86.00", other: "" },
    plan: ["", "60.00", "80.00", "100.00"],
    goals: ["1、完成三所敬老院改造", "2、消除消防隐患"],
    indicators: targets`
        产出指标 | 数量指标 | 改造敬老院数量 | 完成改造的敬老院 | ${of("=", "3", "所")} | 实施方案
         | 质量指标 | 验收合格率 | 工程验收合格 | ${of("≥", "99", "百分比")} | 实施方案
         | 成本指标 | 成本控制 | 改造总费用 | ${of("≤", "86", "万元")} | 实施方案
        效果指标 | 社会效益指标 | 受益老人 | 在院老人受益比例 | ${of("＞", "90", "百分比")} | 计划标准
        满意度指标 | 服务对象满意度指标 | 老人满意度 | 在院老人满意度 | ${of("≥", "95", "百分比")} | 达到老人满意`,
  },
  {
    number: "3",
    name: "殡葬惠民补贴",
    code: "214-0408-JBN-T5QX",
    purpose: "减免基本殡葬服务费用",
    budget: { total: "93.5", fiscal: "93.5", other: "0" },
    plan: ["20.00", "45.00", "80.00", "100.00"],
    goals: ["1、落实殡葬惠民政策"],
    indicators: targets`
        产出指标 | 数量指标 | 补贴人次 | 享受减免的人次 | ${of("≥", "1900", "人次")} | 历史标准
         | 时效指标 | 办理时限 | 补贴办理时间 | ${of("≤", "7", "日")} | 计划标准
        效果指标 | 经济效益指标 | 减轻负担 | 每户平均减免 | ${of("≥", "490", "元/户")} | 计划标准
        满意度指标 | 服务对象满意度指标 | 群众满意度 | 丧属对服务的满意度 | ${of("≥", "92", "百分比")} | 达到群众满意`,
  },
];

const overview: readonly Piece[] = [
  heading(1, "一、部门职责及机构设置情况", "duties"),
  line("（1）社会救助管理：负责城乡低保、特困人员供养和临时救助。"),
  line("（2）养老服务管理：指导敬老院和社区养老服务设施建设。"),
  line("（3）社会事务管理：负责婚姻登记、殡葬改革和地名管理。"),
  line("部门机构设置情况", "caption"),
  organizationTable([[issuer, "行政单位", "正科级", "财政拨款"]]),
  heading(1, "二、部门预算安排的总体情况", "budget_overview"),
  heading(2, "1、收入说明", "income"),
  prose(
    "2020年预算收入{income_total:1,842.36万元}，其中：一般公共预算收入{income_general_public:1,842.36万元}，基金拨款预算{income_government_fund:0万元}，财政专户核拨预算{income_special_account:0万元}，其他来源收入预算{income_other:0万元}。",
  ),
  heading(2, "2、支出说明", "expenditure"),
  prose(
    "2020年部门支出预算为{expenditure_total:1,842.36万元}，其中基本支出{expenditure_basic:342.36万元}，包括人员经费{expenditure_personnel:310.06万元}和日常公用经费{expenditure_public_use:32.30万元}；项目支出{expenditure_project:1,500.00万元}。",
  ),
  heading(2, "3、比上年增减情况", "year_on_year"),
  prose(
    "2020年，部门预算收支安排{expenditure_total:1,842.36万元}，较2019年增加{change_total:58.20万元}，其中：基本支出减少{change_basic-:6.30万元}；项目支出增加{change_project:64.50万元}。",
  ),
  heading(1, "三、机关运行经费安排情况", "operating_costs"),
  prose(
    "2020年，栖云县民政局机关运行经费预算为{operating_costs:32.30万元}，为一般公共预算财政拨款基本支出的日常公用经费。",
  ),
  heading(1, "四、财政拨款“三公”经费预算情况及增减变化原因", "three_public"),
  prose(
    "栖云县民政局2020年度“三公”经费预算为{three_public_total:2.8万元}，较2019年度预算的{three_public_total@2019:3.4万元}减少0.6万元。",
  ),
  prose(
    "（一）公务用车购置及运维费{three_public_vehicles:2.3万元}（其中：公务用车购置费{three_public_vehicle_purchase:0万元}，公务用车运行维护费{three_public_vehicle_running:2.3万元}）。",
  ),
  prose("（二）公务接待费{three_public_reception:0.5万元}，较2019年度预算减少0.6万元。"),
  prose("（三）因公出国（境）费{three_public_abroad:0万元}，与上年持平。"),
];

const performance: readonly Piece[] = [
  heading(1, "五、预算绩效信息", "performance"),
  heading(2, "第一部分  部门整体绩效目标", "performance_department"),
  heading(3, "（一）总体绩效目标：", "performance_department"),
  line("织密扎牢民生保障网，不断提高社会救助和养老服务水平。"),
  heading(3, "（二）分项绩效目标：", "performance_activities"),
  line("绩效目标：困难群众基本生活得到有效保障。"),
  heading(3, "（三）工作保障措施：", "performance_department"),
  line("加强预算执行监督，按季度开展绩效监控。"),
  heading(2, "第二部分  预算项目绩效目标", "performance_projects"),
  ...projects.flatMap((project): readonly Piece[] => [
    sheetCaption(project),
    strippedSheet(project, corner),
  ]),
];

const procurement = procurementTable({
  meaning: { caption: "部门政府采购预算", issuer_name: issuer },
  unit: "万元",
  head: grid`
      ${issuer} | < | < | < | < | < | < | 单位：万元 | < | < | < | < | <
      政府采购项目来源 | < | 采购物品名称 | 政府采购目录序号 | 数量单位 | 数量 | 单价 | 政府采购金额 | < | < | < | < | <
      项目名称 | 预算资金 | ^ | ^ | ^ | ^ | ^ | 总计 | 当年部门预算安排资金 | < | < | < | 其他渠道资金
      ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 合计 | 一般公共预算拨款 | 基金预算拨款 | 其他来源收入 | ^`,
  columns: [
    "project_name",
    "project_budget",
    "item_name",
    "catalogue_code",
    "unit",
    "quantity",
    "unit_price",
    "amount_total",
    "amount_current_year",
    "amount_general_public",
    "amount_government_fund",
    "amount_other_income",
    "amount_other_channels",
  ],
  rows: grid`
      subtotal | 栖云县民政局小计 | 3.3 | | | | | | 3.3 | 3.3 | 3.3 | | |
      item | 日常公用经费 | 2.4 | 台式计算机 | A02010104 | 台 | 6 | 0.4 | 2.4 | 2.4 | 2.4 | | |
      item | 日常公用经费 | 0.9 | 激光打印机 | A0201060102 | 台 | 6 | 0.15 | 0.9 | 0.9 | 0.9 | | | `,
  widths: [4, 2.4, 3.6, 4, 2, 2, 2, 2.2, 2.2, 3, 2.6, 2.6, 2.4],
});

const closing: readonly Piece[] = [
  heading(1, "六、政府采购预算情况", "procurement"),
  prose("2020年，栖云县民政局安排政府采购预算{procurement_total:3.3万元}。具体内容见下表。"),
  line("部门政府采购预算", "caption"),
  procurement,
  heading(1, "七、国有资产信息", "assets"),
  prose(
    "栖云县民政局上年末固定资产金额为{fixed_assets@2019:412.86万元}（详见下表），本年度拟购置固定资产总额为{planned_asset_purchases:3.3万元}，均已列入2020年政府采购预算。",
  ),
  assetTable({
    caption: "部门固定资产占用情况表",
    captioned: true,
    corner: ["编制部门：栖云县民政局", "截止时间：2019年12月31日"],
    meaning: { issuer_name: issuer },
    asOf: "2019-12-31",
    values: grid`
      —— | 412.86
      1860 | 305.20
       |
      1 | 12.66
       |
      133 | 95.00`,
  }),
  heading(1, "八、名词解释", "glossary"),
  line("1、一般公共预算拨款收入：指县级财政当年拨付的资金。"),
  line("2、上年结转：指以前年度尚未完成、结转到本年继续使用的资金。"),
  heading(1, "九、其他需要说明的事项", "other_matters"),
  line("我部门没有其他需要说明的事项。"),
  line("2020年2月20日", "note"),
];

/** 栖云县民政局, 2020. */
export const cornerRows2020: Disclosure = {
  slug: "corner-rows-2020",
  fiscalYear: 2020,
  about: {
    title: "栖云县民政局2020年部门预算信息公开",
    issuer_name: issuer,
    issuer_code: "214001",
    fiscal_year: 2020,
    stage: "budget",
    scope: "department",
    published_on: "2020-02-20",
  },
  manner: { borders: "strokes", repeatHeader: true, noise: "bookmarks" },
  pieces: [
    ...title("栖云县民政局", "2020年部门预算信息公开"),
    line("按照《中华人民共和国预算法》的规定，现将栖云县民政局2020年部门预算公开如下："),
    ...overview,
    ...performance,
    ...closing,
  ],
};
