import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findLibreOffice } from "../extractors/libreoffice/find.js";
import { built } from "./build.js";
import { makeWheel } from "./cli/make-wheel.js";
import { temporaryFolder } from "./cli/temporary-folder.js";
import { scanOf } from "./scans/make-scan.js";
import { hasRedis, startRedis } from "./workers/redis-server.js";
import type { RedisServer } from "./workers/redis-server.js";
import { waitFor } from "./workers/queue/processes.js";

const { at } = temporaryFolder();
const hasStrace = spawnSync("strace", ["-V"]).status === 0;
if (!hasStrace)
  console.warn("strace is missing: what the commands connect to and write is not tested.");

/** System calls that reach a network, or change a file. */
const CALLS =
  "connect,sendto,sendmsg,open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,symlinkat,unlink,unlinkat";

/** What a command did outside of itself. */
interface Done {
  readonly code: unknown;
  readonly addresses: readonly string[];
  /** Files made, changed or removed that stand in none of the folders it was given. */
  readonly strayFiles: readonly string[];
}

/** Starts a command with an empty home and temporary folder, and watches every process of it. */
function watch(args: readonly string[], allowed: readonly string[]) {
  const trace = at("trace");
  const env = {
    ...process.env,
    HOME: at("home"),
    TMPDIR: at("tmp"),
    XDG_CACHE_HOME: at("home/cache"),
    GONGKAI_MODELS: at("models"),
    ORT_DISABLE_TELEMETRY: "",
  };
  // Calls that are not watched run at full speed.
  const strace = ["-f", "--seccomp-bpf", "-qq", "-s", "512", "-e", `trace=${CALLS}`, "-o", trace];
  const command = [process.execPath, built("bin/gongkai.js"), ...args];
  const child = spawn("strace", [...strace, ...command], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  const done = once(child, "exit").then(async ([code]): Promise<Done> => {
    const lines = (await readFile(trace, "utf8")).split("\n");
    return {
      code,
      addresses: [...new Set(lines.flatMap(addressIn))],
      strayFiles: lines
        .flatMap(changedIn)
        .filter((file) => !allowed.some((folder) => file.startsWith(folder))),
    };
  });
  return { child, done, stdout: () => stdout };
}

/** Ends the process that strace runs, as a service manager does. */
async function end(strace: ChildProcess): Promise<void> {
  const children = await readFile(`/proc/${strace.pid}/task/${strace.pid}/children`, "utf8");
  process.kill(Number(children.trim().split(" ")[0]), "SIGTERM");
}

/** The address that a line connects or sends to: those of the machine's own sockets are none. */
function addressIn(line: string): string[] {
  const port = /sin6?_port=htons\((\d+)\)/u.exec(line)?.[1];
  const host = /inet_(?:addr|pton)\((?:AF_INET6, )?"([^"]+)"/u.exec(line)?.[1];
  return port === undefined || host === undefined ? [] : [`${host}:${port}`];
}

/** The files that a line makes, changes or removes. */
function changedIn(line: string): string[] {
  if (/ (?:connect|sendto|sendmsg)\(/u.test(line) || / = -1 /u.test(line)) return [];
  if (/ open(?:at)?\(/u.test(line) && !/O_WRONLY|O_RDWR|O_CREAT/u.test(line)) return [];
  const paths = Array.from(line.matchAll(/"([^"]*)"/gu), ([, path = ""]) => path);
  return paths.filter((path) => path.startsWith("/") && !/^\/(?:dev|proc)\//u.test(path));
}

/** What LibreOffice makes and removes again wherever it is told to work: its socket, and a stamp where root runs it. */
const OFFICE_OWN = ["/tmp/OSL_PIPE_", "/usr/lib/libreoffice/share/uno_packages/cache/stamp.sys"];

/** An OpenDocument text that takes a section and a picture from a file, and others from a server. */
function linking(file: string): Uint8Array {
  const spaces = ["office", "text", "drawing"].map(
    (name) =>
      `xmlns:${name === "drawing" ? "draw" : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  );
  const linked = [file, "http://127.0.0.1:9/x.txt"].map(
    (href, number) =>
      `<text:section text:name="s${number}"><text:section-source xlink:href="${href}"/><text:p>2024</text:p></text:section><text:p><draw:frame><draw:image xlink:href="${href}"/></draw:frame></text:p>`,
  );
  const content = `<office:document-content ${spaces.join(" ")} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text>${linked.join("")}</office:text></office:body></office:document-content>`;
  const type = "application/vnd.oasis.opendocument.text";
  const entries = `<manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>`;
  const manifest = `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${entries}</manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(type), { level: 0 }],
    "content.xml": strToU8(content),
    "META-INF/manifest.xml": strToU8(manifest),
  });
}

describe.skipIf(!hasStrace)("a command", () => {
  let redis: RedisServer | undefined;
  beforeEach(async () => {
    await mkdir(at("home"), { recursive: true });
    await mkdir(at("tmp"), { recursive: true });
    const pdf = await readFile(new URL("../samples/yuan-2025/source.pdf", import.meta.url));
    await mkdir(at("in"), { recursive: true });
    await writeFile(at("in/scan.png"), await scanOf(pdf, [2], "png"));
    await copyFile(new URL("../samples/yuan-2025/source.txt", import.meta.url), at("in/text.txt"));
  });
  afterEach(async () => {
    await redis?.stop();
    redis = undefined;
  });

  test.each([
    {
      does: "extracts documents and a scan",
      args: () => ["extract", at("in"), "--out", at("out")],
    },
    { does: "shows a scan", args: () => ["show", at("in/scan.png")] },
  ])("that $does calls nobody and writes into its output folder alone", async ({ args }) => {
    const nothing = { code: 0, addresses: [], strayFiles: [] };
    expect(await watch(args(), [at("out")]).done).toEqual(nothing);
    expect([...(await readdir(at("home"))), ...(await readdir(at("tmp")))]).toEqual([]);
  });

  test.skipIf(findLibreOffice(undefined) === undefined)(
    "that has a document converted calls nobody, reads nothing that the document links to, and leaves nothing behind",
    async () => {
      await writeFile(at("secret.txt"), "8,888.00");
      await writeFile(at("linked.odt"), linking(pathToFileURL(at("secret.txt")).href));
      const { done } = watch(
        ["extract", at("linked.odt"), "--out", at("out")],
        [at("out"), at("tmp/gongkai-office-"), ...OFFICE_OWN],
      );
      expect(await done).toEqual({ code: 0, addresses: [], strayFiles: [] });
      expect(await readFile(at("trace"), "utf8")).not.toContain("secret.txt");
      expect(await readFile(at("out/documents.csv"), "utf8")).toContain("opendocument.text");
      expect([...(await readdir(at("home"))), ...(await readdir(at("tmp")))]).toEqual([]);
    },
    120_000,
  );

  test("that lists, checks, adds and removes models calls nobody and writes into their folder alone", async () => {
    const wheel = await makeWheel(at("made.whl"));
    const nothing = { code: 0, addresses: [], strayFiles: [] };
    for (const args of [["list"], ["check"], ["add", wheel], ["check"], ["remove"]])
      expect([args, await watch(["models", ...args], [at("models")]).done]).toEqual([
        args,
        nothing,
      ]);
    expect([...(await readdir(at("home"))), ...(await readdir(at("tmp")))]).toEqual([]);
  });

  /** Starts a Redis: the options that name it and the store, and what a command does that calls nothing else. */
  async function withRedis() {
    redis = await startRedis();
    const addresses = [`127.0.0.1:${new URL(redis.url).port}`];
    return {
      queue: ["--redis", redis.url],
      store: ["--store", at("store")],
      asked: { code: 0, addresses, strayFiles: [] },
    };
  }

  test.skipIf(!hasRedis)(
    "that shows the queues or has documents read again calls Redis alone and writes nothing",
    async () => {
      const { queue, store, asked } = await withRedis();
      await writeFile(at("in/bad.pdf"), "%PDF-1.7\n");
      await watch(["submit", at("in/bad.pdf"), ...queue, ...store], [at("store")]).done;
      const worker = watch(["worker", ...queue, ...store], [at("store"), at("tmp/gongkai-")]);
      await waitFor("compiled", () => (worker.stdout().includes('"compiled"') ? true : undefined));
      await end(worker.child);
      await worker.done;
      const retry = watch(["retry", "--failed", ...queue], []);
      expect(await retry.done).toEqual(asked);
      expect(retry.stdout()).toContain("1 documents read");
      const dashboard = watch(["dashboard", "--port", "0", ...queue], []);
      const address = await waitFor(
        "listening",
        () => /"address":"([^"]+)"/u.exec(dashboard.stdout())?.[1],
      );
      for (const path of ["/health", "/", "/api/queues", "/api/status", "/metrics"])
        await waitFor(path, async () =>
          (await fetch(new URL(path, address))).status === 200 ? true : undefined,
        );
      await end(dashboard.child);
      expect(await dashboard.done).toEqual(asked);
      expect([...(await readdir(at("home"))), ...(await readdir(at("tmp")))]).toEqual([]);
    },
  );

  test.skipIf(!hasRedis)(
    "of the queue calls Redis alone and writes into the store alone",
    async () => {
      const { queue, store, asked } = await withRedis();
      const submit = watch(["submit", at("in"), ...queue, ...store], [at("store")]);
      expect(await submit.done).toEqual(asked);
      // It compiles in a folder of its own in the temporary one, and removes it.
      const worker = watch(["worker", ...queue, ...store], [at("store"), at("tmp/gongkai-")]);
      await waitFor("compiled", () => (worker.stdout().includes('"compiled"') ? true : undefined));
      await end(worker.child);
      expect(await worker.done).toEqual(asked);
      expect(await watch(["status", ...queue], []).done).toEqual(asked);
      const compile = watch(["compile", ...store, "--out", at("out")], [at("store"), at("out")]);
      expect(await compile.done).toEqual({ ...asked, addresses: [] });
      expect([...(await readdir(at("home"))), ...(await readdir(at("tmp")))]).toEqual([]);
    },
  );
});
