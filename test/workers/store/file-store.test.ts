import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openStore } from "../../../workers/store/open-store.js";
import { NoSuchStore, StoreUnavailable } from "../../../workers/store/store.js";
import { useStore } from "./store-process.js";
import { keysOf, plain } from "./stores.js";

const DAY_MS = 24 * 60 * 60 * 1_000;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gongkai-store-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const incoming = (): readonly string[] => readdirSync(join(folder, ".incoming"));

describe("a folder as a store", () => {
  test("keeps a value in the file that its key names, readable as it is", async () => {
    const store = await openStore(folder);
    await store.put("a/b/c.txt", bytes("部门预算"));
    expect(readFileSync(join(folder, "a/b/c.txt"), "utf8")).toBe("部门预算");
    expect(incoming()).toEqual([]);
  });

  test("lists a folder where its name with a slash stands in the order", async () => {
    const store = await openStore(folder);
    const keys = ["a-b/x", "a.b", "a/x", "a/y/z", "a0"];
    for (const key of keys.toReversed()) await store.put(key, bytes(key));
    expect(await keysOf(store, "")).toEqual(keys);
    expect(keys.toSorted()).toEqual(keys);
  });

  test("lists nothing that it did not put there: hidden files, what is half written", async () => {
    const store = await openStore(folder);
    await store.put("a/b", bytes("x"));
    for (const name of [".DS_Store", ".nfs0001", "财政.txt", "with space"])
      writeFileSync(join(folder, "a", name), "");
    writeFileSync(join(folder, ".incoming", "host-1-abc-1"), "half");
    expect(await keysOf(store, "")).toEqual(["a/b"]);
  });

  test("removes what a killed writer left once it is a day old, and nothing that is newer", async () => {
    mkdirSync(join(folder, ".incoming"));
    const old = join(folder, ".incoming", "host-1-abc-1");
    const recent = join(folder, ".incoming", "host-2-abc-1");
    for (const path of [old, recent]) writeFileSync(path, "half");
    utimesSync(old, new Date(), new Date(Date.now() - DAY_MS - 60_000));
    utimesSync(recent, new Date(), new Date(Date.now() - DAY_MS + 60_000));
    await openStore(folder);
    expect(incoming()).toEqual(["host-2-abc-1"]);
  });
});

describe("a store whose folder goes away", () => {
  test("holds nothing for missing, and goes on when it is back", async () => {
    const store = await openStore(folder);
    await store.put("a/b", bytes("x"));
    renameSync(folder, `${folder}-away`);
    const uses = [
      store.get("a/b"),
      store.size("a/b"),
      keysOf(store, "a/"),
      store.put("a/c", bytes("y")),
    ];
    for (const use of await Promise.allSettled(uses))
      expect(use).toMatchObject({ status: "rejected", reason: expect.any(StoreUnavailable) });
    await expect(store.get("a/b")).rejects.toThrow(
      `The store file://${folder} is not there any more`,
    );
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    expect(plain(await store.get("a/b"))).toEqual(bytes("x"));
  });
});

describe("a store in a mount point that loses its share", () => {
  test("is not taken for an empty one, nor written to", async () => {
    const store = await openStore(folder);
    await store.put("a/b", bytes("x"));
    renameSync(folder, `${folder}-share`);
    mkdirSync(folder);
    await expect(store.get("a/b")).rejects.toThrow(StoreUnavailable);
    await expect(keysOf(store, "a/")).rejects.toThrow(StoreUnavailable);
    await expect(store.put("a/c", bytes("y"))).rejects.toThrow(StoreUnavailable);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(`${folder}-share`, { recursive: true });
  });
});

describe("several processes that put under one key", () => {
  test("leave one whole value, and a reader never sees another", { timeout: 60_000 }, async () => {
    const SIZE = 300_000;
    const store = await openStore(folder);
    const key = "results/one";
    await store.put(key, Buffer.alloc(SIZE, 1));
    const writers = [2, 3, 4].map((fill) =>
      useStore([
        { do: "open", url: folder },
        { do: "put", key, size: SIZE * fill, fill, times: 40 },
      ]),
    );
    const over = new AbortController();
    const ended = Promise.all(writers.map(({ outcomes }) => outcomes)).finally(() => over.abort());
    const seen = new Set<number>();
    while (!over.signal.aborted) {
      const value = (await store.get(key)) ?? bytes("");
      const [fill = 0] = value;
      seen.add(fill);
      expect(value.length).toBe(SIZE * fill);
      expect(value.every((byte) => byte === fill)).toBe(true);
    }
    for (const outcome of await ended)
      expect(outcome).toEqual([{ address: `file://${folder}` }, {}]);
    expect(seen.size).toBeGreaterThan(1);
    expect(await keysOf(store, "")).toEqual([key]);
    expect(incoming()).toEqual([]);
  });

  test("leave the old value whole where one is killed while it writes", async () => {
    const store = await openStore(folder);
    await store.put("a/b", Buffer.alloc(1_000, 1));
    const writer = useStore([
      { do: "open", url: folder },
      { do: "put", key: "a/b", size: 20_000_000, fill: 2, times: 1_000 },
    ]);
    while (incoming().length === 0) await sleep(1);
    writer.kill();
    await writer.outcomes;
    const value = (await store.get("a/b")) ?? bytes("");
    const [fill] = value;
    expect([1_000, 20_000_000]).toContain(value.length);
    expect(value.every((byte) => byte === fill)).toBe(true);
    expect(await keysOf(store, "")).toEqual(["a/b"]);
  });
});

/** Whether a small disk can be mounted without the rights of root on this machine. */
const canMount =
  spawnSync("unshare", ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"], { stdio: "ignore" })
    .status === 0;
if (!canMount) console.warn("The tests of a full disk are skipped: nothing can be mounted here.");

const mounted = (options: string): { around: string } => ({
  around: `unshare -rm sh -c 'mount -t tmpfs -o ${options} none "${folder}" && exec "$@"' sh "$@"`,
});

describe.skipIf(!canMount)("a store on a disk of one megabyte", () => {
  test("says that the disk is full, keeps what it has, and goes on when there is room", async () => {
    const [, , full, old, half, , freed, read] = await useStore(
      [
        { do: "open", url: folder },
        { do: "put", key: "a/b", size: 600_000, fill: 1 },
        { do: "put", key: "a/b", size: 800_000, fill: 2 },
        { do: "get", key: "a/b" },
        { do: "get", key: "a/c" },
        { do: "remove", key: "a/b" },
        { do: "put", key: "a/c", size: 800_000, fill: 2 },
        { do: "get", key: "a/c" },
      ],
      mounted("size=1m"),
    ).outcomes;
    expect(full).toEqual({
      error: "StoreUnavailable",
      message: `The store file://${folder} cannot write a/b: its disk is full (ENOSPC). Make room; the work then goes on.`,
      cause: "ENOSPC",
    });
    expect(old).toEqual({ size: 600_000, fills: [1] });
    expect(half).toEqual({});
    expect(freed).toEqual({});
    expect(read).toEqual({ size: 800_000, fills: [2] });
  });

  test("does not put half of a large file", async () => {
    const large = join(tmpdir(), `gongkai-large-${process.pid}`);
    writeFileSync(large, Buffer.alloc(3_000_000, 7));
    const [, full, half, room] = await useStore(
      [
        { do: "open", url: folder },
        { do: "putFile", key: "large", path: large },
        { do: "get", key: "large" },
        { do: "put", key: "small", size: 900_000, fill: 1 },
      ],
      mounted("size=1m"),
    ).outcomes;
    rmSync(large);
    expect(full).toMatchObject({ error: "StoreUnavailable", cause: "ENOSPC" });
    expect(half).toEqual({});
    expect(room).toEqual({});
  });

  test("says that there is no room for another name", async () => {
    const [, full, freed, room] = await useStore(
      [
        { do: "open", url: folder },
        { do: "put", key: "a/b/c/d/e/f/g", size: 1, fill: 1 },
        { do: "get", key: "a/b/c/d/e/f/g" },
        { do: "put", key: "here", size: 1, fill: 1 },
      ],
      mounted("nr_inodes=6"),
    ).outcomes;
    expect(full).toMatchObject({ error: "StoreUnavailable", cause: "ENOSPC" });
    expect([freed, room]).toEqual([{}, {}]);
  });
});

describe.skipIf(!canMount)("a store on a disk that is mounted read-only", () => {
  test("says so when it is opened", async () => {
    const [opened] = await useStore([{ do: "open", url: folder }], mounted("ro")).outcomes;
    expect(opened).toEqual({
      error: "StoreUnavailable",
      message: `The store file://${folder} cannot be opened: it is mounted read-only (EROFS). Mount it for writing.`,
      cause: "EROFS",
    });
  });
});

describe("a process that may write small files only", () => {
  test("says so, and puts no part of a larger one", async () => {
    const [, small, large, read] = await useStore(
      [
        { do: "open", url: folder },
        { do: "put", key: "a", size: 10_000, fill: 1 },
        { do: "put", key: "a", size: 10_000_000, fill: 2 },
        { do: "get", key: "a" },
      ],
      { around: 'ulimit -f 2000; exec "$@"' },
    ).outcomes;
    expect(small).toEqual({});
    expect(large).toMatchObject({ error: "StoreUnavailable", cause: "EFBIG" });
    expect(large?.message).toMatch(/cannot write a: .* Raise ulimit -f\.$/u);
    expect(read).toEqual({ size: 10_000, fills: [1] });
    expect(incoming()).toEqual([]);
  });
});

describe("a folder that cannot be a store", () => {
  test("is not one where a file stands", async () => {
    writeFileSync(join(folder, "file"), "");
    for (const path of ["file", "file/below"])
      await expect(openStore(join(folder, path))).rejects.toThrow(NoSuchStore);
    await expect(openStore(join(folder, "file"))).rejects.toThrow(
      `The store file://${folder}/file cannot be opened: a file stands where a folder is needed (ENOTDIR). Give another address.`,
    );
  });

  test("is not one where a link leads nowhere", async () => {
    symlinkSync(join(folder, "nowhere"), join(folder, "link"));
    await expect(openStore(join(folder, "link/store"))).rejects.toThrow(
      `The store file://${folder}/link/store cannot be opened: a folder or link on the way to it leads nowhere (ENOENT). Bring it back.`,
    );
  });

  test("is not one where this user is not permitted", async () => {
    const isRoot = process.getuid?.() === 0;
    chmodSync(folder, 0o555);
    // Root is permitted everything; nobody is not.
    const nobody = isRoot ? { spawn: { uid: 65_534, gid: 65_534 } } : {};
    const [opened] = await useStore([{ do: "open", url: folder }], nobody).outcomes;
    chmodSync(folder, 0o755);
    expect(opened).toEqual({
      error: "NoSuchStore",
      message: `The store file://${folder} cannot be opened: this user is not permitted to (EACCES). Permit it to the user that runs this, or run it as another.`,
      cause: "EACCES",
    });
  });

  test("has no room for a value where a folder of values stands, and keeps those", async () => {
    const store = await openStore(folder);
    await store.put("a/b", bytes("x"));
    await expect(store.put("a", bytes("y"))).rejects.toThrow(NoSuchStore);
    await expect(store.put("a/b/c", bytes("y"))).rejects.toThrow(NoSuchStore);
    expect(await keysOf(store, "")).toEqual(["a/b"]);
    expect(incoming()).toEqual([]);
    expect(statSync(join(folder, "a/b")).size).toBe(1);
  });
});
