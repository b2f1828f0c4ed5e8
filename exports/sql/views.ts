import type { Package } from "../package/package.js";

/** A question that is asked of the data again and again, as a view of a database. */
export interface View {
  readonly name: string;
  /** Chinese and English. */
  readonly title: string;
  readonly sql: string;
}

type Sum = (column: string) => string;

interface Question extends Omit<View, "sql"> {
  /** The tables that it asks, each with the columns that not every version has. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly sql: (sum: Sum) => string;
}

/** Who, and when: what every answer begins with. */
const WHO = "d.issuer_name, d.region_name, d.fiscal_year, d.stage, d.scope";
const OF_DOCUMENT = "JOIN documents d ON d.document_id = t.document_id";

const QUESTIONS: readonly Question[] = [
  {
    name: "q01_published",
    title: "谁公开了哪一年的预算、决算，读得如何 (who published what, and how it was read)",
    needs: { documents: [] },
    sql: () =>
      "SELECT issuer_name, region_name, fiscal_year, stage, scope, count(*) AS documents, sum(CASE WHEN status = 'ok' THEN 1 ELSE 0 END) AS read_ok, sum(CASE WHEN status = 'failed' THEN 1 ELSE 0 END) AS failed FROM documents GROUP BY issuer_name, region_name, fiscal_year, stage, scope",
  },
  {
    name: "q02_three_public",
    title: "“三公”经费 (official travel, vehicles, receptions)",
    needs: { documents: [], amounts: [] },
    sql: () =>
      `SELECT ${WHO}, t.phase, t.item, t.measure, t.amount, t.document_id, t.table_no, t.page FROM amounts t ${OF_DOCUMENT} WHERE t.table_kind IN ('budget_three_public', 'accounts_three_public') AND t.item IS NOT NULL`,
  },
  {
    name: "q03_by_function",
    title: "一般公共预算支出，按功能分类的类 (general public spending by function)",
    needs: { documents: [], amounts: [] },
    sql: () =>
      `SELECT ${WHO}, t.phase, t.measure, t.code, t.label, t.amount, t.document_id, t.table_no, t.page FROM amounts t ${OF_DOCUMENT} WHERE t.table_kind IN ('budget_general_public', 'accounts_general_public') AND t.classification = 'function' AND t.level = 1`,
  },
  {
    name: "q04_basic_and_project",
    title: "基本支出与项目支出 (basic and project expenditure)",
    needs: { documents: [], amounts: [] },
    sql: () =>
      `SELECT ${WHO}, t.phase, t.measure, t.code, t.label, t.amount, t.document_id, t.table_no, t.page FROM amounts t ${OF_DOCUMENT} WHERE t.table_kind IN ('budget_expenditure', 'accounts_expenditure') AND t.measure IN ('total', 'basic', 'project')`,
  },
  {
    name: "q05_economic",
    title: "基本支出，按经济分类 (basic expenditure by economic class)",
    needs: { documents: [], amounts: [] },
    sql: () =>
      `SELECT ${WHO}, t.phase, t.measure, t.code, t.label, t.level, t.amount, t.document_id, t.table_no, t.page FROM amounts t ${OF_DOCUMENT} WHERE t.classification = 'economic'`,
  },
  {
    name: "q06_in_prose",
    title: "文中所述金额，如机关运行经费 (amounts in prose, operating costs among them)",
    needs: { documents: [], figures: [] },
    sql: () =>
      `SELECT ${WHO}, t.measure, t.phase, t.fiscal_year AS figure_year, t.amount, t.sentence, t.document_id, t.page FROM figures t ${OF_DOCUMENT}`,
  },
  {
    name: "q07_procurement",
    title: "政府采购：每份文件的品目数与合计 (procurement: items and their sum a document)",
    needs: { documents: [], procurement_items: [] },
    sql: (sum) =>
      `SELECT ${WHO}, t.document_id, count(*) AS items, ${sum("t.amount_total")} AS amount_total FROM procurement_items t ${OF_DOCUMENT} WHERE t.row_kind = 'item' GROUP BY ${WHO}, t.document_id`,
  },
  {
    name: "q08_projects",
    title: "项目及其预算与绩效目标数 (projects, their budgets and how many targets)",
    needs: { documents: [], projects: [], indicators: [] },
    sql: () =>
      `SELECT ${WHO}, t.project_code, t.project_name, t.budget_total, t.purpose, (SELECT count(*) FROM indicators i WHERE i.document_id = t.document_id AND i.table_no = t.table_no) AS targets, t.document_id, t.table_no FROM projects t ${OF_DOCUMENT}`,
  },
  {
    name: "q09_debt",
    title: "政府债务限额与余额 (debt limits and balances)",
    needs: { debt: [] },
    sql: () =>
      "SELECT region_code, region_name, region_scope, fiscal_year, debt_kind, phase, measure, amount, document_id, table_no, page FROM debt WHERE measure IN ('limit', 'balance')",
  },
  {
    name: "q10_findings",
    title: "核查发现，按单位与规则 (findings by issuer and rule)",
    needs: { documents: [], findings: [] },
    sql: () =>
      `SELECT ${WHO}, t.severity, t.rule, count(*) AS findings FROM findings t ${OF_DOCUMENT} GROUP BY ${WHO}, t.severity, t.rule`,
  },
  {
    name: "q11_headlines",
    title: "法定总额，每份文件每个概念一行 (statutory totals, one row a concept)",
    needs: { documents: [], amounts: ["concept", "is_primary"] },
    sql: () =>
      `SELECT ${WHO}, t.concept, t.phase, t.amount, t.document_id, t.table_no, t.page FROM amounts t ${OF_DOCUMENT} WHERE t.is_primary AND t.concept IS NOT NULL`,
  },
];

/** The views that a package has the tables and columns for. */
export function viewsOf({ resources }: Pick<Package, "resources">, sum: Sum): readonly View[] {
  const columns = new Map(
    resources.map(({ name, schema }) => [name, new Set(schema.fields.map((field) => field.name))]),
  );
  return QUESTIONS.filter(({ needs }) =>
    Object.entries(needs).every(([table, wanted]) => {
      const there = columns.get(table);
      return there !== undefined && wanted.every((column) => there.has(column));
    }),
  ).map(({ name, title, sql }) => ({ name, title, sql: sql(sum) }));
}
