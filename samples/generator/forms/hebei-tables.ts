/** Prints the nine budget tables: corner row in the grid, 序号 column, 栏次 row. */
import { line, type Matrix, type Piece } from "../description.js";
import { amountTable } from "./amount-table.js";
import {
  appropriationSummary,
  basic,
  empty,
  expenditure,
  generalPublic,
  income,
  summary,
  threePublic,
  type Draft,
  type HebeiBudget,
} from "./hebei-forms.js";

export type { HebeiBudget } from "./hebei-forms.js";

const FUND_NOTE = "注：无政府性基金预算财政拨款，空表列示。";
const CAPITAL_NOTE = "注：无国有资本经营预算财政拨款，空表列示。";

/** Captions, tables and notes in the order of the layout. */
export function hebeiTables(budget: HebeiBudget): readonly Piece[] {
  const print = (draft: Draft) => printed(draft, budget);
  return [
    ...print(summary(budget)),
    ...print(income(budget)),
    ...print(expenditure(budget)),
    ...print(appropriationSummary(budget)),
    ...print(generalPublic(budget)),
    ...print(basic(budget)),
    ...print(empty("budget_government_fund", "部门预算政府性基金预算财政拨款支出表")),
    line(FUND_NOTE, "note"),
    ...print(empty("budget_state_capital", "部门预算国有资本经营预算财政拨款支出表")),
    line(CAPITAL_NOTE, "note"),
    ...print(threePublic(budget)),
  ];
}

/** Adds 序号, 栏次 and the corner row that all nine have. */
function printed(draft: Draft, budget: HebeiBudget): readonly Piece[] {
  const width = draft.roles.length + 1;
  const header = draft.header.map((row, at) => [at === 0 ? "序号" : "^", ...row]);
  const body = slipped(draft, budget).map((row, at) => [
    isBlank(row) ? "" : String(at + 1),
    ...row,
  ]);
  const table = amountTable({
    meaning: {
      kind: draft.kind,
      caption: draft.caption,
      issuer_code: budget.code,
      issuer_name: budget.issuer,
      fiscal_year: budget.year,
    },
    unit: "万元",
    corner: [cornerRow(budget, width)],
    header,
    numbering: ["栏次", ...draft.roles.map((_, at) => String(at + 1))],
    body,
    roles: ["skip", ...draft.roles],
    widths: [2, ...draft.widths],
    common: draft.common,
    ...(draft.items === undefined ? {} : { items: draft.items }),
  });
  return [line(draft.caption, "caption"), table];
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === "");
}

function slipped({ kind, body }: Draft, { slips = [] }: HebeiBudget): Matrix {
  const own = slips.filter((slip) => slip.kind === kind);
  return body.map((row) =>
    own
      .filter(({ label }) => row.includes(label))
      .reduce<readonly string[]>((cells, { column, cell }) => cells.with(column, cell), row),
  );
}

function cornerRow({ code, issuer, year }: HebeiBudget, width: number): readonly string[] {
  const middle = Math.ceil(width / 2);
  const row = Array.from({ length: width }, () => "<");
  return row
    .with(0, `${code}${issuer}`)
    .with(middle, `预算年度：${year}`)
    .with(width - 1, "单位：万元");
}
