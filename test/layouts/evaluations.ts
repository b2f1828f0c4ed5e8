import { grid } from "../../samples/generator/text-table.js";
import { type Layout, lines } from "./layout.js";

/** 绩效自评表: results beside the targets. What they say of money has no column. */
export const evaluations: readonly Layout[] = [
  {
    name: "self-evaluation of a project, the Ministry's form",
    stage: "final_accounts",
    above: ["项目支出绩效自评表", "（2024年度）"],
    rows: grid`
      项目名称 | 校车运营补助 | < | < | < | < | < | <
      主管部门 | 云溪县教育局 | < | < | 实施单位 | 云溪县校车中心 | < | <
      项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
      ^ | 年度资金总额 | 25.00 | 25.00 | 24.00 | 10 | 96.00% | 9.6
      ^ | 其中：当年财政拨款 | 25.00 | 25.00 | 24.00 | — | 96.00% | —
      年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
      ^ | 保障学生安全上下学 | < | < | 运营线路12条，未发生事故 | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
      产出指标 | 数量指标 | 运营线路数 | ≥12条 | 12条 | 20 | 20 |
      ^ | 质量指标 | 车辆检验合格率 | 100% | 98% | 20 | 19.6 | 一辆车延期检验
      效益指标 | 社会效益指标 | 上学便利程度 | 提高 | 已提高 | 30 | 30 |
      满意度指标 | 服务对象满意度指标 | 家长满意度 | ≥90% | 93.5% | 10 | 10 |
      总分 | < | < | < | < | 100 | 98.2 |`,
    head: 8,
    kind: "self_evaluation",
    indicators: lines`
      校车运营补助: 产出指标 / 数量指标 / 运营线路数 | number gte 12 条 (20) | 12条 20
      校车运营补助: 产出指标 / 质量指标 / 车辆检验合格率 | number eq 100 % (20) | 98% 19.6
      校车运营补助: 效益指标 / 社会效益指标 / 上学便利程度 | text 提高 (30) | 已提高 30
      校车运营补助: 满意度指标 / 服务对象满意度指标 / 家长满意度 | number gte 90 % (10) | 93.5% 10`,
    doubts: ["number_ignored"],
  },
  {
    name: "self-evaluation of a department as a whole",
    stage: "final_accounts",
    above: ["部门整体支出绩效自评表", "（2024年度）"],
    rows: grid`
      部门（单位）名称 | 云溪县教育局 | < | < | < | < | <
      年度总体目标 | 办好教育 | < | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值（A） | 全年实际完成值（B） | 分值 | 得分
      产出指标 | 数量指标 | 在校学生数 | ≥5000人 | 5120 | 50 | 50
      效益指标 | 社会效益指标 | 义务教育巩固率 | ≥97% | 96.5% | 40 | 39.8
      合计 | < | < | < | < | 90 | 89.8`,
    head: 3,
    kind: "self_evaluation",
    indicators: lines`
      产出指标 / 数量指标 / 在校学生数 | number gte 5000 人 (50) | 5120 50
      效益指标 / 社会效益指标 / 义务教育巩固率 | number gte 97 % (40) | 96.5% 39.8`,
    doubts: ["number_ignored"],
  },
  {
    name: "Chongqing: self-evaluation with sign, value, unit and result in columns",
    stage: "final_accounts",
    above: ["2024年度项目支出绩效自评表"],
    rows: grid`
      项目名称 | 乡村教师岗位补助 | < | < | < | < | < | <
      项目实施单位 | 云溪县教育局 | < | < | < | 项目主管部门 | 云溪县教育局 | <
      当年绩效目标 | 全年绩效目标 | < | < | < | 全年目标实际完成情况 | < | <
      ^ | 补助按月发放 | < | < | < | 补助已按月发放 | < | <
      指标类型 | 指标名称 | 指标性质 | 指标值 | 计量单位 | 指标权重 | 全年完成值 | 评价标准
      产出类指标 | 补助教师人数 | ≥ | 320 | 人 | 30 | 331 | 达到目标得满分
      ^ | 发放及时率 | ＝ | 100 | % | 30 | 100 | 达到目标得满分
      管理类指标 | 资金使用合规性 | 定性 | 合规 | | 10 | 合规 | 每有一例扣2分`,
    head: 5,
    kind: "self_evaluation",
    indicators: lines`
      乡村教师岗位补助: 补助教师人数 | number gte 320 人 (30) | 331
      乡村教师岗位补助: 发放及时率 | number eq 100 % (30) | 100
      乡村教师岗位补助: 资金使用合规性 | text 合规 (10) | 合规`,
  },
  {
    name: "monitoring at half a year is no self-evaluation of the year",
    stage: "budget",
    above: ["项目支出绩效监控表", "（2024年度）"],
    rows: grid`
      项目名称 | 校车运营补助 | < | < | < | <
      一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1至7月执行情况 | 全年预计完成情况
      产出指标 | 数量指标 | 运营线路数 | ≥12条 | 12条 | 12条`,
    head: 2,
    kind: "project_performance",
    projects: ["校车运营补助 | - - - |"],
    indicators: lines`
      校车运营补助: 产出指标 / 数量指标 / 运营线路数 | number gte 12 条`,
    doubts: ["caption_against_header", "unread_cell"],
  },
];
