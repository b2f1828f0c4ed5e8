import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { parseCsv } from "../../pipeline/dataset/parse-csv.js";
import { freePort, hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { endAll, gongkai, gongkaiHere, readIn, startWorker } from "./processes.js";
import type { Surroundings, WorkerProcess } from "./processes.js";

const { at, write } = temporaryFolder();
let server: RedisServer | undefined;
let here: Surroundings;

async function begin(options: Parameters<typeof startRedis>[0] = {}): Promise<RedisServer> {
  server = await startRedis(options);
  here = { redis: server.url, store: at("store"), reads: at("reads") };
  return server;
}

async function writeMany(count: number, begins = "document"): Promise<void> {
  for (let n = 0; n < count; n += 1) await write(`in/${n}.txt`, `${begins} ${n}`);
}

const submit = (...args: readonly string[]) => gongkaiHere(["submit", at("in"), ...args], here);
const named = (worker: WorkerProcess, name: string) =>
  worker.events().filter(({ event }) => event === name);

async function published(): Promise<readonly (readonly string[])[]> {
  const csv = await readFile(at("store/datasets/default/compiled/documents.csv"), "utf8");
  return parseCsv(csv).slice(1);
}

beforeEach(() => {
  server = undefined;
});
afterEach(async () => {
  await endAll();
  await server?.stop();
});

describe.skipIf(!hasRedis)("a worker that is stopped", () => {
  beforeEach(() => begin());

  test("finishes the document in its hands and exits 0", async () => {
    await writeMany(3, "~700 slow");
    const worker = startWorker(here);
    await submit();
    await worker.until("taken");
    const { code } = await worker.end("SIGTERM");
    expect([code, named(worker, "handed_back")]).toEqual([0, []]);
    const finished = named(worker, "finished").length;
    expect(finished).toBeGreaterThan(0);
    expect(finished).toBeLessThan(3);
    const other = startWorker(here);
    await other.until("compiled");
    expect((await published()).length).toBe(3);
    expect(readIn(at("reads")).toSorted()).toEqual([...new Set(readIn(at("reads")))].toSorted());
  });

  test("hands back what takes too long; another reads it at once, as if for the first time", async () => {
    await writeMany(1, "~6000 slow");
    const worker = startWorker(here, ["--shutdown", "3"]);
    await submit();
    await worker.until("taken");
    const other = startWorker(here);
    await other.until("started");
    const asked = performance.now();
    const { code } = await worker.end("SIGTERM");
    expect([code, named(worker, "handed_back").length]).toEqual([0, 1]);
    expect(performance.now() - asked).toBeLessThan(5_000);
    expect(await other.until("taken")).toMatchObject({ attempt: 1 });
    expect(await other.until("compiled")).toMatchObject({ documents: 1, ok: 1 });
  });

  test("hands back what hangs in native code, and ends in time with 0", async () => {
    await writeMany(1, "!native");
    const worker = startWorker(here, ["--shutdown", "3"]);
    await submit();
    await worker.until("taken");
    const asked = performance.now();
    const { code, stderr } = await worker.end("SIGTERM");
    expect([code, stderr, named(worker, "handed_back").length]).toEqual([0, "", 1]);
    expect(performance.now() - asked).toBeLessThan(3_000);
  });

  test("ends at once at the second signal", async () => {
    await writeMany(1, "~20000 slow");
    const worker = startWorker(here);
    await submit();
    await worker.until("taken");
    worker.child.kill("SIGINT");
    await worker.until("stopping");
    expect((await worker.end("SIGINT")).code).toBe(1);
  });
});

describe.skipIf(!hasRedis)("a worker that is killed", () => {
  beforeEach(() => begin());

  test("loses no document: another reads it when the lock has run out", async () => {
    await writeMany(1, "~3000 slow");
    const worker = startWorker(here, ["--lock", "1"]);
    await submit();
    await worker.until("taken");
    await worker.end("SIGKILL");
    const other = startWorker(here, ["--lock", "1"]);
    await other.until("stalled");
    expect(await other.until("compiled")).toMatchObject({ documents: 1, ok: 1, missing: 0 });
  });

  test("keeps its documents while it computes without a pause", async () => {
    await writeMany(1, "!spin");
    const worker = startWorker(here, ["--lock", "1", "--timeout", "4"]);
    const other = startWorker(here, ["--lock", "1", "--timeout", "4"]);
    await submit("--wait");
    expect([...named(worker, "stalled"), ...named(other, "stalled")]).toEqual([]);
    const failed = [...named(worker, "failed"), ...named(other, "failed")];
    expect(failed.map(({ reason }) => String(reason).slice(0, 8))).toEqual(["timeout:"]);
  });
});

describe.skipIf(!hasRedis)("Redis that is away", () => {
  test("in the middle of a run is waited for, and each document is there once", async () => {
    const redis = await begin();
    await writeMany(12, "~150 slow");
    const workers = [startWorker(here, ["--lock", "2"]), startWorker(here, ["--lock", "2"])];
    await submit();
    await workers[0]?.until("finished", 2);
    await redis.kill("SIGKILL");
    for (const worker of workers) await worker.until("redis_lost");
    await redis.restart();
    const { code } = await submit("--wait");
    expect(code).toBe(0);
    const names = (await published()).map(([id]) => id);
    expect([names.length, new Set(names).size]).toEqual([12, 12]);
    for (const worker of workers) {
      expect(named(worker, "redis_lost").length).toBe(1);
      expect(named(worker, "redis_back").length).toBe(1);
      expect(worker.stderr()).toBe("");
    }
  });

  test("at the start is waited for", async () => {
    const port = await freePort();
    here = { redis: `redis://127.0.0.1:${port}`, store: at("store") };
    const worker = startWorker(here);
    const { reason } = await worker.until("redis_lost");
    expect(reason).toContain("ECONNREFUSED");
    server = await startRedis({ port });
    await worker.until("redis_back");
    await writeMany(2);
    expect((await submit("--wait")).code).toBe(0);
    expect(named(worker, "redis_lost").length).toBe(1);
  });

  test("does not keep a worker from ending", async () => {
    const port = await freePort();
    here = { redis: `redis://127.0.0.1:${port}`, store: at("store") };
    const early = startWorker(here);
    await early.until("redis_lost");
    expect((await early.end("SIGTERM")).code).toBe(0);
    const redis = await begin();
    const late = startWorker(here, ["--shutdown", "1"]);
    await late.until("started");
    await redis.kill("SIGKILL");
    await late.until("redis_lost");
    expect((await late.end("SIGTERM")).code).toBe(0);
  });

  test("is told by the other commands within seconds", async () => {
    here = { redis: `redis://:pa55word@127.0.0.1:${await freePort()}`, store: at("store") };
    await writeMany(1);
    const start = performance.now();
    const commands = [
      ["submit", at("in")],
      ["status"],
      ["status", "--watch"],
      ["retry", "--failed"],
    ];
    const ends = await Promise.all(commands.map((args) => gongkai(args, here)));
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(ends.map(({ code, stdout }) => [code, stdout])).toEqual(ends.map(() => [1, ""]));
    for (const { stderr } of ends)
      expect(stderr).toMatch(/^error: Redis at redis:\/\/\*\*\*@.* does not answer: .*REFUSED/u);
  });
});

describe.skipIf(!hasRedis)("a Redis that is set up otherwise", () => {
  test("is told what to set, once, in words that can be followed", async () => {
    await begin({ aof: false, args: ["--maxmemory-policy", "allkeys-lru"] });
    const worker = startWorker(here);
    await worker.until("started");
    await writeMany(1);
    await submit("--wait");
    const warnings = named(worker, "redis_settings").map(({ warning }) => warning);
    expect(warnings).toEqual([
      expect.stringContaining("CONFIG SET maxmemory-policy noeviction"),
      expect.stringContaining("appendonly yes"),
    ]);
    expect(worker.stderr()).toBe("");
  });

  test("and is full is told in a line; with room the same submission goes on", async () => {
    await begin({ args: ["--maxmemory", "2mb"] });
    await writeMany(900);
    const { code, stderr } = await submit();
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(/^error: Redis refuses: it is full/u),
    ]);
    const redis = new Redis(here.redis);
    await redis.config("SET", "maxmemory", "0");
    redis.disconnect();
    const again = await submit();
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining("900 documents")]);
  });

  test("with a password is used, and nobody prints it", async () => {
    await begin({ args: ["--requirepass", "pa55word"] });
    const address = here.redis.replace("//", "//:pa55word@");
    const open = { ...here, redis: address };
    const worker = startWorker(open);
    await worker.until("started");
    await server?.kill("SIGKILL");
    await worker.until("redis_lost");
    const { stdout, stderr } = await worker.end("SIGTERM");
    expect(stdout + stderr).not.toContain("pa55word");
    await server?.restart();
    const refused = await gongkaiHere(["status"], here);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining("NOAUTH")]);
    const wrong = { ...here, redis: address.replace("pa55word", "pa55words") };
    const ended = await startWorker(wrong).ended;
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining("WRONGPASS")]);
    expect(ended.stdout + ended.stderr).not.toContain("pa55word");
  });

  test("and is older than 6.2 is refused by name", async () => {
    const info = "redis_version:5.0.14\r\nloading:0\r\n";
    const old = createServer((socket) => {
      socket.on("data", (data) => {
        for (const asked of data.toString().split(/^\*/mu).slice(1))
          socket.write(/\ninfo\r/iu.test(asked) ? `$${info.length}\r\n${info}\r\n` : "+OK\r\n");
      });
    });
    const port = await freePort();
    await new Promise<void>((resolve) => old.listen(port, "127.0.0.1", resolve));
    const redis = `redis://127.0.0.1:${port}`;
    const { code, stderr } = await startWorker({ redis, store: at("store") }).ended;
    await new Promise((resolve) => old.close(resolve));
    expect([code, stderr]).toEqual([
      1,
      "error: Redis 5.0.14 is too old: 6.2 or newer is needed.\n",
    ]);
  });

  test.each(["http://127.0.0.1", "redis", "redis://:pa55word@[bad"])(
    "%s is no address of Redis",
    async (redis) => {
      const { code, stderr } = await gongkaiHere(["status"], { redis, store: at("store") });
      expect([code, stderr]).toEqual([1, expect.stringContaining("is no address of Redis")]);
      expect(stderr).not.toContain("pa55word");
    },
  );
});
