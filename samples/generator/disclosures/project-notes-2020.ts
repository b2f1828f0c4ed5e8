/** 2020 layout: chapters 一 to 十, targets in three columns, the money of projects only in notes under the sheets. */
import { heading, line, title, type Disclosure, type Piece } from "../description.js";
import { targets } from "../forms/indicators.js";
import { procurementTable } from "../forms/procurement.js";
import {
  departmentSheet,
  sheetCaption,
  threeColumnSheet,
  type Project,
} from "../forms/project-sheet.js";
import { assetTable, organizationTable } from "../forms/registers.js";
import { of, words } from "../forms/target.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2020, phase: "budget" });

const overview: readonly Piece[] = [
  heading(1, "一、部门职责及机构设置情况", "duties"),
  line("（一）贯彻执行国家水利法律法规，拟订全县水利发展规划并组织实施。"),
  line("（二）负责河道、水库和堤防的管理与保护，组织防汛抗旱工作。"),
  line("（三）负责农村饮水安全和节约用水工作，承办县政府交办的其他事项。"),
  line("部门机构设置情况", "caption"),
  organizationTable(grid`
      栖云县水务局（机关） | 行政 | 正科级 | 财政拨款
      栖云县青石水库管理所 | 事业 | 股级 | 财政性资金基本保证`),
  heading(1, "二、部门预算安排的总体情况", "budget_overview"),
  line("按照综合预算管理的要求，水务局机关及所属单位的全部收入和支出都列入部门预算。"),
  heading(2, "1、收入说明", "income"),
  prose(
    "栖云县水务局2020年预算收入合计为{income_total:860.40万元}，其中：公共财政预算拨款{income_general_public:860.40万元}，政府性基金预算拨款{income_government_fund:0万元}。",
  ),
  heading(2, "2、支出说明", "expenditure"),
  prose(
    "本年支出合计{expenditure_total:860.40万元}，其中：基本支出{expenditure_basic:312.40万元}，项目支出{expenditure_project:548.00万元}，上缴上级支出0元，对附属单位补助支出0元。",
  ),
  heading(2, "3、比上年增减情况", "year_on_year"),
  prose(
    "2020年部门预算收支安排{expenditure_total:860.40万元}，比2019年减少{change_total-:36.60万元}，其中：基本支出增加{change_basic:12.40万元}，主要是调整工资标准；项目支出减少{change_project-:49.00万元}，主要是水库除险加固工程完工。",
  ),
  heading(1, "三、机关运行经费安排情况", "operating_costs"),
  prose(
    "机关运行经费共计安排{operating_costs:41.28万元}，用于办公费、邮电费、差旅费、工会经费和福利费等支出。",
  ),
  heading(1, "四、财政拨款“三公”经费预算情况及增减变化原因", "three_public"),
  prose(
    "2020年“三公”经费财政拨款预算支出{three_public_total:3.7万元}，与上年持平。（一）公务用车购置及运行维护费支出{three_public_vehicles:2.5万元}，其中：公务用车购置支出{three_public_vehicle_purchase:0万元}，公务用车运行维护费支出{three_public_vehicle_running:2.5万元}。（二）公务接待费支出{three_public_reception:1.2万元}。（三）因公出国（境）费支出{three_public_abroad:0万元}。",
  ),
];

const departmentTargets: Piece = departmentSheet(
  "部门整体绩效指标如下表",
  targets`
        产出指标 | 数量指标 | 堤防整治 | 完成整治的堤防长度 | ${of(">=", "12.50", "公里")} | 全县水利工程年度计划
         | 质量指标 | 工程质量 | 单元工程验收合格率 | ${of("=", "100.00", "%")} | 水利工程建设质量管理规定
         | 成本指标 | 资金使用规范性 | 专项资金使用符合规定 | ${words("合理规范")} | 财务管理制度
        效果指标 | 社会效益指标 | 供水保障 | 农村饮水安全受益群众 | ${of(">=", "38000", "人")} | 农村饮水安全规划
         | 可持续影响指标 | 生态改善 | 河道水质逐步改善 | ${words("持续改善")} | 河长制工作方案
        满意度指标 | 服务对象满意度指标 | 群众满意度 | 群众对水务工作的满意程度 | ${of(">=", "95　", "%")} | 年度问卷调查`,
);

const projects: readonly (readonly [Project, string])[] = [
  [
    {
      number: "1",
      name: "青石水库除险加固",
      code: "119-0301-JZN-Q7KD",
      purpose: "完成水库大坝防渗和溢洪道改造，保障下游安全",
      proseBudget: "260.5",
      plan: ["0.00", "50.00", "100.00", "100.00"],
      goals: ["按期完成大坝防渗工程", "保证水库安全度汛"],
      indicators: targets`
        产出指标 | 数量指标 | 防渗墙长度 | 当年完成的防渗墙长度 | ${of(">=", "420.00", "米")} | 按照初步设计批复文件确定的建设内容和工程量，当年完成主坝段防渗墙施工任务，工程量以监理单位签认的数量为准
         | 时效指标 | 按期完工 | 汛前完成主体工程 | ${words("六月底前完成")} | 施工组织方案要求在六月底以前完成主体工程，七月上旬通过蓄水验收，确保水库汛期正常运行和下游群众生命财产安全
        效果指标 | 社会效益指标 | 防洪能力 | 水库下游受保护人口 | ${of(">=", "21000", "人")} | 全县防洪规划和水库调度运用计划中下游保护范围内的常住人口，以最近一次人口普查公布的数据为准
        满意度指标 | 服务对象满意度指标 | 群众满意度 | 下游群众对工程的满意程度 | ${of(">=", "95.00", "%")} | 问卷调查`,
    },
    "项目资金260.5万元，预计6月底支出50%，10月底支出100%。",
  ],
  [
    {
      number: "2",
      name: "农村饮水安全巩固提升",
      code: "119-0302-JBN-W2PA",
      purpose: "更新老旧管网，提高农村自来水普及率",
      proseBudget: "187.5",
      plan: ["10.00", "40.00", "80.00", "100.00"],
      goals: ["更新村级供水管网", "水质检测全部达标"],
      indicators: targets`
        产出指标 | 数量指标 | 管网更新 | 更新供水管网长度 | ${of(">=", "36", "公里")} | 农村饮水安全巩固提升工程实施方案，更新老旧管网并安装计量设施，解决季节性缺水和水压不足的问题
         | 质量指标 | 水质达标 | 出厂水和末梢水合格率 | ${of("=", "100", "%")} | 生活饮用水卫生标准规定的常规指标全部合格，每季度委托有资质的单位检测一次，结果向用水户公布
        效果指标 | 社会效益指标 | 普及率 | 农村自来水普及率 | ${of(">=", "96.5", "%")} | 农村饮水安全规划确定的年度目标，以通水到户的户数占全县农村总户数的比例计算
        满意度指标 | 服务对象满意度指标 | 用水户满意度 | 用水户对供水服务的评价 | ${words("满意")} | 入户走访记录`,
    },
    "项目资金187.5万元，预计12月底支出100%。",
  ],
  [
    {
      number: "3",
      name: "河长制工作经费",
      code: "119-0305-YBN-H4TM",
      purpose:
        "用于县、乡、村三级河长开展河道巡查、垃圾清理、违法建筑整治和爱河护河宣传，购置巡查设备，支付保洁人员劳务费用，保证河道长期整洁通畅",
      proseBudget: "100",
      plan: ["25.00", "50.00", "75.00", "100.00"],
      goals: ["落实四级河长巡河制度", "河道垃圾及时清理"],
      indicators: targets`
        产出指标 | 数量指标 | 巡河次数 | 县级河长年度巡河次数 | ${of(">=", "48", "次")} | 河长制工作方案
         | 质量指标 | 清理质量 | 河道垃圾清理率 | ${of(">", "90.00", "%")} | 考核办法
        效果指标 | 可持续影响指标 | 河道面貌 | 河道面貌保持整洁 | ${words("长期保持")} | 考核办法
        满意度指标 | 服务对象满意度指标 | 群众满意度 | 沿河群众满意程度 | ${of(">=", "90.00", "%")} | 问卷调查`,
    },
    "项目资金100万元，预计12月底支出100%。",
  ],
];

const projectPieces = projects.flatMap(([project, money]): readonly Piece[] => [
  sheetCaption(project),
  threeColumnSheet(project),
  line("项目说明："),
  line(`一、项目概况：${project.purpose ?? ""}，属于年度重点工作。`),
  line(`二、项目资金安排：${money}`),
  line("三、项目指标设置情况：对应目标1和目标2分别设置产出、效果和满意度指标。"),
]);

const performance: readonly Piece[] = [
  heading(1, "五、绩效预算信息", "performance"),
  heading(2, "（一）总体绩效目标：", "performance_department"),
  line(
    "2020年，我局围绕水旱灾害防御、农村供水和河湖管理三项重点，全面完成县委、县政府下达的任务。",
  ),
  heading(2, "（二）实现年度发展规划目标的保障措施", "performance_department"),
  line("1、加强项目前期工作，做到早部署、早开工。"),
  line("2、严格资金管理，定期通报支出进度。"),
  heading(2, "（三）分项绩效目标", "performance_activities"),
  line("1、水利工程建设：完成堤防整治12.5公里，工程质量全部合格。"),
  line("2、农村供水：自来水普及率稳定在96%以上。"),
  heading(2, "（四）部门整体绩效指标如下表：", "performance_department"),
  departmentTargets,
  heading(2, "（五）专项资金绩效目标", "performance_special_funds"),
  line("我部门2020年没有专项资金预算。"),
  heading(2, "（六）预算项目绩效目标", "performance_projects"),
  ...projectPieces,
];

const procurement = procurementTable({
  meaning: { caption: "部门政府采购预算", issuer_code: "119", issuer_name: "栖云县水务局" },
  unit: "万元",
  head: grid`
      119栖云县水务局 | < | < | < | < | < | < | < | 单位：万元 | < | < | < | <
      政府采购项目来源 | < | 采购物品名称 | 政府采购目录序号 | 数量  单位 | 数量 | 单价 | 政府采购金额 | < | < | < | < | <
      项目名称 | 预算资金 | ^ | ^ | ^ | ^ | ^ | 总计 | 当年部门预算安排资金 | < | < | < | 其他渠道资金
      ^ | ^ | ^ | ^ | ^ | ^ | ^ | ^ | 合计 | 一般公共预算拨款 | 基金预算拨款 | 财政专户核拨 | ^`,
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
    "amount_special_account",
    "amount_other_channels",
  ],
  rows: grid`
      total | 合　计 | | | | | | | 6 | 6 | 6 | | |
      item | （1）办公费 | 4.00 | 计算机设备 | A020101 | 台 | 8 | 0.50 | 4.00 | 4.00 | 4.00 | | |
      item | （1）办公费 | 0.8 | A3 彩色打印机 | A02010601 | 台 | 1 | 0.8 | 0.8 | 0.8 | 0.8 | | |
      item | (2) 专用材料费 | 1.2 | 水质检测仪 | A021004 | 套 | 3 | 0.4 | 1.2 | 1.2 | 1.2 | | | `,
  widths: [4, 2.4, 3.6, 4, 2, 2, 2, 2.2, 2.2, 3, 2.6, 2.6, 2.4],
});

const closing: readonly Piece[] = [
  heading(1, "六、政府采购预算情况", "procurement"),
  prose("2020年，我部门安排政府采购预算{procurement_total:6万元}。具体内容见下表。"),
  line("部门政府采购预算", "caption"),
  procurement,
  heading(1, "七、国有资产信息", "assets"),
  prose(
    "栖云县水务局上年末固定资产金额为{fixed_assets@2019:1286.305008万元}（详见下表），本年度拟购置固定资产总额为{planned_asset_purchases:6万元}，已列入政府采购预算。",
  ),
  assetTable({
    caption: "栖云县县直部门固定资产占用情况表",
    captioned: true,
    corner: ["编制部门：栖云县水务局          ", "截止时间：2019年12月31日  "],
    meaning: { issuer_name: "栖云县水务局" },
    asOf: "2019-12-31",
    values: grid`
      —— | 1286.305008
      4120 | 980.00
      2860.5 | 640.00
      2 | 31.30
      　 | 　
      　 | 275.005008`,
  }),
  heading(1, "八、名词解释", "glossary"),
  line("1、基本支出：指为保障机构正常运转、完成日常工作任务而发生的支出。"),
  line("2、项目支出：指在基本支出之外为完成特定工作任务所发生的支出。"),
  heading(1, "九、其他需要说明的事项", "other_matters"),
  line("我部门没有其他需要说明的事项。"),
  heading(1, "十、预算批准日为2020年2月18日，批复文件文号栖财预〔2020〕8号", "approval"),
];

/** 栖云县水务局, 2020. */
export const projectNotes2020: Disclosure = {
  slug: "project-notes-2020",
  fiscalYear: 2020,
  about: {
    title: "栖云县水务局2020年部门预算信息公开情况说明",
    issuer_name: "栖云县水务局",
    issuer_code: "119",
    fiscal_year: 2020,
    stage: "budget",
    scope: "department",
    approved_on: "2020-02-18",
    approval_reference: "栖财预〔2020〕8号",
  },
  manner: {
    borders: "rectangles",
    repeatHeader: false,
    runningHeader: "部门预算公开",
    cutRows: true,
  },
  pieces: [
    ...title("栖云县水务局", "2020年部门预算信息公开情况说明"),
    line("按照《中华人民共和国预算法》和《地方预决算公开操作规程》，现将2020年部门预算公开如下："),
    ...overview,
    ...performance,
    ...closing,
  ],
};
