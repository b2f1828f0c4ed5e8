import { zipSync } from "fflate";
import { file, html, list, page } from "./parts.js";
import type { InventedSite, MakeDocument, Reply } from "./parts.js";

const OFFICES = ["财政局", "公安局", "民政局", "水利局"];
const YEARS = [2024, 2025, 2026];

/**
 * A site with a catalogue of government information in a frame, lists with a link to the next page, a platform of
 * departments and years, an archive, and `download.jsp?…`; some of its pages are of two addresses.
 */
export function framesAndPlatform(document: MakeDocument): InventedSite {
  const replies = new Map<string, Reply>();
  const disclosures: string[] = [];
  const take = (path: string, number: number, more: Record<string, string> = {}) => {
    disclosures.push(path);
    replies.set(path, file(document(number), more));
  };
  replies.set(
    "/",
    page(
      html(
        "岭北区财政局",
        list([
          ["/xxgk/", "政府信息公开目录"],
          ["/ptgk/index.htm", "预决算公开统一平台"],
        ]),
      ),
    ),
  );
  replies.set(
    "/xxgk/",
    page(
      `<html><frameset cols="20%,80%"><frame src="/xxgk/menu.htm"><frame src="/xxgk/list.htm"></frameset></html>`,
    ),
  );
  replies.set(
    "/xxgk/menu.htm",
    page(
      `<html><body>${list([
        ["/xxgk/list.htm", "财政信息"],
        ["/xxgk/rs.htm", "人事信息"],
      ])}</body></html>`,
    ),
  );
  const articles = Array.from(
    { length: 6 },
    (_, at) => [`/info/1051/${at}.htm`, `岭北区${2020 + at}年财政决算公开`] as const,
  );
  const next = `<div class="pages"><a href="/xxgk/list2.htm">下页</a></div>`;
  replies.set("/xxgk/list.htm", page(html("财政决算", list(articles.slice(0, 3)) + next)));
  replies.set("/xxgk/list2.htm", page(html("财政决算", list(articles.slice(3)))));
  articles.forEach(([path, title], at) => {
    const download = `/system/_content/download.jsp?urltype=news.DownloadAttachUrl&wbfileid=${at}`;
    replies.set(
      path,
      page(
        html(title, `<h1>${title}</h1><p>附件【<a href="${download}">${title}.doc</a>】已下载</p>`),
      ),
    );
    take(download, 300 + at);
  });
  const cells = OFFICES.map((office, row) => {
    const years = YEARS.map(
      (year) => `<td><a href="/ptgk/c10${row}/${year}/content.html">${year}年</a></td>`,
    );
    return `<tr><td>岭北区${office}</td>${years.join("")}</tr>`;
  });
  replies.set(
    "/ptgk/index.htm",
    page(html("部门预算公开平台", `<h1>部门预算公开平台</h1><table>${cells.join("")}</table>`)),
  );
  OFFICES.forEach((office, row) =>
    YEARS.forEach((year, at) => {
      const path = `/ptgk/c10${row}/${year}/files/1.docx`;
      const title = `岭北区${office}${year}年部门预算`;
      replies.set(
        `/ptgk/c10${row}/${year}/content.html`,
        page(html(title, `<h1>${title}</h1><a href="files/1.docx">${title}</a>`)),
      );
      take(path, 400 + row * 10 + at, { "content-type": "text/html" });
    }),
  );
  const archive = zipSync({ "a.pdf": document(450), "b.pdf": document(451) });
  disclosures.push("/ptgk/all.zip");
  replies.set("/ptgk/all.zip", file(archive));
  replies.set(
    "/ptgk/more.htm",
    page(html("预算公开汇总", `<a href="/ptgk/all.zip">2026年部门预算公开汇总.zip</a>`)),
  );
  replies.set(
    "/info/1051/9.htm",
    page(html("2026年预算公开汇总", `<a href="/ptgk/more.htm">2026年部门预算公开汇总</a>`)),
  );
  articlesOfRest(replies);
  return { name: "frames-and-platform", start: "/", replies, disclosures };
}

function articlesOfRest(replies: Map<string, Reply>): void {
  const old = replies.get("/ptgk/index.htm");
  const body = String(old?.body).replace(
    "</table>",
    `</table><p><a href="/info/1051/9.htm">2026年预算公开汇总</a></p>`,
  );
  replies.set("/ptgk/index.htm", page(body));
  replies.set(
    "/xxgk/rs.htm",
    page(html("人事信息", list([["/info/7/1.htm", "岭北区财政局公开招聘公告"]]))),
  );
}
