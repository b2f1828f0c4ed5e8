import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openDashboard } from "../workers/dashboard/dashboard.js";
import { built } from "./build.js";
import { hasRedis, startRedis } from "./workers/redis-server.js";
import type { RedisServer } from "./workers/redis-server.js";

const ROOT = join(import.meta.dirname, "..");
const UNITS = ["gongkai-worker@.service", "gongkai-dashboard.service"];

const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const compose = read("compose.yaml");
const unit = (name: string): string => read(join("deploy", name));

/** The block of a service in compose.yaml. */
function service(name: string): string {
  const [, block = ""] = new RegExp(`^  ${name}:\\n((?:    .*\\n|\\n)+)`, "mu").exec(compose) ?? [];
  return block;
}

/** The variables that compose.yaml asks for. */
const GIVEN: Readonly<Record<string, string>> = {
  GONGKAI_REDIS_PASSWORD: "0123456789abcdef0123456789abcdef",
  GONGKAI_TOKEN: "0123456789abcdef",
};

/** Text with its variables, as Compose replaces them. */
const interpolated = (text: string): string =>
  text.replaceAll(/\$\{(\w+):\?[^}]*\}/gu, (_, name: string) => GIVEN[name] ?? "");

function commandOf(name: string): readonly string[] {
  return interpolated(valueOf(service(name), "    command: ")).split(" ");
}

function environmentOf(name: string): Readonly<Record<string, string>> {
  const lines = interpolated(service(name)).matchAll(/^ {6}([A-Z_]+): "?([^"\n]*)"?$/gmu);
  return Object.fromEntries(Array.from(lines, ([, key = "", value = ""]) => [key, value]));
}

/** The command line of a unit, without node and the script. */
function startOf(name: string): readonly string[] {
  const [node, script, ...args] = valueOf(unit(name), "ExecStart=").split(" ");
  expect([node, script]).toEqual(["/usr/bin/node", "/opt/gongkai/dist/bin/gongkai.js"]);
  return args;
}

function valueOf(text: string, key: string): string {
  const line = text.split("\n").find((each) => each.startsWith(key));
  return line?.slice(key.length) ?? "";
}

const option = (args: readonly string[], name: string): number =>
  Number(args[args.indexOf(name) + 1]);

const megabytes = (size: string): number =>
  Number.parseInt(size, 10) * (/g$/iu.test(size) ? 1024 : 1);

const seconds = (duration: string): number => Number.parseInt(duration, 10);

describe.each([
  {
    name: "compose.yaml",
    args: commandOf("worker"),
    stopsAfter: seconds(valueOf(service("worker"), "    stop_grace_period: ")),
    memory: megabytes(valueOf(service("worker"), "    mem_limit: ")),
  },
  {
    name: "gongkai-worker@.service",
    args: startOf("gongkai-worker@.service"),
    stopsAfter: seconds(valueOf(unit("gongkai-worker@.service"), "TimeoutStopSec=")),
    memory: megabytes(valueOf(unit("gongkai-worker@.service"), "MemoryMax=")),
  },
])("the worker of $name", ({ args, stopsAfter, memory }) => {
  test("is killed only after it had time to hand its documents back", () => {
    expect(stopsAfter).toBeGreaterThanOrEqual(option(args, "--shutdown") + 10);
  });

  test("may take what its documents and their recognition may take, and half a gigabyte for itself", () => {
    const documents = option(args, "--concurrency") * (option(args, "--memory") + 512);
    expect(memory).toBeGreaterThanOrEqual(documents + 512);
  });
});

test.each(UNITS)("%s is started again after each end, and not after wrong usage", (name) => {
  expect(unit(name)).toMatch(/^Restart=always\n(?:.*\n)*?RestartPreventExitStatus=2$/mu);
});

test("every process of the program is told not to call the vendor of the OCR runtime", () => {
  const told = { ORT_DISABLE_TELEMETRY: "1" };
  expect(environmentOf("api")).toMatchObject(told);
  expect(environmentOf("worker")).toMatchObject(told);
  for (const name of UNITS) expect(unit(name)).toMatch(/^Environment=ORT_DISABLE_TELEMETRY=1$/mu);
  expect(read("Dockerfile")).toMatch(/^ENV .*ORT_DISABLE_TELEMETRY=1/mu);
});

test("the command of docs/operations.md pins each image once, and anew the second time", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-pin-"));
  const [, command = ""] =
    /```sh\n(for image in [\s\S]*?\ndone)\n```/u.exec(read("docs/operations.md")) ?? [];
  const files = ["compose.yaml", "Dockerfile"];
  for (const file of files) writeFileSync(join(folder, file), read(file));
  for (const digest of [`sha256:${"a".repeat(64)}`, `sha256:${"b".repeat(64)}`]) {
    // In place of the client, which asks a registry.
    writeFileSync(join(folder, "docker"), `#!/bin/sh\necho ${digest}\n`, { mode: 0o755 });
    const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}` };
    expect(spawnSync("sh", ["-c", command], { cwd: folder, env }).status).toBe(0);
    const pinned = readFileSync(join(folder, "Dockerfile"), "utf8");
    expect(pinned.match(/^FROM node:22-slim@.*$/gmu)).toEqual([
      `FROM node:22-slim@${digest} AS build`,
      `FROM node:22-slim@${digest}`,
    ]);
    expect(readFileSync(join(folder, "compose.yaml"), "utf8")).toContain(
      `image: redis:7-bookworm@${digest}\n`,
    );
  }
  rmSync(folder, { recursive: true });
});

describe.skipIf(!hasRedis)("the command lines that are deployed", () => {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-deploy-"));
  let server: RedisServer;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test.each([
    ["the worker of compose.yaml", commandOf("worker"), "started"],
    ["the api of compose.yaml", commandOf("api"), "listening"],
    ["gongkai-worker@.service", startOf("gongkai-worker@.service"), "started"],
    ["gongkai-dashboard.service", startOf("gongkai-dashboard.service"), "listening"],
  ])("%s starts, and ends with 0 on SIGTERM", async (_name, args, event) => {
    const env = {
      GONGKAI_REDIS: server.url,
      GONGKAI_STORE: pathToFileURL(join(folder, "store")).href,
      GONGKAI_TOKEN: "0123456789abcdef",
    };
    expect(await startAndStop(onFreePort(args), { env, event })).toBe(0);
  });

  test("the api of compose.yaml is healthy while Redis answers", async () => {
    const script = /^ {8}- '(fetch.*)'$/mu.exec(service("api"))?.[1] ?? "";
    expect(script).toContain(`127.0.0.1:${option(commandOf("api"), "--port")}/health`);
    const events = { lost: () => undefined, back: () => undefined };
    const local = { host: "127.0.0.1", port: 0, events };
    const dashboard = await openDashboard({ ...local, redis: server.url });
    const health = () => exitCode(script.replace("http://127.0.0.1:3000/", dashboard.address));
    await expect.poll(health, { timeout: 10_000 }).toBe(0);
    await dashboard.close();
    expect(await health()).toBe(1);
  });

  test("Redis takes what compose.yaml tells it, and keeps what is queued", async () => {
    const [command, ...args] = commandOf("redis");
    const redis = await startRedis({ args });
    const { GONGKAI_REDIS: address = "" } = environmentOf("worker");
    const url = address.replace("@redis:6379", `@127.0.0.1:${redis.port}`);
    const client = new Redis(url);
    const setting = async (name: string) => (await client.config("GET", name)) as unknown;
    expect(command).toBe("redis-server");
    expect(await setting("appendonly")).toEqual(["appendonly", "yes"]);
    expect(await setting("maxmemory-policy")).toEqual(["maxmemory-policy", "noeviction"]);
    client.disconnect();
    expect(environmentOf("api")["GONGKAI_REDIS"]).toBe(address);
    await redis.stop();
  });

  test("Redis of compose.yaml lets nobody in without its password, and is healthy with it", async () => {
    const redis = await startRedis({ args: commandOf("redis").slice(1) });
    const [, check = ""] = /test: \["CMD-SHELL", "(.*)"\]/u.exec(service("redis")) ?? [];
    const health = (given: Readonly<Record<string, string>>) => {
      const command = check.replace("redis-cli", `redis-cli -p ${redis.port}`);
      return spawnSync("sh", ["-c", command], { env: { ...process.env, ...given } }).status;
    };
    expect(check).toContain("redis-cli ping");
    expect([health({}), health(environmentOf("redis"))]).toEqual([1, 0]);
    await redis.stop();
  });
});

function onFreePort(args: readonly string[]): readonly string[] {
  return args.map((word, i) => (args[i - 1] === "--port" ? "0" : word));
}

async function exitCode(script: string): Promise<number | null> {
  const child = spawn(process.execPath, ["--eval", script], { stdio: "ignore" });
  return new Promise((resolve) => child.on("close", resolve));
}

/** Runs the program until it logs the event, ends it, and returns its exit code. */
function startAndStop(
  args: readonly string[],
  { env, event }: { readonly env: Readonly<Record<string, string>>; readonly event: string },
): Promise<number | null> {
  const child = spawn(process.execPath, [built("bin/gongkai.js"), ...args], {
    env: { ...process.env, ...env },
  });
  let printed = "";
  let isTold = false;
  const take = (chunk: Buffer) => {
    printed += chunk.toString("utf8");
    if (isTold || !printed.includes(`"event":"${event}"`)) return;
    isTold = true;
    child.kill("SIGTERM");
  };
  child.stdout.on("data", take);
  child.stderr.on("data", take);
  return new Promise((resolve, reject) => {
    child.on("close", (code) => (isTold ? resolve(code) : reject(new Error(printed))));
  });
}
