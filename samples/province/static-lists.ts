import { file, html, list, page } from "./parts.js";
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
  "卫生健康局",
  "交通运输局",
  "农业农村局",
  "应急管理局",
];

/**
 * A site of static lists, `createPageHTML`, with articles whose attachments stand beside them; news, tenders, a
 * calendar, a print view, sessions in addresses, a mobile mirror and a loop of folders stand around them.
 */
export function staticLists(document: MakeDocument): InventedSite {
  const replies = new Map<string, Reply>();
  const disclosures: string[] = [];
  OFFICES.forEach((office, at) => {
    const folder = "/zwgk/yjsgk/202602/";
    const titled = `云溪县${office}2026年部门预算公开`;
    const name = `P2026021000${at}.pdf`;
    disclosures.push(folder + name);
    replies.set(folder + name, file(document(at)));
    const twin =
      at % 4 === 0 ? `<a href="./P2026021000${at}b.xls">附件2：项目支出绩效目标表.xls</a>` : "";
    if (twin !== "") {
      disclosures.push(`${folder}P2026021000${at}b.xls`);
      replies.set(`${folder}P2026021000${at}b.xls`, file(document(50 + at)));
    }
    const print = `<a href="/zwgk/yjsgk/202602/t20260210_${at}.html?print=1">打印本页</a>`;
    const body = `<h1>${titled}</h1><p>来源：云溪县${office}</p><p><a href="./${name}">附件：${titled}.pdf</a> ${twin}</p>${print}`;
    replies.set(`${folder}t20260210_${at}.html`, page(html(titled, body)));
  });
  const rows = OFFICES.map(
    (office, at) => [`./202602/t20260210_${at}.html`, `云溪县${office}2026年部门预算公开`] as const,
  );
  const pager = `<script>createPageHTML(3, 0, "index", "html");</script>`;
  [0, 1, 2].forEach((at) => {
    const name = at === 0 ? "" : `index_${at}.html`;
    replies.set(
      `/zwgk/yjsgk/${name}`,
      page(
        html("预决算公开", `<h1>预决算公开</h1>${list(rows.slice(at * 4, at * 4 + 4))}${pager}`),
      ),
    );
  });
  around(replies, document);
  return { name: "static-lists", start: "/", replies, disclosures };
}

/** What a bureau's site has beside its disclosures. */
function around(replies: Map<string, Reply>, document: MakeDocument): void {
  const news = [
    ["/xwzx/t1.html", "云溪县财政局召开2026年预算编制工作会议"],
    ["/xwzx/t2.html", "关于做好2026年部门预算编制工作的通知"],
    ["/xwzx/t3.html", "云溪县财政局2026年办公设备采购公告"],
    ["/xwzx/t4.html", "云溪县财政局公开招聘工作人员公告"],
  ] as const;
  const days = Array.from(
    { length: 31 },
    (_, at) => `<a href="/calendar/2026/1/${at + 1}.html">${at + 1}</a>`,
  ).join("");
  const home = `${list([["/zwgk/yjsgk/", "预决算公开"], ["/zwgk/yjsgk/;jsessionid=9F2A", "预决算公开"], ...news])}<div class="days">${days}</div>`;
  replies.set(
    "/",
    page(html("云溪县财政局", `${home}<a href="/zwgk/yjsgk/zwgk/zwgk/zwgk/">财政信息公开目录</a>`)),
  );
  replies.set("/xwzx/", page(html("财政新闻", list(news))));
  news.forEach(([path, title], at) => {
    replies.set(
      path,
      page(html(title, `<h1>${title}</h1><a href="/xwzx/files/${at}.docx">附件下载</a>`)),
    );
    replies.set(`/xwzx/files/${at}.docx`, file(document(900 + at)));
  });
  replies.set("/help/guide.pdf", file(document(910)));
  replies.set("/wap/", page(html("手机版", list([["/wap/zwgk/yjsgk/", "预决算公开"]]))));
}
