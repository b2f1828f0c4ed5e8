import type { Rule } from "../../pipeline/model/finding.js";

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
