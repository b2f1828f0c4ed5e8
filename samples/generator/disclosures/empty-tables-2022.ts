/** A small unit: mostly prose, printed zeros, empty tables with notes, headings numbered by Word. */
import {
  corner,
  heading,
  line,
  title,
  type Disclosure,
  type Piece,
  type TableMeaning,
} from "../description.js";
import { amountTable, rolesOf, type AmountTable } from "../forms/amount-table.js";
import { proseOf } from "../prose.js";
import { grid } from "../text-table.js";

const prose = proseOf({ fiscalYear: 2022, phase: "budget" });
const issuer = "栖云县图书馆";

type Simple = Omit<AmountTable, "meaning" | "unit"> &
  Pick<TableMeaning, "kind"> & { readonly caption: string };

function captioned({ kind, caption, ...table }: Simple): readonly Piece[] {
  const meaning = { kind, caption, issuer_name: issuer };
  return [
    line(caption, "caption"),
    corner(`单位名称：${issuer}`, "金额单位：万元"),
    amountTable({ ...table, meaning, unit: "万元" }),
  ];
}

function emptyTable(kind: TableMeaning["kind"], caption: string, note: string): readonly Piece[] {
  return [
    ...captioned({
      kind,
      caption,
      header: grid`
      功能分类科目 | < | 合计 | 基本支出 | 项目支出
      科目编码 | 科目名称 | ^ | ^ | ^`,
      body: grid`
       | 合计 | | |
       | | | | `,
      roles: rolesOf("code label total basic project"),
      widths: [3, 6, 3, 3, 3],
      common: { side: "expenditure", classification: "function", phase: "budget" },
    }),
    line(note, "note"),
  ];
}

const text: readonly Piece[] = [
  heading(1, "一、单位职责及机构设置情况", "duties"),
  line("栖云县图书馆是公益一类事业单位，承担文献收藏、借阅服务和全民阅读推广工作。"),
  heading(1, "二、单位预算安排的总体情况", "budget_overview"),
  heading(2, "（一）收入说明", "income"),
  prose(
    "2022年预算收入{income_total:186.24万元}，其中：一般公共预算收入{income_general_public:186.24万元}，政府性基金预算收入{income_government_fund:0万元}，其他收入{income_other:0万元}。",
  ),
  heading(2, "（二）支出说明", "expenditure"),
  prose(
    "2022年单位支出预算为{expenditure_total:186.24万元}，其中：基本支出{expenditure_basic:142.24万元}，项目支出{expenditure_project:44.00万元}。",
  ),
  heading(2, "（三）比上年增减情况", "year_on_year"),
  prose("2022年预算收支安排{expenditure_total:186.24万元}，较2021年减少{change_total-:3.76万元}。"),
  heading(1, "三、机关运行经费安排情况", "operating_costs"),
  prose("本单位为事业单位，机关运行经费安排{operating_costs:0万元}。"),
  heading(1, "四、财政拨款“三公”经费预算情况", "three_public"),
  prose("2022年“三公”经费预算{three_public_total:0万元}，与上年持平。"),
  heading(1, "五、政府采购预算情况", "procurement"),
  prose("2022年安排政府采购预算{procurement_total:0万元}。"),
  heading(1, "六、国有资产信息", "assets"),
  prose("本单位上年末固定资产金额为{fixed_assets@2021:325.6万元}，本年度没有拟购置的固定资产。"),
  heading(1, "七、名词解释", "glossary"),
  line("基本支出：指为保障单位正常运转而发生的人员支出和公用支出。"),
  heading(1, "八、其他需要说明的事项", "other_matters"),
  line("本单位没有其他需要说明的事项。"),
  heading(1, "九、单位预算表", "budget_tables"),
];

const zeros = ["0.00", "0.00", "0.00"];

const tables: readonly Piece[] = [
  ...captioned({
    kind: "budget_three_public",
    caption: "“三公”经费支出表",
    header: grid`
      项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款`,
    body: [
      ["合计", ...zeros],
      ["1、因公出国（境）费", ...zeros],
      ["2、公务接待费", ...zeros],
      ["3、公务用车购置及运行费", ...zeros],
    ],
    roles: rolesOf("label total general_public government_fund"),
    widths: [6, 3, 4, 4],
    common: { side: "expenditure", phase: "budget" },
    items: {
      合计: "total",
      "因公出国（境）费": "abroad",
      公务接待费: "reception",
      公务用车购置及运行费: "vehicles",
    },
  }),
  ...emptyTable(
    "budget_government_fund",
    "政府性基金预算支出表",
    "注：本单位没有政府性基金预算支出，本表为空。",
  ),
  ...emptyTable(
    "budget_state_capital",
    "国有资本经营预算支出表",
    "注：本单位没有国有资本经营预算支出，本表为空。",
  ),
];

/** 栖云县图书馆, 2022. */
export const emptyTables2022: Disclosure = {
  slug: "empty-tables-2022",
  fiscalYear: 2022,
  about: {
    title: `${issuer}2022年单位预算公开`,
    issuer_name: issuer,
    fiscal_year: 2022,
    stage: "budget",
    scope: "unit",
    published_on: "2022-03-01",
  },
  manner: { borders: "strokes", repeatHeader: false, headings: "numbered" },
  pieces: [
    ...title(issuer, "2022年单位预算公开"),
    ...text,
    ...tables,
    line("2022年3月1日", "note"),
  ],
};
