import { formats } from "../extractors/index.js";
import * as docxReader from "../extractors/docx/rules.js";
import * as blankPages from "../extractors/page/blank-pages.js";
import * as looseFigures from "../extractors/page/loose-figures.js";
import * as pdfReader from "../extractors/pdf/rules.js";
import * as scanReader from "../extractors/scan/rules.js";
import * as pageReader from "../extractors/html/rules.js";
import * as flattened from "../extractors/lines/flattened.js";
import * as textReader from "../extractors/lines/rules.js";
import * as shownPictures from "../extractors/shown/rules.js";
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
import type { Field } from "../pipeline/dataset/compile/table-schema.js";
import type { Bilingual, Rule } from "../pipeline/model/finding.js";
import * as recognition from "../normalizers/forms/kind-of-table.js";
import { RECORD_FILES } from "../pipeline/model/records/registry.js";
import * as reading from "../pipeline/run.js";

/** The rules that speak while a document is read, format by format and then step by step. */
export const readingRules: readonly Rule<never>[] = [
  ...[
    pdfReader,
    blankPages,
    looseFigures,
    scanReader,
    docxReader,
    sheetReader,
    textReader,
    flattened,
    pageReader,
    shownPictures,
    reading,
    closeChoice,
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

/** A Markdown table of the table kinds: a form, its budget edition, its accounts edition. */
export function kindTable(head: readonly [form: string, budget: string, accounts: string]): string {
  const forms = new Set(kinds.map(({ name }) => name));
  const rows = [...forms].map((form) => {
    const named = kinds.filter(({ name }) => name === form).map(({ kind }) => kind);
    const ofAccounts = named.filter((kind) => kind.startsWith("accounts_"));
    const others = named.filter((kind) => !ofAccounts.includes(kind));
    return [form, others.map(code).join(" "), ofAccounts.map(code).join(" ")];
  });
  return markdownTable(head, rows);
}

/** A Markdown table of the formats that are read. */
export function formatTable(head: readonly [name: string, mediaType: string]): string {
  return markdownTable(
    head,
    formats.map(({ name, mediaType }) => [code(name), mediaType]),
  );
}

/** A Markdown table of the CSV files, each with a link to its columns. */
export function fileTable(): string {
  const rows = resources().map(({ name, title, description, schema }) => [
    `[${code(`${name}.csv`)}](docs/columns.md#${name}csv)`,
    title,
    description,
    String(schema.fields.length),
  ]);
  return markdownTable(["File", "中文", "Holds", "Columns"], rows);
}

/** The values of every column that has a fixed set of them, but for kinds of tables. */
export const fixedValues: ReadonlySet<string> = new Set(
  resources()
    .flatMap(({ schema }) => schema.fields)
    .filter(({ name }) => name !== "table_kind")
    .flatMap(({ constraints }) => constraints?.enum ?? [])
    .filter((value) => kinds.every(({ kind }) => kind !== value)),
);

/** `docs/columns.md`: every column of every CSV file. */
export function columnsPage(): string {
  const parts = resources().map(
    ({ name, title, description, schema }) =>
      `## ${name}.csv\n\n${title}. ${description}\n\n${columnTable(schema.fields)}\n`,
  );
  return `${COLUMNS_HEAD}\n${parts.join("\n")}`;
}

const COLUMNS_HEAD = `# Columns

Made from the schemas of the records, which are also in every \`datapackage.json\`. An empty cell is "not stated", never zero.
Money is in yuan (元). A \`number\` is an exact decimal: read it with a decimal type. A column in **bold** is never empty.
[values.md](values.md) says what the values mean.
`;

function columnTable(fields: readonly Field[]): string {
  const rows = fields.map(({ name, title, type, constraints }) => [
    constraints?.required === true ? `**${code(name)}**` : code(name),
    title,
    type,
    (constraints?.enum ?? []).map(code).join(" "),
  ]);
  return markdownTable(["Column", "中文", "Type", "Values"], rows);
}

function resources() {
  return dataPackage(RECORD_FILES.map((name) => ({ name, bytes: 0, sha256: "" }))).resources;
}

const code = (text: string): string => `\`${text}\``;

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows];
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`)
    .join("\n");
}
