import { Queue, UnrecoverableError, Worker } from "bullmq";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openDashboard } from "../../../workers/dashboard/dashboard.js";
import type { Dashboard } from "../../../workers/dashboard/dashboard.js";
import { run } from "../../cli/run.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { LOOPBACK, ask } from "./ask.js";

const TOKEN = "f00dfeedf00dfeedf00dfeed";
describe.skipIf(!hasRedis)("the dashboard", () => {
  let server: RedisServer;
  let redis: Redis;
  let open: Dashboard[] = [];

  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis(server.url, { maxRetriesPerRequest: null });
    redis.on("error", () => undefined);
    await failAndWait(redis);
  });
  afterEach(async () => {
    await Promise.all(open.map((dashboard) => dashboard.close()));
    open = [];
  });
  afterAll(async () => {
    redis.disconnect();
    await server.stop();
  });

  const opened = async (options: Partial<Parameters<typeof openDashboard>[0]> = {}) => {
    const dashboard = await openDashboard({ ...LOOPBACK, redis: server.url, ...options });
    open.push(dashboard);
    await expect.poll(async () => (await ask(dashboard, "/health")).status).toBe(200);
    return dashboard;
  };

  test("shows the jobs of all queues", async () => {
    const { status, body } = await ask(await opened(), "/api/queues?activeQueue=gongkai-read");
    expect(status).toBe(200);
    const { queues } = JSON.parse(body);
    expect(queues).toMatchObject([
      { name: "gongkai-read", readOnlyMode: true, counts: { failed: 3, waiting: 2 } },
      { name: "gongkai-compile", readOnlyMode: true, counts: { waiting: 0 } },
      { name: "gongkai-crawl", readOnlyMode: true, counts: { waiting: 0 } },
    ]);
  });

  test("its page asks no other host for anything, nor does what the page loads", async () => {
    const dashboard = await opened();
    const { body, headers } = await ask(dashboard, "/queue/gongkai-read");
    const assets = await Promise.all(
      linksIn(body).map(async (link) => ({ link, ...(await ask(dashboard, link)) })),
    );
    expect(assets.map(({ status }) => status)).toEqual(assets.map(() => 200));
    expect(assets.filter(({ link }) => link.endsWith(".js")).length).toBeGreaterThan(2);
    const sheets = assets.filter(({ link }) => link.endsWith(".css"));
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.flatMap((sheet) => otherHostsIn(sheet.body))).toEqual([]);
    expect([...linksIn(body), ...otherHostsIn(body)].filter(leadsElsewhere)).toEqual([]);
    expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*script-src 'self';/u);
  });

  test("the links that it looks for are found where they are", () => {
    const page = `<link href="https://fonts.example/css" rel="stylesheet"><script src='//a.example/b.js'>
      <style>@import "http://c.example/d.css"; a { background: url( https://e.example/f.png ) }</style>`;
    const found = [...linksIn(page), ...otherHostsIn(page)].filter(leadsElsewhere);
    expect(found).toEqual([
      "https://fonts.example/css",
      "//a.example/b.js",
      "http://c.example/d.css",
      "https://e.example/f.png",
    ]);
  });

  test("changes nothing, whatever it is asked", async () => {
    const dashboard = await opened();
    const before = await redis.dbsize();
    for (const [method, path] of [
      ["PUT", "/api/queues/gongkai-read/empty"],
      ["PUT", "/api/queues/gongkai-read/retry/failed"],
      ["POST", "/api/queues/gongkai-read/add"],
      ["PUT", "/api/queues/pause"],
      ["DELETE", "/api/queues/gongkai-read"],
    ] as const) {
      expect([path, (await ask(dashboard, path, { method })).status]).toEqual([path, 405]);
    }
    expect(await redis.dbsize()).toBe(before);
    expect(await redis.hget("bull:gongkai-read:meta", "paused")).toBeNull();
  });

  test("tells Prometheus of both queues, each metric under one heading", async () => {
    const { headers, body } = await ask(await opened(), "/metrics");
    expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
    expect(body.match(/^# TYPE bullmq_job_count gauge$/gmu)).toHaveLength(1);
    expect(body).toContain('bullmq_job_count{queue="gongkai-read", state="failed"} 3\n');
    expect(body).toContain('bullmq_job_count{queue="gongkai-compile", state="waiting"} 0\n');
    expect(body).toContain('gongkai_workers{queue="gongkai-read"} 0\n');
    expect(body).toContain('gongkai_failed_documents{reason="damaged"} 2\n');
    expect(body).toContain('gongkai_failed_documents{reason="timeout"} 1\n');
    expect(body).toMatch(/^gongkai_redis_memory_bytes [1-9]\d+$/mu);
    expect(body).toMatch(/^gongkai_oldest_document_seconds\{state="waiting"\} [1-9]\d*$/mu);
    expect(namesApart(body)).toEqual([]);
  });

  test("gives the same numbers as gongkai status --json", async () => {
    const { body } = await ask(await opened(), "/api/status");
    const { stdout } = await run(["status", "--json", "--redis", server.url]);
    expect(withoutAges(JSON.parse(body))).toEqual(withoutAges(JSON.parse(stdout)));
    expect(JSON.parse(body)).toMatchObject({
      documents: { waiting: 2, failed: 3 },
      oldest: { waiting: { file_name: "a.pdf" }, active: null },
      failures: [{}, {}, {}],
    });
  });

  test("counts the workers that are connected", async () => {
    const connection = redis.duplicate();
    const worker = new Worker("gongkai-compile", async () => undefined, { connection });
    worker.on("error", () => undefined);
    const dashboard = await opened();
    await expect
      .poll(async () => (await ask(dashboard, "/metrics")).body, { timeout: 5_000 })
      .toContain('gongkai_workers{queue="gongkai-compile"} 1\n');
    await worker.close(true);
    connection.disconnect();
  });

  test("answers to the names of this machine only, while it listens to this machine alone", async () => {
    const dashboard = await opened();
    const asked = (host: string) => ask(dashboard, "/", { headers: { Host: host } });
    expect((await asked("attacker.example:3000")).status).toBe(421);
    expect((await asked("127.0.0.1.attacker.example")).status).toBe(421);
    for (const host of ["localhost:3000", "127.0.0.1", "[::1]:8080", "LOCALHOST"])
      expect([host, (await asked(host)).status]).toEqual([host, 200]);
  });

  describe("with a token", () => {
    const withToken = () => opened({ token: TOKEN });

    test("answers nothing but /health without it", async () => {
      const dashboard = await withToken();
      for (const path of [
        "/",
        "/metrics",
        "/api/status",
        "/api/queues",
        "/static/images/logo.svg",
      ]) {
        const { status, headers, body } = await ask(dashboard, path);
        expect([path, status, headers["www-authenticate"]]).toEqual([
          path,
          401,
          'Bearer realm="gongkai"',
        ]);
        expect(body).not.toContain("gongkai-read");
      }
      expect((await ask(dashboard, "/health")).status).toBe(200);
    });

    test.each([
      ["the token in the header", `Bearer ${TOKEN}`, 200],
      ["another token", `Bearer ${TOKEN.replace("f", "e")}`, 401],
      ["the beginning of the token", `Bearer ${TOKEN.slice(0, -1)}`, 401],
      ["an empty token", "Bearer ", 401],
      ["the token under another scheme", `Basic ${TOKEN}`, 401],
    ])("%s", async (_name, authorization, expected) => {
      const headers = { Authorization: authorization };
      expect((await ask(await withToken(), "/metrics", { headers })).status).toBe(expected);
    });

    test("a link with the token leaves a cookie that stands for it, and the token goes from the address", async () => {
      const dashboard = await withToken();
      const given = await ask(dashboard, `/queue/gongkai-read?status=failed&token=${TOKEN}`);
      expect([given.status, given.headers.location]).toEqual([
        303,
        "/queue/gongkai-read?status=failed",
      ]);
      const [cookie = ""] = given.headers["set-cookie"] ?? [];
      expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/u);
      expect(cookie).not.toContain(TOKEN);
      const [pair = ""] = cookie.split(";");
      const headers = { Cookie: `other=1; ${pair}` };
      expect((await ask(dashboard, "/api/queues", { headers })).status).toBe(200);
      const forged = { Cookie: `${pair.slice(0, -1)}g` };
      expect((await ask(dashboard, "/api/queues", { headers: forged })).status).toBe(401);
    });

    test("a link with the token leads to no other host", async () => {
      const dashboard = await withToken();
      for (const path of ["//attacker.example/", "/.//attacker.example/", "/\\attacker.example/"]) {
        const url = `http://127.0.0.1:${new URL(dashboard.address).port}${path}?token=${TOKEN}`;
        const { headers } = await fetchRaw(url);
        expect(headers.get("location") ?? "/").toMatch(/^\/(?![/\\])/u);
      }
    });
  });
});

const fetchRaw = (url: string) => fetch(url, { redirect: "manual" });

/** The numbers that do not grow while one looks. */
function withoutAges(status: Readonly<Record<string, unknown>>) {
  return Object.entries(status).filter(([name]) => name !== "oldest");
}

const DOCUMENT = { sha256: "0".repeat(64), file_name: "a.pdf", dataset: "county" };

/** Two jobs that wait, and three that failed for two reasons. */
async function failAndWait(redis: Redis): Promise<void> {
  const connection = redis.duplicate();
  const queue = new Queue("gongkai-read", { connection });
  const reasons = ["damaged: no end of file", "damaged: no pages", "timeout: 60 s"];
  await queue.addBulk(reasons.map((reason) => ({ name: "read", data: { ...DOCUMENT, reason } })));
  const worker = new Worker("gongkai-read", failing, { connection, autorun: false });
  worker.on("error", () => undefined);
  const failed = new Promise<void>((resolve) => {
    let count = 0;
    worker.on("failed", () => (count += 1) === reasons.length && resolve());
  });
  void worker.run();
  await failed;
  await worker.close();
  const timestamp = Date.now() - 90_000;
  await queue.addBulk([1, 2].map(() => ({ name: "read", data: DOCUMENT, opts: { timestamp } })));
  await queue.close();
  connection.disconnect();
}

const failing = async ({ data }: { readonly data: { readonly reason: string } }) => {
  throw new UnrecoverableError(data.reason);
};

/** What a page loads: the targets of `href` and `src`. */
function linksIn(html: string): readonly string[] {
  const links = html.matchAll(/<(?:link|script|img|iframe)\b[^>]*?\b(?:href|src)=["']([^"']+)/gu);
  return Array.from(links, ([, link = ""]) => link);
}

/** What styles load from elsewhere: `@import` and `url()`. */
function otherHostsIn(text: string): readonly string[] {
  const links = text.matchAll(/(?:@import\s+["']|url\(\s*["']?)((?:https?:)?\/\/[^"')\s]+)/gu);
  return Array.from(links, ([, link = ""]) => link);
}

const leadsElsewhere = (link: string): boolean => /^(?:https?:)?\/\//u.test(link);

/** The metrics whose values do not stand together. */
function namesApart(text: string): readonly string[] {
  const names = text.split("\n").flatMap((line) => /^[a-z]\w*/u.exec(line) ?? []);
  const runs = names.filter((name, i) => name !== names[i - 1]);
  return runs.filter((name, i) => runs.indexOf(name) !== i);
}
