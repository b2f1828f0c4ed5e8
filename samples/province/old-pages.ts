import { file, html, list } from "./parts.js";
import type { InventedSite, MakeDocument, Reply } from "./parts.js";

/** Each format that files come in, with a bureau that publishes in it. */
const OFFICES = [
  ["民政局", "doc"],
  ["司法局", "docx"],
  ["水利局", "xls"],
  ["林业局", "xlsx"],
  ["审计局", "wps"],
  ["统计局", "et"],
  ["档案馆", "ofd"],
  ["文化馆", "rar"],
  ["粮食局", "7z"],
  ["气象局", "zip"],
  ["科技局", "pdf"],
] as const;
const SHOWN = 6;

const title = (office: string) => `临溪县${office}2026年部门预算公开`;

/**
 * An old site in gb2312, of addresses with parameters: attachments of every format, one behind a redirect, one under two
 * addresses, one that is called a page; a calendar without end, print views and sessions in addresses around them.
 * Articles are missing and gone, and robots.txt bars a folder.
 */
export function oldPages(document: MakeDocument): InventedSite {
  const replies = new Map<string, Reply>();
  const disclosures: string[] = [];
  OFFICES.forEach(([office, ending], at) => {
    const path = `/UploadFile/202602/${at}.${ending}`;
    replies.set(path, file(document(500 + at), at === 3 ? { "content-type": "text/html" } : {}));
    disclosures.push(path);
    const print = `<a href="/print.asp?id=${at}">打印本页</a>`;
    const body = `<h1>${title(office)}</h1><p>来源：临溪县${office}　2026-02-1${at % 10}</p><a href="${path}">附件.${ending}</a> ${print}`;
    replies.set(`/show.asp?id=${at}`, gbPage(html(title(office), body)));
  });
  const rows = OFFICES.map(
    ([office], at) => [`/show.asp?id=${at}&sid=77A${at}`, title(office)] as const,
  );
  rows.forEach(([path], at) => {
    const known = replies.get(`/show.asp?id=${at}`);
    if (known !== undefined) replies.set(path, known);
  });
  const more = [
    ["/go.asp?file=3", "临溪县2026年政府预算公开"],
    ["/show.asp?id=404", "临溪县体育馆2026年部门预算公开"],
    ["/show.asp?id=410", "临溪县招待所2026年部门预算公开"],
    ["/admin/1.pdf", "临溪县机要局2026年部门预算公开"],
    ["/UploadFile/202602/copy.doc", "临溪县民政局2026年部门预算公开（副本）"],
  ] as const;
  replies.set("/show.asp?id=410", { status: 410 });
  replies.set("/go.asp?file=3", { status: 302, headers: { location: "/UploadFile/zf.pdf" } });
  replies.set("/UploadFile/zf.pdf", file(document(520)));
  replies.set("/UploadFile/202602/copy.doc", file(document(500)));
  replies.set("/admin/1.pdf", file(document(530)));
  disclosures.push("/UploadFile/zf.pdf", "/UploadFile/202602/copy.doc");
  const next = `<a href="/list.asp?classid=12&page=2">下一页</a>`;
  replies.set("/list.asp?classid=12", gbPage(html("部门预算", list(rows.slice(0, SHOWN)) + next)));
  replies.set(
    "/list.asp?classid=12&page=2",
    gbPage(html("部门预算", list([...rows.slice(SHOWN), ...more]))),
  );
  const calendar = `<a href="/rl.asp?date=2026-2-1">2月</a><a href="/rl.asp?date=2026-3-1">3月</a>`;
  const home = list([["/list.asp?classid=12", "部门预算"]]) + calendar;
  replies.set("/", gbPage(html("临溪县财政局", home)));
  replies.set("/robots.txt", { body: "User-agent: *\nDisallow: /admin/\n" });
  return { name: "old-pages", start: "/", replies, disclosures };
}

/** A page in gb2312 whose server does not say so. */
function gbPage(text: string): Reply {
  const said = text.replace("utf-8", "gb2312");
  const bytes = Array.from(said).flatMap(
    (character) => GB.get(character) ?? [...Buffer.from(character)],
  );
  return { headers: { "content-type": "text/html" }, body: Uint8Array.from(bytes) };
}

/** The characters of two bytes in gb2312: Node.js reads it and does not write it. */
const GB: ReadonlyMap<string, readonly number[]> = new Map(
  Array.from({ length: 94 * 94 }, (_, at) => {
    const bytes = [0xa1 + Math.floor(at / 94), 0xa1 + (at % 94)];
    return [new TextDecoder("gbk").decode(Uint8Array.from(bytes)), bytes] as const;
  }),
);
