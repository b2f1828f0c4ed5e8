/** 2021 layout: two parts of performance targets only, 21-character project codes, 是/否 targets, plans in per cent. */
import { heading, line, title, type Disclosure, type Piece } from "../description.js";
import { targets, type Indicator } from "../forms/indicators.js";
import { sheetCaption, strippedSheet, type Project } from "../forms/project-sheet.js";
import { of, words, yesNo, type Target } from "../forms/target.js";

const corner = { code: "328001", issuer: "栖云县档案馆(本级）", unit: "万元" };
const basis = "年度工作计划";

/** The indicators that this office uses for every project. */
function usual(name: string, target: Target): readonly Indicator[] {
  return targets`
        产出指标 | 数量指标 | ${name} | ${name} | ${target} | ${basis}
         | 质量指标 | 设备正常运行率 | 设备正常运行率 | ${of("≥", "95", "%")} | ${basis}
         | 时效指标 | 按计划完成工作 | 按照工作要求按时完成预定计划 | ${of("", "100", "%")} | ${basis}
         | 成本指标 | 项目控制预算数 | 不超过财政支持经费 | ${yesNo("是/否")} | ${basis}
        效益指标 | 经济效益指标 | 提高工作效率 | 是否能提高工作效率 | ${yesNo("是")} | ${basis}
         | 社会效益指标 | 业务保障能力 | 保障相关工作开展的情况 | ${yesNo("是/否")} | ${basis}
         | 生态效益指标 | 节约成本 | 节约水、电等资源 | ${yesNo("否")} | ${basis}
         | 可持续影响指标 | 长期使用性 | 持续发挥作用的期限 | ${words("1年内持续发挥作用")} | ${basis}
        满意度指标 | 服务对象满意度指标 | 服务对象满意度 | 服务对象对服务的满意程度 | ${of("不低于", "95", "%")} | ${basis}`;
}

const projects: readonly Project[] = [
  {
    number: "1",
    name: "档案数字化加工经费",
    code: "13992821QF6ZZN52GTVM4",
    purpose: "馆藏纸质档案扫描和著录",
    budget: { total: "45.00", fiscal: "45.00", other: "0" },
    plan: ["30.00%", "60.00%", "90.00%", "100.00%"],
    goals: ["1.按计划完成档案扫描", "2.资金合理使用"],
    indicators: usual("扫描档案页数", of("≥", "60", "万页")),
  },
  {
    number: "2",
    name: "库房、消防、监控设施维护管理费",
    code: "13992821BTMLPQ5G6TVQ1",
    purpose: "保证库房恒温恒湿，消防和监控设备正常运行，购置办公用品及维护管理等",
    budget: { total: "12.60", fiscal: "12.60", other: "0" },
    plan: ["10.00%", "30.00%", "60.00%", "100.00%"],
    goals: ["1.保障库房安全", "2.资金合理使用"],
    indicators: usual("维护库房数量", of("", "6", "间")),
  },
  {
    number: "3",
    name: "查阅大厅网络费",
    code: "13992821GGEYCGPEPRXI0",
    purpose: "查阅大厅专线使用费",
    budget: { total: "1.20", fiscal: "1.20", other: "0" },
    plan: ["", "", "", ""],
    goals: ["1.保证网络畅通"],
    indicators: usual("接待查档人数", of("以上", "2600", "人次")),
  },
];

const firstPart: readonly Piece[] = [
  heading(1, "第一部分  部门整体绩效目标", "performance_department"),
  heading(2, "一、总体绩效目标", "performance_department"),
  line(
    "2021年，县档案馆坚持存史资政、服务群众的方针，加快数字档案馆建设，确保档案实体和信息安全。",
  ),
  heading(2, "二、分项绩效目标", "performance_activities"),
  heading(3, "（一）档案数字化加工经费", "performance_activities"),
  line("绩效目标：资金合理使用，保障业务正常开展。"),
  heading(3, "（二）库房、消防、监控设施维护管理费", "performance_activities"),
  line("绩效目标：库房安全无事故。"),
  heading(2, "三、工作保障措施", "performance_department"),
  line("完善项目管理制度，明确责任，按季度通报进度，做好绩效自评和结果运用。"),
];

const secondPart: readonly Piece[] = [
  heading(1, "第二部分  预算项目绩效目标", "performance_projects"),
  ...projects.flatMap((project): readonly Piece[] => [
    sheetCaption(project, "."),
    strippedSheet(project, corner),
  ]),
];

/** 栖云县档案馆, 2021. */
export const longCodes2021: Disclosure = {
  slug: "long-codes-2021",
  fiscalYear: 2021,
  about: {
    title: "栖云县档案馆2021年部门预算绩效目标公开",
    issuer_name: "栖云县档案馆",
    issuer_code: "328001",
    fiscal_year: 2021,
    stage: "budget",
    scope: "department",
  },
  manner: { borders: "rectangles", repeatHeader: false, noise: "fields" },
  pieces: [...title("栖云县档案馆", "2021年部门预算绩效目标公开"), ...firstPart, ...secondPart],
};
