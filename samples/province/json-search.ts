import { file, html, page } from "./parts.js";
import type { InventedSite, MakeDocument, Reply } from "./parts.js";

const COUNT = 10;
const SHOWN = 4;

const title = (at: number) => `澄湾县第${at + 1}中学2026年<em>预算</em>公开`;

/**
 * A site whose lists come from a JSON search back end, one by GET and one by POST; its files stand behind what is clicked: `onclick`, base64, a
 * form of hidden fields, `data-url`. One of its articles tells its amounts itself.
 */
export function jsonSearch(document: MakeDocument): InventedSite {
  const replies = new Map<string, Reply>();
  const disclosures: string[] = [];
  for (let first = 0, number = 1; first < COUNT; first += SHOWN, number += 1) {
    const some = Array.from({ length: Math.min(SHOWN, COUNT - first) }, (_, at) => ({
      title: title(first + at),
      url: `/zwgk/content/post_${first + at}.html`,
      pubDate: "2026-02-11",
    }));
    const body = JSON.stringify({ code: 200, data: { total: COUNT, pageSize: SHOWN, list: some } });
    replies.set(`/api/search/list?column=yjs&page=${number}`, {
      headers: { "content-type": "application/json" },
      body,
    });
  }
  for (let at = 0; at < COUNT; at += 1) {
    const plain = title(at).replaceAll(/<[^>]+>/gu, "");
    const path = at % 4 === 2 ? `POST /attachment/get.do fileId=${at}` : `/attachment/${at}.pdf`;
    const address = `/attachment/${at}.pdf`;
    const ways = [
      `<a href="javascript:void(0)" onclick="openFile('${address}','预算')">${plain}.pdf</a>`,
      `<a href="#" data-url="${Buffer.from(address).toString("base64")}">下载</a>`,
      `<form action="/attachment/get.do" method="post"><input type="hidden" name="fileId" value="${at}"><input type="submit" value="${plain}"></form>`,
      `<a onclick="window.open('${address}')">附件</a>`,
    ];
    replies.set(path, file(document(200 + at)));
    disclosures.push(path);
    replies.set(
      `/zwgk/content/post_${at}.html`,
      page(html(plain, `<h1>${plain}</h1><p>${ways[at % 4]}</p>`)),
    );
  }
  accounts(document, replies, disclosures);
  const told =
    "<h1>澄湾县2026年预算草案的报告</h1><p>一般公共预算收入81600万元，支出79300万元，结转2300万元。</p>";
  replies.set("/zwgk/content/post_77.html", page(html("澄湾县2026年预算草案的报告", told)));
  disclosures.push("/zwgk/content/post_77.html");
  const script = `<script>$.ajax({url: "/api/search/list?column=yjs&page=1", type: "get"})</script>`;
  const links = `<ul><li><a href="/zwgk/yjs/">预算公开</a></li><li><a href="/zwgk/js/">决算公开</a></li><li><a href="/zwgk/content/post_77.html">澄湾县2026年预算草案的报告</a></li></ul>`;
  replies.set("/", page(html("澄湾县财政局", links)));
  replies.set("/zwgk/yjs/", page(html("预算公开", `<h1>预算公开</h1>${script}`)));
  return { name: "json-search", start: "/", replies, disclosures };
}

/** The accounts, whose list is asked for by POST; each row leads to its file. */
function accounts(
  document: MakeDocument,
  replies: Map<string, Reply>,
  disclosures: string[],
): void {
  const rows = Array.from({ length: COUNT }, (_, at) => ({
    docTitle: `澄湾县第${at + 1}中学2024年度单位决算公开`,
    fileUrl: `/files/2025/js${at}.pdf`,
  }));
  for (let first = 0, number = 1; first < COUNT; first += SHOWN, number += 1)
    replies.set(`POST /api/doc/query column=js&pageNo=${number}&pageSize=${SHOWN}`, {
      headers: { "content-type": "text/plain" },
      body: JSON.stringify({ totalPages: 3, docs: rows.slice(first, first + SHOWN) }),
    });
  rows.forEach(({ fileUrl }, at) => {
    replies.set(fileUrl, file(document(250 + at)));
    disclosures.push(fileUrl);
  });
  const script = `<script>$.ajax({type: "POST", url: "/api/doc/query", data: {column: "js", pageNo: 1, pageSize: ${SHOWN}}, success: show})</script>`;
  replies.set("/zwgk/js/", page(html("决算公开", `<h1>决算公开</h1>${script}`)));
}
