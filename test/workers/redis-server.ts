import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether this machine has redis-server; says aloud that tests are skipped where it has not. */
export const hasRedis = !isMissing("redis-server");
if (!hasRedis) console.warn("The tests of the queue are skipped: redis-server is not installed.");

/** A redis-server process of our own, on a loopback port. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now; undefined while it is stopped. */
  readonly pid: () => number | undefined;
  /** Ends the process and removes its folder, unless the folder was given. */
  readonly stop: () => Promise<void>;
  /** Ends the process; its folder stays for `restart`. */
  readonly kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts it again on the same port, with what stands in its folder. */
  readonly restart: () => Promise<void>;
}

export interface RedisOptions {
  /** A free one where none is given. */
  readonly port?: number;
  /** A temporary one where none is given. */
  readonly dir?: string;
  /** Keep an append-only file; yes where nothing is said. */
  readonly aof?: boolean;
  /** What else redis-server is told, as on its command line. */
  readonly args?: readonly string[];
}

const STARTS_WITHIN = 10_000;

/** Starts a redis-server and waits until it answers. */
export async function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const port = options.port ?? (await freePort());
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), "gongkai-redis-"));
  const args = argsOf(port, dir, options);
  let running = await run(args, port);
  const kill = async (signal: NodeJS.Signals) => {
    await running?.end(signal);
    running = undefined;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    pid: () => running?.pid,
    kill,
    stop: async () => {
      await kill("SIGKILL");
      if (options.dir === undefined) rmSync(dir, { recursive: true, force: true });
    },
    restart: async () => {
      if (running !== undefined) throw new Error("redis-server runs already");
      running = await run(args, port);
    },
  };
}

/** A port of the loopback address that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

function argsOf(port: number, dir: string, { aof = true, args = [] }: RedisOptions): string[] {
  const fixed = `--bind 127.0.0.1 --port ${port} --daemonize no --maxmemory-policy noeviction`;
  const kept = aof ? ["--appendonly", "yes", "--appendfsync", "always"] : ["--appendonly", "no"];
  return [...fixed.split(" "), "--save", "", "--dir", dir, ...kept, ...args];
}

interface Running {
  readonly pid: number | undefined;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

async function run(args: readonly string[], port: number): Promise<Running | undefined> {
  const child = spawn("redis-server", [...args], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  const deadline = Date.now() + STARTS_WITHIN;
  while (!(await answers(port))) {
    if (isOver() || Date.now() > deadline) {
      child.kill("SIGKILL");
      throw new Error(`redis-server does not answer on port ${port}:\n${printed}`);
    }
    await sleep(20);
  }
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return { pid: child.pid, end };
}

/** Whether a redis-server answers that is past loading its data, were it to ask for a password. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: "127.0.0.1", port });
    socket.once("connect", () => socket.write("PING\r\n"));
    socket.once("data", (data) => {
      socket.destroy();
      resolve(/^(?:\+PONG|-NOAUTH)/u.test(data.toString()));
    });
    socket.once("error", () => resolve(false));
    socket.setTimeout(1_000, () => {
      socket.destroy();
      resolve(false);
    });
  });
}

function isMissing(command: string): boolean {
  return spawnSync(command, ["--version"], { stdio: "ignore" }).error !== undefined;
}
