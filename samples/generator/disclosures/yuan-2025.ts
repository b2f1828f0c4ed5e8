/** Shanghai layout: cover and contents, page titles without ordinals, tables in 元 with 类, 款, 项 columns, 三公 across in 万元. */
import { heading, line, newPage, title, type Disclosure, type Piece } from "../description.js";
import { proseOf } from "../prose.js";
import { issuer, tables } from "./yuan-2025-tables.js";

const prose = proseOf({ fiscalYear: 2025, phase: "budget" });

const contents: readonly Piece[] = [
  newPage,
  line("目    录", "contents"),
  ...[
    "部门主要职能",
    "部门机构设置",
    "名词解释",
    "部门预算编制说明",
    "部门预算表",
    "其他相关情况说明",
  ].map((name, at) =>
    line(
      `${"一二三四五六".charAt(at)}、${name}${"．".repeat(24 - name.length)}${at + 3}`,
      "contents",
    ),
  ),
];

const chapters: readonly Piece[] = [
  newPage,
  heading(1, `${issuer}主要职能`, "duties"),
  line("（一）负责市场综合监督管理和市场主体登记注册。"),
  line("（二）负责产品质量、食品安全和特种设备安全监督管理。"),
  newPage,
  heading(1, `${issuer}机构设置`, "organization"),
  line("本部门设办公室、登记注册科、质量监督科和食品安全科，下属事业单位一家。"),
  newPage,
  heading(1, "名词解释", "glossary"),
  line("（一）基本支出：指为保障机构正常运转、完成日常工作任务而编制的年度支出计划。"),
  line("（二）项目支出：指为完成特定的工作任务而编制的年度支出计划。"),
  newPage,
  heading(1, "2025年部门预算编制说明", "budget_overview"),
  prose(
    `2025年，${issuer}收入预算{income_total:1,834.66万元}，其中：财政拨款收入1,834.66万元，比2024年预算增加52.30万元；事业收入0万元；其他收入{income_other:0万元}。`,
  ),
  prose(
    "支出预算{expenditure_total:1,834.66万元}，其中：财政拨款支出预算1,834.66万元。财政拨款支出主要内容如下：",
  ),
];

const closing: readonly Piece[] = [
  newPage,
  heading(1, "其他相关情况说明", "other_matters"),
  heading(2, "一、2025年“三公”经费预算情况说明", "three_public"),
  prose("2025年“三公”经费预算数为{three_public_total:17.45万元}，与2024年预算持平。"),
  prose("（一）因公出国（境）费{three_public_abroad:0万元}，与2024年预算持平。"),
  prose(
    "（二）公务用车购置及运行费{three_public_vehicles:15.60万元}，其中：公务用车购置费{three_public_vehicle_purchase:0万元}；公务用车运行费{three_public_vehicle_running:15.60万元}。",
  ),
  prose("（三）公务接待费{three_public_reception:1.85万元}，主要用于跨部门协作交流。"),
  heading(2, "二、机关运行经费预算", "operating_costs"),
  prose(`2025年${issuer}财政拨款的机关运行经费预算为{operating_costs:367.89万元}。`),
  heading(2, "三、政府采购预算情况", "procurement"),
  prose(
    "2025年度政府采购预算{procurement_total:96.00万元}，其中：货物预算36.00万元、服务预算60.00万元。",
  ),
  heading(2, "四、国有资产占有使用情况", "assets"),
  line("截至2024年8月31日，本部门共有车辆4辆，单价100万元（含）以上设备1台（套）。"),
];

/** 栖云县市场监督管理局, 2025. */
export const yuan2025: Disclosure = {
  slug: "yuan-2025",
  fiscalYear: 2025,
  about: {
    title: "栖云县2025年县级部门预算",
    issuer_name: issuer,
    fiscal_year: 2025,
    stage: "budget",
    scope: "department",
  },
  manner: { borders: "rectangles", repeatHeader: true, noise: "bookmarks", rowPadding: 13 },
  pieces: [
    ...title("栖云县2025年县级部门预算"),
    line(`预算主管部门：${issuer}`),
    ...contents,
    ...chapters,
    ...tables,
    ...closing,
  ],
};
