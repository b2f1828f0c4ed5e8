import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** Forms of other provinces, where they differ from those of the centre. */
export const provinces: readonly Layout[] = [
  {
    name: "Zhejiang: 三公 across, a unit a row",
    stage: "budget",
    above: ["一般公共预算“三公”经费支出表", "单位：万元"],
    rows: grid`
      单位名称 | “三公”经费合计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置及运行费 | < | <
      ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费
      云溪县教育局 | 9.00 | 1.00 | 3.00 | 5.00 | 0.00 | 5.00`,
    head: 2,
    kind: "budget_three_public",
    amounts: lines`
      expenditure “三公”经费合计 | total budget total 90000
      expenditure 因公出国（境）费用 | total budget abroad 10000
      expenditure 公务接待费 | total budget reception 30000
      expenditure 公务用车购置及运行费 | total budget vehicles 50000
      expenditure 公务用车购置费 | total budget vehicle_purchase 0
      expenditure 公务用车运行维护费 | total budget vehicle_running 50000`,
  },
  {
    name: "Zhejiang: 三公 down, this year beside last and the change",
    stage: "budget",
    above: ["2024年“三公”经费预算表", "单位：万元"],
    rows: grid`
      项目 | 上年预算数 | 本年预算数 | 本年比上年增减 | 增减幅度（%） | 备注
      合计 | 10.00 | 9.00 | -1.00 | -10.0 |
      1.因公出国（境）费用 | 1.00 | 1.00 | 0.00 | 0.0 |
      2.公务接待费 | 4.00 | 3.00 | -1.00 | -25.0 | 压减开支
      3.公务用车购置及运行维护费 | 5.00 | 5.00 | 0.00 | 0.0 |
      其中：公务用车购置费 | | | | |
      公务用车运行维护费 | 5.00 | 5.00 | 0.00 | 0.0 |`,
    head: 1,
    kind: "budget_three_public",
    amounts: lines`
      expenditure 合计 | total previous total 100000
      expenditure 合计 | total budget total 90000
      expenditure 因公出国（境）费用 | total previous abroad 10000
      expenditure 因公出国（境）费用 | total budget abroad 10000
      expenditure 公务接待费 | total previous reception 40000
      expenditure 公务接待费 | total budget reception 30000
      expenditure 公务用车购置及运行维护费 | total previous vehicles 50000
      expenditure 公务用车购置及运行维护费 | total budget vehicles 50000
      expenditure 公务用车运行维护费 | total previous vehicle_running 50000
      expenditure 公务用车运行维护费 | total budget vehicle_running 50000`,
    doubts: ["number_ignored"],
  },
  {
    name: "Shandong: 三公 with meetings and training, previous year first",
    stage: "budget",
    above: ["财政拨款安排的“三公”经费、会议费、培训费支出预算表", "单位：万元"],
    rows: grid`
      项目 | 2023年预算数 | 2024年预算数
      一、“三公”经费小计 | 8.00 | 7.00
      （一）因公出国（境）费 | 0.00 | 0.00
      （二）公务用车购置及运行维护费 | 6.00 | 5.00
      其中：公务用车购置费 | 0.00 | 0.00
      公务用车运行维护费 | 6.00 | 5.00
      （三）公务接待费 | 2.00 | 2.00
      二、会议费 | 3.00 | 3.00
      三、培训费 | 4.00 | 4.50`,
    head: 1,
    kind: "budget_three_public",
    amounts: lines`
      expenditure “三公”经费小计 | total previous total 80000
      expenditure “三公”经费小计 | total budget total 70000
      expenditure 因公出国（境）费 | total previous abroad 0
      expenditure 因公出国（境）费 | total budget abroad 0
      expenditure 公务用车购置及运行维护费 | total previous vehicles 60000
      expenditure 公务用车购置及运行维护费 | total budget vehicles 50000
      expenditure 公务用车购置费 | total previous vehicle_purchase 0
      expenditure 公务用车购置费 | total budget vehicle_purchase 0
      expenditure 公务用车运行维护费 | total previous vehicle_running 60000
      expenditure 公务用车运行维护费 | total budget vehicle_running 50000
      expenditure 公务接待费 | total previous reception 20000
      expenditure 公务接待费 | total budget reception 20000
      expenditure 会议费 | total previous meetings 30000
      expenditure 会议费 | total budget meetings 30000
      expenditure 培训费 | total previous training 40000
      expenditure 培训费 | total budget training 45000`,
  },
  {
    name: "Beijing: 三公 across, two years down",
    stage: "budget",
    above: ["财政拨款“三公”经费支出表", "预算08表", "单位：万元"],
    rows: grid`
      年度 | “三公”经费合计 | 因公出国（境）费用 | 公务接待费 | 公务用车购置和运行维护费 | < | <
      ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行维护费
      2023年 | 9.50 | 1.00 | 0.50 | 8.00 | 0.00 | 8.00
      2024年 | 8.50 | 1.00 | 0.50 | 7.00 | 0.00 | 7.00`,
    head: 2,
    kind: "budget_three_public",
    amounts: lines`
      expenditure “三公”经费合计 | total previous total 95000
      expenditure 因公出国（境）费用 | total previous abroad 10000
      expenditure 公务接待费 | total previous reception 5000
      expenditure 公务用车购置和运行维护费 | total previous vehicles 80000
      expenditure 公务用车购置费 | total previous vehicle_purchase 0
      expenditure 公务用车运行维护费 | total previous vehicle_running 80000
      expenditure “三公”经费合计 | total budget total 85000
      expenditure 因公出国（境）费用 | total budget abroad 10000
      expenditure 公务接待费 | total budget reception 5000
      expenditure 公务用车购置和运行维护费 | total budget vehicles 70000
      expenditure 公务用车购置费 | total budget vehicle_purchase 0
      expenditure 公务用车运行维护费 | total budget vehicle_running 70000`,
  },
  {
    name: "Beijing 04: projects with 本年拨款 by fund",
    stage: "budget",
    above: ["项目支出表", "预算04表", "单位：万元"],
    rows: grid`
      类型 | 项目名称 | 项目单位 | 合计 | 本年拨款 | < | < | 财政专户管理资金 | 单位资金
      ^ | ^ | ^ | ^ | 一般公共预算 | 政府性基金预算 | 国有资本经营预算 | ^ | ^
      31-部门项目 | 教育督导 | 105001-云溪县教育局 | 20.00 | 20.00 | | | |
      合计 | < | < | 20.00 | 20.00 | | | |`,
    head: 2,
    kind: "budget_projects",
    amounts: lines`
      expenditure 教育督导 | total budget 200000
      expenditure 教育督导 | general_public budget 200000
      expenditure 合计 | total budget 200000
      expenditure 合计 | general_public budget 200000`,
  },
  {
    name: "Tianjin: expenditure by use of this year and of funds carried over",
    stage: "budget",
    above: ["一般公共预算支出预算表", "公开04表", "部门：云溪县教育局   单位：万元"],
    rows: grid`
      功能分类科目 | < | 2024年预算 | < | < | < | <
      科目编码 | 科目名称 | 合计 | 基本支出 | < | < | 项目支出
      ^ | ^ | ^ | 小计 | 人员经费 | 公用经费 | ^
      205 | 教育支出 | 90.0 | 60.0 | 50.0 | 10.0 | 30.0
      合计 | < | 90.0 | 60.0 | 50.0 | 10.0 | 30.0`,
    head: 3,
    kind: "budget_general_public",
    amounts: lines`
      expenditure 205 教育支出 | total budget 900000
      expenditure 205 教育支出 | basic budget 600000
      expenditure 205 教育支出 | personnel budget 500000
      expenditure 205 教育支出 | public_use budget 100000
      expenditure 205 教育支出 | project budget 300000
      expenditure 合计 | total budget 900000
      expenditure 合计 | basic budget 600000
      expenditure 合计 | personnel budget 500000
      expenditure 合计 | public_use budget 100000
      expenditure 合计 | project budget 300000`,
  },
  {
    name: "Hunan: expenditure by economic class across",
    stage: "budget",
    above: [
      "支出预算分类汇总表（按部门预算经济分类）",
      "部门公开表5",
      "部门：云溪县教育局   单位：万元",
    ],
    rows: grid`
      功能科目 | < | < | 单位代码 | 单位名称（功能分类科目名称） | 总计 | 基本支出 | < | < | 项目支出 | <
      类 | 款 | 项 | ^ | ^ | ^ | 小计 | 工资福利支出 | 商品和服务支出 | 小计 | 商品和服务支出
      | | | 105 | 云溪县教育局 | 50.00 | 30.00 | 25.00 | 5.00 | 20.00 | 20.00
      205 | 01 | 01 | 105001 | 行政运行 | 50.00 | 30.00 | 25.00 | 5.00 | 20.00 | 20.00`,
    head: 2,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 云溪县教育局 | total budget 500000
      expenditure 云溪县教育局 | basic budget 300000
      expenditure 云溪县教育局 | unknown budget 250000
      expenditure 云溪县教育局 | unknown budget 50000
      expenditure 云溪县教育局 | project budget 200000
      expenditure 云溪县教育局 | unknown budget 200000
      expenditure 2050101 行政运行 | total budget 500000
      expenditure 2050101 行政运行 | basic budget 300000
      expenditure 2050101 行政运行 | unknown budget 250000
      expenditure 2050101 行政运行 | unknown budget 50000
      expenditure 2050101 行政运行 | project budget 200000
      expenditure 2050101 行政运行 | unknown budget 200000`,
    doubts: ["unnamed_measure"],
  },
  {
    name: "Hunan: personnel costs of basic expenditure across",
    stage: "budget",
    above: ["一般公共预算基本支出表--人员经费（工资福利支出）（按政府预算经济分类）", "单位：万元"],
    rows: grid`
      科目编码 | < | < | 单位代码 | 单位名称（功能分类科目名称） | 合计 | 工资福利支出 | < | <
      类 | 款 | 项 | ^ | ^ | ^ | 合计 | 工资奖金津补贴 | 社会保障缴费
      205 | 01 | 01 | 105001 | 行政运行 | 25.00 | 25.00 | 20.00 | 5.00`,
    head: 2,
    kind: "unknown",
    doubts: ["nothing_recognized", "table_not_understood"],
  },
  {
    name: "Hunan: state administration, 三公 by unit code",
    stage: "budget",
    above: ["一般公共预算“三公”经费支出表", "部门公开表15", "部门：云溪县教育局   单位：万元"],
    rows: grid`
      单位编码 | 单位名称 | “三公”经费合计 | 因公出国（境）费用 | 公务用车购置及运行费 | < | < | 公务接待费
      ^ | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
      105001 | 云溪县教育局 | 5.00 | | 4.00 | | 4.00 | 1.00`,
    head: 2,
    kind: "budget_three_public",
    amounts: lines`
      expenditure “三公”经费合计 | total budget total 50000
      expenditure 公务用车购置及运行费 | total budget vehicles 40000
      expenditure 公务用车运行费 | total budget vehicle_running 40000
      expenditure 公务接待费 | total budget reception 10000`,
  },
];
