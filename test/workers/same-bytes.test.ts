import { existsSync, mkdtempSync } from "node:fs";
import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zipSync } from "fflate";
import { filesIn } from "../files-in.js";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { REAL, endAll, gongkai, startWorker } from "./queue/processes.js";
import type { Surroundings } from "./queue/processes.js";
import { hasRedis, startRedis } from "./redis-server.js";
import type { RedisServer } from "./redis-server.js";
import { removeFolder } from "../remove-folder.js";

const SAMPLES = fileURLToPath(new URL("../../samples/", import.meta.url));
const { at } = temporaryFolder();
/** Where the inputs stand for all tests: the path of one that is not there is in the dataset. */
const inputs = mkdtempSync(join(tmpdir(), "gongkai-same-bytes-"));

/** The samples in every format, the same bytes under two names, and files that cannot be read; `none.pdf` is not there. */
async function makeInputs(): Promise<void> {
  await mkdir(join(inputs, "again"));
  for (const slug of await slugs())
    for (const file of ["source.txt", "source.docx", "source.pdf"])
      await copyFile(join(SAMPLES, slug, file), join(inputs, `${slug}.${file}`));
  await copyFile(join(inputs, "yuan-2025.source.txt"), join(inputs, "again/copy.txt"));
  await writeFile(join(inputs, "packed.zip"), await packedSamples());
  await writeFile(join(inputs, "damaged.7z"), "7z\u00bc\u00af\u0027\u001c and no more", "latin1");
  await writeFile(join(inputs, "broken.docx"), "PK\u0003\u0004 and no more");
  await writeFile(join(inputs, "empty.pdf"), "");
}

/** Documents that stand among the inputs too and one that does not, an archive within, an empty file, and a path that leads out. */
async function packedSamples(): Promise<Uint8Array> {
  const text = await readFile(join(SAMPLES, "yuan-2025/source.txt"));
  const more = Buffer.concat([text, Buffer.from("\n")]);
  const inner = zipSync({ "more.txt": more, "empty.txt": new Uint8Array() });
  return zipSync({ "2025/again.txt": text, "inner.zip": inner, "../out.txt": text });
}

async function slugs(): Promise<readonly string[]> {
  const names = await readdir(SAMPLES);
  return names.filter((name) => existsSync(join(SAMPLES, name, "source.txt")));
}

describe("the dataset is the same, byte for byte,", () => {
  let redis: RedisServer | undefined;
  beforeAll(makeInputs);
  afterAll(() => removeFolder(inputs));
  beforeEach(async () => {
    redis = hasRedis ? await startRedis() : undefined;
  });
  afterEach(async () => {
    await endAll();
    await redis?.stop();
  });
  const here = (store = "store"): Surroundings => ({
    redis: redis?.url ?? "",
    store: at(store),
    program: REAL,
  });
  const local = async (out: string, concurrency: string) => {
    const args = [
      "extract",
      inputs,
      join(inputs, "none.pdf"),
      "--out",
      at(out),
      "--concurrency",
      concurrency,
    ];
    expect((await gongkai(args, here())).code).toBe(1);
    return filesIn(at(out));
  };
  const compiled = async () => {
    const { code, stderr } = await gongkai(["compile", "--out", at("out")], here());
    expect([code, stderr]).toEqual([0, ""]);
    return filesIn(at("out"));
  };
  const submitAndWait = async () => {
    const { stdout, stderr } = await gongkai(
      ["submit", inputs, join(inputs, "none.pdf"), "--wait"],
      here(),
    );
    expect([stdout, stderr]).toEqual([expect.stringContaining("Compiled: "), expect.anything()]);
  };

  /** What one reader writes: the inputs of all tests are the same, so it reads them once. */
  let ofOneReader: ReturnType<typeof local> | undefined;
  const expected = () => (ofOneReader ??= local("one", "1"));

  test("from one reader and from three", async () => {
    const one = await expected();
    expect(Object.keys(one).length).toBeGreaterThan(30);
    expect(await local("three", "3")).toEqual(one);
  });

  test.skipIf(!hasRedis)("from one worker", async () => {
    startWorker(here());
    await submitAndWait();
    expect(await compiled()).toEqual(await expected());
  });

  test.skipIf(!hasRedis)("from four workers on two connections", async () => {
    for (const _ of [1, 2]) startWorker(here(), ["--concurrency", "2"]);
    await submitAndWait();
    expect(await compiled()).toEqual(await expected());
  });

  test.skipIf(!hasRedis)("from four workers, two of them killed and started again", async () => {
    const workers = [1, 2, 3, 4].map(() => startWorker(here(), ["--lock", "2"]));
    const submitted = submitAndWait();
    for (const victim of workers.slice(0, 2)) {
      await victim.until("finished");
      await victim.end("SIGKILL");
      startWorker(here(), ["--lock", "2"]);
    }
    await submitted;
    expect(await compiled()).toEqual(await expected());
  });
});
