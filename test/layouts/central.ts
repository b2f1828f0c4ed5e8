import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** Forms of the central departments. */
export const central: readonly Layout[] = [
  {
    name: "central 1: income and expenditure",
    stage: "budget",
    above: ["部门收支总表", "部门公开表1   单位：万元"],
    rows: grid`
      收       入 | <      | 支       出 | <
      项    目 | 预算数 | 项    目 | 预算数
      一、一般公共预算拨款收入 | 900.00 | 一、教育支出 | 950.00
      五、事业收入 | 80.00 | 二、住房保障支出 | 40.00
      本年收入合计 | 980.00 | 本年支出合计 | 990.00
      使用非财政拨款结余 | | 结转下年 |
      上年结转 | 10.00 | |
      收 入 总 计 | 990.00 | 支 出 总 计 | 990.00`,
    head: 2,
    kind: "budget_summary",
    amounts: lines`
      income 一般公共预算拨款收入 | total budget 9000000
      expenditure 教育支出 | total budget 9500000
      income 事业收入 | total budget 800000
      expenditure 住房保障支出 | total budget 400000
      income 本年收入合计 | total budget 9800000
      expenditure 本年支出合计 | total budget 9900000
      income 上年结转 | total budget 100000
      income 收入总计 | total budget 9900000
      expenditure 支出总计 | total budget 9900000`,
  },
  {
    name: "central 2: income by source, education fees within business income",
    stage: "budget",
    above: ["部门收入总表", "部门公开表2   单位：万元"],
    rows: grid`
      科目 | < | 合计 | 上年结转 | 一般公共预算拨款收入 | 政府性基金预算拨款收入 | 事业收入 | < | 事业单位经营收入 | 其他收入 | 使用非财政拨款结余
      科目编码 | 科目名称 | ^ | ^ | ^ | ^ | 金额 | 其中：教育收费 | ^ | ^ | ^
      205 | 教育支出 | 120.00 | 10.00 | 90.00 | | 20.00 | 5.00 | | |
      20502 | 普通教育 | 120.00 | 10.00 | 90.00 | | 20.00 | 5.00 | | |
      合计 | < | 120.00 | 10.00 | 90.00 | | 20.00 | 5.00 | | |`,
    head: 2,
    kind: "budget_income",
    amounts: lines`
      income 205 教育支出 | total budget 1200000
      income 205 教育支出 | carryover budget 100000
      income 205 教育支出 | general_public budget 900000
      income 205 教育支出 | business budget 200000
      income 205 教育支出 | unknown budget 50000
      income 20502 普通教育 | total budget 1200000
      income 20502 普通教育 | carryover budget 100000
      income 20502 普通教育 | general_public budget 900000
      income 20502 普通教育 | business budget 200000
      income 20502 普通教育 | unknown budget 50000
      income 合计 | total budget 1200000
      income 合计 | carryover budget 100000
      income 合计 | general_public budget 900000
      income 合计 | business budget 200000
      income 合计 | unknown budget 50000`,
    doubts: ["unnamed_measure"],
  },
  {
    name: "central 3: expenditure by use",
    stage: "budget",
    above: ["部门支出总表", "部门公开表3   单位：万元"],
    rows: grid`
      科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 | 上缴上级支出 | 事业单位经营支出 | 对附属单位补助支出
      205 | 教育支出 | 50.00 | 30.00 | 20.00 | | |
      20503 | 职业教育 | 50.00 | 30.00 | 20.00 | | |
      合计 | < | 50.00 | 30.00 | 20.00 | | |`,
    head: 1,
    kind: "budget_expenditure",
    amounts: lines`
      expenditure 205 教育支出 | total budget 500000
      expenditure 205 教育支出 | basic budget 300000
      expenditure 205 教育支出 | project budget 200000
      expenditure 20503 职业教育 | total budget 500000
      expenditure 20503 职业教育 | basic budget 300000
      expenditure 20503 职业教育 | project budget 200000
      expenditure 合计 | total budget 500000
      expenditure 合计 | basic budget 300000
      expenditure 合计 | project budget 200000`,
  },
  {
    name: "central 6: basic expenditure by economic class",
    stage: "budget",
    above: ["一般公共预算基本支出表", "部门公开表6   单位：万元"],
    rows: grid`
      部门预算支出经济分类科目 | < | 本年一般公共预算基本支出 | < | <
      科目编码 | 科目名称 | 合计 | 人员经费 | 公用经费
      301 | 工资福利支出 | 40.00 | 40.00 |
      30101 | 基本工资 | 40.00 | 40.00 |
      302 | 商品和服务支出 | 8.50 | | 8.50
      合计 | < | 48.50 | 40.00 | 8.50`,
    head: 2,
    kind: "budget_general_public_basic",
    amounts: lines`
      expenditure 301 工资福利支出 | total budget 400000
      expenditure 301 工资福利支出 | personnel budget 400000
      expenditure 30101 基本工资 | total budget 400000
      expenditure 30101 基本工资 | personnel budget 400000
      expenditure 302 商品和服务支出 | total budget 85000
      expenditure 302 商品和服务支出 | public_use budget 85000
      expenditure 合计 | total budget 485000
      expenditure 合计 | personnel budget 400000
      expenditure 合计 | public_use budget 85000`,
  },
  {
    name: "central 7: 三公 of two years across",
    stage: "budget",
    above: ["一般公共预算“三公”经费支出表", "部门公开表7   单位：万元"],
    rows: grid`
      2023年预算数 | < | < | < | < | < | 2024年预算数 | < | < | < | < | <
      合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费 | 合计 | 因公出国（境）费 | 公务用车购置及运行费 | < | < | 公务接待费
      ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^ | ^ | ^ | 小计 | 公务用车购置费 | 公务用车运行费 | ^
      9.00 | 4.00 | 3.00 | 0.00 | 3.00 | 2.00 | 8.00 | 4.00 | 3.00 | 0.00 | 3.00 | 1.00`,
    head: 3,
    kind: "budget_three_public",
    amounts: lines`
      expenditure 合计 | total previous total 90000
      expenditure 因公出国（境）费 | total previous abroad 40000
      expenditure 公务用车购置及运行费 | total previous vehicles 30000
      expenditure 公务用车购置费 | total previous vehicle_purchase 0
      expenditure 公务用车运行费 | total previous vehicle_running 30000
      expenditure 公务接待费 | total previous reception 20000
      expenditure 合计 | total budget total 80000
      expenditure 因公出国（境）费 | total budget abroad 40000
      expenditure 公务用车购置及运行费 | total budget vehicles 30000
      expenditure 公务用车购置费 | total budget vehicle_purchase 0
      expenditure 公务用车运行费 | total budget vehicle_running 30000
      expenditure 公务接待费 | total budget reception 10000`,
  },
  {
    name: "central 8: a government fund",
    stage: "budget",
    above: ["政府性基金预算支出表", "部门公开表8   单位：万元"],
    rows: grid`
      科目编码 | 科目名称 | 本年政府性基金预算支出 | < | <
      ^ | ^ | 合计 | 基本支出 | 项目支出
      229 | 其他支出 | 6.00 | | 6.00
      合计 | < | 6.00 | | 6.00`,
    head: 2,
    kind: "budget_government_fund",
    amounts: lines`
      expenditure 229 其他支出 | total budget 60000
      expenditure 229 其他支出 | project budget 60000
      expenditure 合计 | total budget 60000
      expenditure 合计 | project budget 60000`,
  },
  {
    name: "central project sheet until 2021: targets of the period beside those of the year",
    stage: "budget",
    above: ["项目支出绩效目标表", "（2024年度）"],
    rows: grid`
      项目名称 | 职业教育提升 | < | < | < | < | <
      主管部门及代码 | [105]云溪县教育局 | < | < | 实施单位 | 云溪县职业中学 | <
      项目属性 | 延续项目 | < | < | 项目期 | 3年 | <
      项目资金（万元） | 中期资金总额： | < | 300.00 | 年度资金总额： | 100.00 | <
      ^ | 其中：财政拨款 | < | 300.00 | 其中：财政拨款 | 90.00 | <
      ^ | 其他资金 | < | | 其他资金 | 10.00 | <
      总体目标 | 中期目标（2024年—2026年） | < | < | 年度目标 | < | <
      ^ | 建成三个实训基地 | < | < | 建成一个实训基地 | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 二级指标 | 三级指标 | 指标值
      产出指标 | 数量指标 | 实训基地数 | ≥3个 | 数量指标 | 实训基地数 | ≥1个
      ^ | 质量指标 | 验收合格率 | 100% | 质量指标 | 验收合格率 | ≥98%
      效益指标 | 社会效益指标 | 学生就业率 | ≥90% | 社会效益指标 | 学生就业率 | ≥85%`,
    head: 9,
    kind: "project_performance",
    projects: ["职业教育提升 | 1000000 900000 100000 | 建成一个实训基地"],
    indicators: lines`
      职业教育提升: 产出指标 / 数量指标 / 实训基地数 | number gte 1 个
      职业教育提升: 产出指标 / 质量指标 / 验收合格率 | number gte 98 %
      职业教育提升: 效益指标 / 社会效益指标 / 学生就业率 | number gte 85 %`,
    doubts: ["number_ignored"],
  },
  {
    name: "central project sheet since 2022: weights beside targets",
    stage: "budget",
    above: ["项目支出绩效目标表", "（2024年度）"],
    rows: grid`
      项目名称 | 教师培训 | < | < | <
      主管部门及代码 | [105]云溪县教育局 | 实施单位 | 云溪县教师进修学校 | <
      项目资金（万元） | 年度资金总额 | 46.50 | < | <
      ^ | 其中：财政拨款 | 46.50 | < | <
      ^ | 其他资金 | 0.00 | < | <
      年度总体目标 | 培训乡村教师，提高教学水平 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 指标值 | 分值权重（90）
      产出指标 | 数量指标 | 培训教师人数 | ≥300人次 | 30
      ^ | 时效指标 | 培训完成时间 | 2024年11月前 | 30
      满意度指标 | 服务对象满意度指标 | 参训教师满意度 | ≥90% | 30`,
    head: 7,
    kind: "project_performance",
    projects: ["教师培训 | 465000 465000 0 | 培训乡村教师，提高教学水平"],
    indicators: lines`
      教师培训: 产出指标 / 数量指标 / 培训教师人数 | number gte 300 人次 (30)
      教师培训: 产出指标 / 时效指标 / 培训完成时间 | text 2024年11月前 (30)
      教师培训: 满意度指标 / 服务对象满意度指标 / 参训教师满意度 | number gte 90 % (30)`,
  },
];
