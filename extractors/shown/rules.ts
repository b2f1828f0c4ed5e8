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

/** Pictures that may be tables, and of which nothing is known. */
export const tablePictureNotRead: Rule<{ readonly count: number }> = {
  id: "table_picture_not_read",
  severity: "warning",
  about: {
    en: "Pictures that are large enough to show tables are read, unless they are not in the file, of a form that is not read, or not to be read.",
    zh: "大到可能显示表格的图片应已读取；图片不在文件内、格式不支持或指定不读取时除外。",
  },
  say: {
    en: ({ count }) =>
      `${count} picture(s) that may show tables are not read. Give them on their own, or the page saved with them (MHT).`,
    zh: ({ count }) =>
      `有${count}幅可能显示表格的图片未读取。请单独提供这些图片，或将网页连同图片另存为 MHT。`,
  },
};
