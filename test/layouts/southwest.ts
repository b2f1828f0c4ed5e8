import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** Forms of Sichuan and Yunnan, where they differ from those of the centre. */
export const southwest: readonly Layout[] = [
  {
    name: "Sichuan 1-2: codes in three columns, unit code beside the name",
    stage: "budget",
    above: ["部门支出总表", "表1-2", "部门：云溪县教育局   金额单位：元"],
    rows: grid`
      项目 | < | < | < | < | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 对附属单位补助支出
      科目编码 | < | < | 单位代码 | 单位名称（科目） | ^ | ^ | ^ | ^ | ^
      类 | 款 | 项 | ^ | ^ | ^ | ^ | ^ | ^ | ^
      | | | | 合计 | 1,500.00 | 900.00 | 600.00 | |
      | | | 105001 | 云溪县教育局 | 1,500.00 | 900.00 | 600.00 | |
      205 | 01 | 01 | 105001 | 行政运行 | 900.00 | 900.00 | | |
      205 | 01 | 99 | 105001 | 其他教育管理事务支出 | 600.00 | | 600.00 | |`,
    head: 3,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 1500
      expenditure 合计 | basic budget 900
      expenditure 合计 | project budget 600
      expenditure 云溪县教育局 | total budget 1500
      expenditure 云溪县教育局 | basic budget 900
      expenditure 云溪县教育局 | project budget 600
      expenditure 2050101 行政运行 | total budget 900
      expenditure 2050101 行政运行 | basic budget 900
      expenditure 2050199 其他教育管理事务支出 | total budget 600
      expenditure 2050199 其他教育管理事务支出 | project budget 600`,
  },
  {
    name: "Sichuan 2-1: appropriations by economic class, three kinds of money across",
    stage: "budget",
    above: ["财政拨款支出预算表（部门经济分类科目）", "表2-1", "部门：云溪县教育局   金额单位：元"],
    rows: grid`
      项目 | < | < | < | 总计 | 本级当年财政拨款安排 | < | < | < | 上年结转安排 | <
      科目编码 | < | 单位代码 | 单位名称（科目） | ^ | 合计 | 一般公共预算拨款 | < | < | 合计 | 一般公共预算拨款
      类 | 款 | ^ | ^ | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^ | ^
      | | | 合计 | 120.00 | 100.00 | 100.00 | 70.00 | 30.00 | 20.00 | 20.00
      301 | 01 | 105001 | 基本工资 | 120.00 | 100.00 | 100.00 | 70.00 | 30.00 | 20.00 | 20.00`,
    head: 3,
    kind: "budget_appropriation_expenditure",
    amounts: lines`
      expenditure 合计 | total budget 120
      expenditure 合计 | appropriation budget 100
      expenditure 合计 | general_public budget 100
      expenditure 合计 | basic budget 70
      expenditure 合计 | project budget 30
      expenditure 合计 | carryover budget 20
      expenditure 合计 | general_public budget 20
      expenditure 30101 基本工资 | total budget 120
      expenditure 30101 基本工资 | appropriation budget 100
      expenditure 30101 基本工资 | general_public budget 100
      expenditure 30101 基本工资 | basic budget 70
      expenditure 30101 基本工资 | project budget 30
      expenditure 30101 基本工资 | carryover budget 20
      expenditure 30101 基本工资 | general_public budget 20`,
  },
  {
    name: "Sichuan 3-2: projects by class, one amount",
    stage: "budget",
    above: ["一般公共预算项目支出预算表", "表3-2", "部门：云溪县教育局   金额单位：元"],
    rows: grid`
      科目编码 | < | < | 单位代码 | 单位名称（项目） | 金额
      类 | 款 | 项 | ^ | ^ | ^
      | | | | 合计 | 600.00
      205 | 01 | 99 | 105001 | 校园文化建设 | 600.00`,
    head: 2,
    kind: "budget_projects",
    amounts: lines`
      expenditure 合计 | total budget 600
      expenditure 2050199 校园文化建设 | total budget 600`,
  },
  {
    name: "Yunnan 01-2: income by unit, 单位资金 in parts",
    stage: "budget",
    above: ["部门收入预算表", "预算01-2表", "单位名称：云溪县教育局   单位：元"],
    rows: grid`
      部门（单位）代码 | 部门（单位）名称 | 合计 | 本年收入 | < | < | < | < | < | 上年结转结余 | <
      ^ | ^ | ^ | 小计 | 一般公共预算 | 政府性基金预算 | 财政专户管理资金 | 单位资金 | < | 小计 | 一般公共预算
      ^ | ^ | ^ | ^ | ^ | ^ | ^ | 小计 | 事业收入 | ^ | ^
      105 | 云溪县教育局 | 130.00 | 120.00 | 100.00 | | | 20.00 | 20.00 | 10.00 | 10.00
      合计 | < | 130.00 | 120.00 | 100.00 | | | 20.00 | 20.00 | 10.00 | 10.00`,
    head: 3,
    kind: "budget_income",
    amounts: lines`
      income 云溪县教育局 | total budget 130
      income 云溪县教育局 | current_year budget 120
      income 云溪县教育局 | general_public budget 100
      income 云溪县教育局 | unit_funds budget 20
      income 云溪县教育局 | business budget 20
      income 云溪县教育局 | carryover budget 10
      income 云溪县教育局 | general_public budget 10
      income 合计 | total budget 130
      income 合计 | current_year budget 120
      income 合计 | general_public budget 100
      income 合计 | unit_funds budget 20
      income 合计 | business budget 20
      income 合计 | carryover budget 10
      income 合计 | general_public budget 10`,
  },
  {
    name: "Yunnan 02-2: basic expenditure in personnel and public use",
    stage: "budget",
    above: [
      "一般公共预算支出预算表（按功能科目分类）",
      "预算02-2表",
      "单位名称：云溪县教育局   单位：元",
    ],
    rows: grid`
      部门预算支出功能分类科目 | < | 合计 | 基本支出 | < | < | 项目支出
      科目编码 | 科目名称 | ^ | 小计 | 人员经费 | 公用经费 | ^
      1 | 2 | 3 | 4 | 5 | 6 | 7
      205 | 教育支出 | 90.00 | 60.00 | 50.00 | 10.00 | 30.00
      合计 | < | 90.00 | 60.00 | 50.00 | 10.00 | 30.00`,
    head: 3,
    kind: "budget_general_public",
    amounts: lines`
      expenditure 205 教育支出 | total budget 90
      expenditure 205 教育支出 | basic budget 60
      expenditure 205 教育支出 | personnel budget 50
      expenditure 205 教育支出 | public_use budget 10
      expenditure 205 教育支出 | project budget 30
      expenditure 合计 | total budget 90
      expenditure 合计 | basic budget 60
      expenditure 合计 | personnel budget 50
      expenditure 合计 | public_use budget 10
      expenditure 合计 | project budget 30`,
  },
  {
    name: "Yunnan 12: projects over three years",
    stage: "budget",
    above: ["部门项目支出中期规划预算表", "预算12表", "单位名称：云溪县教育局   单位：元"],
    rows: grid`
      单位名称 | 项目类别 | 项目名称 | 项目级次 | 资金来源 | < | <
      ^ | ^ | ^ | ^ | 2024年 | 2025年 | 2026年
      云溪县教育局 | 311 专项业务类 | 信息化维护 | 本级 | 60.00 | 65.00 | 70.00`,
    head: 2,
    kind: "budget_projects",
    amounts: lines`
      expenditure 信息化维护 | unknown budget 60
      expenditure 信息化维护 | unknown budget 65
      expenditure 信息化维护 | unknown budget 70`,
    doubts: ["unnamed_measure"],
  },
];
