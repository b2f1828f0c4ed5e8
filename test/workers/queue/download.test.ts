import { createServer } from "node:http";
import type { RequestListener, Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { download, publicAddress } from "../../../workers/queue/download.js";

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
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a document of the web", () => {
  test("is fetched with its name and the time", async () => {
    const url = `${await serve(found)}/files/2023%E5%B9%B4%E9%A2%84%E7%AE%97.pdf?id=1`;
    const { bytes, fileName, address, retrievedAt } = await download(url);
    expect([text(bytes), fileName, address]).toEqual(["预算", "2023年预算.pdf", url]);
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
    const { bytes } = await download(`${await serve(fault, found)}/x`);
    expect(text(bytes)).toBe("预算");
  });

  test("is fetched again after the pause that the server asks for", async () => {
    const start = performance.now();
    const url = await serve(refused(429, { "retry-after": "2" }), found);
    await download(`${url}/x`);
    expect(performance.now() - start).toBeGreaterThan(1_900);
  });

  test.each([400, 401, 403, 404, 410])("that is answered with %i is not there", async (status) => {
    let asked = 0;
    const url = await serve((request, response) => {
      asked += 1;
      refused(status)(request, response);
    });
    await expect(download(`${url}/x`)).rejects.toMatchObject({ code: "not_found" });
    expect(asked).toBe(1);
  });

  test("that is larger than 2 GiB is not fetched", async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { "content-length": String(2 ** 31 + 1) });
      response.flushHeaders();
    });
    await expect(download(`${url}/x`)).rejects.toMatchObject({ code: "too_large" });
  });

  test("is asked for with the name and password of its address, which nobody sees", async () => {
    let authorization: string | undefined;
    const url = await serve((request, response) => {
      authorization = request.headers.authorization;
      found(request, response);
    });
    const { address } = await download(`${url.replace("//", "//me:pa55@")}/x`);
    expect(authorization).toBe(`Basic ${Buffer.from("me:pa55").toString("base64")}`);
    expect(address).toBe(`${url}/x`);
    expect(publicAddress("https://h/x?token=abc")).toBe("https://h/x?token=***");
  });
});
