import { readFile } from "node:fs/promises";
import { selfContainedPage } from "../../pipeline/page/self-contained.js";
import type { ReportData } from "./data.js";

/** What the build puts beside the program for the page of a report. */
const PAGE = {
  style: new URL("../../report/style.css", import.meta.url),
  script: new URL("../../report/app.js", import.meta.url),
  licences: new URL("../../report/LICENSES.txt", import.meta.url),
};

const BODY = `<noscript>This report is drawn by JavaScript. 本报告由 JavaScript 绘制，请启用。</noscript>
<div id="report"></div>`;

/** One page that holds all of a report: it needs no other file and no network. */
export async function reportHtml(data: ReportData): Promise<string> {
  return selfContainedPage({
    language: data.language,
    style: await readFile(PAGE.style, "utf8"),
    script: await readFile(PAGE.script, "utf8"),
    body: BODY,
    data: { data, licences: await readFile(PAGE.licences, "utf8") },
  });
}
