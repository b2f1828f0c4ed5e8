import type { Rule } from "../../pipeline/model/finding.js";

/** Tables that were pasted as pictures are read as scans are. */
export const pictureTablesRead: Rule<{ readonly places: readonly string[] }> = {
  id: "picture_tables_read",
  severity: "info",
  about: {
    en: "Tables that a document shows as pictures are read by OCR.",
    zh: "文档中以图片显示的表格用 OCR 读取。",
  },
  say: {
    en: ({ places }) =>
      `${places.length} picture(s) with tables were read by OCR: ${places.join(", ")}.`,
    zh: ({ places }) => `有${places.length}幅表格图片用 OCR 读取：${places.join("、")}。`,
  },
};

/** Photographs, seals and signs. */
export const picturesWithoutTable: Rule<{ readonly count: number }> = {
  id: "pictures_without_table",
  severity: "info",
  about: {
    en: "A document may show pictures without tables; text in them is not read.",
    zh: "文档可能有不含表格的图片，其中的文字未读取。",
  },
  say: {
    en: ({ count }) => `${count} picture(s) show no table; text in them is not read.`,
    zh: ({ count }) => `有${count}幅图片没有表格，其中的文字未读取。`,
  },
};

/** A table may have been pasted as a picture. */
export const pictureNotRead: Rule<{ readonly count: number }> = {
  id: "picture_not_read",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The document holds pictures as large as a table; text in them is not read.",
    zh: "文档有与表格一样大的图片，其中的文字未读取。",
  },
  say: {
    en: ({ count }) => `${count} picture(s) are not read.`,
    zh: ({ count }) => `有${count}幅图片未读取。`,
  },
};
