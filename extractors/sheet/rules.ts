import { type Finding, finding, type Rule } from "../../pipeline/model/finding.js";

/** How many cells, and the first of them: `支出表!C7`. */
export interface CellFacts {
  readonly count: number;
  readonly cells: readonly string[];
  readonly [name: string]: number | readonly string[];
}

/** The cells that are named; … stands for the others. */
function listed({ count, cells }: CellFacts, mark: string): string {
  return [...cells, ...(count > cells.length ? ["…"] : [])].join(mark);
}

/** Names in brackets, or nothing where there are none. */
function bracketed(
  names: readonly string[],
  [open, mark, close]: readonly [string, string, string],
): string {
  return names.length === 0 ? "" : open + names.join(mark) + close;
}

/** Working notes are kept in hidden sheets, rows and columns; they are no part of what is published. */
export const hiddenCellsLeftOut: Rule<{
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly columns: number;
}> = {
  id: "hidden_cells_left_out",
  severity: "info",
  about: {
    en: "Hidden sheets, rows and columns of a workbook are left out.",
    zh: "工作簿中隐藏的工作表、行和列不读取。",
  },
  say: {
    en: ({ sheets, rows, columns }) =>
      `Left out as hidden: ${sheets.length} sheet(s)${bracketed(sheets, [" (", ", ", ")"])}, ${rows} row(s) and ${columns} column(s) that hold something.`,
    zh: ({ sheets, rows, columns }) =>
      `未读取隐藏的内容：${sheets.length}张工作表${bracketed(sheets, ["（", "、", "）"])}、有内容的${rows}行和${columns}列。`,
  },
};

/** `#REF!` and the like show that a value is lost. */
export const errorValue: Rule<CellFacts> = {
  id: "error_value",
  severity: "error",
  about: {
    en: "No cell of a workbook shows an error such as #REF!.",
    zh: "工作簿的单元格不应显示 #REF! 等错误。",
  },
  say: {
    en: (facts) =>
      `${facts.count} cell(s) show an error in place of a value: ${listed(facts, ", ")}.`,
    zh: (facts) => `有${facts.count}个单元格显示错误而不是数值：${listed(facts, "、")}。`,
  },
};

/** Formulas are not computed: a workbook keeps what they gave when it was saved. */
export const formulaWithoutValue: Rule<CellFacts> = {
  id: "formula_without_value",
  severity: "error",
  about: {
    en: "Every formula of a workbook is saved with its result; formulas are not computed.",
    zh: "工作簿的公式应与其结果一并保存；公式不作计算。",
  },
  say: {
    en: (facts) =>
      `${facts.count} formula(s) have no saved result and are read as blank: ${listed(facts, ", ")}. Open and save the workbook in a spreadsheet program.`,
    zh: (facts) =>
      `有${facts.count}个公式没有保存结果，按空白读取：${listed(facts, "、")}。请用表格软件打开后保存。`,
  },
};

/** `0.00_);[Red]0.00` prints a negative number as a red positive one. */
export const signByColour: Rule<CellFacts> = {
  id: "sign_by_colour",
  severity: "info",
  about: {
    en: "A negative number is displayed with a sign, not by its colour alone.",
    zh: "负数应显示负号，而不仅以颜色表示。",
  },
  say: {
    en: (facts) =>
      `${facts.count} negative number(s) are displayed by colour alone and read with their sign: ${listed(facts, ", ")}.`,
    zh: (facts) => `有${facts.count}个负数仅以颜色表示，按负数读取：${listed(facts, "、")}。`,
  },
};

/** Fractions and Chinese numerals are read as plain numbers. */
export const formatNotApplied: Rule<CellFacts> = {
  id: "format_not_applied",
  severity: "warning",
  about: {
    en: "Every number of a workbook has a format that can be applied.",
    zh: "工作簿的数值应采用可识别的数字格式。",
  },
  say: {
    en: (facts) =>
      `${facts.count} number(s) have a format that is not known and are read without it: ${listed(facts, ", ")}.`,
    zh: (facts) =>
      `有${facts.count}个数值的数字格式无法识别，按常规格式读取：${listed(facts, "、")}。`,
  },
};

/** The view of a sheet may leave zeros blank, whatever the formats of their cells. */
export const zerosNotShown: Rule<{ readonly sheets: readonly string[] }> = {
  id: "zeros_not_shown",
  severity: "info",
  about: {
    en: "Sheets may be set to show no zeros; those in their cells are read.",
    zh: "工作表可设置为不显示零值；单元格中的零仍读取。",
  },
  say: {
    en: ({ sheets }) =>
      `${sheets.length} sheet(s) are set to show no zeros; the zeros are read: ${sheets.join(", ")}.`,
    zh: ({ sheets }) =>
      `有${sheets.length}张工作表设置为不显示零值，其中的零仍读取：${sheets.join("、")}。`,
  },
};

/** Charts, pictures and text boxes lie over the cells. */
export const drawingNotRead: Rule<{
  readonly sheets: readonly string[];
  readonly pictures: number;
  readonly charts: number;
  readonly texts: number;
}> = {
  id: "drawing_not_read",
  severity: "warning",
  about: {
    en: "Pictures, charts and text boxes on the sheets of a workbook are not read.",
    zh: "工作簿中的图片、图表和文本框不读取。",
  },
  say: {
    en: ({ sheets, pictures, charts, texts }) =>
      `Not read: ${pictures} picture(s), ${charts} chart(s) and ${texts} text box(es) on ${sheets.length} sheet(s) (${sheets.join(", ")}).`,
    zh: ({ sheets, pictures, charts, texts }) =>
      `未读取：${sheets.length}张工作表（${sheets.join("、")}）上的${pictures}幅图片、${charts}个图表和${texts}个文本框。`,
  },
};

/** What lies over the cells of a sheet. */
export interface Drawn {
  pictures: number;
  charts: number;
  texts: number;
}

/** Tells what is drawn over the cells of sheets, by the names of the sheets. */
export function notRead(drawings: ReadonlyMap<string, Drawn>): readonly Finding[] {
  if (drawings.size === 0) return [];
  const total = (of: keyof Drawn): number =>
    [...drawings.values()].reduce((sum, drawn) => sum + drawn[of], 0);
  const facts = { pictures: total("pictures"), charts: total("charts"), texts: total("texts") };
  return [finding(drawingNotRead, { sheets: [...drawings.keys()], ...facts })];
}
