import { afterEach, describe, expect, test } from "vitest";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { file, html, list, page } from "../../../samples/province/parts.js";
import type { Reply } from "../../../samples/province/parts.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { crawled, pretended, siteOf } from "./crawling.js";

const { at } = temporaryFolder();
const open: Served[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

let count = 0;
const folder = () => at(`store-${(count += 1)}`);

async function served(replies: Readonly<Record<string, Reply>>): Promise<Served> {
  const server = await serveSite({ replies: new Map(Object.entries(replies)) });
  open.push(server);
  return server;
}

const column = (...links: readonly (readonly [string, string])[]) =>
  page(html("部门预算公开", `<h1>部门预算公开</h1>${list(links)}`));
const paths = ({ log }: Served) => log.map(({ path }) => path);

/** A column with three files. */
const three = {
  "/": column(
    ["/1.pdf", "甲局2026年部门预算"],
    ["/2.pdf", "乙局2026年部门预算"],
    ["/3.pdf", "丙局2026年部门预算"],
  ),
  "/1.pdf": file(pretended(1)),
  "/2.pdf": file(pretended(2)),
  "/3.pdf": file(pretended(3)),
};

const hour = (offset: number) => String((new Date().getUTCHours() + offset) % 24).padStart(2, "0");

describe("a site is visited", () => {
  test("in order, one request at a time, after a pause, under the program's own name", async () => {
    const server = await served(three);
    await crawled(siteOf({ start: [`${server.origin}/`], delay: 0.1 }), folder());
    expect(paths(server)).toEqual(["/robots.txt", "/", "/1.pdf", "/2.pdf", "/3.pdf"]);
    expect(server.log.filter(({ overlaps }) => overlaps)).toEqual([]);
    const pauses = server.log
      .slice(1)
      .map(({ at: time }, index) => time - (server.log[index]?.at ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(95);
    expect(new Set(server.log.map(({ userAgent }) => userAgent))).toEqual(
      new Set(["gongkai/test (+test@example.cn)"]),
    );
  });

  test("as slowly as its robots.txt asks", async () => {
    const server = await served({
      ...three,
      "/robots.txt": { body: "User-agent: gongkai\nCrawl-delay: 0.2\n" },
    });
    await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    const [, first, second] = server.log;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(195);
  });

  test("only where its robots.txt lets it", async () => {
    const rules = "User-agent: *\nDisallow: /\n\nUser-agent: Gongkai\nDisallow: /2\nAllow: /\n";
    const server = await served({ ...three, "/robots.txt": { body: rules } });
    const { rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    expect(paths(server)).not.toContain("/2.pdf");
    expect(rows.find(({ url }) => url.endsWith("/2.pdf"))).toMatchObject({
      decision: "refused",
      reason: "robots.txt",
    });
  });

  test.each([500, 503])("not at all where its robots.txt answers %d", async (status) => {
    const server = await served({ ...three, "/robots.txt": { status } });
    const { end, rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    expect(paths(server)).toEqual(["/robots.txt"]);
    expect([end, rows.map(({ decision }) => decision)]).toEqual(["away", ["robots", "failed"]]);
  });

  test("as its pages say: nofollow", async () => {
    const meta = `<meta name="robots" content="noindex,nofollow">`;
    const server = await served({
      "/": page(
        html(
          "部门预算公开",
          list([["/a.html", "2026年部门预算"]]) +
            `<p><a rel="nofollow" href="/2.pdf">部门预算</a></p>`,
        ),
      ),
      "/a.html": page(html("2026年部门预算", list([["/1.pdf", "2026年部门预算"]]), meta)),
    });
    const { rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    expect(paths(server)).toEqual(["/robots.txt", "/", "/a.html"]);
    expect(rows.find(({ url }) => url.endsWith("/2.pdf"))?.reason).toBe("nofollow");
  });

  test("no more often than its budget, and goes on next time", async () => {
    const server = await served(three);
    const store = folder();
    const site = siteOf({ start: [`${server.origin}/`], budget: 3 });
    expect((await crawled(site, store)).end).toBe("budget");
    expect((await crawled(site, store)).end).toBe("done");
    expect(paths(server)).toEqual(["/robots.txt", "/", "/1.pdf", "/2.pdf", "/3.pdf"]);
  });

  test("in its hours alone", async () => {
    const server = await served(three);
    const hours = `${hour(2)}:00-${hour(3)}:00`;
    const { end } = await crawled(
      siteOf({ start: [`${server.origin}/`], hours, timeZone: "UTC" }),
      folder(),
    );
    expect([end, paths(server)]).toEqual(["hours", []]);
  });

  test("until its hours end, and goes on in the next", async () => {
    const server = await served(three);
    const store = folder();
    let time = Date.parse("2026-03-01T05:59:57Z");
    const clock = {
      now: () => time,
      sleep: async (milliseconds: number) => {
        time += Math.max(milliseconds, 0);
      },
    };
    const hours = { hours: "22:00-06:00", timeZone: "UTC", delay: 1 };
    const site = siteOf({ start: [`${server.origin}/`], ...hours });
    expect((await crawled(site, store, { clock })).end).toBe("hours");
    expect(paths(server)).toEqual(["/robots.txt", "/", "/1.pdf"]);
    time = Date.parse("2026-03-01T22:00:00Z");
    expect((await crawled(site, store, { clock })).end).toBe("done");
    expect(paths(server)).toEqual(["/robots.txt", "/", "/1.pdf", "/2.pdf", "/3.pdf"]);
  });

  test("without its cookies, unless they are asked for", async () => {
    const replies = Object.entries(three).map(([path, reply]) => [
      path,
      { ...reply, cookie: "seen=1" },
    ]);
    const server = await served({ "/robots.txt": { body: "" }, ...Object.fromEntries(replies) });
    const start = [`${server.origin}/`];
    await crawled(siteOf({ start }), folder());
    expect(server.log.map(({ path, status }) => [path, status])).toEqual([
      ["/robots.txt", 200],
      ["/", 302],
    ]);
    server.log.length = 0;
    const { end, rows } = await crawled(siteOf({ start, cookies: true }), folder());
    expect([end, rows.filter(({ decision }) => decision === "taken").length]).toEqual(["done", 3]);
    expect(server.log.map(({ path, status }) => [path, status])).toEqual([
      ["/robots.txt", 200],
      ["/", 302],
      ["/", 200],
      ["/1.pdf", 200],
      ["/2.pdf", 200],
      ["/3.pdf", 200],
    ]);
  });

  test("again after a failure that passes, when its server says", async () => {
    const server = await served({
      ...three,
      "/2.pdf": { status: 503, headers: { "retry-after": "1" } },
    });
    const put = (status: number) => {
      if (status === 503) server.replies.set("/2.pdf", three["/2.pdf"]);
    };
    const { rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder(), {
      onRow: (row) => put(row.status ?? 0),
    });
    const tries = server.log.filter(({ path }) => path === "/2.pdf");
    expect(tries.map(({ status }) => status)).toEqual([503, 200]);
    expect((tries[1]?.at ?? 0) - (tries[0]?.at ?? 0)).toBeGreaterThanOrEqual(995);
    expect(rows.filter(({ decision }) => decision === "taken")).toHaveLength(3);
  });

  test("no further where its server asks for a long pause", async () => {
    const server = await served({
      ...three,
      "/1.pdf": { status: 429, headers: { "retry-after": "86400" } },
    });
    const { end } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    expect([end, paths(server)]).toEqual(["asked_to_wait", ["/robots.txt", "/", "/1.pdf"]]);
  });
});

describe("the second run", () => {
  test("fetches what changed alone, keeps versions, and marks what is gone", async () => {
    const server = await served({ ...three, "/robots.txt": { body: "User-agent: *\nAllow: /\n" } });
    const store = folder();
    const site = siteOf({ start: [`${server.origin}/`] });
    await crawled(site, store);
    server.log.length = 0;
    server.replies.set("/2.pdf", file(pretended(22)));
    server.replies.set("/3.pdf", { status: 410 });
    const { rows } = await crawled(site, store);
    expect(server.log.map(({ path, status }) => [path, status])).toEqual([
      ["/", 200],
      ["/1.pdf", 304],
      ["/2.pdf", 200],
      ["/3.pdf", 410],
    ]);
    const decisions = rows.map(({ decision }) => decision).filter((each) => each !== "left");
    expect(decisions).toEqual(["page", "unchanged", "taken", "gone"]);
  });

  test("asks for a document that nothing leads to any more", async () => {
    const server = await served(three);
    const store = folder();
    const site = siteOf({ start: [`${server.origin}/`] });
    await crawled(site, store);
    server.log.length = 0;
    server.replies.set("/", column(["/1.pdf", "甲局2026年部门预算"]));
    server.replies.delete("/3.pdf");
    const { rows } = await crawled(site, store);
    expect(paths(server)).toEqual(["/", "/1.pdf", "/2.pdf", "/3.pdf"]);
    expect(rows.find(({ url }) => url.endsWith("/3.pdf"))).toMatchObject({
      decision: "gone",
      reason: "status 404",
    });
  });

  test("goes on where the first was stopped, and asks for nothing twice", async () => {
    const server = await served(three);
    const store = folder();
    const site = siteOf({ start: [`${server.origin}/`] });
    const stop = new AbortController();
    const first = await crawled(site, store, {
      stop: stop.signal,
      onRow: ({ url }) => url.endsWith("/1.pdf") && stop.abort(),
    });
    expect(first.end).toBe("stopped");
    const second = await crawled(site, store);
    expect([second.end, paths(server)]).toEqual([
      "done",
      ["/robots.txt", "/", "/1.pdf", "/2.pdf", "/3.pdf"],
    ]);
  });
});

describe("what stands in the way", () => {
  test("of a run is told, and the run goes on", async () => {
    const names = ["missing", "gone", "broken", "liar", "endless", "loop", "far", "deep"];
    const links = names.map((name) => [`/${name}.pdf`, "2026年部门预算"] as const);
    const server = await served({
      "/": column(...links, ["/1.pdf", "2026年部门预算"]),
      "/1.pdf": file(pretended(1)),
      "/gone.pdf": { status: 410 },
      "/broken.pdf": { status: 400 },
      "/endless.pdf": { endless: "fast" },
      "/liar.pdf": page(html("出错了", "您访问的页面不存在"), {
        "content-type": "application/pdf",
      }),
      "/loop.pdf": { status: 302, headers: { location: "/loop.pdf" } },
      "/far.pdf": { status: 302, headers: { location: "http://169.254.169.254/latest/" } },
      ...Object.fromEntries(
        Array.from({ length: 9 }, (_, index) => [
          index === 0 ? "/deep.pdf" : `/deep${index}.pdf`,
          { status: 302, headers: { location: `/deep${index + 1}.pdf` } },
        ]),
      ),
    });
    const { end, rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), folder());
    const of = (name: string) =>
      rows
        .filter(({ url }) => url.endsWith(name))
        .map(({ decision, reason }) => `${decision}: ${reason}`);
    expect(end).toBe("done");
    expect(of("/missing.pdf")).toEqual(["gone: status 404"]);
    expect(of("/gone.pdf")).toEqual(["gone: status 410"]);
    expect(of("/broken.pdf")).toEqual(["failed: status 400"]);
    expect(of("/endless.pdf")).toEqual(["failed: larger than 67108864 bytes"]);
    expect(of("/liar.pdf")).toEqual(["page: link"]);
    expect(of("/loop.pdf")).toEqual(["redirected: link"]);
    expect(of("/latest/")).toEqual(["refused: host"]);
    expect(of("/deep6.pdf")).toEqual(["refused: redirects"]);
    expect(of("/1.pdf")).toEqual(["taken: link"]);
  });

  test("of pages without end is a number of fruitless ones", async () => {
    const server = await served({});
    const chain = Array.from(
      { length: 80 },
      (_, index) =>
        [
          `/list/${index}.html`,
          page(`<html><body><a href="/list/${index + 1}.html">下一页</a></body></html>`),
        ] as const,
    );
    for (const [path, reply] of chain) server.replies.set(path, reply);
    await crawled(siteOf({ start: [`${server.origin}/list/0.html`] }), folder());
    expect(server.log.length).toBeLessThan(80);
  });
});
