import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** 公开01 to 公开10: the accounts of a department, in the editions of 2012 to 2025. */
export const accounts: readonly Layout[] = [
  {
    name: "accounts 公开01: budget, adjusted budget and accounts of each side",
    stage: "final_accounts",
    above: ["收入支出决算总表", "公开01表", "部门：云溪县教育局   金额单位：万元"],
    rows: grid`
      收入 | < | < | < | < | 支出 | < | < | < | <
      项目 | 行次 | 年初预算数 | 全年预算数 | 决算数 | 项目 | 行次 | 年初预算数 | 全年预算数 | 决算数
      栏次 | | 1 | 2 | 3 | 栏次 | | 4 | 5 | 6
      一、一般公共预算财政拨款收入 | 1 | 90.00 | 95.00 | 94.00 | 一、一般公共服务支出 | 32 | | |
      二、政府性基金预算财政拨款收入 | 2 | | | | 五、教育支出 | 36 | 90.00 | 96.00 | 94.50
      本年收入合计 | 27 | 90.00 | 95.00 | 94.00 | 本年支出合计 | 58 | 90.00 | 96.00 | 94.50
      年初结转和结余 | 29 | | 1.00 | 1.00 | 年末结转和结余 | 60 | | | 0.50
      总计 | 31 | 90.00 | 96.00 | 95.00 | 总计 | 62 | 90.00 | 96.00 | 95.00`,
    head: 3,
    kind: "accounts_summary",
    amounts: lines`
      income 一般公共预算财政拨款收入 | total budget 900000
      income 一般公共预算财政拨款收入 | total adjusted_budget 950000
      income 一般公共预算财政拨款收入 | total accounts 940000
      expenditure 教育支出 | total budget 900000
      expenditure 教育支出 | total adjusted_budget 960000
      expenditure 教育支出 | total accounts 945000
      income 本年收入合计 | total budget 900000
      income 本年收入合计 | total adjusted_budget 950000
      income 本年收入合计 | total accounts 940000
      expenditure 本年支出合计 | total budget 900000
      expenditure 本年支出合计 | total adjusted_budget 960000
      expenditure 本年支出合计 | total accounts 945000
      income 年初结转和结余 | total adjusted_budget 10000
      income 年初结转和结余 | total accounts 10000
      expenditure 年末结转和结余 | total accounts 5000
      income 总计 | total budget 900000
      income 总计 | total adjusted_budget 960000
      income 总计 | total accounts 950000
      expenditure 总计 | total budget 900000
      expenditure 总计 | total adjusted_budget 960000
      expenditure 总计 | total accounts 950000`,
  },
  {
    name: "accounts 公开02: 事业收入 with 教育收费, codes in three columns",
    stage: "final_accounts",
    above: ["收入决算表", "公开02表", "部门：云溪县教育局   金额单位：万元"],
    rows: grid`
      项目 | < | < | < | 本年收入合计 | 财政拨款收入 | 上级补助收入 | 事业收入 | < | 经营收入 | 附属单位上缴收入 | 其他收入
      功能分类科目编码 | < | < | 科目名称 | ^ | ^ | ^ | 小计 | 其中：教育收费 | ^ | ^ | ^
      类 | 款 | 项 | 栏次 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
      ^ | ^ | ^ | 合计 | 80.00 | 60.00 | | 20.00 | 20.00 | | |
      205 | < | < | 教育支出 | 80.00 | 60.00 | | 20.00 | 20.00 | | |
      20502 | < | < | 普通教育 | 80.00 | 60.00 | | 20.00 | 20.00 | | |
      2050204 | < | < | 高中教育 | 80.00 | 60.00 | | 20.00 | 20.00 | | |`,
    head: 4,
    kind: "accounts_income",
    amounts: lines`
      income 合计 | total accounts 800000
      income 合计 | appropriation accounts 600000
      income 合计 | business accounts 200000
      income 合计 | unknown accounts 200000
      income 205 教育支出 | total accounts 800000
      income 205 教育支出 | appropriation accounts 600000
      income 205 教育支出 | business accounts 200000
      income 205 教育支出 | unknown accounts 200000
      income 20502 普通教育 | total accounts 800000
      income 20502 普通教育 | appropriation accounts 600000
      income 20502 普通教育 | business accounts 200000
      income 20502 普通教育 | unknown accounts 200000
      income 2050204 高中教育 | total accounts 800000
      income 2050204 高中教育 | appropriation accounts 600000
      income 2050204 高中教育 | business accounts 200000
      income 2050204 高中教育 | unknown accounts 200000`,
    doubts: ["unnamed_measure"],
  },
  {
    name: "accounts 公开03: expenditure by use, column numbers below",
    stage: "final_accounts",
    above: ["支出决算表", "公开03表", "部门：云溪县教育局   金额单位：万元"],
    rows: grid`
      项目 | < | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 | 经营支出 | 对附属单位补助支出
      功能分类科目编码 | 科目名称 | ^ | ^ | ^ | ^ | ^ | ^
      栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
      合计 | < | 80.00 | 55.00 | 25.00 | 0.00 | 0.00 | 0.00
      205 | 教育支出 | 80.00 | 55.00 | 25.00 | 0.00 | 0.00 | 0.00`,
    head: 3,
    kind: "accounts_expenditure",
    amounts: lines`
      expenditure 合计 | total accounts 800000
      expenditure 合计 | basic accounts 550000
      expenditure 合计 | project accounts 250000
      expenditure 合计 | remittance_to_superior accounts 0
      expenditure 合计 | operating accounts 0
      expenditure 合计 | subsidy_to_subordinate accounts 0
      expenditure 205 教育支出 | total accounts 800000
      expenditure 205 教育支出 | basic accounts 550000
      expenditure 205 教育支出 | project accounts 250000
      expenditure 205 教育支出 | remittance_to_superior accounts 0
      expenditure 205 教育支出 | operating accounts 0
      expenditure 205 教育支出 | subsidy_to_subordinate accounts 0`,
  },
  {
    name: "accounts 公开05 until 2014: 公共预算财政拨款",
    stage: "final_accounts",
    above: ["公共预算财政拨款支出决算表", "公开05表", "部门：云溪县教育局   金额单位：万元"],
    rows: grid`
      科目编码 | 科目名称 | 本年支出 | < | <
      ^ | ^ | 合计 | 基本支出 | 项目支出
      合计 | < | 70.00 | 50.00 | 20.00
      205 | 教育支出 | 70.00 | 50.00 | 20.00`,
    head: 2,
    kind: "accounts_general_public",
    amounts: lines`
      expenditure 合计 | total accounts 700000
      expenditure 合计 | basic accounts 500000
      expenditure 合计 | project accounts 200000
      expenditure 205 教育支出 | total accounts 700000
      expenditure 205 教育支出 | basic accounts 500000
      expenditure 205 教育支出 | project accounts 200000`,
  },
  {
    name: "accounts 公开05: from carry-over to carry-over by use",
    stage: "final_accounts",
    above: ["一般公共预算财政拨款收入支出决算表", "公开05表", "部门：云溪县教育局   金额单位：元"],
    rows: grid`
      项目 | < | 年初结转和结余 | < | < | 本年收入 | < | < | 本年支出 | < | < | 年末结转和结余 | < | <
      科目代码 | 科目名称 | 合计 | 基本支出结转 | 项目支出结转和结余 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出 | 项目支出 | 合计 | 基本支出结转 | 项目支出结转和结余
      栏次 | < | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12
      合计 | < | 100.00 | 0.00 | 100.00 | 900.00 | 500.00 | 400.00 | 950.00 | 500.00 | 450.00 | 50.00 | 0.00 | 50.00`,
    head: 3,
    kind: "unknown",
    doubts: ["caption_against_header", "nothing_recognized", "table_not_understood"],
  },
  {
    name: "accounts 公开08: a government fund, 年初 to 年末",
    stage: "final_accounts",
    above: [
      "政府性基金预算财政拨款收入支出决算表",
      "公开08表",
      "部门：云溪县教育局   金额单位：万元",
    ],
    rows: grid`
      项目 | < | 年初结转和结余 | 本年收入 | 本年支出 | < | < | 年末结转和结余
      功能分类科目编码 | 科目名称 | ^ | ^ | 小计 | 基本支出 | 项目支出 | ^
      栏次 | < | 1 | 2 | 3 | 4 | 5 | 6
      合计 | < | 0.00 | 9.00 | 8.00 | 0.00 | 8.00 | 1.00
      229 | 其他支出 | 0.00 | 9.00 | 8.00 | 0.00 | 8.00 | 1.00`,
    head: 3,
    kind: "accounts_government_fund",
    amounts: lines`
      income 合计 | opening_carryover accounts 0
      income 合计 | current_year accounts 90000
      expenditure 合计 | total accounts 80000
      expenditure 合计 | basic accounts 0
      expenditure 合计 | project accounts 80000
      expenditure 合计 | closing_carryover accounts 10000
      income 229 其他支出 | opening_carryover accounts 0
      income 229 其他支出 | current_year accounts 90000
      expenditure 229 其他支出 | total accounts 80000
      expenditure 229 其他支出 | basic accounts 0
      expenditure 229 其他支出 | project accounts 80000
      expenditure 229 其他支出 | closing_carryover accounts 10000`,
  },
  {
    name: "accounts 公开09: state capital, expenditure alone",
    stage: "final_accounts",
    above: [
      "国有资本经营预算财政拨款支出决算表",
      "公开09表",
      "部门：云溪县教育局   金额单位：万元",
    ],
    rows: grid`
      项目 | < | 本年支出 | < | <
      功能分类科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出
      栏次 | < | 1 | 2 | 3
      合计 | < | 3.00 | | 3.00
      223 | 国有资本经营预算支出 | 3.00 | | 3.00`,
    head: 3,
    kind: "accounts_state_capital",
    amounts: lines`
      expenditure 合计 | total accounts 30000
      expenditure 合计 | project accounts 30000
      expenditure 223 国有资本经营预算支出 | total accounts 30000
      expenditure 223 国有资本经营预算支出 | project accounts 30000`,
  },
  {
    name: "accounts 公开10: 三公 down, budget and accounts across, persons and cars below",
    stage: "final_accounts",
    above: [
      "“三公”经费、行政参公单位机关运行经费情况表",
      "公开10表",
      "部门：云溪县教育局   金额单位：万元",
    ],
    rows: grid`
      项目 | 行次 | 年初预算数 | 决算数 | 项目 | 行次 | 决算统计数
      栏次 | | 1 | 2 | 栏次 | | 3
      一、“三公”经费支出 | 1 | 8.00 | 6.00 | 五、国有资产占用情况 | 19 |
      （一）支出合计 | 2 | 8.00 | 6.00 | （一）车辆数合计（辆） | 20 | 2
      1．因公出国（境）费 | 3 | 0.00 | 0.00 | 1．机要通信用车 | 21 | 1
      2．公务用车购置及运行维护费 | 4 | 5.00 | 4.50 | 2．其他用车 | 22 | 1
      （1）公务用车购置费 | 5 | 0.00 | 0.00 | |
      （2）公务用车运行维护费 | 6 | 5.00 | 4.50 | |
      3．公务接待费 | 7 | 3.00 | 1.50 | |`.map((row) => [
      ...row,
      ...Array.from({ length: 7 - row.length }, () => ""),
    ]),
    head: 2,
    kind: "accounts_three_public",
    amounts: lines`
      expenditure “三公”经费支出 | total budget total 80000
      expenditure “三公”经费支出 | total accounts total 60000
      expenditure 支出合计 | total budget 80000
      expenditure 支出合计 | total accounts 60000
      expenditure 因公出国（境）费 | total budget abroad 0
      expenditure 因公出国（境）费 | total accounts abroad 0
      expenditure 公务用车购置及运行维护费 | total budget vehicles 50000
      expenditure 公务用车购置及运行维护费 | total accounts vehicles 45000
      expenditure 公务用车购置费 | total budget vehicle_purchase 0
      expenditure 公务用车购置费 | total accounts vehicle_purchase 0
      expenditure 公务用车运行维护费 | total budget vehicle_running 50000
      expenditure 公务用车运行维护费 | total accounts vehicle_running 45000
      expenditure 公务接待费 | total budget reception 30000
      expenditure 公务接待费 | total accounts reception 15000`,
    doubts: ["number_ignored", "unnamed_measure"],
  },
  {
    name: "accounts 公开06: basic expenditure in three pairs",
    stage: "final_accounts",
    above: [
      "一般公共预算财政拨款基本支出决算明细表",
      "公开06表",
      "部门：云溪县教育局   金额单位：万元",
    ],
    rows: grid`
      人员经费 | < | < | 公用经费 | < | < | < | < | <
      经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数 | 经济分类科目编码 | 科目名称 | 决算数
      301 | 工资福利支出 | 45.00 | 302 | 商品和服务支出 | 10.00 | 310 | 资本性支出 | 0.60
      30101 | 基本工资 | 45.00 | 30201 | 办公费 | 10.00 | 31002 | 办公设备购置 | 0.60
      人员经费合计 | < | 45.00 | 公用经费合计 | < | < | < | < | 10.60`,
    head: 2,
    kind: "accounts_general_public_basic",
    amounts: lines`
      expenditure 301 工资福利支出 | total accounts 450000
      expenditure 302 商品和服务支出 | total accounts 100000
      expenditure 310 资本性支出 | total accounts 6000
      expenditure 30101 基本工资 | total accounts 450000
      expenditure 30201 办公费 | total accounts 100000
      expenditure 31002 办公设备购置 | total accounts 6000
      expenditure 人员经费合计 | total accounts 450000
      expenditure 公用经费合计 | total accounts 106000`,
  },
];
