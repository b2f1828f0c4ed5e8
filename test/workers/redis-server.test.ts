import { Redis } from "ioredis";
import { afterEach, describe, expect, test } from "vitest";
import { hasRedis, startRedis } from "./redis-server.js";
import type { RedisServer } from "./redis-server.js";

describe.skipIf(!hasRedis)("a redis-server of our own", () => {
  let server: RedisServer | undefined;
  afterEach(() => server?.stop());

  test("keeps what it was told over a SIGKILL", async () => {
    server = await startRedis();
    await ask(server.url, (redis) => redis.set("name", "部门预算"));
    await server.kill("SIGKILL");
    expect(server.pid()).toBeUndefined();
    await server.restart();
    expect(await ask(server.url, (redis) => redis.get("name"))).toBe("部门预算");
  });

  test("says why it did not start", async () => {
    await expect(startRedis({ args: ["--no-such-setting", "1"] })).rejects.toThrow(
      /no-such-setting/u,
    );
  });
});

async function ask<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}
