import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { UnreadableSource, failed, printJson, sourceOf } from "../../../index.js";
import { inBoth } from "../../../pipeline/model/finding.js";
import type { DocumentDataset } from "../../../index.js";
import {
  getResult,
  getSource,
  hasResult,
  putResult,
  putSource,
  wholeResult,
} from "../../../workers/store/documents.js";
import { resultKey, sourceKey } from "../../../workers/store/keys.js";
import { openStore } from "../../../workers/store/open-store.js";
import { DamagedStore, StoreUnavailable } from "../../../workers/store/store.js";
import type { Store } from "../../../workers/store/store.js";
import { linkTo } from "./broken-link.js";
import { s3Url, startS3Server } from "./s3-server.js";
import { KINDS, plain } from "./stores.js";
import type { Opened } from "./stores.js";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** What is made of a document that cannot be read: the smallest there is. */
function madeOf(bytes: Uint8Array): DocumentDataset {
  return failed(
    sourceOf(bytes, "some.pdf"),
    new UnreadableSource("no_text", inBoth("It has no text.")),
  );
}

describe.each(KINDS)("documents in %s", (_kind, open) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.stop());

  test("come back by their hash, byte by byte", async () => {
    const bytes = encode("部门预算 2024");
    await putSource(store, bytes, sha256Of(bytes));
    expect(plain(await getSource(store, sha256Of(bytes)))).toEqual(bytes);
    const key = `sources/${sha256Of(bytes).slice(0, 2)}/${sha256Of(bytes)}`;
    expect(await store.size(key)).toBe(bytes.length);
  });

  test("are not written again where they stand whole, and are where half of them does", async () => {
    const bytes = encode("the same bytes again");
    const sha256 = sha256Of(bytes);
    const key = sourceKey(sha256);
    await store.put(key, encode("THE SAME BYTES AGAIN"));
    await putSource(store, bytes, sha256);
    expect(plain(await store.get(key))).toEqual(encode("THE SAME BYTES AGAIN"));
    await store.put(key, bytes.subarray(0, 10));
    await putSource(store, bytes, sha256);
    expect(plain(await getSource(store, sha256))).toEqual(bytes);
  });

  test("that are not there may come: a share shows new files late", async () => {
    const sha256 = sha256Of(encode("nowhere"));
    await expect(getSource(store, sha256)).rejects.toThrow(StoreUnavailable);
    await expect(getSource(store, sha256)).rejects.toThrow(
      `The store ${store.address} does not hold ${sourceKey(sha256)}.`,
    );
  });

  test.each([
    ["shorter", encode("whol")],
    ["of the same length", encode("Whole")],
    ["empty", encode("")],
  ])("that became %s are damaged, and said to be", async (_name, damaged) => {
    const bytes = encode("whole");
    const sha256 = sha256Of(bytes);
    await store.put(sourceKey(sha256), damaged);
    const reading = getSource(store, sha256);
    await expect(reading).rejects.toThrow(DamagedStore);
    await expect(reading).rejects.toThrow(
      `${sourceKey(sha256)} in ${store.address} is not what was put there: its SHA-256 is ${sha256Of(damaged)}. Remove it and submit the document again.`,
    );
  });
});

describe.each(KINDS)("results in %s", (_kind, open) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.stop());

  const bytes = encode("a document");
  const sha256 = sha256Of(bytes);
  const dataset = madeOf(bytes);
  const json = encode(printJson(dataset));

  test("are not there before they are put", async () => {
    expect(await hasResult(store, sha256)).toBe(false);
    expect(await getResult(store, sha256)).toBeUndefined();
  });

  test("come back as they were put, packed to the same bytes each time", async () => {
    await putResult(store, sha256, json);
    const packed = await store.get(resultKey(sha256));
    await putResult(store, sha256, json);
    expect(await store.get(resultKey(sha256))).toEqual(packed);
    expect(packed?.length).toBeLessThan(json.length);
    expect(await hasResult(store, sha256)).toBe(true);
    expect(await getResult(store, sha256)).toEqual(dataset);
  });

  test("cut anywhere are never taken for whole", async () => {
    await putResult(store, sha256, json);
    const packed = (await store.get(resultKey(sha256))) ?? encode("");
    const cuts = [0, 1, 5, 10, 18, 100, packed.length - 9, packed.length - 4, packed.length - 1];
    for (const length of cuts) {
      await store.put(resultKey(sha256), packed.subarray(0, length));
      expect(await hasResult(store, sha256)).toBe(false);
      await expect(getResult(store, sha256)).rejects.toThrow(DamagedStore);
      expect(await wholeResult(store, sha256)).toBeUndefined();
    }
    await putResult(store, sha256, json);
    expect(await wholeResult(store, sha256)).toEqual(dataset);
  });

  test("with any byte changed in what is packed are never taken for whole", async () => {
    await putResult(store, sha256, json);
    const packed = (await store.get(resultKey(sha256))) ?? encode("");
    for (let at = 10; at < packed.length; at += 37) {
      const damaged = Uint8Array.from(packed, (byte, index) => (index === at ? byte ^ 1 : byte));
      await store.put(resultKey(sha256), damaged);
      expect(await hasResult(store, sha256)).toBe(false);
      await expect(getResult(store, sha256)).rejects.toThrow(DamagedStore);
    }
  });

  test.each([
    ["is no JSON", encode("half of {")],
    ["lacks a part", encode(printJson({ ...dataset, tables: undefined }))],
    ["has something that is no part", encode(printJson({ ...dataset, more: 1 }))],
    ["is of another document", encode(printJson(madeOf(encode("another"))))],
  ])("that %s are damaged, and the message says what to do", async (_name, wrong) => {
    await putResult(store, sha256, wrong);
    const reading = getResult(store, sha256);
    await expect(reading).rejects.toThrow(DamagedStore);
    await expect(reading).rejects.toThrow(
      `${resultKey(sha256)} in ${store.address} is not what was put there. Remove it and submit the document again.`,
    );
  });
});

describe("a result that a killed service shows half of", () => {
  test("does not count, and is whole when it is put again", async () => {
    const server = await startS3Server();
    const link = await linkTo(server.port);
    const store = await openStore(`${s3Url(server.bucket, link.endpoint)}&timeout=2`);
    const long = { ...madeOf(encode("killed")), ignored: noise(10_000) };
    const { sha256 } = long.document;
    const json = encode(printJson(long));
    await putResult(store, sha256, json);
    const whole = (await store.size(resultKey(sha256))) ?? 0;
    link.fail({ way: "request", after: whole / 2, end: "silence", times: 1 });
    const killed = putResult(store, sha256, json).catch((error: unknown) => error);
    // This service writes in place, so that what came until it was killed stays to be seen.
    while ((await sizeIn(server.folder, sha256)) >= whole) await sleep(10);
    await server.kill("SIGKILL");
    expect(await killed).toBeInstanceOf(StoreUnavailable);
    await server.restart();
    expect(await store.size(resultKey(sha256))).toBeLessThan(whole);
    expect(await hasResult(store, sha256)).toBe(false);
    await expect(getResult(store, sha256)).rejects.toThrow(DamagedStore);
    await putResult(store, sha256, json);
    expect(await getResult(store, sha256)).toEqual(long);
    await store.close();
    await link.stop();
    await server.stop();
  });
});

/** The size of the file where the S3 server of the tests keeps a result. */
async function sizeIn(folder: string, sha256: string): Promise<number> {
  return (await stat(join(folder, "gongkai", `${resultKey(sha256)}._S3rver_object`))).size;
}

/** Lines that hardly pack, so that a result is large. */
function noise(lines: number): DocumentDataset["ignored"] {
  return Array.from({ length: lines }, (_, line) => ({
    text: sha256Of(encode(String(line))),
    reason: "noise",
    at: { type: "line", line: line + 1 },
  }));
}
