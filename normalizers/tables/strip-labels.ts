import { statedUnit } from "../unit.js";
import { headerText } from "./columns.js";

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

/** A label of the strip as printed, and what its value means. */
export interface StripLabel {
  readonly field: StripField;
  /** Whether it stands over further labels and values, perhaps on several rows. */
  readonly group: boolean;
  readonly text: string;
  /** The value that stands in the same cell, empty where none does. */
  readonly inline: string;
  /** Whether the label is part of the value's own numbering (`目标1：`). */
  readonly keepsLabel: boolean;
}

const GROUPS: readonly (readonly [RegExp, StripField])[] = [
  [/^预算规模及资金用途$/u, "purpose"],
  [/^资金支出计划/u, "elsewhere"],
  [/^(?:年度|当年|本年|项目|总体|预期|绩效)*(?:绩效)?目标(?:内容|描述|概述)?$/u, "goals"],
  [
    /^(?:项目|专项)?资金(?:情况|总额及构成|构成|安排|申请)?$|^项目(?:预算|总?投资)$|^资金来源$|^预算(?:情况|资金)$/u,
    "budget_total",
  ],
];

/** Groups of which the dataset has no columns. */
const GROUPS_ELSEWHERE =
  /^(?:项目)?(?:实施)?进度计划$|^(?:年度)?主要任务$|^项目(?:概况|立项情况|组织实施.*)$|^实施计划$/u;

const LABELS: readonly (readonly [RegExp, StripField])[] = [
  [/^项目(?:编码|代码|编号)$/u, "project_code"],
  [/^(?:专项|预算)?(?:项目|专项)(?:支出)?(?:资金)?名称$/u, "project_name"],
  [/^(?:项目)?(?:实施|申报|申请|填报|执行|使用|预算|承担|项目)?单位(?:名称)?$/u, "unit_name"],
  [
    /^(?:预算数|预算规模|(?:年度|本年度?|当年|本次|项目)?(?:申请|预算)?(?:资金|预算)?(?:总额|总金额|总数|总计)|预算金额|年度预算(?:金额|数)?|(?:金额)?合计|(?:年初|当年)预算(?:数|资金)?|预算资金)$/u,
    "budget_total",
  ],
  [
    /^(?:本级|本年|当年|市级|区级|县级|省级|年度)?(?:财政(?:性)?(?:资金|拨款)(?:拨款)?|一般公共预算(?:拨款|资金|财政拨款)?)$/u,
    "budget_fiscal",
  ],
  [/^(?:其[他它](?:资金|来源)?|(?:单位)?自[筹有]资金|单位资金)$/u, "budget_other"],
  [/^(?:主要)?(?:资金)?用途$/u, "purpose"],
  [/^目标\d{1,2}$/u, "goals"],
  [/^0?3月底?$/u, "plan_march"],
  [/^0?6月底?$/u, "plan_june"],
  [/^10月底?$/u, "plan_october"],
  [/^12月底?$/u, "plan_december"],
  [
    /^(?:项目绩效模板|(?:项目)?(?:类别|类型|属性|性质|分类|期限?|等级|周期|实施期)|项目(?:内容|实施内容|主要内容|描述|简介)|起止(?:时间|日期|年限)|(?:项目)?(?:开始|结束|完成|计划)(?:时间|日期)|(?:项目)?(?:负责人|联系人)(?:及(?:联系)?电话)?|联系(?:电话|方式)|主管(?:部门|单位)(?:名称)?(?:及(?:代码|编码))?|部门(?:名称|代码|编码)|单位(?:代码|编码)|预算年度|年度|(?:项目)?立项的?(?:依据|背景)|(?:项目)?(?:立项|申报)?的?(?:必要性|可行性)|单位职能概述|实施方案|资金性质|上年结转(?:结余)?|上级(?:补助|资金|转移支付)|中央(?:补助|资金)|省级补助|债券资金|事业收入|经营(?:性)?收入|中期(?:绩效)?目标|长期(?:绩效)?目标|实施期(?:绩效|总)?目标|保障措施|管理措施|需要?说明的(?:其他)?(?:问题|事项)|其他(?:说明(?:的问题)?|需要说明的(?:问题|事项))|填[报表](?:人|日期|时间|单位)|审核人|(?:政府性基金|国有资本经营)预算?(?:拨款|资金)?|财政专户(?:管理)?资金|\d{1,2}月底?|第?[一二三四]季度)$/u,
    "elsewhere",
  ],
];

const INLINE = /^(.{2,16}?)[：:](.+)$/su;

/** Reads a text of the strip as a label, or null where it is a value. */
export function stripLabel(text: string): StripLabel | null {
  const plain = headerText(text).replace(/[：:]$/u, "");
  const whole = known(plain, "");
  if (whole !== null || plain === "") return whole;
  const [, label = "", inline = ""] = INLINE.exec(plain.replace(/^其中[：:]/u, "")) ?? [];
  const found = inline === "" || statedUnit(text) !== null ? null : known(label, inline);
  return found?.group === true && found.field !== "goals" ? null : found;
}

function known(printed: string, inline: string): StripLabel | null {
  const bare = printed
    .replace(/^其中[：:]?/u, "")
    .replace(
      /^(?:\d{1,2}[.、．]|[（(][\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/u,
      "",
    )
    .replace(/[（(][^（()）]*[)）]$/u, "");
  const own = LABELS.find(([name]) => name.test(bare));
  const groups = [...GROUPS, [GROUPS_ELSEWHERE, "elsewhere"] as const];
  const over = own === undefined ? groups.find(([name]) => name.test(bare)) : undefined;
  const field = own?.[1] ?? over?.[1];
  if (field === undefined) return null;
  const keepsLabel = /^目标\d/u.test(bare);
  return { field, group: over !== undefined, text: printed, inline, keepsLabel };
}
