import { chmod, mkdir } from "node:fs/promises";
import { Redis } from "ioredis";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { freePort, hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { endAll, gongkai, start, startWorker, waitFor } from "./processes.js";
import type { Running } from "./processes.js";

const { at, write } = temporaryFolder();

/** Every command that asks Redis and ends, or that ends where Redis lets it in never. */
const ASKING = [
  ["submit", "in.txt"],
  ["status"],
  ["retry", "--failed"],
  ["worker", "--concurrency", "1"],
] as const;

/** Names of files as paths. */
const placed = (args: readonly string[]) =>
  args.map((arg) => (/^(?:in\.txt|out)$/u.test(arg) ? at(arg) : arg));

/** One line, without a stack. */
const line = (says: string) => new RegExp(`^error: ${says}[^\\n]*\\n$`, "u");

describe.skipIf(!hasRedis)("Redis", () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
    await write("in.txt", "a document");
  });
  afterEach(async () => {
    await endAll();
    await redis.stop();
  });
  const here = (url = redis.url) => ({ redis: url, store: at("store") });

  /** Sets another password and cuts all connections, as a restart with another configuration does. */
  async function lockOut(): Promise<void> {
    const client = new Redis(redis.url);
    await client.config("SET", "requirepass", "another");
    await client.call("CLIENT", "KILL", "TYPE", "normal");
    client.disconnect();
  }

  test.each([
    {
      kind: "without a password",
      user: "",
      says: String.raw`asks for a password \(NOAUTH\): write`,
    },
    {
      kind: "with a wrong password",
      user: ":wr0ng@",
      says: String.raw`knows no such user and password \(WRONGPASS\): correct`,
    },
  ])("that is asked $kind is told of by each command with what to do", async ({ user, says }) => {
    const client = new Redis(redis.url);
    await client.config("SET", "requirepass", "pa55word");
    client.disconnect();
    const url = redis.url.replace("//", `//${user}`);
    const ended = await Promise.all(ASKING.map((args) => gongkai(placed(args), here(url))));
    for (const { code, stderr, stdout } of ended) {
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(line(String.raw`Redis at redis:\S+ cannot be used: it ${says} `)),
      ]);
      expect(stdout + stderr).not.toContain("wr0ng");
    }
  });

  test("that has no such database is told of", async () => {
    const { code, stderr } = await gongkai(["status"], here(`${redis.url}/99`));
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(line(".*no database of that number: correct the end of the address")),
    ]);
  });

  test("that speaks no TLS is told of by each command", async () => {
    const url = redis.url.replace("redis:", "rediss:");
    const ending = ASKING.slice(0, 3).map((args) => gongkai(placed(args), here(url)));
    for (const { code, stderr } of await Promise.all(ending))
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(line(".* does not answer: .*write redis:// in place of rediss://")),
      ]);
    const worker = startWorker(here(url));
    expect(await worker.until("redis_lost")).toMatchObject({
      reason: expect.stringContaining("write redis:// in place of rediss://"),
    });
  });

  const watching =
    (args: readonly string[], isBegun: (running: Running) => boolean) => async () => {
      const running = start(placed(args), here());
      await waitFor("its begin", () => (isBegun(running) ? true : undefined));
      await lockOut();
      return running;
    };

  test.each([
    ["status", watching(["status", "--watch"], ({ stdout }) => stdout().includes("Documents"))],
    ["submit", watching(["submit", "in.txt", "--wait"], ({ stdout }) => stdout().includes("Job"))],
  ])("that lets %s in no more ends it with what to do", async (_command, begin) => {
    const { code, stderr } = await (await begin()).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^(?:Redis is away .*\n|\d+ documents left\n)*error: Redis refuses: it asks for a password \(NOAUTH\): write .*\n$/u,
    );
  });

  test("that lets a worker in no more is told once by its log, and waited for", async () => {
    const worker = startWorker(here());
    await worker.until("started");
    await lockOut();
    const { reason } = await worker.until("redis_lost", 2);
    expect(reason).toMatch(/asks for a password \(NOAUTH\): write/u);
    const client = new Redis(redis.url.replace("//", "//:another@"));
    await client.config("SET", "requirepass", "");
    client.disconnect();
    await worker.until("redis_back");
    expect(worker.events().filter(({ event }) => event === "redis_lost")).toHaveLength(2);
    expect(await worker.end("SIGTERM")).toMatchObject({ code: 0, stderr: "" });
  });

  test("that lets the dashboard in no more is told by its log and its pages", async () => {
    const dashboard = start(["dashboard", "--port", "0"], here());
    const address = await waitFor(
      "listening",
      () => /"address":"([^"]+)"/u.exec(dashboard.stdout())?.[1],
    );
    await lockOut();
    const page = await waitFor("the reason", async () => {
      const body = await (await fetch(address)).text();
      return body.includes("NOAUTH") ? body : undefined;
    });
    expect(page).toContain("does not answer (it asks for a password (NOAUTH): write it into");
    expect(dashboard.stdout()).toMatch(/"event":"redis_lost".*asks for a password \(NOAUTH\)/u);
    dashboard.child.kill("SIGTERM");
    expect(await dashboard.ended).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("a store that cannot be made", () => {
  const commands = [
    { command: "submit", args: ["in.txt"] },
    { command: "worker", args: [] },
    { command: "compile", args: ["--out", "out"] },
  ];

  test.each(commands)("is told by $command in a line that says why", async ({ command, args }) => {
    await write("in.txt", "a document");
    await write("file", "a file");
    const redis = hasRedis ? await startRedis() : undefined;
    const url = redis?.url ?? `redis://127.0.0.1:${await freePort()}`;
    const ended = await gongkai(placed([command, ...args]), {
      redis: url,
      store: at("file/store"),
    });
    await redis?.stop();
    expect([ended.code, ended.stderr]).toEqual([
      1,
      `error: The store file://${at("file/store")} cannot be opened: a file stands where a folder is needed (ENOTDIR). Give another address.\n`,
    ]);
  });
});

describe("a folder that this user may not write to", () => {
  /** Root may write everywhere, so it runs the program as nobody. */
  const as = process.getuid?.() === 0 ? { as: { uid: 65_534, gid: 65_534 } } : {};
  beforeEach(async () => {
    await write("in.txt", "a document");
    await mkdir(at("closed"));
    await chmod(at("closed"), 0o555);
    await chmod(at(), 0o755);
  });

  test("is told as the output folder", async () => {
    const surroundings = { redis: "redis://127.0.0.1:1", store: at("closed/store"), ...as };
    const out = at("closed/out");
    const { code, stderr } = await gongkai(["extract", at("in.txt"), "--out", out], surroundings);
    expect([code, stderr]).toEqual([
      1,
      `error: ${out} cannot be written (EACCES): writing it is not permitted; give yourself permission, or another --out, and run the same command again. It goes on where it was.\n`,
    ]);
  });

  test.each([
    { command: "worker", args: [] },
    { command: "compile", args: ["--out", "out"] },
  ])("is told as the store by $command", async ({ command, args }) => {
    const surroundings = { redis: "redis://127.0.0.1:1", store: at("closed/store"), ...as };
    const { code, stderr } = await gongkai([command, ...args], surroundings);
    expect([code, stderr]).toEqual([
      1,
      `error: The store file://${at("closed/store")} cannot be opened: this user is not permitted to (EACCES). Permit it to the user that runs this, or run it as another.\n`,
    ]);
  });
});
