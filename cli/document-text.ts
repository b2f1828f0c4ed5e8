import type { DocumentDataset } from "../index.js";
import { textTable } from "./text-table.js";

type Finding = DocumentDataset["findings"][number];
type Table = DocumentDataset["tables"][number];

/** One document for a person to read: what it is, its outline, its tables, what is doubtful. */
export function documentText(dataset: DocumentDataset): string {
  const blocks = [
    aboutLines(dataset),
    titled("Outline", outlineLines(dataset)),
    titled("Tables", tableLines(dataset.tables)),
    titled("Findings", findingLines(dataset.findings)),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function aboutLines({ document, cells, coverage }: DocumentDataset): readonly string[] {
  const stated: readonly (readonly [string, string | number | null])[] = [
    ["Title", document.title],
    ["Issuer", joined(" ", document.issuer_code, document.issuer_name)],
    ["Region", joined(" ", document.region_code, document.region_name)],
    ["Year", joined(", ", document.fiscal_year, document.stage, document.scope)],
    ["Approved", joined(", ", document.approved_on, document.approval_reference)],
    ["Published", document.published_on],
    ["File", joined(", ", document.file_name, document.extractor, pagesOf(document.pages))],
    ["Status", document.status],
    ["Checks", checksText(coverage)],
    ["Cells", `${cells.used + cells.ignored + cells.reported} of ${cells.printed} accounted for`],
  ];
  const rows = stated.map(([name, value]) => [name, value === null ? "not stated" : String(value)]);
  return textTable(rows);
}

function checksText(coverage: DocumentDataset["coverage"]): string {
  const count = (outcome: string) => coverage.filter((check) => check.outcome === outcome).length;
  return `${count("passed")} passed, ${count("failed")} failed, ${count("not_run")} could not run`;
}

function pagesOf(pages: number | null): string | null {
  return pages === null ? null : `${pages} pages`;
}

function outlineLines({ sections }: DocumentDataset): readonly string[] {
  const rows = sections.map(({ section_no, level, ordinal, title, kind, page }) => [
    String(section_no),
    `${"  ".repeat(level - 1)}${joined(" ", ordinal, title) ?? ""}`,
    kind,
    pageText(page, page),
  ]);
  return textTable(rows, { right: [0], indent: "  " });
}

function tableLines(tables: readonly Table[]): readonly string[] {
  const rows = tables.map((table) => [
    String(table.table_no),
    table.kind,
    table.caption ?? "",
    table.unit_raw ?? "",
    `${table.rows} × ${table.columns}`,
    pageText(table.page_first, table.page_last),
  ]);
  const header = ["no", "kind", "caption", "unit", "size", "pages"];
  return rows.length === 0 ? [] : textTable([header, ...rows], { right: [0], indent: "  " });
}

function findingLines(findings: readonly Finding[]): readonly string[] {
  const rows = findings.map((finding) => [
    finding.severity,
    finding.rule,
    placeOf(finding),
    finding.message,
  ]);
  return textTable(rows, { indent: "  " });
}

function placeOf({ table_no, row, column, section_no, page }: Finding): string {
  const parts = [
    labelled("table ", table_no),
    labelled("row ", row),
    labelled("column ", column),
    table_no === null ? labelled("section ", section_no) : null,
    labelled("p.", page),
  ];
  return joined(" ", ...parts) ?? "document";
}

function labelled(label: string, value: number | null): string | null {
  return value === null ? null : `${label}${value}`;
}

function pageText(first: number | null, last: number | null): string {
  if (first === null) return "";
  return last === null || last === first ? `p.${first}` : `p.${first}–${last}`;
}

function joined(by: string, ...parts: readonly (string | number | null)[]): string | null {
  const stated = parts.filter((part) => part !== null);
  return stated.length === 0 ? null : stated.join(by);
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return [title, ...(lines.length === 0 ? ["  none"] : lines)];
}
