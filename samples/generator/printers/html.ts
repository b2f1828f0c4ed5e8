/** The web edition: the page of an article as sites of governments publish it, with what stands around it. */
import type { Disclosure, Line, Manner, Part, Piece } from "../description.js";
import { cellsOf, type GridCell } from "../grid.js";
import { wordsOf } from "./words.js";

const MENU = ["首页", "政务公开", "财政资金", "互动交流"];

/** Prints a disclosure as a web page. */
export function printHtml({ pieces, manner }: Disclosure): Uint8Array {
  const titles = pieces.flatMap((piece) =>
    piece.type === "line" && piece.style === "title" ? [piece.text] : [],
  );
  const title = escapeHtml(titles.join(""));
  const menu = MENU.map((name, at) => `<li><a href="/lm/${at}.html">${name}</a></li>`).join("");
  const article = pieces.map((piece) => pieceHtml(piece, manner)).join("\n");
  const page = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="ArticleTitle" content="${title}">
<title>${title}</title>
<script>document.write("<p>访问量 1,234.56</p>");</script>
</head>
<body>
<div class="top"><ul>${menu}</ul></div>
<table width="100%"><tr><td class="left"><ul>${menu}</ul></td><td>
<div class="article">
${article}
</div>
</td></tr></table>
<div class="footer">版权所有：栖云县人民政府　网站标识码：0000000001</div>
</body>
</html>
`;
  return new TextEncoder().encode(page);
}

function pieceHtml(piece: Piece, manner: Manner): string {
  if (piece.type === "break") return "<hr>";
  if (piece.type === "line") return lineHtml(piece, manner);
  return piece.parts.map(tableHtml).join("\n");
}

function lineHtml(line: Line, manner: Manner): string {
  const text = escapeHtml(wordsOf(line, manner));
  const right = line.right === undefined ? "" : `　　　　${escapeHtml(line.right)}`;
  const level = line.section?.level;
  const tag = level === undefined ? "p" : `h${Math.min(level + 1, 6)}`;
  const centred = line.style === "title" ? ` style="text-align: center"` : "";
  return `<${tag}${centred}><span>${text}${right}</span></${tag}>`;
}

function tableHtml({ rows }: Part): string {
  const body = rows.map((_, row) => {
    const cells = cellsOf(rows, row).filter(({ continues }) => !continues);
    return `<tr>${cells.map(cellHtml).join("")}</tr>`;
  });
  return `<table border="1" cellspacing="0"><tbody>\n${body.join("\n")}\n</tbody></table>`;
}

function cellHtml({ text, rowSpan, columnSpan }: GridCell): string {
  const across = columnSpan === 1 ? "" : ` colspan="${columnSpan}"`;
  const down = rowSpan === 1 ? "" : ` rowspan="${rowSpan}"`;
  const lines = text.split("\n").map((each) => escapeHtml(each));
  return `<td${across}${down}>${text === "" ? "&nbsp;" : lines.join("<br>")}</td>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
