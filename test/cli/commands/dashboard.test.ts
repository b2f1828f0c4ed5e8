import { spawn } from "node:child_process";
import { Agent, get } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { built } from "../../build.js";
import { freePort, hasRedis, startRedis } from "../../workers/redis-server.js";
import { run } from "../run.js";

describe("gongkai dashboard", () => {
  test.each([
    ["another host without a token", ["--host", "0.0.0.0"], /a token is needed\n.*GONGKAI_TOKEN/u],
    ["a token that can be guessed", ["--token", "secret"], /fewer than 16 characters/u],
    ["a port that is none", ["--port", "65536"], /a whole number up to 65535/u],
    [
      "an address that is none of Redis",
      ["--redis", "http://:word@h"],
      /must be the URL of a Redis/u,
    ],
  ])("%s is wrong usage", async (_name, args, said) => {
    const { code, stdout, stderr } = await run(["dashboard", ...args]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(said);
    expect(stderr).not.toContain("word@");
  });

  test("a port that is taken is an error that says so", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    const { code, stderr } = await run(["dashboard", "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(stderr).toBe(
      `error: cannot listen on port ${port} of 127.0.0.1: another program does already; choose another one with --port\n`,
    );
  });
});

describe("the process of gongkai dashboard", () => {
  const open: ReturnType<typeof start>[] = [];
  const started = (env: Readonly<Record<string, string>>) => {
    const dashboard = start(env);
    open.push(dashboard);
    return dashboard;
  };
  afterEach(() => {
    for (const { child } of open.splice(0)) child.kill("SIGKILL");
  });

  test.each(["SIGTERM", "SIGINT"] as const)(
    "waits for Redis, and ends with 0 on %s although a browser holds a connection",
    async (signal) => {
      const redis = `redis://127.0.0.1:${await freePort()}`;
      const { child, ended, address } = started({ GONGKAI_REDIS: redis });
      const agent = new Agent({ keepAlive: true });
      expect(await statusOf(new URL("/health", await address), agent)).toBe(503);
      child.kill(signal);
      const { code, printed } = await ended;
      agent.destroy();
      expect(code).toBe(0);
      expect(printed.match(/redis_lost/gu)).toHaveLength(1);
    },
  );

  test.skipIf(!hasRedis)("takes the Redis and the token from the environment", async () => {
    const server = await startRedis();
    const token = "0123456789abcdef";
    const { address } = started({ GONGKAI_REDIS: server.url, GONGKAI_TOKEN: token });
    const base = await address;
    await expect.poll(() => statusOf(new URL("/health", base))).toBe(200);
    expect(await statusOf(new URL("/metrics", base))).toBe(401);
    expect(await statusOf(new URL(`/metrics?token=${token}`, base))).toBe(303);
    await server.stop();
  });
});

/** Starts the compiled program on a free port; `address` is where it says that it listens. */
function start(env: Readonly<Record<string, string>>) {
  const args = [built("bin/gongkai.js"), "dashboard", "--port", "0"];
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } });
  let printed = "";
  const address = new Promise<string>((resolve, reject) => {
    const take = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const [, found] = /"address":"([^"]+)"/u.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("close", () => reject(new Error(`it ended:\n${printed}`)));
  });
  const ended = new Promise<{ readonly code: number | null; readonly printed: string }>((resolve) =>
    child.on("close", (code) => resolve({ code, printed })),
  );
  return { child, ended, address };
}

function statusOf(url: URL, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = get(url, agent === undefined ? {} : { agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    sent.on("error", reject);
  });
}
