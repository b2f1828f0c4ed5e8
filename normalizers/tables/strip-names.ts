/** The fields that a performance form's strip can fill; `elsewhere`: the dataset has no column for it. */
export type StripField =
  | "project_code"
  | "project_name"
  | "unit_name"
  | "budget_total"
  | "budget_fiscal"
  | "budget_other"
  | "purpose"
  | "goals"
  | "plan_march"
  | "plan_june"
  | "plan_october"
  | "plan_december"
  | "elsewhere";

/** Labels that stand over further labels and values, perhaps on several rows. */
export const GROUPS: readonly (readonly [RegExp, StripField])[] = [
  [/^预算规模及资金用途$/u, "purpose"],
  [/^资金支出计划/u, "elsewhere"],
  [/^(?:年度|当年|本年|项目|总体|预期|绩效)*(?:绩效)?目标(?:内容|描述|概述)?$/u, "goals"],
  [/^(?:项目|专项)?资金(?:情况|总额及构成|构成|安排|申请)?$/u, "budget_total"],
  [/^(?:项目(?:预算|总?投资)|资金来源|预算(?:情况|资金))$/u, "budget_total"],
  [/^(?:项目)?(?:实施)?(?:进度)?计划$|^(?:年度)?主要任务$/u, "elsewhere"],
  [/^项目(?:概况|立项情况|组织实施.*)$/u, "elsewhere"],
];

const GOVERNMENT = "(?:本级|本年|当年|市级|区级|县级|省级|年度)?";

/** Labels of one value each. */
export const LABELS: readonly (readonly [RegExp, StripField])[] = [
  [/^项目(?:编码|代码|编号)$/u, "project_code"],
  [/^(?:专项|预算)?(?:项目|专项)(?:支出)?(?:资金)?名称$/u, "project_name"],
  [/^(?:项目)?(?:实施|申报|申请|填报|执行|使用|预算|承担)?单位(?:名称)?$/u, "unit_name"],
  [/^预算(?:数|规模|金额|资金)$|^年度预算(?:金额|数)?$|^(?:金额)?合计$/u, "budget_total"],
  [/^(?:年初|当年)预算(?:数|资金)?$/u, "budget_total"],
  [
    /^(?:年度|本年度?|当年|本次|项目)?(?:申请|预算)?(?:资金|预算)?(?:总额|总金额|总数|总计)$/u,
    "budget_total",
  ],
  [new RegExp(`^${GOVERNMENT}财政性?(?:资金|拨款){1,2}$`, "u"), "budget_fiscal"],
  [new RegExp(`^${GOVERNMENT}一般公共预算(?:财政)?(?:拨款|资金)?$`, "u"), "budget_fiscal"],
  [/^(?:其[他它](?:资金|来源)?|(?:单位)?自[筹有]资金|单位资金)$/u, "budget_other"],
  [/^(?:主要)?(?:资金)?用途$/u, "purpose"],
  [/^目标\d{1,2}$/u, "goals"],
  [/^0?3月底?$/u, "plan_march"],
  [/^0?6月底?$/u, "plan_june"],
  [/^10月底?$/u, "plan_october"],
  [/^12月底?$/u, "plan_december"],
  [/^\d{1,2}月底?$|^第?[一二三四]季度$/u, "elsewhere"],
];

/** Labels of values that the dataset has no columns for, without a leading 项目. */
export const ELSEWHERE: ReadonlySet<string> = new Set(
  [
    "绩效模板 类别 类型 属性 性质 分类 期 期限 等级 周期 实施期 内容 实施内容 主要内容 描述 简介",
    "起止时间 起止日期 起止年限 开始时间 开始日期 结束时间 结束日期 完成时间 完成日期 计划时间 计划日期",
    "负责人 负责人及电话 负责人及联系电话 联系人 联系人及电话 联系人及联系电话 联系电话 联系方式",
    "主管部门 主管部门名称 主管部门及代码 主管部门及编码 主管部门编码 主管部门代码 主管单位",
    "部门名称 部门代码 部门编码 单位代码 单位编码 单位职能概述 预算年度 年度",
    "立项依据 立项的依据 立项背景 必要性 立项必要性 申报的必要性 可行性 立项可行性 申报的可行性",
    "实施方案 资金性质 上年结转 上年结转结余 上级补助 上级资金 上级转移支付 中央补助 中央资金 省级补助",
    "债券资金 事业收入 经营收入 经营性收入 政府性基金 政府性基金预算 政府性基金预算拨款 政府性基金预算资金",
    "国有资本经营预算 国有资本经营预算拨款 国有资本经营预算资金 财政专户资金 财政专户管理资金",
    "中期目标 中期绩效目标 长期目标 长期绩效目标 实施期目标 实施期总目标 实施期绩效目标",
    "保障措施 管理措施 其他说明 其他说明的问题 其他需要说明的问题 其他需要说明的事项 需要说明的问题",
    "填报人 填表人 填报日期 填表日期 填报时间 填表时间 审核人",
  ].flatMap((line) => line.split(" ")),
);
