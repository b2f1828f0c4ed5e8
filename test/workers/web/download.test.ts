import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile, readdir, stat } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { publicAddress } from "../../../workers/web/masked.js";
import { SourceRefused } from "../../../workers/web/errors.js";
import { download } from "../../../workers/web/download.js";
import { networkOf } from "../../../workers/web/network.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at } = temporaryFolder();

let server: Server | undefined;
afterEach(() => server?.close());

/** A web server that answers with each of these in turn, and the last for ever. */
async function serve(...answers: readonly RequestListener[]): Promise<string> {
  let count = 0;
  server = createServer((request, response) => {
    const answer = answers[Math.min(count, answers.length - 1)];
    count += 1;
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
}

const found: RequestListener = (_request, response) => response.end("预算");
const refused =
  (status: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(status, headers).end("no");

const MB = 2 ** 20;
const network = networkOf((address) => address === "127.0.0.1");
afterAll(() => network.destroy());
const fetched = (url: string, mostBytes = MB) =>
  download(url, { folder: at(), mostBytes, network });

describe("a document of the web", () => {
  test("is fetched with its name and the time", async () => {
    const url = `${await serve(found)}/files/2023%E5%B9%B4%E9%A2%84%E7%AE%97.pdf?id=1`;
    const { path, fileName, address, retrievedAt } = await fetched(url);
    expect([await readFile(path, "utf8"), fileName, address]).toEqual([
      "预算",
      "2023年预算.pdf",
      url,
    ]);
    expect(Math.abs(retrievedAt.getTime() - Date.now())).toBeLessThan(10_000);
  });

  test.each<readonly [string, RequestListener]>([
    ["a server error", refused(503)],
    ["a connection that is cut", (request) => request.socket.destroy()],
    [
      "half a body",
      (_request, response) => {
        response.writeHead(200, { "content-length": "10" });
        response.write("half", () => response.destroy());
      },
    ],
  ])("is fetched again after %s", async (_, fault) => {
    const { path, bytes, sha256 } = await fetched(`${await serve(fault, found)}/x`);
    expect(await readFile(path, "utf8")).toBe("预算");
    expect([bytes, sha256]).toEqual([6, createHash("sha256").update("预算").digest("hex")]);
  });

  test("is fetched again after the pause that the server asks for", async () => {
    const start = performance.now();
    const url = await serve(refused(429, { "retry-after": "2" }), found);
    await fetched(`${url}/x`);
    expect(performance.now() - start).toBeGreaterThan(1_900);
  });

  test.each([400, 401, 403, 404, 410])("that is answered with %i is not there", async (status) => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      refused(status)(request, response);
    });
    await expect(fetched(`${url}/x`)).rejects.toMatchObject({ code: "not_found" });
    expect(asked).toBe(1);
  });

  const MUCH = 64 * MB;
  test.each<readonly [string, Record<string, string>]>([
    ["announces its length", { "content-length": String(MUCH) }],
    ["announces none", {}],
  ])("that is too large is left off early where the server %s", async (_, headers) => {
    let sent = 0;
    const url = await serve(async (_request, response) => {
      response.writeHead(200, headers);
      for (; sent < MUCH && !response.destroyed; sent += MB)
        if (!response.write(Buffer.alloc(MB))) await once(response, "drain").catch(() => undefined);
      response.end();
    });
    const refusal = await fetched(`${url}/x`, 2 * MB).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SourceRefused);
    expect(String(refusal)).toMatch(/It has (?:more than 2|64) MB.*--max-size/u);
    // The rest is what the buffers of both sides hold.
    expect(sent).toBeLessThan(24 * MB);
    expect(await readdir(at())).toEqual([]);
  });

  test("whose packed bytes unpack to more than is taken is left off", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-encoding": "gzip" });
      response.end(gzipSync(Buffer.alloc(4 * MB)));
    });
    await expect(fetched(`${url}/x`, 2 * MB)).rejects.toBeInstanceOf(SourceRefused);
    expect(await readdir(at())).toEqual([]);
  });

  test("is written to the disk as it comes: memory holds a small part of it", async () => {
    // What was written waits to be collected: some tens of megabytes, whatever the length.
    const length = 256 * MB;
    const chunk = Buffer.alloc(MB);
    const url = await serve(async (_request, response) => {
      for (let sent = 0; sent < length; sent += MB)
        if (!response.write(chunk)) await once(response, "drain");
      response.end();
    });
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 2);
    const { bytes, path } = await fetched(`${url}/x`, length);
    clearInterval(timer);
    expect([bytes, (await stat(path)).size]).toEqual([length, length]);
    expect(most).toBeLessThan(length / 2);
  });

  test("that the temporary folder does not take is told with what to do, and not fetched again", async () => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      found(request, response);
    });
    const options = { folder: at("gone"), mostBytes: MB, network };
    await expect(download(`${url}/x`, options)).rejects.toThrow(/\(ENOENT\).*TMPDIR/u);
    expect(asked).toBe(1);
  });

  test("is asked for with the name and password of its address, which nobody sees", async () => {
    let authorization: string | undefined;
    const url = await serve((request, response) => {
      authorization = request.headers.authorization;
      found(request, response);
    });
    const { address } = await fetched(`${url.replace("//", "//me:pa55@")}/x`);
    expect(authorization).toBe(`Basic ${Buffer.from("me:pa55").toString("base64")}`);
    expect(address).toBe(`${url}/x`);
    expect(publicAddress("https://h/x?token=abc")).toBe("https://h/x?token=***");
  });
});
