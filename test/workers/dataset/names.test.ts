import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import {
  NoSuchDataset,
  UnusableDatasetName,
  datasetName,
  datasetsOf,
  datasetIn,
} from "../../../workers/dataset/datasets.js";
import type { DocumentNames } from "../../../workers/dataset/names.js";
import { readNames, writeNames } from "../../../workers/dataset/names.js";
import { openStore } from "../../../workers/store/open-store.js";
import { DamagedStore } from "../../../workers/store/store.js";
import type { Store } from "../../../workers/store/store.js";
import { sourceNamed } from "./make-stored.js";
import { damage, heldIn, temporaryStores } from "./temporary-store.js";

const newStore = temporaryStores();

const texts = Array.from({ length: 600 }, (_, i) => `document ${i}`);
const many = texts.map((text) => sourceNamed(text, `${text}.txt`));

const found = (retrieved_at: string | null, source_url: string | null) =>
  sourceNamed("x", "x.txt", { retrieved_at, source_url });

const foundAt = (time: string) => [found(time, "https://a.example/x.txt"), ...many.slice(0, 9)];

async function all(store: Store, dataset = "a"): Promise<readonly DocumentNames[]> {
  const documents: DocumentNames[] = [];
  for await (const names of readNames(store, dataset)) documents.push(names);
  return documents;
}

describe("names in a store", () => {
  test("come back in the order of document ids, whatever order they were given in", async () => {
    const store = await newStore();
    await writeNames(store, "a", many.slice(300).toReversed());
    await writeNames(store, "a", many.slice(0, 310));
    const documents = await all(store);
    expect(documents.flat()).toEqual(
      many.toSorted((a, b) => (a.document_id < b.document_id ? -1 : 1)),
    );
  });

  test("are kept apart where one process opened the store twice", async () => {
    const store = await newStore();
    const again = await openStore(store.address);
    await Promise.all([writeNames(store, "a", many), writeNames(again, "b", many)]);
    expect([(await all(store, "a")).length, (await all(store, "b")).length]).toEqual([600, 600]);
  });

  test("are written to the same places, with the same bytes, when they are given again", async () => {
    const store = await newStore();
    const first = await writeNames(store, "a", many);
    const held = await heldIn(store, "datasets/");
    expect(await writeNames(store, "a", [...many.toReversed(), ...many])).toBe(first);
    expect(held.size).toBeGreaterThan(200);
    expect(await heldIn(store, "datasets/")).toEqual(held);
  });

  test("are in at most 256 objects a submission, by the first digits of the SHA-256", async () => {
    const store = await newStore();
    const id = await writeNames(store, "a", many);
    const held = await heldIn(store, "datasets/");
    for (const key of held.keys())
      expect(key).toMatch(new RegExp(`^datasets/a/names/[0-9a-f]{2}/${id}\\.jsonl\\.gz$`, "u"));
    expect(held.size).toBeLessThanOrEqual(256);
  });

  test("of other submissions are added", async () => {
    const store = await newStore();
    await writeNames(store, "a", [sourceNamed("x", "z.txt")]);
    await writeNames(store, "a", [sourceNamed("x", "a.txt"), sourceNamed("x", "z.txt")]);
    expect((await all(store)).map((names) => names.map(({ file_name }) => file_name))).toEqual([
      ["a.txt", "z.txt"],
    ]);
  });

  test("found twice keep the earliest finding", async () => {
    const first = found("2024-01-01T00:00:00.000Z", "https://a.example/x.txt");
    const others = [
      found("2024-06-01T00:00:00.000Z", "https://a.example/x.txt"),
      found("2024-01-01T00:00:00.000Z", "https://b.example/x.txt"),
      found(null, null),
    ];
    for (const order of [
      [first, ...others],
      [...others, first],
    ]) {
      const store = await newStore();
      for (const name of order) await writeNames(store, "a", [name]);
      expect(await all(store)).toEqual([[first]]);
    }
  });

  test("found again later are the same submission, and stay as they were found first", async () => {
    const store = await newStore();
    const [early, late] = ["2024-01-01T00:00:00.000Z", "2024-06-01T00:00:00.000Z"];
    const id = await writeNames(store, "a", foundAt(early));
    const held = await heldIn(store, "datasets/");
    expect(await writeNames(store, "a", foundAt(late))).toBe(id);
    expect(await heldIn(store, "datasets/")).toEqual(held);
    expect(await writeNames(store, "b", foundAt(late))).toBe(id);
    await writeNames(store, "b", foundAt(early));
    expect(await all(store, "b")).toEqual(await all(store, "a"));
  });

  test("without bytes keep their reason", async () => {
    const store = await newStore();
    const failure = { code: "not_found", message: "There is no such file." } as const;
    const lost = { ...sourceNamed("", "gone.txt"), failure };
    await writeNames(store, "a", [lost]);
    expect(await all(store)).toEqual([[lost]]);
  });

  test.each([
    { are: "cut short", change: (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 5) },
    { are: "not of this form", change: () => gzipSync('{"file_name":"x"}\n') },
    {
      are: "cut short before they were packed",
      change: (bytes: Uint8Array) => gzipSync(gunzipSync(bytes).subarray(0, 50)),
    },
  ])("that $are are never taken for whole", async ({ change }) => {
    const store = await newStore();
    await writeNames(store, "a", [sourceNamed("x", "x.txt")]);
    const [key = ""] = (await heldIn(store, "datasets/")).keys();
    await damage(store, key, change);
    await expect(all(store)).rejects.toThrow(DamagedStore);
    await expect(all(store)).rejects.toThrow(key);
  });
});

describe("the datasets of a store", () => {
  test("are listed, and the only one is found", async () => {
    const store = await newStore();
    await expect(datasetIn(store)).rejects.toThrow(NoSuchDataset);
    await writeNames(store, "hebei-2023", many);
    expect(await datasetIn(store)).toBe("hebei-2023");
    expect(await datasetIn(store, "hebei-2023")).toBe("hebei-2023");
    await writeNames(store, "gansu", many);
    expect(await datasetsOf(store)).toEqual(["gansu", "hebei-2023"]);
    await expect(datasetIn(store)).rejects.toThrow("gansu, hebei-2023. Say which one.");
    await expect(datasetIn(store, "x")).rejects.toThrow("There is none called x.");
    expect(await datasetIn(store, "gansu")).toBe("gansu");
  });

  test("are told apart where one's name begins another's", async () => {
    const store = await newStore();
    await writeNames(store, "a-b", [sourceNamed("x", "x.txt")]);
    await expect(datasetIn(store, "a")).rejects.toThrow(NoSuchDataset);
    expect(await all(store, "a")).toEqual([]);
  });

  test.each(["", "A", "河北", "../x", "a/b", ".a", "a".repeat(65)])(
    "cannot be called %j",
    async (name) => {
      expect(() => datasetName(name)).toThrow(UnusableDatasetName);
      await expect(writeNames(await newStore(), name, [])).rejects.toThrow(UnusableDatasetName);
    },
  );
});
