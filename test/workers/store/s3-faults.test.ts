import { once } from "node:events";
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { openStore } from "../../../workers/store/open-store.js";
import { NoSuchStore, StoreUnavailable } from "../../../workers/store/store.js";
import type { Store } from "../../../workers/store/store.js";
import { linkTo } from "./broken-link.js";
import type { BrokenLink } from "./broken-link.js";
import { s3Url, startS3Server } from "./s3-server.js";
import type { S3Server } from "./s3-server.js";
import { keysOf, plain } from "./stores.js";

/** How often the client asks before it gives up; and bodies are asked for as often. */
const ATTEMPTS = 3;
const VALUE = Uint8Array.from({ length: 200_000 }, (_, at) => (at * 7) % 251);

let server: S3Server;
let link: BrokenLink;
let store: Store;
beforeAll(async () => {
  server = await startS3Server();
  link = await linkTo(server.port);
  store = await openStore(`${s3Url(server.bucket, link.endpoint)}&timeout=1`);
});
afterAll(async () => {
  await store.close();
  await link.stop();
  await server.stop();
});

const HOW = [
  ["is cut", "cut"],
  ["falls silent", "silence"],
] as const;

describe.each(HOW)("a bucket whose connection %s", (_name, end) => {
  test("within an answer, once: the value is read whole all the same", async () => {
    await store.put("half/read", VALUE);
    link.fail({ way: "answer", after: 100_000, end, times: 1 });
    expect(plain(await store.get("half/read"))).toEqual(VALUE);
    expect(link.faultsLeft()).toBe(0);
  });

  test("within every answer: no part of a value is given, and the store is unavailable", async () => {
    await store.put("half/read", VALUE);
    link.fail({ way: "answer", after: 100_000, end, times: 100 });
    const read = store.get("half/read");
    await expect(read).rejects.toThrow(StoreUnavailable);
    await expect(read).rejects.toThrow(
      /^The store s3:\/\/gongkai\?\S+ cannot read half\/read: the answer ended early\. /u,
    );
    link.fail({ way: "answer", after: 0, end, times: 0 });
  });

  test("before every answer: the store is unavailable", async () => {
    link.fail({ way: "answer", after: 0, end, times: 100 });
    const uses = [
      store.put("a", VALUE),
      store.get("a"),
      store.size("a"),
      store.remove("a"),
      keysOf(store, ""),
    ];
    for (const use of await Promise.allSettled(uses))
      expect(use).toMatchObject({ status: "rejected", reason: expect.any(StoreUnavailable) });
    link.fail({ way: "answer", after: 0, end, times: 0 });
  });

  test("within a value that is sent, once: it is sent again, whole", async () => {
    await store.put("half/write", VALUE.subarray(0, 10));
    link.fail({ way: "request", after: 100_000, end, times: 1 });
    await store.put("half/write", VALUE);
    expect(link.faultsLeft()).toBe(0);
    expect(plain(await store.get("half/write"))).toEqual(VALUE);
  });

  test("within every value that is sent: the store is unavailable, then takes it", async () => {
    link.fail({ way: "request", after: 100_000, end, times: ATTEMPTS });
    await expect(store.put("half/sent", VALUE)).rejects.toThrow(StoreUnavailable);
    expect(link.faultsLeft()).toBe(0);
    await store.put("half/sent", VALUE);
    expect(plain(await store.get("half/sent"))).toEqual(VALUE);
  });

  test("within a part of a large value, always: nothing stands under the key", async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, 3);
    link.fail({ way: "request", after: 1_000_000, end, times: 1_000 });
    await expect(store.put(`large/${end}`, large)).rejects.toThrow(StoreUnavailable);
    link.fail({ way: "request", after: 0, end, times: 0 });
    expect(await store.get(`large/${end}`)).toBeUndefined();
    expect(await keysOf(store, "large/")).not.toContain(`large/${end}`);
  });
});

describe("a bucket whose server is killed", () => {
  test("while it is written to, does not have it; started again, it takes it", async () => {
    const own = await startS3Server();
    const bucket = await openStore(`${own.url}&timeout=2`);
    const large = Buffer.alloc(12 * 1024 * 1024, 5);
    await bucket.put("a/b", large);
    const killed = sleep(15).then(() => own.kill("SIGKILL"));
    // However far it came, one of them was under way when the server ended.
    const puts = (async () => {
      for (;;) await bucket.put("a/c", large);
    })();
    await expect(puts).rejects.toThrow(StoreUnavailable);
    await killed;
    await expect(bucket.get("a/b")).rejects.toThrow(
      `The store ${bucket.address} cannot read a/b: nothing answers at its address. Start the service; the work then goes on (ECONNREFUSED).`,
    );
    await own.restart();
    await bucket.put("a/c", large);
    for (const key of ["a/b", "a/c"])
      expect(Buffer.compare((await bucket.get(key)) ?? Buffer.from(""), large)).toBe(0);
    await bucket.close();
    await own.stop();
  });
});

describe("an address without credentials or region", () => {
  /** Nothing of this machine's own is found, and no service of a cloud is asked. */
  const alone = { AWS_CONFIG_FILE: "/dev/null", AWS_SHARED_CREDENTIALS_FILE: "/dev/null" };
  const unset = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_PROFILE"];
  const surroundings = (said: Readonly<Record<string, string>>) => {
    for (const name of unset) vi.stubEnv(name, undefined);
    const all = Object.entries({ ...alone, AWS_EC2_METADATA_DISABLED: "true", ...said });
    for (const [name, value] of all) vi.stubEnv(name, value);
  };
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("takes those of its surroundings, as the client of Amazon does", async () => {
    surroundings({ AWS_ACCESS_KEY_ID: "S3RVER", AWS_SECRET_ACCESS_KEY: "S3RVER" });
    const bucket = await openStore(`s3://gongkai/here?endpoint=${server.endpoint}`);
    await bucket.put("a", VALUE);
    expect(plain(await bucket.get("a"))).toEqual(VALUE);
    expect(bucket.address).toBe(`s3://gongkai/here?endpoint=${server.endpoint}`);
    await bucket.close();
  });

  test("is no store where there are no credentials", async () => {
    surroundings({});
    const opening = openStore(`s3://gongkai?endpoint=${server.endpoint}`);
    await expect(opening).rejects.toThrow(NoSuchStore);
    await expect(opening).rejects.toThrow(/: no credentials were found\. Set AWS_ACCESS_KEY_ID/u);
  });

  test("is no store where the region is not known and matters", async () => {
    surroundings({});
    const opening = openStore("s3://key:secret@gongkai");
    await expect(opening).rejects.toThrow(NoSuchStore);
    await expect(opening).rejects.toThrow(/: its region is not known\. Say it in the address/u);
  });
});

describe("a bucket that is not for us", () => {
  test.each([
    ["that is not there", ["@gongkai", "@another"], /: there is no such bucket\. Make it/u],
    ["whose key id is wrong", ["//S3", "//R2"], /: the access key id is not known there\. /u],
  ] as const)("%s: no such store", async (_name, [right, wrong], why) => {
    const opening = openStore(server.url.replace(right, wrong));
    await expect(opening).rejects.toThrow(NoSuchStore);
    await expect(opening).rejects.toThrow(why);
  });

  test("whose secret is wrong: no such store, and the secret is told to nobody", async () => {
    const url = s3Url("gongkai", server.endpoint).replace(":S3RVER@", ":geheim@");
    const reading = openStore(url).then((opened) => opened.get("a"));
    await expect(reading).rejects.toThrow(NoSuchStore);
    await expect(reading).rejects.toThrow(/: the secret does not fit the access key id\. /u);
    const error: unknown = await reading.catch((reason: unknown) => reason);
    expect(
      JSON.stringify([error, String(error), error instanceof Error && error.cause]),
    ).not.toMatch(/geheim/u);
  });

  test("whose host nobody knows: unavailable, since names may come back", async () => {
    const opening = openStore("s3://k:s@bucket?endpoint=http://gongkai.invalid:9000");
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(/: the name of its host is not known here/u);
  });

  test("whose port is closed: unavailable", async () => {
    const closed = await startS3Server();
    await closed.stop();
    await expect(openStore(closed.url)).rejects.toThrow(
      /: nothing answers at its address\. Start the service; .* \(ECONNREFUSED\)\.$/u,
    );
  });

  test("that lists keys out of order: said, rather than keys left out", async () => {
    // This server walks its folders, where "a" comes before "a-b"; in S3 "a-b/x" comes before "a/x".
    await store.put("order/a/x", VALUE.subarray(0, 1));
    await store.put("order/a-b/x", VALUE.subarray(0, 1));
    await expect(keysOf(store, "order/")).rejects.toThrow(
      /lists order\/a-b\/x after order\/a\/x: out of order, as S3 never does/u,
    );
  });
});

const xml = (code: string): string =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>words of ${code}</Message></Error>`;
const PAGE = "<!doctype html><title>Sign in</title><p>Welcome";

/** A server that gives every request the same answer. */
async function answering(listener: RequestListener) {
  const http = createServer(listener).listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const stop = async () => {
    http.closeAllConnections();
    http.close();
    await once(http, "close");
  };
  return { endpoint: `http://127.0.0.1:${address.port}`, stop };
}

const refusing = { timeout: 120_000 };
describe("a service that refuses", refusing, () => {
  test.each([
    { as: "no right", status: 403, body: xml("AccessDenied"), says: /They need s3:ListBucket/u },
    {
      as: "some other right",
      status: 403,
      body: xml("Other"),
      says: /answers 403: words of Other/u,
    },
    { as: "an old token", status: 400, body: xml("ExpiredToken"), says: /token is not valid/u },
    { as: "another region", status: 301, body: xml("PermanentRedirect"), says: /region=NAME/u },
    { as: "an odd name", status: 400, body: xml("InvalidBucketName"), says: /can be called so/u },
    {
      as: "a wrong request",
      status: 400,
      body: xml("Other"),
      says: /answers 400: words of Other/u,
    },
    { as: "a page that forbids", status: 403, body: PAGE, says: /403/u },
    { as: "a page to sign in", status: 200, body: PAGE, says: /is no S3-compatible service/u },
    { as: "nothing at all", status: 200, body: "", says: /is no S3-compatible service/u },
  ])("with $as is no store", async ({ status, body, says }) => {
    const service = await answering((_request, response) => response.writeHead(status).end(body));
    const opening = openStore(s3Url("gongkai", service.endpoint));
    await expect(opening).rejects.toThrow(NoSuchStore);
    await expect(opening).rejects.toThrow(says);
    await service.stop();
  });

  test.each([
    { as: "too many requests", status: 503, body: xml("SlowDown"), says: /Run fewer workers/u },
    {
      as: "a fault of its own",
      status: 500,
      body: xml("InternalError"),
      says: /words of Internal/u,
    },
    { as: "a full disk", status: 507, body: xml("XMinioStorageFull"), says: /its disk is full/u },
    { as: "a used up quota", status: 403, body: xml("QuotaExceeded"), says: /quota is used up/u },
    { as: "a late request", status: 400, body: xml("RequestTimeout"), says: /answer in time/u },
    { as: "too many requests and no word", status: 429, body: "", says: /429/u },
    { as: "a page of a proxy", status: 502, body: PAGE, says: /502/u },
  ])("with $as is unavailable", async ({ status, body, says }) => {
    const service = await answering((_request, response) => response.writeHead(status).end(body));
    const opening = openStore(s3Url("gongkai", service.endpoint));
    await expect(opening).rejects.toThrow(StoreUnavailable);
    await expect(opening).rejects.toThrow(says);
    await service.stop();
  });

  test("by saying that all is well: a page of the network is not taken for the service", async () => {
    const body = "<ListBucketResult><Name>gongkai</Name></ListBucketResult>";
    const service = await answering((request, response) => {
      const isListing = request.url?.includes("list-type") === true;
      response.writeHead(200).end(isListing ? body : PAGE);
    });
    const bucket = await openStore(s3Url("gongkai", service.endpoint));
    await expect(bucket.put("a", VALUE)).rejects.toThrow(/: what answered is not the service\. /u);
    await bucket.close();
    await service.stop();
  });

  test("at first, and answers when it is asked again", async () => {
    let asked = 0;
    const service = await answering((_request, response) => {
      asked += 1;
      if (asked === 1) response.writeHead(503).end(xml("SlowDown"));
      else response.writeHead(200).end("<ListBucketResult><Name>gongkai</Name></ListBucketResult>");
    });
    const bucket = await openStore(s3Url("gongkai", service.endpoint));
    expect(asked).toBe(2);
    await bucket.close();
    await service.stop();
  });
});
