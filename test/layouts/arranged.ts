import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** Known forms with their columns and rows arranged otherwise. */
export const arranged: readonly Layout[] = [
  {
    name: "the total before the codes",
    stage: "budget",
    above: ["部门支出总表", "单位：万元"],
    rows: grid`
      合计 | 科目编码 | 科目名称 | 基本支出 | 项目支出
      60.00 | | 合计 | 45.00 | 15.00
      60.00 | 205 | 教育支出 | 45.00 | 15.00
      60.00 | 20502 | 普通教育 | 45.00 | 15.00`,
    head: 1,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 600000
      expenditure 合计 | basic budget 450000
      expenditure 合计 | project budget 150000
      expenditure 205 教育支出 | total budget 600000
      expenditure 205 教育支出 | basic budget 450000
      expenditure 205 教育支出 | project budget 150000
      expenditure 20502 普通教育 | total budget 600000
      expenditure 20502 普通教育 | basic budget 450000
      expenditure 20502 普通教育 | project budget 150000`,
  },
  {
    name: "all amounts before the codes",
    stage: "budget",
    above: ["部门支出总表", "单位：万元"],
    rows: grid`
      合计 | 基本支出 | 项目支出 | 科目编码 | 科目名称
      60.00 | 45.00 | 15.00 | | 合计
      60.00 | 45.00 | 15.00 | 205 | 教育支出
      60.00 | 45.00 | 15.00 | 20502 | 普通教育`,
    head: 1,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 600000
      expenditure 合计 | basic budget 450000
      expenditure 合计 | project budget 150000
      expenditure 205 教育支出 | total budget 600000
      expenditure 205 教育支出 | basic budget 450000
      expenditure 205 教育支出 | project budget 150000
      expenditure 20502 普通教育 | total budget 600000
      expenditure 20502 普通教育 | basic budget 450000
      expenditure 20502 普通教育 | project budget 150000`,
  },
  {
    name: "the amounts of each side before its items",
    stage: "budget",
    above: ["部门收支总表", "单位：万元"],
    rows: grid`
      收入 | < | 支出 | <
      预算数 | 项目 | 预算数 | 项目
      90.00 | 一、一般公共预算拨款收入 | 85.00 | 一、教育支出
      8.00 | 二、事业收入 | 13.00 | 二、住房保障支出
      98.00 | 本年收入合计 | 98.00 | 本年支出合计`,
    head: 2,
    kind: "budget_summary",
    amounts: lines`
      income 一般公共预算拨款收入 | total budget 900000
      expenditure 教育支出 | total budget 850000
      income 事业收入 | total budget 80000
      expenditure 住房保障支出 | total budget 130000
      income 本年收入合计 | total budget 980000
      expenditure 本年支出合计 | total budget 980000`,
  },
  {
    name: "marks over the columns that have no number",
    stage: "budget",
    above: ["部门支出总表", "单位：万元"],
    rows: grid`
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      ** | ** | 1 | 2 | 3
      205 | 教育支出 | 60.00 | 45.00 | 15.00`,
    head: 2,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 205 教育支出 | total budget 600000
      expenditure 205 教育支出 | basic budget 450000
      expenditure 205 教育支出 | project budget 150000`,
  },
  {
    name: "三公 down with 公务用车费 over its two parts",
    stage: "budget",
    above: ["“三公”经费预算表", "单位：万元"],
    rows: grid`
      项目 | 2024年预算数
      合计 | 8.00
      1.因公出国（境）费用 | 0.00
      2.公务接待费 | 3.00
      3.公务用车费 | 5.00
      其中：（1）公务用车运行维护费 | 5.00
      （2）公务用车购置 | 0.00`,
    head: 1,
    kind: "budget_three_public",
    amounts: lines`
      expenditure 合计 | total budget total 80000
      expenditure 因公出国（境）费用 | total budget abroad 0
      expenditure 公务接待费 | total budget reception 30000
      expenditure 公务用车费 | total budget vehicles 50000
      expenditure 公务用车运行维护费 | total budget vehicle_running 50000
      expenditure 公务用车购置 | total budget vehicle_purchase 0`,
  },
  {
    name: "two projects below one another in one grid",
    stage: "budget",
    above: ["项目支出绩效目标表", "单位：万元"],
    rows: grid`
      项目名称 | 校舍维修 | < | < | <
      预算金额 | 12.00 | < | < | <
      年度目标 | 完成两处校舍的维修 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
      产出指标 | 数量指标 | 维修校舍 | ≥2处 |
      效益指标 | 社会效益指标 | 安全隐患 | ≤1处 |
      项目名称 | 图书购置 | < | < | <
      预算金额 | 3.00 | < | < | <
      年度目标 | 添置图书 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 备注
      产出指标 | 数量指标 | 购书册数 | ≥900册 |`,
    head: 4,
    kind: "project_performance",
    projects: ["校舍维修 | 120000 - - | 完成两处校舍的维修", "图书购置 | 30000 - - | 添置图书"],
    indicators: lines`
      校舍维修: 产出指标 / 数量指标 / 维修校舍 | number gte 2 处
      校舍维修: 效益指标 / 社会效益指标 / 安全隐患 | number lte 1 处
      图书购置: 产出指标 / 数量指标 / 购书册数 | number gte 900 册`,
  },
  {
    name: "a list of projects with 单位 as unit of measure, names repeated",
    stage: "budget",
    above: ["项目支出绩效目标表", "单位：万元"],
    rows: grid`
      序号 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 符号 | 值 | 单位
      1 | 校舍维修 | 12.00 | 产出指标 | 数量指标 | 维修校舍 | ≥ | 2 | 处
      2 | 校舍维修 | 12.00 | 产出指标 | 质量指标 | 验收合格率 | = | 100 | %
      3 | 图书购置 | 3.00 | 产出指标 | 数量指标 | 购书册数 | ≥ | 900 | 册`,
    head: 1,
    kind: "project_performance",
    projects: ["校舍维修 | 120000 - - |", "图书购置 | 30000 - - |"],
    indicators: lines`
      校舍维修: 产出指标 / 数量指标 / 维修校舍 | number gte 2 处
      校舍维修: 产出指标 / 质量指标 / 验收合格率 | number eq 100 %
      图书购置: 产出指标 / 数量指标 / 购书册数 | number gte 900 册`,
  },
  {
    name: "levels in rows of their own over their indicators",
    stage: "budget",
    above: ["项目支出绩效目标表"],
    rows: grid`
      项目名称 | 校舍维修 | < | <
      年度目标 | 完成两处校舍的维修 | < | <
      指标名称 | 符号 | 指标值 | 单位
      一、产出指标 | | |
      （一）数量指标 | | |
      1.维修校舍 | ≥ | 2 | 处
      （二）质量指标 | | |
      1.验收合格率 | = | 100 | %
      二、满意度指标 | | |
      （一）服务对象满意度指标 | | |
      1.师生满意度 | ≥ | 95 | %`,
    head: 3,
    kind: "project_performance",
    projects: ["校舍维修 | - - - | 完成两处校舍的维修"],
    indicators: lines`
      校舍维修: 产出指标 / 数量指标 / 1.维修校舍 | number gte 2 处
      校舍维修: 产出指标 / 质量指标 / 1.验收合格率 | number eq 100 %
      校舍维修: 满意度指标 / 服务对象满意度指标 / 1.师生满意度 | number gte 95 %`,
  },
  {
    name: "the codes in front, the names behind the amounts",
    stage: "budget",
    above: ["部门支出总表", "单位：万元"],
    rows: grid`
      科目编码 | 合计 | 基本支出 | 项目支出 | 科目名称
      | 60.00 | 45.00 | 15.00 | 合计
      205 | 60.00 | 45.00 | 15.00 | 教育支出`,
    head: 1,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 600000
      expenditure 合计 | basic budget 450000
      expenditure 合计 | project budget 150000
      expenditure 205 教育支出 | total budget 600000
      expenditure 205 教育支出 | basic budget 450000
      expenditure 205 教育支出 | project budget 150000`,
  },
  {
    name: "code and name in one column, columns numbered in their headers",
    stage: "budget",
    above: ["部门支出总表", "单位：万元"],
    rows: grid`
      功能分类科目① | 合计② | 基本支出③ | 项目支出④
      合计 | 60.00 | 45.00 | 15.00
      205 教育支出 | 60.00 | 45.00 | 15.00
      20502-普通教育 | 60.00 | 45.00 | 15.00`,
    head: 1,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 600000
      expenditure 合计 | basic budget 450000
      expenditure 合计 | project budget 150000
      expenditure 205 教育支出 | total budget 600000
      expenditure 205 教育支出 | basic budget 450000
      expenditure 205 教育支出 | project budget 150000
      expenditure 20502 普通教育 | total budget 600000
      expenditure 20502 普通教育 | basic budget 450000
      expenditure 20502 普通教育 | project budget 150000`,
  },
];
