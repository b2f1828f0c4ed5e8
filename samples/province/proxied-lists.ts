import { file, page } from "./parts.js";
import type { InventedSite, MakeDocument, Reply } from "./parts.js";

const OFFICES = [
  "教育局",
  "民政局",
  "水利局",
  "司法局",
  "林业局",
  "审计局",
  "统计局",
  "档案馆",
  "文化馆",
  "交通局",
  "粮食局",
  "住建局",
  "人社局",
  "医保局",
];
const SHOWN = 3;

/** 预算.pdf in GBK, which no library of the program writes. */
const GBK_NAME = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3, 0x2e, 0x70, 0x64, 0x66]).toString("latin1");

const store = (some: readonly string[]) =>
  `<datastore><recordset>${some.join("\n")}</recordset></datastore>`;

/**
 * A site whose lists are rows in `<datastore>`, the others of which come by POST from a proxy; its files come from a
 * script and have their names in Content-Disposition alone.
 */
export function proxiedLists(document: MakeDocument): InventedSite {
  const replies = new Map<string, Reply>();
  const disclosures: string[] = [];
  const row = (at: number) =>
    `<record><![CDATA[<li><a href='/art/2026/2/3/art_310_${at}.html' title='栖云县${OFFICES[at]}2025年度部门决算'>栖云县${OFFICES[at]}2025年…</a></li>]]></record>`;
  const script = `$('#310').jpage({proxyUrl:'/module/web/jpage/dataproxy.jsp',perPage:${SHOWN},totalRecord:${OFFICES.length},params:{col:1,webid:4,columnid:310,unitid:'52'}});`;
  const rows = OFFICES.map((_, at) => row(at));
  const column = `<html><head><meta name="ColumnName" content="部门预决算"><title>部门预决算</title></head><body><div id="310"><script type="text/xml">${store(rows.slice(0, SHOWN))}</script></div><script>${script}</script></body></html>`;
  replies.set("/col/col310/index.html", page(column));
  const step = SHOWN * 3;
  for (let first = 1; first <= OFFICES.length; first += step) {
    const last = Math.min(first + step - 1, OFFICES.length);
    const path = `/module/web/jpage/dataproxy.jsp?startrecord=${first}&endrecord=${last}&perpage=${SHOWN}`;
    replies.set(
      `POST ${path} col=1&webid=4&columnid=310&unitid=52`,
      page(store(rows.slice(first - 1, last))),
    );
  }
  OFFICES.forEach((office, at) => {
    const path = `/module/download/downfile.jsp?classid=0&filename=a${at}`;
    disclosures.push(path);
    const name =
      at % 2 === 0
        ? `attachment; filename="${GBK_NAME}"`
        : `attachment; filename*=UTF-8''${encodeURIComponent(`${office}决算.pdf`)}`;
    replies.set(path, file(document(100 + at), { "content-disposition": name }));
    const title = `栖云县${office}2025年度部门决算`;
    const meta = `<meta name="ArticleTitle" content="${title}"><meta name="PubDate" content="2026-02-03 09:00"><meta name="ContentSource" content="栖云县${office}">`;
    const link =
      at % 3 === 0
        ? `<a href="${path}"><img src="/images/pdf.gif" alt=""></a>`
        : `<a href="${path}">点击下载</a>`;
    replies.set(
      `/art/2026/2/3/art_310_${at}.html`,
      page(`<html><head>${meta}</head><body><p>${title} ${link}</p></body></html>`),
    );
  });
  const home = `<ul><li><a href="/col/col310/index.html">部门预决算</a></li><li><a href="/col/col9/index.html">财政动态</a></li></ul>`;
  replies.set("/", {
    headers: { "content-type": "text/html" },
    body: `<html><head><title>栖云县财政局</title></head><body>${home}</body></html>`,
  });
  replies.set(
    "/col/col9/index.html",
    page(`<ul><li><a href="/art/2026/1/1/art_9_1.html">我局举办专题培训</a></li></ul>`),
  );
  return { name: "proxied-lists", start: "/", replies, disclosures };
}
