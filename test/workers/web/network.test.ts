import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, Server } from "node:http";
import type { LookupAddress } from "node:dns";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { download } from "../../../workers/web/download.js";
import { SourceRefused } from "../../../workers/web/errors.js";
import { guardedLookup, networkOf } from "../../../workers/web/network.js";
import { isPublic } from "../../../workers/web/public-address.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at } = temporaryFolder();

test.each([
  ["8.8.8.8", true],
  ["202.106.0.20", true],
  ["::ffff:8.8.8.8", true],
  ["2400:3200::1", true],
  ["0.0.0.0", false],
  ["0.1.2.3", false],
  ["127.0.0.1", false],
  ["127.255.255.254", false],
  ["10.1.2.3", false],
  ["172.16.0.1", false],
  ["172.31.255.255", false],
  ["192.168.1.1", false],
  ["100.64.0.1", false],
  ["100.100.100.200", false],
  ["169.254.169.254", false],
  ["168.63.129.16", false],
  ["192.0.0.192", false],
  ["198.18.0.1", false],
  ["224.0.0.1", false],
  ["255.255.255.255", false],
  ["::", false],
  ["::1", false],
  ["::127.0.0.1", false],
  ["::ffff:127.0.0.1", false],
  ["::ffff:a9fe:a9fe", false],
  ["::ffff:168.63.129.16", false],
  ["64:ff9b::7f00:1", false],
  ["2002:7f00:1::", false],
  ["fe80::1", false],
  ["fe80::1%lo", false],
  ["fc00::1", false],
  ["fd00:ec2::254", false],
  ["fec0::1", false],
  ["ff02::1", false],
])("whether %s is an address of the internet: %s", (address, is) => {
  expect(isPublic(address)).toBe(is);
});

type Answered = (error: Error | null, found: LookupAddress[]) => void;

/** A name server that answers with each list in turn. */
function answering(...answers: readonly (readonly string[])[]) {
  let count = 0;
  return (_host: string, _options: object, done: Answered) => {
    const found = (answers[count] ?? []).map((address) => ({ address, family: 4 }));
    count += 1;
    done(null, found);
  };
}
const ask = (look: ReturnType<typeof guardedLookup>, all = true) =>
  new Promise((resolve) => {
    look("example.gov.cn", { all }, (error, address) => resolve(error ?? address));
  });

describe("names", () => {
  test("are looked up as ever where all their addresses are of the internet", async () => {
    const look = guardedLookup(isPublic, answering(["8.8.8.8", "1.1.1.1"], ["8.8.8.8"]));
    expect(await ask(look)).toEqual([
      { address: "8.8.8.8", family: 4 },
      { address: "1.1.1.1", family: 4 },
    ]);
    expect(await ask(look, false)).toBe("8.8.8.8");
  });

  test("are refused where one of their addresses is private, among others or the second time", async () => {
    const look = guardedLookup(isPublic, answering(["8.8.8.8", "10.0.0.7"], ["8.8.8.8"], ["::1"]));
    expect(await ask(look)).toMatchObject({
      name: "SourceRefused",
      message: expect.stringMatching(/example\.gov\.cn \(10\.0\.0\.7\).*--allow-private/u),
    });
    expect(await ask(look)).toHaveLength(1);
    expect(await ask(look)).toBeInstanceOf(SourceRefused);
  });
});

/** A server that redirects everything but its end. */
const redirect =
  (location: string, status = 302): RequestListener =>
  ({ url }, response) =>
    url === "/end" ? response.end("预算") : response.writeHead(status, { location }).end();
const found: RequestListener = (_request, response) => response.end("预算");

describe("a document of the web", () => {
  let server: Server;
  let port = 0;
  let asked: IncomingMessage[] = [];
  let answer = found;
  beforeEach(async () => {
    asked = [];
    answer = found;
    server = createServer((request, response) => {
      asked.push(request);
      answer(request, response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    port = typeof address === "object" ? (address?.port ?? 0) : 0;
  });
  afterEach(() => server.close());

  const guarded = networkOf(isPublic);
  /** Admits the address of the server, as if it were public, and no other of this machine. */
  const half = networkOf((address) => address === "127.0.0.1");
  afterAll(() => Promise.all([guarded.destroy(), half.destroy()]));
  const fetched = (url: string, network = half) =>
    download(url, { folder: at(), mostBytes: 1_000, network });
  test.each([
    "127.0.0.1",
    "localhost",
    "0.0.0.0",
    "0",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "127.1",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
  ])("at %s is not asked for", async (host) => {
    await expect(fetched(`http://${host}:${port}/x`, guarded)).rejects.toThrow(/--allow-private/u);
    expect(asked).toEqual([]);
  });

  test.each([
    "http://127.0.0.2:PORT/end",
    "http://2130706434:PORT/end",
    "http://0x7f000002:PORT/end",
    "http://[::ffff:127.0.0.2]:PORT/end",
    "http://[::1]:PORT/end",
    "//127.0.0.2:PORT/end",
    "https://169.254.169.254/latest/meta-data/",
  ])("that redirects to %s is not fetched from there", async (location) => {
    answer = redirect(location.replace("PORT", String(port)));
    await expect(fetched(`http://127.0.0.1:${port}/x`)).rejects.toBeInstanceOf(SourceRefused);
    expect(asked.map(({ url }) => url)).toEqual(["/x"]);
  });

  test("is refused at the last of several redirects too", async () => {
    answer = ({ url }, response) =>
      response
        .writeHead(307, { location: url === "/x" ? "/y" : `http://127.0.0.3:${port}/end` })
        .end();
    await expect(fetched(`http://127.0.0.1:${port}/x`)).rejects.toThrow(/127\.0\.0\.3/u);
    expect(asked.map(({ url }) => url)).toEqual(["/x", "/y"]);
  });

  test.each([301, 302, 303, 307, 308])("that is redirected with %i is fetched", async (status) => {
    answer = redirect("/end", status);
    expect(await fetched(`http://127.0.0.1:${port}/x`)).toMatchObject({ bytes: 6 });
  });

  test("is fetched where its redirect is not percent-encoded", async () => {
    answer = ({ url }, response) => {
      if (url !== "/x") return response.end("预算");
      return response
        .writeHead(302, { location: Buffer.from("/预算.txt").toString("latin1") })
        .end();
    };
    await fetched(`http://127.0.0.1:${port}/x`);
    expect(asked[1]?.url).toBe(encodeURI("/预算.txt"));
  });

  test.each([
    ["file:///etc/passwd", /beginning with file:, not http/u],
    ["data:text/plain,budget", /beginning with data:, not http/u],
    ["ftp://example.gov.cn/x", /beginning with ftp:, not http/u],
    ["http://[", /what is no address/u],
  ])("that redirects to %s fails at once", async (location, says) => {
    answer = redirect(location);
    await expect(fetched(`http://127.0.0.1:${port}/x`)).rejects.toMatchObject({
      code: "not_found",
      message: expect.stringMatching(says),
    });
    expect(asked).toHaveLength(1);
  });

  test("that redirects for ever fails after ten times", async () => {
    answer = redirect("/again");
    await expect(fetched(`http://127.0.0.1:${port}/x`)).rejects.toThrow(/more than 10 times/u);
    expect(asked).toHaveLength(11);
  });

  test("shows the password of its address to its own server alone", async () => {
    const other = createServer((request, response) => {
      asked.push(request);
      response.end("预算");
    });
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const otherPort = typeof address === "object" ? address?.port : 0;
    answer = ({ url }, response) =>
      response
        .writeHead(302, { location: url === "/x" ? "/y" : `http://127.0.0.1:${otherPort}/end` })
        .end();
    await fetched(`http://me:pa55@127.0.0.1:${port}/x`);
    const basic = `Basic ${Buffer.from("me:pa55").toString("base64")}`;
    expect(asked.map(({ headers }) => headers.authorization)).toEqual([basic, basic, undefined]);
    other.close();
  });
});
