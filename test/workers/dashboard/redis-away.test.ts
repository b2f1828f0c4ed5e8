import { describe, expect, test } from "vitest";
import { openDashboard } from "../../../workers/dashboard/dashboard.js";
import { freePort, hasRedis, startRedis } from "../redis-server.js";
import { LOOPBACK, ask } from "./ask.js";

describe.skipIf(!hasRedis)("the dashboard while Redis is away", () => {
  test("starts without it, says so, and shows the queues when Redis is there", async () => {
    const port = await freePort();
    const told: string[] = [];
    const dashboard = await openDashboard({
      ...LOOPBACK,
      redis: `redis://127.0.0.1:${port}`,
      events: { lost: () => told.push("lost"), back: () => told.push("back") },
    });
    const health = async () => (await ask(dashboard, "/health")).status;
    expect([await health(), (await ask(dashboard, "/metrics")).status]).toEqual([503, 503]);

    const server = await startRedis({ port });
    await expect.poll(health, { timeout: 10_000 }).toBe(200);
    expect((await ask(dashboard, "/api/queues")).status).toBe(200);
    expect((await ask(dashboard, "/metrics")).status).toBe(200);

    await server.kill("SIGKILL");
    await expect.poll(health, { timeout: 10_000 }).toBe(503);
    expect((await ask(dashboard, "/metrics")).status).toBe(503);
    await server.restart();
    await expect.poll(health, { timeout: 10_000 }).toBe(200);
    expect((await ask(dashboard, "/metrics")).status).toBe(200);
    expect(told).toEqual(["lost", "back", "lost", "back"]);
    await dashboard.close();
    await server.stop();
  });

  test("says so in the form that is asked for, without the password", async () => {
    const redis = `redis://user:secret-word@127.0.0.1:${await freePort()}/2`;
    const dashboard = await openDashboard({ ...LOOPBACK, redis });
    const away = `Redis at ${redis.replace("user:secret-word", "***")} does not answer`;
    for (const [accept, type] of [
      ["text/html,*/*;q=0.8", "text/html; charset=utf-8"],
      ["application/json", "application/json; charset=utf-8"],
      ["*/*", "text/plain; charset=utf-8"],
    ] as const) {
      const { status, headers, body } = await ask(dashboard, "/", { headers: { Accept: accept } });
      expect([status, headers["content-type"], headers["retry-after"]]).toEqual([503, type, "5"]);
      expect(body).toContain(away);
    }
    await dashboard.close();
  });

  test("answers 503 soon where Redis hangs", async () => {
    const server = await startRedis();
    const dashboard = await openDashboard({ ...LOOPBACK, redis: server.url });
    await expect.poll(async () => (await ask(dashboard, "/health")).status).toBe(200);
    process.kill(server.pid() ?? 0, "SIGSTOP");
    const [health, metrics] = await Promise.all([
      ask(dashboard, "/health"),
      ask(dashboard, "/metrics"),
    ]);
    process.kill(server.pid() ?? 0, "SIGCONT");
    expect([health.status, metrics.status]).toEqual([503, 503]);
    await dashboard.close();
    await server.stop();
  });
});
