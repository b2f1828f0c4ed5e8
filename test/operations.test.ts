import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./cli/run.js";
import { openDashboard } from "../workers/dashboard/dashboard.js";
import { hasRedis, startRedis } from "./workers/redis-server.js";

const text = await readFile(join(import.meta.dirname, "../docs/operations.md"), "utf8");
const compose = await readFile(join(import.meta.dirname, "../compose.yaml"), "utf8");

/** The commands of the program that are named, each with its options. */
function commandsIn(page: string): readonly (readonly [command: string, options: string])[] {
  const named = page.matchAll(
    /(?:gongkai|run --rm .* worker) (worker|submit|status|retry|compile|dashboard)\b([^`\n]*)/gu,
  );
  return Array.from(named, ([, command = "", rest = ""]) => [
    command,
    (rest.match(/--[a-z]+/gu) ?? []).join(" "),
  ]);
}

test.each([...commandsIn(text), ...commandsIn(compose)])(
  "docs/operations.md and compose.yaml: gongkai %s takes %s",
  async (command, options) => {
    const { stdout } = await run([command, "--help"]);
    const known = new Set(stdout.match(/--[a-z]+/gu));
    expect(options.split(" ").filter((option) => option !== "" && !known.has(option))).toEqual([]);
  },
);

test.skipIf(!hasRedis)("every metric of docs/operations.md is told", async () => {
  const server = await startRedis();
  const events = { lost: () => undefined, back: () => undefined };
  const dashboard = await openDashboard({ host: "127.0.0.1", port: 0, redis: server.url, events });
  const metrics = async () => (await fetch(new URL("/metrics", dashboard.address))).text();
  await expect.poll(metrics).toContain("# TYPE");
  const told = await metrics();
  const named = new Set(text.match(/\b(?:gongkai|bullmq)_[a-z_]+\b/gu));
  expect(named.size).toBeGreaterThan(6);
  expect([...named].filter((name) => !told.includes(`# TYPE ${name} `))).toEqual([]);
  await dashboard.close();
  await server.stop();
});
