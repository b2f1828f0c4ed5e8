import { once } from "node:events";
import { mkdir, readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { endAll, start, waitFor } from "../queue/processes.js";
import { hasRedis, startRedis } from "../redis-server.js";
import type { RedisServer } from "../redis-server.js";
import { openStore } from "../../../workers/store/open-store.js";
import { keysOf } from "../store/stores.js";

const { at } = temporaryFolder();
const MB = 2 ** 20;
const sources = async () => keysOf(await openStore(at("store")), "sources/");

describe.skipIf(!hasRedis)("addresses that are submitted", () => {
  let redis: RedisServer;
  let web: Server;
  let base = "";
  const before = process.env["TMPDIR"];
  const answers: Record<string, RequestListener> = {
    "/small.txt": (_request, response) => response.end("预算"),
    "/large.txt": (_request, response) => response.end(Buffer.alloc(3 * MB)),
    "/endless.txt": (_request, response) => response.write(Buffer.alloc(MB)),
  };
  beforeEach(async () => {
    redis = await startRedis();
    await mkdir(at("tmp"));
    process.env["TMPDIR"] = at("tmp");
    web = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
    web.listen(0, "127.0.0.1");
    await once(web, "listening");
    const address = web.address();
    base = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  });
  afterEach(async () => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    await endAll();
    web.closeAllConnections();
    web.close();
    await redis.stop();
  });
  const submit = (...args: readonly string[]) =>
    start(["submit", ...args], { redis: redis.url, store: at("store") });

  test("are stored, but for one that is too large, which is told and left out of the dataset", async () => {
    const urls = [`${base}/small.txt`, `${base}/large.txt`];
    const { code, stdout, stderr } = await submit(...urls, "--allow-private", "--max-size", "2")
      .ended;
    expect([code, stderr]).toEqual([
      1,
      `${base}/large.txt: It has 3 MB (3145728 bytes), and --max-size takes 2 MB at most. Give a larger --max-size, or submit a file that you fetched yourself.\n`,
    ]);
    expect(stdout).toContain("1 documents to read, 1 that cannot be fetched");
    expect(await sources()).toHaveLength(1);
    expect(await readdir(at("tmp"))).toEqual([]);
  });

  test("of private networks are refused, and left out of the dataset, unless they are allowed", async () => {
    const { code, stdout, stderr } = await submit(`${base}/small.txt`).ended;
    expect([code, stdout, stderr]).toEqual([
      1,
      "Nothing was submitted.\n",
      expect.stringMatching(/small\.txt: It leads to 127\.0\.0\.1, .*--allow-private\.\n$/u),
    ]);
    expect((await submit(`${base}/small.txt`, "--allow-private").ended).code).toBe(0);
    expect(await sources()).toHaveLength(1);
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "leave nothing in the temporary folder when %s ends it",
    async (signal) => {
      const running = submit(`${base}/endless.txt`, "--allow-private");
      await waitFor("a file", async () => {
        const names = await readdir(at("tmp"), { recursive: true });
        return names.find((name) => /^gongkai-fetch-.*\/\d+$/u.test(name));
      });
      running.child.kill(signal);
      expect((await running.ended).signal).toBe(signal);
      expect(await readdir(at("tmp"))).toEqual([]);
    },
  );
});
