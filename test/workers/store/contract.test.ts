import fc from "fast-check";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "../../../workers/store/store.js";
import { KINDS, keysOf, plain } from "./stores.js";
import type { Opened } from "./stores.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each(KINDS)("%s", (_kind, open) => {
  let opened: Opened;
  let store: Store;
  beforeAll(async () => {
    opened = await open();
    store = opened.store;
  });
  afterAll(() => opened.stop());

  test("gives back what was put, any bytes under any key", async () => {
    const name = fc.stringMatching(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,20}$/u);
    const key = fc.tuple(name, name).map(([a, b]) => `any/x${a}/f.${b}`);
    await fc.assert(
      fc.asyncProperty(key, fc.uint8Array({ maxLength: 5_000 }), async (at, value) => {
        await store.put(at, value);
        expect(plain(await store.get(at))).toEqual(value);
        expect(await store.size(at)).toBe(value.length);
      }),
      { numRuns: 40 },
    );
  });

  test("gives back what the last of several puts was given", async () => {
    await store.put("again/key", bytes("the first, which is longer"));
    await store.put("again/key", bytes("the second"));
    expect(plain(await store.get("again/key"))).toEqual(bytes("the second"));
    expect(await store.size("again/key")).toBe(10);
  });

  test("says that nothing stands under a key, under part of one, and beneath one", async () => {
    await store.put("some/where/here", bytes("x"));
    for (const key of ["some/where/there", "some/where", "some/where/here/below", "nowhere"]) {
      expect(await store.get(key)).toBeUndefined();
      expect(await store.size(key)).toBeUndefined();
    }
  });

  test("lists the keys under a prefix in the order of their code units", async () => {
    const keys = ["list/B/2", "list/B/10", "list/a/_", "list/a/Z", "list/a/-x/y", "listed/no"];
    for (const key of keys) await store.put(key, bytes(key));
    expect(await keysOf(store, "list/")).toEqual([
      "list/B/10",
      "list/B/2",
      "list/a/-x/y",
      "list/a/Z",
      "list/a/_",
    ]);
    expect(await keysOf(store, "list/a/")).toHaveLength(3);
    expect(await keysOf(store, "list/B/1/")).toEqual([]);
    expect(await keysOf(store, "nothing/")).toEqual([]);
  });

  test("lists more keys than an answer holds, once each", { timeout: 120_000 }, async () => {
    const keys = Array.from({ length: 2_100 }, (_, n) => `many/${String(n).padStart(5, "0")}`);
    for (let at = 0; at < keys.length; at += 100)
      await Promise.all(keys.slice(at, at + 100).map((key) => store.put(key, bytes(key))));
    expect(await keysOf(store, "many/")).toEqual(keys);
  });

  test("stops listing when nobody wants more", async () => {
    for (const name of ["a", "b", "c"]) await store.put(`stop/${name}`, bytes(name));
    const listing = store.list("stop/")[Symbol.asyncIterator]();
    expect(await listing.next()).toEqual({ done: false, value: "stop/a" });
    await listing.return?.();
    expect(await listing.next()).toEqual({ done: true, value: undefined });
  });

  test("removes what stands under a key, and does not mind where nothing does", async () => {
    await store.put("gone/one", bytes("1"));
    await store.put("gone/two", bytes("2"));
    await store.remove("gone/one");
    await store.remove("gone/one");
    expect(await store.get("gone/one")).toBeUndefined();
    expect(await keysOf(store, "gone/")).toEqual(["gone/two"]);
  });

  test.each([0, 1, 20 * 1024 * 1024, 40 * 1024 * 1024 + 7])(
    "takes a file of %i bytes, and the same from memory",
    async (size) => {
      const folder = mkdtempSync(join(tmpdir(), "gongkai-file-"));
      const value = Buffer.alloc(size, "财政拨款");
      writeFileSync(join(folder, "large"), value);
      await store.putFile("large/file", join(folder, "large"));
      await store.put("large/bytes", value);
      rmSync(folder, { recursive: true });
      for (const key of ["large/file", "large/bytes"]) {
        expect(await store.size(key)).toBe(size);
        expect(Buffer.compare((await store.get(key)) ?? bytes("nothing"), value)).toBe(0);
      }
    },
  );

  test("says so where the file to put is not there, and puts nothing", async () => {
    const missing = store.putFile("missing/file", join(tmpdir(), "gongkai-no-such-file"));
    await expect(missing).rejects.toMatchObject({ name: "Error", code: "ENOENT" });
    expect(await store.get("missing/file")).toBeUndefined();
  });

  test.each(["", "/a", "a/", "a//b", "../a", "a/../b", ".hidden", "a/.incoming/b", "a b", "财政"])(
    "takes %j for no key",
    async (key) => {
      const uses = [
        async () => store.put(key, bytes("x")),
        async () => store.get(key),
        async () => store.size(key),
        async () => store.remove(key),
      ];
      for (const use of uses) await expect(use()).rejects.toThrow(TypeError);
    },
  );

  test("takes half a name for no prefix", async () => {
    await expect(keysOf(store, "half")).rejects.toThrow(TypeError);
  });

  test("prints an address without secrets", () => {
    expect(store.address).not.toMatch(/S3RVER|@/u);
    expect(store.address).toMatch(/^(file:\/\/\/|s3:\/\/gongkai\/a\/prefix\?endpoint=http:)/u);
  });
});
