import { type Finding, finding, type Rule } from "../../pipeline/model/finding.js";

/** Macros may do anything, links may lead anywhere. */
export const notRunNorFetched: Rule<{ readonly macros: number; readonly links: number }> = {
  id: "not_run_nor_fetched",
  severity: "info",
  about: {
    en: "Macros of a document are not run, and other files that it links to are not opened.",
    zh: "文档中的宏不运行，所链接的其他文件不打开。",
  },
  say: {
    en: ({ macros, links }) =>
      `The document has ${macros} part(s) of macros, which are not run, and ${links} link(s) to other files, which are not opened.`,
    zh: ({ macros, links }) =>
      `文档有${macros}个宏部件（不运行），有${links}个指向其他文件的链接（不打开）。`,
  },
};

/** Tells of macros and of links to other files, where there are any. */
export function notRun(facts: {
  readonly macros: number;
  readonly links: number;
}): readonly Finding[] {
  return facts.macros + facts.links > 0 ? [finding(notRunNorFetched, facts)] : [];
}
