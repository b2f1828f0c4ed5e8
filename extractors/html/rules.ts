import type { Rule } from "../../pipeline/model/finding.js";

/** A page shows pictures, and tables among them are often pictures too. */
export const pagePictureNotRead: Rule<{ readonly count: number }> = {
  id: "page_picture_not_read",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The pictures of a web page that may show tables are in the file or beside it, and are read.",
    zh: "网页中可能显示表格的图片应在文件内或与其放在一起，并已读取。",
  },
  say: {
    en: ({ count }) =>
      `${count} picture(s) of the page that may show tables are not read: nothing is fetched. Save the page with its pictures (MHT, or in files beside it), or give them on their own.`,
    zh: ({ count }) =>
      `网页有${count}幅可能显示表格的图片未读取，程序不联网获取。请将网页连同图片另存为 MHT（或把图片放在网页旁边），或单独提供这些图片。`,
  },
};

/** A page of frames is saved with the pages in them. */
export const frameNotRead: Rule<{ readonly count: number }> = {
  id: "frame_not_read",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "A web page that was saved with what belongs to it has the pages of its frames.",
    zh: "连同内容一起保存的网页应包含其框架内的页面。",
  },
  say: {
    en: ({ count }) =>
      `${count} frame(s) of the page have no page in the file, or one of no known encoding: save it again with a browser, or give their pages on their own.`,
    zh: ({ count }) =>
      `网页有${count}个框架的页面不在文件内，或编码无法识别：请用浏览器重新保存，或单独提供这些页面。`,
  },
};

/** What a page links to stands in files of its own. */
export const filesNotRead: Rule<{ readonly count: number; readonly names: readonly string[] }> = {
  id: "files_not_read",
  severity: "info",
  about: {
    en: "A web page may lead to files; they are listed in the JSON and read on their own.",
    zh: "网页可能附有文件，JSON 中列出其名称和地址，需另行读取。",
  },
  say: {
    en: ({ count, names }) =>
      `The page leads to ${count} file(s) that are not part of it: ${names.join(", ")}.`,
    zh: ({ count, names }) => `网页附有${count}个文件，不在本文件内：${names.join("、")}。`,
  },
};

/** A page that has nothing but links to what was meant. */
export const pageOnlyLinks: Rule<{ readonly count: number }> = {
  id: "page_only_links",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "A web page of a disclosure has its text or tables, not links to files alone.",
    zh: "公开网页应有正文或表格，而不只是文件链接。",
  },
  say: {
    en: ({ count }) =>
      `The page has no text and no table of its own, only ${count} link(s): fetch the files that it leads to.`,
    zh: ({ count }) => `网页没有正文和表格，只有${count}个链接：请获取其链接的文件。`,
  },
};

/** A page whose text is written by its scripts. */
export const pageTextMissing: Rule = {
  id: "page_text_missing",
  severity: "error",
  leavesUnread: true,
  about: {
    en: "The text of a web page stands in the file; what scripts and frames bring later is not.",
    zh: "网页的文字应在文件内，由脚本或框架载入的内容不在其中。",
  },
  say: {
    en: () =>
      "The file of the page has no text: scripts or frames bring it. Save the page with a browser, or fetch its files.",
    zh: () => "网页文件没有文字，内容由脚本或框架载入。请用浏览器另存网页，或获取其附件。",
  },
};
