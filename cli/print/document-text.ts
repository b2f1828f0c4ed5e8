import type { DocumentDataset } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { CHECK_WORDS, SEVERITY_WORDS, STATUS_WORDS } from "./outcome-words.js";
import { textTable } from "./text-table.js";

type Finding = DocumentDataset["findings"][number];
type Table = DocumentDataset["tables"][number];

/** One document for a person to read: what it is, its outline, its tables, what is doubtful. */
export function documentText(dataset: DocumentDataset, language: Language): string {
  const words = WORDS[language];
  const blocks = [
    aboutLines(dataset, words),
    titled(words.outline, outlineLines(dataset, words), words),
    titled(words.tables, tableLines(dataset.tables, words), words),
    titled(words.findings, findingLines(dataset.findings, words), words),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function aboutLines({ document, cells, coverage }: DocumentDataset, words: Words) {
  const { title, issuer, region, year, approved, published, file, status, checks } = words;
  const known = cells.used + cells.ignored + cells.reported;
  const period = [document.fiscal_year, stageOf(document, words), scopeOf(document, words)];
  const pages = document.pages === null ? null : words.pageCount(document.pages);
  const stated: readonly (readonly [string, string | number | null])[] = [
    [title, document.title],
    [issuer, joined(" ", document.issuer_code, document.issuer_name)],
    [region, joined(" ", document.region_code, document.region_name)],
    [year, joined(words.comma, ...period)],
    [approved, joined(words.comma, document.approved_on, document.approval_reference)],
    [published, document.published_on],
    [file, joined(words.comma, document.file_name, document.extractor, pages)],
    [status, words.statuses[document.status]],
    [checks, checksText(coverage, words)],
    [words.cells, words.accountedFor(known, cells.printed)],
  ];
  return textTable(
    stated.map(([name, value]) => [name, value === null ? words.notStated : String(value)]),
  );
}

type About = DocumentDataset["document"];

function stageOf({ stage }: About, { stages }: Words): string | null {
  return stage === null ? null : stages[stage];
}

function scopeOf({ scope }: About, { scopes }: Words): string | null {
  return scope === null ? null : scopes[scope];
}

function checksText(coverage: DocumentDataset["coverage"], { outcomes, counts }: Words): string {
  const count = (wanted: string) => coverage.filter(({ outcome }) => outcome === wanted).length;
  return counts(Object.entries(outcomes).map(([outcome, name]) => [count(outcome), name]));
}

function outlineLines({ sections }: DocumentDataset, words: Words): readonly string[] {
  const rows = sections.map(({ section_no, level, ordinal, title, kind, page }) => [
    String(section_no),
    `${"  ".repeat(level - 1)}${joined(" ", ordinal, title) ?? ""}`,
    kind,
    pageText(page, page, words),
  ]);
  return textTable(rows, { right: [0], indent: "  " });
}

function tableLines(tables: readonly Table[], words: Words): readonly string[] {
  const rows = tables.map((table) => [
    String(table.table_no),
    table.kind,
    table.caption ?? "",
    table.unit_raw ?? "",
    `${table.rows} × ${table.columns}`,
    pageText(table.page_first, table.page_last, words),
  ]);
  if (rows.length === 0) return [];
  return textTable([words.tableHeader, ...rows], { right: [0], indent: "  " });
}

function findingLines(findings: readonly Finding[], words: Words): readonly string[] {
  const rows = findings.map((finding) => [
    words.severities[finding.severity],
    finding.rule,
    placeOf(finding, words),
    words.message(finding),
  ]);
  return textTable(rows, { indent: "  " });
}

function placeOf({ table_no, row, column, section_no, page }: Finding, words: Words): string {
  const { table, section } = words;
  const parts = [
    labelled(table, table_no),
    labelled(words.row, row),
    labelled(words.column, column),
    table_no === null ? labelled(section, section_no) : null,
    labelled(words.page, page),
  ];
  return joined(" ", ...parts) ?? words.document;
}

function labelled(label: (value: number | string) => string, value: number | null): string | null {
  return value === null ? null : label(value);
}

function pageText(first: number | null, last: number | null, { page }: Words): string {
  if (first === null) return "";
  return page(last === null || last === first ? first : `${first}–${last}`);
}

function joined(by: string, ...parts: readonly (string | number | null)[]): string | null {
  const stated = parts.filter((part) => part !== null);
  return stated.length === 0 ? null : stated.join(by);
}

function titled(title: string, lines: readonly string[], { none }: Words): readonly string[] {
  return [title, ...(lines.length === 0 ? [`  ${none}`] : lines)];
}

const EN = {
  title: "Title",
  issuer: "Issuer",
  region: "Region",
  year: "Year",
  approved: "Approved",
  published: "Published",
  file: "File",
  status: "Status",
  checks: "Checks",
  cells: "Cells",
  outline: "Outline",
  tables: "Tables",
  findings: "Findings",
  tableHeader: ["no", "kind", "caption", "unit", "size", "pages"],
  statuses: STATUS_WORDS.en,
  severities: SEVERITY_WORDS.en,
  outcomes: CHECK_WORDS.en,
  stages: { budget: "budget", final_accounts: "final_accounts" },
  scopes: { department: "department", unit: "unit", government: "government" },
  comma: ", ",
  none: "none",
  notStated: "not stated",
  document: "document",
  table: (number: number | string) => `table ${number}`,
  row: (number: number | string) => `row ${number}`,
  column: (number: number | string) => `column ${number}`,
  section: (number: number | string) => `section ${number}`,
  page: (number: number | string) => `p.${number}`,
  pageCount: (pages: number) => `${pages} pages`,
  accountedFor: (known: number, printed: number) => `${known} of ${printed} accounted for`,
  counts: (counts: readonly (readonly [number, string])[]) =>
    counts.map(([count, name]) => `${count} ${name}`).join(", "),
  message: ({ message }: Finding) => message,
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  title: "标题",
  issuer: "公开单位",
  region: "行政区划",
  year: "年度",
  approved: "批复",
  published: "公开日期",
  file: "文件",
  status: "状态",
  checks: "核查",
  cells: "单元格",
  outline: "目录",
  tables: "表",
  findings: "核查发现",
  tableHeader: ["表序", "种类", "表题", "单位", "大小", "页"],
  statuses: STATUS_WORDS.zh,
  severities: SEVERITY_WORDS.zh,
  outcomes: CHECK_WORDS.zh,
  stages: { budget: "预算", final_accounts: "决算" },
  scopes: { department: "部门", unit: "单位", government: "政府" },
  comma: "，",
  none: "无",
  notStated: "未列明",
  document: "全文",
  table: (number) => `表 ${number}`,
  row: (number) => `行 ${number}`,
  column: (number) => `列 ${number}`,
  section: (number) => `章节 ${number}`,
  page: (number) => `第 ${number} 页`,
  pageCount: (pages) => `${pages} 页`,
  accountedFor: (known, printed) => `${printed} 个中 ${known} 个有交代`,
  counts: (counts) => counts.map(([count, name]) => `${name} ${count}`).join("，"),
  message: ({ message_zh }) => message_zh,
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };
