import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ReportData } from "./data.js";

/** What the build puts beside the program for the page of a report. */
const PAGE = {
  style: new URL("../../report/style.css", import.meta.url),
  script: new URL("../../report/app.js", import.meta.url),
  licences: new URL("../../report/LICENSES.txt", import.meta.url),
};

/** One page that holds all of a report: it needs no other file and no network. */
export async function reportHtml(data: ReportData): Promise<string> {
  const style = await readFile(PAGE.style, "utf8");
  const script = await readFile(PAGE.script, "utf8");
  const licences = await readFile(PAGE.licences, "utf8");
  return `<!doctype html>
<html lang="${data.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>gongkai</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<noscript>This report is drawn by JavaScript. 本报告由 JavaScript 绘制，请启用。</noscript>
<div id="report"></div>
<script type="application/json" id="data">${embedded(data)}</script>
<script type="application/json" id="licences">${embedded(licences)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/**
 * Nothing is loaded, sent or run but the script and the style that stand in the page. Charts set styles of single
 * elements, which no text of a document gets into.
 */
function policyOf(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const hashOf = (text: string): string =>
  `sha256-${createHash("sha256").update(text).digest("base64")}`;

/** JSON that cannot end the script element it stands in, nor begin a comment there. */
function embedded(data: unknown): string {
  return JSON.stringify(data).replaceAll(
    /[<>&\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
