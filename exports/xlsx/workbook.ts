import { fitsExcel } from "../package/exact.js";
import type { ExportJob } from "../package/job.js";
import type { Field, Package, Resource } from "../package/package.js";
import { cellsBy, rowsOf } from "../package/rows.js";
import type { Row } from "../package/rows.js";
import { partsOf, rowXml, sheetBegin, sheetEnd, STYLE } from "./parts.js";
import type { Cell } from "./parts.js";
import { writeZip } from "./zip-file.js";
import type { ZipFile } from "./zip-file.js";

/** What a sheet of Excel holds at most: rows, and characters of a cell. */
export const LIMITS = { rows: 1_048_576, characters: 32_767 };

interface Sheet {
  readonly name: string;
  readonly part: string;
}

/**
 * Writes a workbook for people: a sheet that explains the columns, then the tables under Chinese headers. Numbers
 * are written digit for digit; one that Excel cannot hold, and codes, are text.
 */
export async function writeXlsx({ from, path, note }: ExportJob): Promise<void> {
  const zip = await writeZip(path);
  try {
    const named = await namesOfDocuments(from);
    const sheets: Sheet[] = [];
    let cut = 0;
    for (const resource of from.resources) {
      const table = tableFor(resource, named, () => (cut += 1));
      const added = await addSheets(zip, {
        rows: rowsOf(from, resource),
        table,
        before: sheets.length,
      });
      sheets.push(...added);
    }
    if (cut > 0) note(CUT(cut));
    const about = { name: "说明", part: "about.xml" };
    await zip.add(`xl/worksheets/${about.part}`, explanation(from, sheets));
    for (const [name, text] of partsOf([about, ...sheets])) await zip.add(name, [text]);
    await zip.finish();
  } catch (error) {
    await zip.abandon();
    throw error;
  }
}

const CUT = (cells: number) => ({
  en: `${cells} texts are longer than a cell of Excel may be and end with “…”; the CSV files have them whole.`,
  zh: `有 ${cells} 处文字超过 Excel 单元格的长度上限，以“…”结尾；CSV 文件中是全文。`,
});

/** A table as its sheets show it. */
interface Shown {
  readonly title: string;
  readonly header: readonly string[];
  readonly widths: readonly number[];
  readonly cells: (row: Row) => readonly Cell[];
}

type NamesOfDocuments = ReadonlyMap<string, readonly [issuer: string, title: string]>;

/** Issuer and title of each document, which stand before the rows of the other tables. */
async function namesOfDocuments(from: Package): Promise<NamesOfDocuments> {
  const documents = from.resources.find(({ name }) => name === "documents");
  const names = new Map<string, readonly [string, string]>();
  if (documents === undefined) return names;
  const cell = cellsBy(documents);
  for await (const row of rowsOf(from, documents))
    names.set(cell(row, "document_id"), [cell(row, "issuer_name"), cell(row, "title")]);
  return names;
}

function tableFor(resource: Resource, named: NamesOfDocuments, onCut: () => void): Shown {
  const { name, title = name, schema } = resource;
  const cell = cellsBy(resource);
  const isOfDocument =
    named.size > 0 &&
    name !== "documents" &&
    schema.fields.some((field) => field.name === "document_id");
  const prints = schema.fields.map((field) => printed(field, onCut));
  const cells = (row: Row): readonly Cell[] =>
    row.map((text, index) => prints[index]?.(text) ?? null);
  const header = schema.fields.map((field) => field.title ?? field.name);
  const widths = schema.fields.map(({ type }) => WIDTHS[type]);
  if (!isOfDocument) return { title, header, widths, cells };
  return {
    title,
    header: [...OF_DOCUMENT, ...header],
    widths: [...OF_DOCUMENT.map(() => WIDTHS.string), ...widths],
    cells: (row) => {
      const names = named.get(cell(row, "document_id")) ?? NO_NAMES;
      return [...names.map((text) => textCell(text, onCut)), ...cells(row)];
    },
  };
}

/** A row that belongs to no document keeps its cells under their headers. */
const NO_NAMES = ["", ""];

const OF_DOCUMENT = ["公开单位（文档）", "标题（文档）"];

const WIDTHS: Readonly<Record<Field["type"], number>> = {
  string: 18,
  integer: 8,
  number: 18,
  boolean: 8,
  date: 12,
  datetime: 22,
};

/** How the cells of a column are shown: values of a fixed set by their Chinese names. */
function printed({ type, title = "", categories = [] }: Field, onCut: () => void) {
  const labels = new Map(categories.map(({ value, label }) => [value, label]));
  const style = title.includes("元") ? STYLE.money : STYLE.plain;
  return (text: string): Cell => {
    if (text === "") return null;
    if (type === "boolean") return { text: text === "true" ? "是" : "否", style: STYLE.text };
    const isNumber = type === "integer" || type === "number";
    if (isNumber && fitsExcel(text))
      return { number: text, style: type === "integer" ? STYLE.plain : style };
    return textCell(labels.get(text) ?? text, onCut);
  };
}

function textCell(text: string, onCut: () => void): Cell {
  if (text === "") return null;
  if (text.length <= LIMITS.characters) return { text, style: STYLE.text };
  onCut();
  return { text: `${text.slice(0, LIMITS.characters - 1)}…`, style: STYLE.text };
}

interface Filled {
  readonly rows: AsyncGenerator<Row>;
  readonly table: Shown;
  /** How many sheets there are already. */
  readonly before: number;
}

/** Writes a table to as many sheets as it needs. */
async function addSheets(zip: ZipFile, { rows, table, before }: Filled): Promise<readonly Sheet[]> {
  const sheets: Sheet[] = [];
  let next = await rows.next();
  do {
    const count = sheets.length + 1;
    const part = `sheet${before + count}.xml`;
    const texts = async function* (): AsyncGenerator<string> {
      yield sheetBegin(table.widths);
      yield rowXml(
        1,
        table.header.map((text) => ({ text, style: STYLE.header })),
      );
      let number = 1;
      for (; next.done !== true && number < LIMITS.rows; next = await rows.next()) {
        number += 1;
        yield rowXml(number, table.cells(next.value));
      }
      yield sheetEnd(number, table.header.length);
    };
    await zip.add(`xl/worksheets/${part}`, texts());
    sheets.push({ name: count === 1 ? table.title : `${table.title} (${count})`, part });
  } while (next.done !== true);
  return sheets;
}

const styled = (texts: readonly string[], style: number): readonly Cell[] =>
  texts.map((text) => (text === "" ? null : { text, style }));

/** The sheet that says what the others hold, column by column. */
function* explanation(from: Package, sheets: readonly Sheet[]): Generator<string> {
  const lines = from.resources.flatMap((resource) => explained(resource, sheets));
  yield sheetBegin([14, 24, 22, 10, 60, 60]);
  yield rowXml(1, styled(["工作表", "列名", "列（数据集）", "类型", "说明", "取值"], STYLE.header));
  for (const [index, line] of [...NOTES.map((text) => ["", "", "", "", text]), ...lines].entries())
    yield rowXml(index + 2, styled(line, STYLE.wrapped));
  yield sheetEnd(NOTES.length + lines.length + 1, 6);
}

const NOTES = [
  "空单元格表示文件没有写明，不是零。金额以元计，与原文逐位一致。",
  "编码、编号是文本，保留前导零。超过 15 位的数字，Excel 存不下，也以文本列出。",
  "“公开单位（文档）”“标题（文档）”取自“文档”表，以便筛选；其余各列与 CSV 文件相同，固定取值写作中文。",
];

function explained(
  { name, title = name, description = "", schema }: Resource,
  sheets: readonly Sheet[],
) {
  const parts = sheets.filter(
    (sheet) => sheet.name === title || sheet.name.startsWith(`${title} (`),
  );
  const split =
    parts.length > 1 ? `行数超过一张工作表的上限，分列于 ${parts.length} 张工作表。` : "";
  return [
    [title, "", name, "", `${split}${description}`],
    ...schema.fields.map((field) => [
      title,
      field.title ?? field.name,
      field.name,
      TYPE_NAMES[field.type],
      field.description ?? "",
      (field.categories ?? []).map(({ value, label }) => `${label}（${value}）`).join("，"),
    ]),
  ];
}

const TYPE_NAMES: Readonly<Record<Field["type"], string>> = {
  string: "文本",
  integer: "整数",
  number: "数值",
  boolean: "是否",
  date: "日期",
  datetime: "时间",
};
