import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { platform } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../cli/temporary-folder.js";
import { parseCsv } from "../pipeline/dataset/parse-csv.js";
import { REAL, endAll, gongkai, startWorker } from "./queue/processes.js";
import { hasRedis, startRedis } from "./redis-server.js";
import type { RedisServer } from "./redis-server.js";

const DOCUMENTS = 800;
const { at, write } = temporaryFolder();

/** Where the memory of a process can be seen from outside. */
const seesMemory = platform() === "linux";

/** What a process holds in memory, in megabytes; undefined once it is gone. */
function megabytes(pid: number | undefined): number | undefined {
  if (!seesMemory || pid === undefined) return undefined;
  const kilobytes = /VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

function disclosure(n: number): string {
  const rows = Array.from({ length: 20 }, (_, k) => `\t第${k}项支出\t${n}.${k}\t${k}.5`);
  return [
    `云溪县第${n}中学2024年部门预算`,
    "一、收支说明",
    `2024年收支安排${n}.5万元，比上年增加${n % 90}万元。`,
    "收支预算总表",
    "单位：万元",
    ...rows,
  ].join("\n\n");
}

describe.skipIf(!hasRedis)("two workers", () => {
  let redis: RedisServer;
  beforeEach(async () => {
    redis = await startRedis();
  });
  afterEach(async () => {
    await endAll();
    await redis.stop();
  });

  test("lose nothing of 800 documents, and their memory stays as it is", async () => {
    for (let n = 0; n < DOCUMENTS; n += 1) await write(`in/${n}.txt`, disclosure(n));
    const here = { redis: redis.url, store: at("store"), program: REAL };
    await gongkai(["submit", at("in"), "--dataset", "soak"], here);
    const workers = [startWorker(here), startWorker(here)];
    const held: number[][] = workers.map(() => []);
    const look = async () => {
      while (workers.every(({ child }) => child.exitCode === null)) {
        for (const [n, { child }] of workers.entries()) {
          const now = megabytes(child.pid);
          if (now !== undefined) held[n]?.push(now);
        }
        await wait(100);
      }
    };
    const looking = look();
    await gongkai(["submit", at("in"), "--dataset", "soak", "--wait"], here);
    await Promise.all(workers.map((worker) => worker.end("SIGTERM")));
    await looking;
    const csv = await readFile(at("store/datasets/soak/compiled/documents.csv"), "utf8");
    const names = parseCsv(csv)
      .slice(1)
      .map((row) => row[1]);
    expect(new Set(names).size).toBe(DOCUMENTS);
    expect(names).toHaveLength(DOCUMENTS);
    const finished = workers.flatMap(({ events }) =>
      events().filter(({ event, stage }) => event === "finished" && stage === "read"),
    );
    expect(finished).toHaveLength(DOCUMENTS);
    for (const samples of seesMemory ? held : []) {
      const half = samples.slice(samples.length / 2);
      const third = median(half.slice(0, half.length / 2));
      const fourth = median(half.slice(half.length / 2));
      expect(fourth).toBeLessThan(third * 1.1 + 30);
    }
  }, 300_000);
});
