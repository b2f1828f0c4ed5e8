import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { OcrCache, OcrModels } from "../../../extractors/common/ocr-options.js";
import { planOcr } from "../../../extractors/ocr/plan.js";
import type { Picture } from "../../../extractors/raster/gray.js";
import { openScanReader } from "../../../extractors/scan/scan-reader.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { inColour, paint, paper } from "../raster/draw.js";

const { write } = temporaryFolder();

/** Networks that find nothing, and say how often they were asked. */
const { networks } = vi.hoisted(() => ({ networks: { runs: 0 } }));
vi.mock("onnxruntime-node", () => ({
  Tensor: class {
    readonly dims: readonly number[];
    constructor(_type: string, _data: Float32Array, dims: readonly number[]) {
      this.dims = dims;
    }
  },
  InferenceSession: {
    create: () =>
      Promise.resolve({
        inputNames: ["x"],
        outputNames: ["y"],
        run: ({ x }: { x: { dims: readonly number[] } }) => {
          networks.runs += 1;
          const [, , height = 0, width = 0] = x.dims;
          return Promise.resolve({
            y: { data: new Float32Array(width * height), dims: [1, 1, height, width] },
          });
        },
        release: () => Promise.resolve(),
      }),
  },
}));
beforeEach(() => {
  networks.runs = 0;
});

interface Kept extends OcrCache {
  readonly entries: Map<string, Uint8Array>;
}

function keeping(): Kept {
  const entries = new Map<string, Uint8Array>();
  return {
    entries,
    get: (key) => Promise.resolve(entries.get(key)),
    put: (key, bytes) => Promise.resolve(void entries.set(key, bytes)),
  };
}

/** A page with a stroke on it. */
function page(at = 40): Picture {
  const gray = paper(200, 280);
  paint(gray, [at, 40, at + 90, 44]);
  return inColour(gray);
}

async function read(picture: Picture, cache?: OcrCache, models?: OcrModels) {
  const plan = await planOcr({ models: models ?? "bundled" });
  return (await openScanReader({ plan, cache })).read(picture);
}

describe("what was recognized is kept", () => {
  test("so that no network is asked again, and the same is read", async () => {
    const cache = keeping();
    const first = await read(page(), cache);
    expect(networks.runs).toBeGreaterThan(0);
    networks.runs = 0;
    expect(await read(page(), cache)).toEqual(first);
    expect(networks.runs).toBe(0);
  });

  test("under keys that any store takes, one a page", async () => {
    const cache = keeping();
    await read(page(), cache);
    await read(page(41), cache);
    const keys = [...cache.entries.keys()];
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9-]{40,200}$/u);
  });

  test("apart from pages of another shape with the same pixels", async () => {
    const cache = keeping();
    const { width, height, data, dpi } = page();
    await read({ width, height, data, dpi }, cache);
    await read({ width: height, height: width, data, dpi }, cache);
    expect(cache.entries.size).toBe(2);
  });

  test("apart for each set of models, for they read otherwise", async () => {
    const cache = keeping();
    const characters = await write("keys.txt", "一\n");
    await read(page(), cache);
    await read(page(), cache, { characters });
    expect(cache.entries.size).toBe(2);
  });

  test("nowhere where it is not to be kept", async () => {
    await read(page());
    const { runs } = networks;
    await read(page());
    expect(networks.runs).toBe(2 * runs);
  });
});

describe("what was kept is recognized anew and kept again", () => {
  test.each([
    { what: "that is cut off", broken: (bytes: Uint8Array) => bytes.subarray(0, 20) },
    { what: "that is no archive", broken: () => Buffer.from("{}") },
    { what: "of another form", broken: () => gzipSync(JSON.stringify({ lines: [] })) },
    { what: "that is empty", broken: () => new Uint8Array() },
  ])("$what", async ({ broken }) => {
    const cache = keeping();
    const first = await read(page(), cache);
    const [[key, bytes] = ["", new Uint8Array()]] = cache.entries;
    cache.entries.set(key, broken(bytes));
    networks.runs = 0;
    expect(await read(page(), cache)).toEqual(first);
    expect(networks.runs).toBeGreaterThan(0);
    networks.runs = 0;
    await read(page(), cache);
    expect(networks.runs).toBe(0);
  });
});
