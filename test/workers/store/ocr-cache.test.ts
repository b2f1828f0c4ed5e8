import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Bilingual } from "../../../pipeline/model/finding.js";
import { openOcrCache } from "../../../workers/store/ocr-cache.js";
import { ocrKey } from "../../../workers/store/keys.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { KINDS, keysOf, plain } from "./stores.js";

const { at, write } = temporaryFolder();
const RESULT = new TextEncoder().encode("云溪县教育局");
const unexpected = ({ en }: Bilingual<string>) => expect.unreachable(en);

describe.each(KINDS)("what was recognized, in %s", (_name, open) => {
  test("is given back to whoever opens it later", async () => {
    const { store, url, stop } = await open();
    try {
      await openOcrCache(url, unexpected).put("ppocr-1-abc", RESULT);
      const later = openOcrCache(url, unexpected);
      expect(plain(await later.get("ppocr-1-abc"))).toEqual(RESULT);
      expect(await later.get("ppocr-1-abd")).toBeUndefined();
      expect(await keysOf(store, "ocr/")).toEqual([ocrKey("ppocr-1-abc")]);
    } finally {
      await stop();
    }
  });
});

describe("a cache", () => {
  test("makes no folder before it is needed", () => {
    openOcrCache(at("cache"), unexpected);
    expect(existsSync(at("cache"))).toBe(false);
  });

  test("that cannot be used costs no page: it says why, and is left alone for a while", async () => {
    const faults: Bilingual<string>[] = [];
    const cache = openOcrCache(await write("file", "x"), (reason) => faults.push(reason));
    await cache.put("key", RESULT);
    expect(await cache.get("key")).toBeUndefined();
    const names = expect.stringContaining(at("file"));
    expect(faults).toEqual([{ en: names, zh: names }]);
  });
});
