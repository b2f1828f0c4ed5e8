import type { Scope } from "../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { facetsOfTitled } from "../captions/facets.js";
import { headerText } from "../tables/columns.js";
import { IDENTITY } from "./settings.js";

/** What titles and prose say of the scope, the plainest first. */
const SCOPES: readonly (readonly [says: RegExp, scope: Scope])[] = [
  [/单位[预决]算|预算单位/u, "unit"],
  [/部门(?:收支|（单位）)?[预决]算|部门整体|部门[：:]/u, "department"],
  [
    /政府[预决]算|财政总?[预决]算|[预决]算草案|(?:全[省市县区州旗盟]|[省市县区州旗盟]本?级)(?:总?决算|预算)|一般公共预算|政府性基金|决算情况表|债务|[省市县区州旗镇乡]本?级[“”]?三公/u,
    "government",
  ],
];

/** In prose the funds alone tell nothing, as departments speak of them too; a government says whose they are. */
const GOVERNMENT_IN_PROSE =
  /政府[预决]算|财政[预决]算|[预决]算草案|全[省市县区州旗盟](?:本级)?(?:一般公共|公共财政|财政|政府性基金|国有资本)|[省市县区州旗盟]本?级(?:一般公共|公共财政|政府性基金|国有资本)|[省市县区州旗镇乡]本?级[“”]?三公|全[省市县区州旗](?:各|所有)?部门|政府(?:一般|专项)?债务/u;

/** What tells whose money a document shows. */
interface ScopeSources {
  readonly title: string;
  readonly text: string;
  readonly tables: readonly PrintedTable[];
}

/** Whose money it is: a department's with its units, one unit's alone, a government's. */
export function scopeOf({ title, text, tables }: ScopeSources): Scope | null {
  return saidIn(title) ?? scopeInProse(text) ?? scopeOfTables(tables);
}

const saidIn = (text: string): Scope | null =>
  SCOPES.find(([says]) => says.test(text))?.[1] ?? null;

/** Departments speak of units and units of departments, both of a government's funds: the word used most of those two decides. */
function scopeInProse(text: string): Scope | null {
  const [most] = mostSaid((scope, says) => {
    if (scope !== "government") return text.split(says).length - 1;
    return GOVERNMENT_IN_PROSE.test(text) ? IDENTITY.document.governmentWeight : 0;
  });
  return most?.scope ?? null;
}

/** Each table speaks for itself; where as many say one thing as another nothing is known. */
function scopeOfTables(tables: readonly PrintedTable[]): Scope | null {
  const scopes = tables.map(scopeOfTable);
  const [most, next] = mostSaid((scope) => scopes.filter((one) => one === scope).length);
  return most === undefined || most.count === next?.count ? null : most.scope;
}

/** The scopes that anything counts for, that with most first. */
function mostSaid(countOf: (scope: Scope, says: RegExp) => number) {
  return SCOPES.map(([says, scope]) => ({ scope, count: countOf(scope, says) }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
}

/** Accounts that no department has. */
const OF_GOVERNMENTS: ReadonlySet<string | null> = new Set([
  "debt",
  "social_insurance",
  "special_account",
  "all",
]);
/** Incomes that come to a government, not to a department. */
const FUNDS: ReadonlySet<string | null> = new Set([
  "general_public",
  "government_fund",
  "state_capital",
]);
/** Columns of a department's or unit's forms. */
const OF_DEPARTMENTS = /^(?:部门|(?:预算)?单位)(?:代码|编码|名称)/u;

function scopeOfTable(table: PrintedTable): Scope | null {
  const { account, coverage, source, subject } = facetsOfTitled(table);
  const caption = table.caption ?? "";
  const said = saidIn(caption);
  if (OF_GOVERNMENTS.has(account)) return "government";
  const isOfOne = said === "unit" || said === "department";
  // 本级 is said of departments too.
  if (coverage !== null) return isOfOne ? null : "government";
  if (isOfOne) return said;
  if (source === "appropriation" || isByDepartments(table)) return "department";
  const isIncome = subject === "income" || subject === "tax";
  if (subject === "transfers" || (isIncome && FUNDS.has(account))) return "government";
  // 收支总表, 收入总表, 支出总表 of no region.
  const isTotal = subject === "both" || subject === "income" || subject === "expenditure";
  return account === null && isTotal && !namesRegion(caption) ? "department" : said;
}

const namesRegion = (caption: string): boolean => /[省市县区州旗盟乡镇]/u.test(caption);

/** Whether columns are those of departments: whose budget each row is, or 基本支出 beside 项目支出 of no region. */
function isByDepartments({ caption, columns }: PrintedTable): boolean {
  const names = columns.flatMap(({ path }) => path.map((part) => headerText(part)));
  if (names.some((name) => OF_DEPARTMENTS.test(name))) return true;
  const isSplit = names.includes("基本支出") && names.includes("项目支出");
  return isSplit && !namesRegion(caption ?? "");
}
