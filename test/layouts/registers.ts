import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** Forms beside the statutory amounts: purchases of services, details of projects, assets. */
export const registers: readonly Layout[] = [
  {
    name: "政府购买服务: no kind of its own, and told",
    stage: "budget",
    above: ["政府购买服务预算财政拨款明细表", "预算09表", "单位：万元"],
    rows: grid`
      指导性目录 | < | < | 项目名称 | 购买服务内容 | 承接主体 | 预算金额
      一级 | 二级 | 三级 | ^ | ^ | ^ | ^
      A | A01 | A0101 | 教师培训 | 委托培训 | 社会力量 | 20.00
      合计 | < | < | < | < | < | 20.00`,
    head: 2,
    kind: "unknown",
    doubts: ["nothing_recognized", "table_not_understood"],
  },
  {
    name: "项目支出明细: one row a project, the unit in front",
    stage: "budget",
    above: ["项目支出明细表", "单位：万元"],
    rows: grid`
      序号 | 单位名称 | 项目名称 | 金额 | 财政拨款 | 其他资金
      1 | 云溪县教育局 | 教学设备购置 | 30.00 | 25.00 | 5.00
      2 | 云溪县教育局 | 校园网络维护 | 12.00 | 12.00 |
      | | 合计 | 42.00 | 37.00 | 5.00`,
    head: 1,
    kind: "budget_projects",
    amounts: lines`
      expenditure 教学设备购置 | total budget 300000
      expenditure 教学设备购置 | appropriation budget 250000
      expenditure 教学设备购置 | other budget 50000
      expenditure 校园网络维护 | total budget 120000
      expenditure 校园网络维护 | appropriation budget 120000
      expenditure 合计 | total budget 420000
      expenditure 合计 | appropriation budget 370000
      expenditure 合计 | other budget 50000`,
  },
  {
    name: "新增资产配置: no kind of its own, and told",
    stage: "budget",
    above: ["新增资产配置表", "预算10表", "单位：元"],
    rows: grid`
      单位名称 | 资产类别 | 资产名称 | 计量单位 | 数量 | 单价 | 金额
      云溪县教育局 | 设备 | 台式计算机 | 台 | 10 | 5,000.00 | 50,000.00`,
    head: 1,
    kind: "unknown",
    doubts: ["nothing_recognized", "table_not_understood"],
  },
];
