import type { Block } from "../../pipeline/model/document.js";
import { finding, type Finding, type Rule } from "../../pipeline/model/finding.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { isOrganization } from "../values/organization-name.js";
import { placeOf, placesIn } from "./place.js";
import { numbered } from "../values/ordinal.js";
import { canonical } from "../values/text.js";
import { IDENTITY } from "./settings.js";
import { tally } from "../../pipeline/model/tally.js";

/** A name of the issuer with the table that prints it, where one does. */
export interface PrintedName {
  readonly name: string;
  readonly table: PrintedTable | null;
}

/** One issuer under several names: abbreviated, with or without its zone. */
export const issuerPrintedDifferently: Rule<{ readonly title: string; readonly other: string }> = {
  id: "issuer_printed_differently",
  severity: "info",
  about: {
    en: "The issuer's name is printed in another way than in the document's title.",
    zh: "单位名称与文档标题里的写法不同。",
  },
  say: {
    en: ({ title, other }) => `the issuer is called ${other} here, ${title} in the title`,
    zh: ({ title, other }) => `单位在此处写作${other}，在标题里写作${title}。`,
  },
};

/** What only a title calls an issuer: all of a field together. */
const FIELD = /(?:(?<!级|预算|主管|各|本|所属)部门|系统)(?:（.+）)?$/u;
/** `2022年某省省级政府预算` is about the government, whose finance department issues it. */
const GOVERNMENT = /级政府$/u;
const LABEL =
  /^(?:预算主管部门|预算主管单位|主管部门|预算部门|预算单位|编制部门|编制单位|填报部门|填报单位|公开部门|公开单位|部门名称|单位名称|部门)[：:](.{3,40}?)(?:金额)?(?:单位[：:].*)?$/u;
/** A misprinted year (`20224年`) still ends a name. */
const YEAR = String.raw`(?<!\d)\d{3,6}(?:年度?|(?=部门|单位))`;
const BEFORE_YEAR = new RegExp(String.raw`^(?:关于)?(.+?)(?:关于)?[（(]?${YEAR}`, "u");
const AFTER_YEAR = new RegExp(
  String.raw`^(?:关于)?${YEAR}(.+?)(?:部门|单位)?(?:收支)?(?:信息)?[预决]算`,
  "u",
);
const OF_PERFORMANCE = new RegExp(
  String.raw`^(?:关于)?(?:${YEAR})?(.+?)(?:部门|单位)?(?:整体|项目)?(?:支出)?(?:绩效|[“”"]?三公)`,
  "u",
);
const WITHOUT_YEAR = /^(?:关于)?(.+?)(?:部门|单位)[预决]算/u;
/** Words that name no body by themselves: `部门`, `县政府`, `本单位`. */
const GENERIC =
  /^(?:[本各该我全及和省市县区乡镇州旗级]|部门|单位|政府|机关|人民|预算|决算|主管|所属|有关|党政|院|局|人|会|办|中心)+$/u;
/** What a title adds to a body's own name: `某乡人民政府部门`. */
const DEPARTMENT = /部门$/u;
const GATHERED = /经(\p{sc=Han}{3,30}?)(?:审核)?(?:汇总|统计)/u;
const CALLED = /^(\p{sc=Han}{4,30})[（(]以下(?:简)?称/u;
const IN_FORM =
  /(?:^| )(?:主管部门|实施单位|项目单位|填报单位|单位名称|部门名称) ?[：:]? ?(?:\d{3,} ?[-－_]? ?)?(\p{sc=Han}{4,40})(?= )/u;
const OVERVIEW = /^(.{4,40}?)(?:部门|单位)?(?:基本)?(?:概况|情况)$/u;
const PROSE = /现将(.{3,40}?)(?:（.{1,20}）)?(?:\d{4}年度?)?(?:的)?(?:部门|单位)(?:收支)?[预决]算/u;
/** A finance bureau alone on a cover line, or with its head's name, who reads the budget report. */
const FINANCE_OFFICE = /^(\p{sc=Han}{2,20}财政[局厅])(?:[局厅]长.*)?$/u;
/** The meeting that a budget report is read to, and a line with a label of its own. */
const ASSEMBLY = /人大(?!常委会)|人民代表大会(?!常务)|会议|\d|[：:]/u;
/** What a corner adds to the issuer's own name. */
const OWN_PART = /[（(](?:本级|机关|汇总|公章|盖章|部门)[）)]$/u;
/** What a name can have between its place and the organization: a zone without a code of its own. */
const ZONE = /^.{0,12}?(?:开发区|高新区|管理区|新区|园区|示范区)/u;
/** More than a number: names are looked for among few of the cells of a large table. */
const WORDS = /[^\d\s.,%-]/u;
const PLACEHOLDER = /[XxＸ×*某]/gu;

/** The issuer as the title has it, or null: `某区某局2020年部门预算`, `2020年某区某局部门预算`. */
export function issuerInTitle(title: string): string | null {
  const found = [BEFORE_YEAR, AFTER_YEAR, WITHOUT_YEAR, OF_PERFORMANCE]
    .map((pattern) => pattern.exec(title)?.[1])
    .find((name) => name !== undefined && isIssuer(name));
  return found === undefined ? null : withoutDepartment(found);
}

function isIssuer(name: string): boolean {
  const names = isOrganization(name) || FIELD.test(name);
  return names && !GOVERNMENT.test(name) && !GENERIC.test(name);
}

/** A body's own name stays where a title calls it a department (`某乡人民政府部门`). */
function withoutDepartment(name: string): string {
  const bare = name.replace(DEPARTMENT, "");
  return bare !== name && isOrganization(bare) && !GENERIC.test(bare) ? bare : name;
}

/** The issuer after a label (`预算主管部门：某局`), or null. */
export function issuerLabelled(line: string): string | null {
  return LABEL.exec(canonical(line))?.[1] ?? null;
}

/** The body that a form printed on one line names behind its label (`主管部门 326-某镇人民政府 实施单位 …`), or null. */
export function issuerInForm(block: Block): string | null {
  if (block.type !== "paragraph") return null;
  const line = block.text.slice(0, IDENTITY.issuer.formSearched).replace(/\s+/gu, " ");
  return firstName([IN_FORM.exec(line)?.[1]]);
}

/** The issuer that stands alone on a line of the cover, or null. */
export function issuerOnCover(line: string): string | null {
  const office = FINANCE_OFFICE.exec(line)?.[1];
  const isName =
    line.length >= IDENTITY.issuer.shortestName &&
    isOrganization(line) &&
    !ASSEMBLY.test(line) &&
    !GENERIC.test(line);
  return office ?? (isName ? line : null);
}

/** The issuer that the prose says to disclose (`现将某局2020年部门预算公开如下`), or null. */
export function issuerInProse(paragraph: string): string | null {
  const plain = canonical(paragraph);
  return firstName([PROSE, GATHERED, CALLED].map((pattern) => pattern.exec(plain)?.[1]));
}

/** The issuer that the heading of the first chapter names (`第一部分 某局概况`), or null. */
export function issuerInOverview(line: string): string | null {
  const { ordinal, rest } = numbered(canonical(line));
  return ordinal === null ? null : firstName([OVERVIEW.exec(rest)?.[1]]);
}

function firstName(names: readonly (string | undefined)[]): string | null {
  const found = names.find(
    (name) => name !== undefined && isOrganization(name) && !GENERIC.test(name),
  );
  return found ?? null;
}

/** A name without what a corner adds: `某局（本级）` → `某局`. */
export function ownName(name: string): string {
  return canonical(name).replace(OWN_PART, "");
}

/** The organizations of a place that cells of the tables name, such as those of 机构设置. */
export function namesInCells(tables: readonly PrintedTable[]): readonly PrintedName[] {
  return tables.flatMap((table) => {
    const words = table.grid.cells.flatMap(({ text }) => (WORDS.test(text) ? [text] : []));
    return Array.from(new Set(words))
      .filter((text) => text.length <= 2 * IDENTITY.issuer.longestName && !/[：:，。]/u.test(text))
      .map(ownName)
      .filter((name) => name.length <= IDENTITY.issuer.longestName && isOrganization(name))
      .filter((name) => placeOf(name, table.fiscalYear).length > 0)
      .map((name) => ({ name, table }));
  });
}

/** The names in the tables' corners, the most frequent first. */
export function cornerNames(tables: readonly PrintedTable[]): readonly string[] {
  const names = tables.flatMap(({ issuerName }) => (issuerName === null ? [] : [issuerName]));
  return byFrequency(names.map(ownName));
}

/**
 * The issuer's code: of a corner with its own name before that of any other, since the sheets of
 * subordinate units have codes too.
 */
export function issuerCode(tables: readonly PrintedTable[], issuer: string | null): string | null {
  const coded = tables.flatMap(({ issuerCode: code, issuerName: name }) =>
    code === null ? [] : [{ code, name: ownName(name ?? "") }],
  );
  const own = coded.filter(({ name }) => name === issuer);
  const similar = coded.filter(({ name }) => issuer !== null && isSimilar(issuer, name));
  const candidates = [own, similar, coded].find((found) => found.length > 0) ?? [];
  return byFrequency(candidates.map(({ code }) => code))[0] ?? null;
}

/** A finding for each other way in which the issuer's name is printed. */
export function differentNames(issuer: string, names: readonly PrintedName[]): readonly Finding[] {
  const first = new Map<string, PrintedName>();
  for (const other of names)
    if (!first.has(ownName(other.name))) first.set(ownName(other.name), other);
  return Array.from(first)
    .filter(([name]) => isSimilar(issuer, name))
    .map(([name, { table }]) =>
      finding(
        issuerPrintedDifferently,
        { title: issuer, other: name },
        { table_no: table?.number ?? null, expected: issuer, actual: name },
      ),
    );
}

/**
 * Whether a name is another way to print the issuer's: what remains of both without their places is the
 * same, or one an abbreviation of the other (`人社局`). Names that contain the issuer's are of its parts.
 */
function isSimilar(issuer: string, name: string): boolean {
  if (name.startsWith(issuer) || name.endsWith(issuer)) return false;
  const [a, b] = [organizationOf(issuer), organizationOf(name)];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const bare = shorter.replace(PLACEHOLDER, "");
  const isWhole = bare.length >= IDENTITY.issuer.shortestOrganization || bare !== shorter;
  return isWhole && bare.at(-1) === longer.at(-1) && isAbbreviation(bare, longer);
}

/** A name without its place and zone: `承德高新区人社局` → `人社局`. */
function organizationOf(name: string): string {
  const place = placesIn(name, null).find(({ start }) => start === 0);
  const rest = place === undefined ? name : name.slice(place.end);
  const zoned = rest.replace(ZONE, "");
  return zoned.length >= IDENTITY.issuer.shortestOrganization ? zoned : rest;
}

/** Whether the characters of one text stand in the other in the same order. */
function isAbbreviation(shorter: string, longer: string): boolean {
  let at = -1;
  return Array.from(shorter).every((character) => {
    at = longer.indexOf(character, at + 1);
    return at >= 0;
  });
}

function byFrequency(values: readonly string[]): readonly string[] {
  return Array.from(tally(values))
    .toSorted(([, a], [, b]) => b - a)
    .map(([value]) => value);
}
