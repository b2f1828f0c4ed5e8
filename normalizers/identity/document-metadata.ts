import { pageOf, type Document } from "../../pipeline/model/document.js";
import { finding, type Finding, type Outcome, type Rule } from "../../pipeline/model/finding.js";
import type { About, Section } from "../../pipeline/model/reading.js";
import type { Stage } from "../../pipeline/model/records/vocabulary.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { approvalOf } from "./approval.js";
import { date, plausibleYear, yearsIn } from "../values/date.js";
import {
  cornerNames,
  differentNames,
  issuerCode,
  issuerInForm,
  issuerInOverview,
  issuerInProse,
  issuerInTitle,
  issuerLabelled,
  issuerOnCover,
  issuerPrintedDifferently,
  namesInCells,
  ownName,
  type PrintedName,
} from "./issuer.js";
import { fullerNames } from "./place.js";
import { pageMetadata } from "./page-metadata.js";
import { region, regionAmbiguous, regionContradicted, regionFromProse } from "./region.js";
import { canonical } from "../values/text.js";
import { scopeOf } from "./scope.js";
import { titled, titleOf, type Title } from "./title.js";
import { IDENTITY } from "./settings.js";
import { tally } from "../../pipeline/model/tally.js";

/** What has been read of a document when it is asked about itself. */
export interface AboutSources {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly tables: readonly PrintedTable[];
}

/** No title of its own is printed; issuer and year come from elsewhere. */
const titleAbsent: Rule = {
  id: "title_absent",
  severity: "warning",
  about: {
    en: "The document prints no title of its own.",
    zh: "文档没有自己的标题。",
  },
  say: {
    en: () => "no title is printed: issuer and year are taken from corners, codes or prose",
    zh: () => "文档没有印出标题：单位和年度取自表角、代码或正文。",
  },
};

/** A year in the title that no disclosure can be about (`20224年`, `1024年`); nothing is made of it. */
const yearImprobable: Rule<{ readonly printed: string }> = {
  id: "year_improbable",
  severity: "warning",
  about: {
    en: "The title names a year that a disclosure can be about.",
    zh: "标题里的年份应是公开材料可能的年度。",
  },
  say: {
    en: ({ printed }) =>
      `the title prints the year ${printed}: the fiscal year is taken from tables, codes or prose, if they state one`,
    zh: ({ printed }) => `标题印的年份为${printed}：年度只取自表格、代码或正文。`,
  },
};

/** What can be doubted of a document's account of itself. */
export const aboutRules = [
  titleAbsent,
  yearImprobable,
  issuerPrintedDifferently,
  regionAmbiguous,
  regionContradicted,
  regionFromProse,
] as const;

const PROJECT_CODE = /^\d{6}(\d{2})[\dA-Z]{13}$/u;
/** Characters of a project code. */
const PROJECT_CODE_LENGTH = 21;
const DIVISION_CODE = /(?:行政区划|区划)(?:代码|编码)[：:]?(\d{6})(?!\d)/u;

/** What the document says of itself: title, issuer, region, year, stage, scope, dates and approval. */
export function about({ document, sections, tables }: AboutSources): Outcome<About> {
  const paragraphs = paragraphsOf(document);
  const page = pageMetadata(document);
  const title = titleOf(document) ?? titled(page.title);
  const issuer = issuerOf({ title, paragraphs, tables, publisher: page.publisher, document });
  const codes = codesIn(tables);
  const year = yearOf({ title, tables, codes, paragraphs });
  const divisions = [...codes, ...paragraphs.flatMap(divisionCode)];
  const text = paragraphs.join("\n").slice(0, IDENTITY.document.proseSearched);
  const names = namesOf({ issuer, publisher: page.publisher, text, year, tables });
  const place = region({
    names,
    title: title?.text ?? captionsOf(tables),
    codes: divisions,
    text,
    year,
  });
  const printed = printedNames(sections, tables, paragraphs);
  return {
    value: {
      title: title?.text ?? null,
      issuer_name: issuer,
      issuer_code: issuerCode(tables, issuer),
      ...place.value,
      fiscal_year: year,
      stage: stageOf(title, tables, text),
      scope: scopeOf({ title: title?.text ?? "", text, tables }),
      published_on: footDate(paragraphs),
      ...approvalOf(paragraphs),
    },
    findings: [
      ...(title === null && paragraphs.length > 0 ? [titleFinding(document)] : []),
      ...improbableYear(title),
      ...(issuer === null ? [] : differentNames(issuer, printed)),
      ...place.findings,
    ],
  };
}

/** The issuer's names, the fuller ones of the text and the corners among them. */
function namesOf({
  issuer,
  publisher,
  text,
  year,
  tables,
}: {
  readonly issuer: string | null;
  readonly publisher: string | null;
  readonly text: string;
  readonly year: number | null;
  readonly tables: readonly PrintedTable[];
}): readonly string[] {
  const fuller = issuer === null ? [] : fullerNames(issuer, text, year);
  return [issuer, publisher, ...fuller, ...cornerNames(tables)].filter((name) => name !== null);
}

function paragraphsOf(document: Document): readonly string[] {
  return document.blocks
    .flatMap((block) =>
      block.type === "paragraph" && block.contents !== true
        ? [canonical(block.text.slice(0, IDENTITY.document.paragraphSearched))]
        : [],
    )
    .filter((text) => text !== "");
}

function titleFinding(document: Document): Finding {
  const first = document.blocks[0];
  return finding(titleAbsent, {}, { page: first === undefined ? null : pageOf(first.at) });
}

const PRINTED_YEAR = /(?<!\d|\d[.,])\d{3,6}(?=年)/gu;

function improbableYear(title: Title | null): readonly Finding[] {
  const years = title?.text.match(PRINTED_YEAR) ?? [];
  const odd = Array.from(years).find((year) => year.length !== 4 || plausibleYear(year) === null);
  if (odd === undefined) return [];
  return [finding(yearImprobable, { printed: odd }, { actual: odd })];
}

interface IssuerSources {
  readonly title: Title | null;
  readonly paragraphs: readonly string[];
  readonly tables: readonly PrintedTable[];
  readonly publisher: string | null;
  readonly document: Document;
}

/**
 * The issuer's name: the title's, else after a label, alone on the cover, in the corners, in the prose, in the
 * heading of the first chapter, at the head of the web page.
 */
function issuerOf({
  title,
  paragraphs,
  tables,
  publisher,
  document,
}: IssuerSources): string | null {
  const sources: readonly (() => string | null | undefined)[] = [
    () => (title === null ? null : issuerInTitle(title.text)),
    () => firstOf(paragraphs.slice(0, IDENTITY.document.firstLines), issuerLabelled),
    () => firstOf(title?.cover ?? [], issuerOnCover),
    () => cornerNames(tables)[0],
    () => firstOf(document.blocks.slice(0, IDENTITY.document.firstLines), issuerInForm),
    () => firstOf(paragraphs, issuerInProse),
    () => firstOf(paragraphs, issuerInOverview),
    () => publisher,
  ];
  return firstOf(sources, (source) => source() ?? null);
}

function firstOf<T>(items: readonly T[], read: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = read(item);
    if (found !== null) return found;
  }
  return null;
}

/** Other places that print the issuer's name: corners, headings, labelled lines. */
function printedNames(
  sections: readonly Section[],
  tables: readonly PrintedTable[],
  paragraphs: readonly string[],
): readonly PrintedName[] {
  const inHeadings = sections.map(({ title }) => issuerInTitle(title));
  const labelled = paragraphs.map(issuerLabelled);
  const corners = tables.flatMap((table) =>
    table.issuerName === null ? [] : [{ name: ownName(table.issuerName), table }],
  );
  const lines = [...inHeadings, ...labelled].filter((name) => name !== null);
  return [...corners, ...namesInCells(tables), ...lines.map((name) => ({ name, table: null }))];
}

/** The 21-character project codes of the tables: six digits of division, two of year. */
function codesIn(tables: readonly PrintedTable[]): readonly string[] {
  return tables
    .flatMap(({ grid }) => grid.cells.filter(({ text }) => text.length >= PROJECT_CODE_LENGTH))
    .map(({ text }) => text.replace(/\s/gu, ""))
    .filter((text) => PROJECT_CODE.test(text));
}

function captionsOf(tables: readonly PrintedTable[]): string {
  return tables.map(({ caption }) => caption ?? "").join("\n");
}

function divisionCode(paragraph: string): readonly string[] {
  const code = DIVISION_CODE.exec(paragraph)?.[1];
  return code === undefined ? [] : [code];
}

interface YearSources {
  readonly title: Title | null;
  readonly tables: readonly PrintedTable[];
  readonly codes: readonly string[];
  readonly paragraphs: readonly string[];
}

/** The fiscal year: of the title, else of the tables, else of the project codes, else of the prose. */
function yearOf({ title, tables, codes, paragraphs }: YearSources): number | null {
  const ofTables = tables.flatMap(({ fiscalYear, caption }) =>
    fiscalYear === null ? yearsIn(caption ?? "").slice(0, 1) : [fiscalYear],
  );
  const ofCodes = codes.map((code) => 2000 + Number(PROJECT_CODE.exec(code)?.[1]));
  const inTitle = title === null ? null : titleYear(title.text);
  return (
    inTitle ??
    mostFrequent(ofTables) ??
    mostFrequent(ofCodes) ??
    mostFrequent(yearsOf(paragraphs, OF_BUDGET)) ??
    mostFrequent(yearsOf(paragraphs, OF_ANYTHING))
  );
}

/** The years of the prose that are not those of a comparison (`与2018年预算相当`). */
function yearsOf(paragraphs: readonly string[], pattern: RegExp): readonly number[] {
  return paragraphs
    .flatMap((text) => text.match(pattern) ?? [])
    .map(plausibleYear)
    .filter((year) => year !== null);
}

/** Years of a budget or of accounts, with the words between that say whose (`2019年区本级一般公共预算`). */
const OF_BUDGET = /(?<!\d|\d[.,]|[比与较同和])\d{4}(?=年[^\d，,。；;：:]{0,12}?[预决]算)/gu;
/** Any year but those of dates, papers and comparisons. */
const OF_ANYTHING = /(?<!\d|\d[.,]|[比与较同和〔[（(【])20\d\d(?=年(?!\d))/gu;

/** A budget report names the year executed, then the year budgeted: its own is the later. */
function titleYear(title: string): number | null {
  const years = yearsIn(title);
  return (
    (/草案|执行情况[和与]/u.test(title) && !/决算/u.test(title)
      ? years.toSorted((a, b) => a - b).at(-1)
      : years[0]) ?? null
  );
}

function mostFrequent(years: readonly number[]): number | null {
  const [first] = Array.from(tally(years)).toSorted(([a, m], [b, n]) => n - m || b - a);
  return first?.[0] ?? null;
}

/** Budget or accounts: by the title, else by the captions, else by what the prose speaks of more. */
function stageOf(title: Title | null, tables: readonly PrintedTable[], text: string): Stage | null {
  const found = [title?.text ?? "", captionsOf(tables), text].map(stageIn);
  return found.find((stage) => stage !== null) ?? null;
}

/** `预决算` says neither; a report on executed and new budgets is a budget. */
function stageIn(text: string): Stage | null {
  const plain = text.replace(/预决算|预算法|预算执行/gu, "");
  return stageMostSaid(plain) ?? stageMostSaid(plain.replace(ACCOUNT_NAME, ""));
}

/** Names of accounts have 预算 in them: `一般公共预算支出决算表` is of accounts. */
const ACCOUNT_NAME = /(?:一般公共|公共财政|政府性基金|国有资本经营|社会保险基金)预算/gu;

function stageMostSaid(text: string): Stage | null {
  const budget = text.split("预算").length - 1;
  const accounts = text.split("决算").length - 1;
  if (budget === accounts) return null;
  return budget > accounts && !/^[^预]*\d{4}年度?(?:部门|单位)决算/u.test(text)
    ? "budget"
    : "final_accounts";
}

/** A date that stands alone at the foot. */
function footDate(paragraphs: readonly string[]): string | null {
  return firstOf(paragraphs.slice(-IDENTITY.document.footLines).toReversed(), date);
}
