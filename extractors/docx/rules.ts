import type { Rule } from "../../pipeline/model/finding.js";

/** A Word file may hold another file that Word shows in place; its text is not read. */
export const embeddedPartNotRead: Rule<{ readonly count: number }> = {
  id: "embedded_part_not_read",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The Word document imports other files (altChunk); their text is not read.",
    zh: "Word 文档引入了其他文件（altChunk），其文字未读取。",
  },
  say: {
    en: ({ count }) => `${count} imported part(s) of the document are not read.`,
    zh: ({ count }) => `文档引入的${count}个文件未读取。`,
  },
};

/** A sheet pasted as an object shows as a picture; its cells are in a file of their own. */
export const embeddedObjectNotRead: Rule<{ readonly kinds: readonly string[] }> = {
  id: "embedded_object_not_read",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The Word document shows embedded objects, such as sheets, whose text is not read.",
    zh: "Word 文档显示嵌入的对象（如工作表），其文字未读取。",
  },
  say: {
    en: ({ kinds }) => `${kinds.length} embedded object(s) are not read: ${kinds.join(", ")}.`,
    zh: ({ kinds }) => `有${kinds.length}个嵌入的对象未读取：${kinds.join("、")}。`,
  },
};

/** A logo or a signature is a picture too. */
export const smallPictureNotRead: Rule<{ readonly count: number }> = {
  id: "small_picture_not_read",
  severity: "info",
  about: {
    en: "The Word document holds pictures too small for a table: logos, signatures.",
    zh: "Word 文档有小图片（如标志、签名），放不下一张表。",
  },
  say: {
    en: ({ count }) => `${count} small picture(s) are not read.`,
    zh: ({ count }) => `有${count}幅小图片未读取。`,
  },
};

/** The reader sees the document with all its tracked changes accepted. */
export const trackedChangesAccepted: Rule<{ readonly count: number }> = {
  id: "tracked_changes_accepted",
  severity: "info",
  about: {
    en: "The Word document holds tracked changes; they are read as accepted.",
    zh: "Word 文档有修订，按接受修订读取。",
  },
  say: {
    en: ({ count }) => `${count} tracked change(s) are read as accepted.`,
    zh: ({ count }) => `有${count}处修订，按接受修订读取。`,
  },
};

/** What is crossed out is printed still, but something else holds. */
export const struckTextLeftOut: Rule<{ readonly count: number }> = {
  id: "struck_text_left_out",
  severity: "warning",
  about: {
    en: "The Word document holds no text that is crossed out; such text is left out.",
    zh: "Word 文档没有划去（加删除线）的文字；如有，则略去。",
  },
  say: {
    en: ({ count }) => `${count} crossed-out text(s) are left out.`,
    zh: ({ count }) => `有${count}处加删除线的文字，已略去。`,
  },
};

/** A row that Word does not show. */
export const hiddenRowsLeftOut: Rule<{ readonly count: number }> = {
  id: "hidden_rows_left_out",
  severity: "warning",
  about: {
    en: "The tables of the Word document have no hidden rows; such rows are left out.",
    zh: "Word 文档的表格没有隐藏的行；如有，则略去。",
  },
  say: {
    en: ({ count }) => `${count} hidden row(s) of tables are left out.`,
    zh: ({ count }) => `表格中有${count}个隐藏的行，已略去。`,
  },
};

/** A table that stands in a cell of another, and is more than the text of that cell. */
export const tableInsideCell: Rule<{ readonly count: number }> = {
  id: "table_inside_cell",
  severity: "warning",
  about: {
    en: "The Word document has no tables inside cells of others; such tables are read apart from the rows that they stand in.",
    zh: "Word 文档的单元格里没有另套表格；如有，则与所在的行分开读取。",
  },
  say: {
    en: ({ count }) => `${count} table(s) inside cells are read apart from the rows around them.`,
    zh: ({ count }) => `单元格里套有${count}张表，与所在的行分开读取。`,
  },
};

/** A sign of a symbol font that has no Unicode form here. */
export const symbolUnknown: Rule<{ readonly codes: readonly string[] }> = {
  id: "symbol_unknown",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The Word document uses signs of a symbol font that are not known; they read as �.",
    zh: "Word 文档使用了未知符号字体的符号，读作 �。",
  },
  say: {
    en: ({ codes }) => `Signs of a symbol font are not known: ${codes.join(", ")}.`,
    zh: ({ codes }) => `符号字体的符号无法辨认：${codes.join("、")}。`,
  },
};
