import { ARCHIVE_LIMITS } from "../extractors/archive/member.js";
import { LIMITS } from "../extractors/common/limits.js";
import { OFFICE } from "../extractors/office/settings.js";
import { RASTER } from "../extractors/raster/settings.js";
import * as docxReader from "../extractors/docx/rules.js";
import * as blankPages from "../extractors/page/blank-pages.js";
import * as looseFigures from "../extractors/page/loose-figures.js";
import * as pdfReader from "../extractors/pdf/rules.js";
import * as scanReader from "../extractors/scan/rules.js";
import * as pageReader from "../extractors/html/rules.js";
import * as flattened from "../extractors/lines/flattened.js";
import * as textReader from "../extractors/lines/rules.js";
import * as shownPictures from "../extractors/shown/rules.js";
import * as officeReader from "../extractors/office/not-run.js";
import * as sheetReader from "../extractors/sheet/rules.js";
import * as closeChoice from "../normalizers/choice/reading-close.js";
import { aboutRules } from "../normalizers/identity/document-metadata.js";
import { numberedLinesLeft } from "../normalizers/structure/outline/outline.js";
import { checks } from "../normalizers/checks.js";
import * as amountTables from "../normalizers/tables/amounts/amounts.js";
import * as debtTables from "../normalizers/tables/debt/debt-rules.js";
import { kinds } from "../normalizers/forms/table-kinds.js";
import * as tables from "../normalizers/tables/rules.js";
import { dataPackage } from "../pipeline/dataset/compile/data-package.js";
import { MEANINGS } from "../pipeline/model/error-codes.js";
import type { Bilingual, Rule } from "../pipeline/model/finding.js";
import * as corrections from "../normalizers/corrections/rules.js";
import * as recognition from "../normalizers/forms/kind-of-table.js";
import { RECORD_FILES } from "../pipeline/model/records/registry.js";
import * as reading from "../pipeline/run.js";
import { FILE_WORDS } from "./dictionary/words.js";
import { code, markdownTable } from "./markdown.js";

/** The rules that speak while a document is read, format by format and then step by step. */
export const readingRules: readonly Rule<never>[] = [
  ...[
    pdfReader,
    blankPages,
    looseFigures,
    scanReader,
    docxReader,
    officeReader,
    sheetReader,
    textReader,
    flattened,
    pageReader,
    shownPictures,
    reading,
    closeChoice,
    corrections,
    recognition,
    tables,
    amountTables,
    debtTables,
  ].flatMap(rulesIn),
  numberedLinesLeft,
  ...aboutRules,
];

/** The rules of the checks, in the order of their findings. */
export const checkRules: readonly Rule<never>[] = checks.map(({ rule }) => rule);

function rulesIn(module: object): readonly Rule<never>[] {
  return Object.values<unknown>({ ...module }).filter(isRule);
}

function isRule(value: unknown): value is Rule<never> {
  return typeof value === "object" && value !== null && "severity" in value && "about" in value;
}

/** A Markdown table of rules: name, severity, what it is about. */
export function ruleTable(
  rules: readonly Rule<never>[],
  language: keyof Bilingual<string>,
): string {
  const rows = rules.map(({ id, severity, about }) => [code(id), severity, about[language]]);
  return markdownTable(RULE_HEADS[language], rows);
}

const RULE_HEADS: Bilingual<readonly string[]> = {
  en: ["Rule", "Severity", "About"],
  zh: ["规则", "程度", "内容"],
};

/** A Markdown table of the codes of documents that cannot be read: what each means, what to do. */
export function errorTable(language: keyof Bilingual<string>): string {
  const rows = Object.entries(MEANINGS).map(([id, { means, remedy }]) => [
    code(id),
    means[language],
    remedy[language],
  ]);
  return markdownTable(ERROR_HEADS[language], rows);
}

const ERROR_HEADS: Bilingual<readonly string[]> = {
  en: ["`error_code`", "What it means", "What to do"],
  zh: ["`error_code`", "含义", "处理办法"],
};

/** A Markdown table of the limits beyond which a document is refused, or a part of it. */
export function limitTable(): string {
  const { bytes, members, depth, ratio, ratioFreeBytes } = ARCHIVE_LIMITS;
  const { most, ratio: partRatio, ratioFree } = OFFICE.unpacking;
  const rows: readonly (readonly [what: string, most: number | string])[] = [
    ["bytes that an archive unpacks to, with all archives in it", megabytes(bytes)],
    ["times its size that an archive unpacks to", `${ratio}, beyond ${megabytes(ratioFreeBytes)}`],
    ["files of an archive, with those of the archives in it", members],
    ["archives within one another", depth],
    ["bytes that an Office or OpenDocument file unpacks to", megabytes(most)],
    [
      "times its size that a part of one unpacks to",
      `${partRatio}, beyond ${megabytes(ratioFree)}`,
    ],
    ...Object.entries(LIMIT_NAMES).map(([name, what]) => {
      const limit = new Map<string, number>(Object.entries(LIMITS)).get(name) ?? 0;
      return [what, name.endsWith("Bytes") ? megabytes(limit) : limit] as const;
    }),
    ["pixels of a picture", RASTER.size.most],
  ];
  const cells = rows.map(([what, limit]) => [
    what,
    typeof limit === "number" ? limit.toLocaleString("en") : limit,
  ]);
  return markdownTable(["Most", "Limit"], cells);
}

const megabytes = (bytes: number): string => `${bytes / 2 ** 20} MB`;

/** What each limit counts. */
const LIMIT_NAMES: Readonly<Record<keyof typeof LIMITS, string>> = {
  lineCharacters: "characters of a line of text or a paragraph of Word",
  rowCells: "cells of a row",
  tablePositions: "rows times columns of a table of a web page",
  sheetCells: "cells of a workbook that hold something",
  xmlDepth: "elements of XML inside one another",
  htmlDepth: "elements of a web page inside one another",
  htmlElements: "elements of a web page",
  pdfPages: "pages of a PDF",
  pageOperators: "operators of a page of a PDF",
  pageGlyphs: "characters of a page of a PDF",
  streamBytes: "bytes that a stream of a PDF unpacks to, pictures apart",
  tiffPictures: "pictures of a file of pictures",
};

/** A Markdown table of the table kinds: a form, its budget edition, its accounts edition. */
export function kindTable(head: readonly [form: string, budget: string, accounts: string]): string {
  const forms = new Set(kinds.map(({ name }) => name));
  const rows = [...forms].map((form) => {
    // One that departments and governments print stands twice.
    const named = [...new Set(kinds.filter(({ name }) => name === form).map(({ kind }) => kind))];
    const ofAccounts = named.filter((kind) => kind.startsWith("accounts_"));
    const others = named.filter((kind) => !ofAccounts.includes(kind));
    return [form, others.map(code).join(" "), ofAccounts.map(code).join(" ")];
  });
  return markdownTable(head, rows);
}

/** A Markdown table of the CSV files, each with a link to its page. */
export function fileTable(language: keyof Bilingual<string>): string {
  const rows = resources().map(({ name, title, description }) => [
    `[${code(`${name}.csv`)}](data/${name}.md)`,
    title,
    language === "en" ? description : (FILE_WORDS.get(name)?.about ?? ""),
  ]);
  return markdownTable(FILE_HEADS[language], rows);
}

const FILE_HEADS: Bilingual<readonly string[]> = {
  en: ["File", "中文", "Holds"],
  zh: ["文件", "名称", "内容"],
};

/** The values of every column that has a fixed set of them, but for kinds of tables. */
export const fixedValues: ReadonlySet<string> = new Set(
  resources()
    .flatMap(({ schema }) => schema.fields)
    .filter(({ name }) => name !== "table_kind")
    .flatMap(({ constraints }) => constraints?.enum ?? [])
    .filter((value) => kinds.every(({ kind }) => kind !== value)),
);

function resources() {
  return dataPackage(RECORD_FILES.map((name) => ({ name, bytes: 0, sha256: "" }))).resources;
}
