import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { lockFolder } from "../../../workers/local/folder-lock.js";
import type { Holder } from "../../../workers/local/folder-lock.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";

const { at } = temporaryFolder();
const LOCK = ".gongkai.lock";
const left = (over: Partial<Holder>) =>
  writeFile(at(LOCK), JSON.stringify({ pid: 1, host: hostname(), token: "other", ...over }));

/** Whether the lock is given within a second and a half, where half a second of silence is enough. */
async function isGiven(): Promise<boolean> {
  const locking = lockFolder(at(), { silent: 500 });
  const given = await Promise.race([locking.then(() => true), wait(1500, false)]);
  if (given) await (await locking).release();
  return given;
}

async function deadProcess(): Promise<number> {
  const child = spawn(process.execPath, ["--version"], { stdio: "ignore" });
  await once(child, "exit");
  return child.pid ?? 0;
}

describe("the lock of a folder", () => {
  test("makes the second wait for the first, tells it once for whom, and leaves nothing", async () => {
    const first = await lockFolder(at());
    const holders: Holder[] = [];
    const order: string[] = [];
    const waitsToo = async () => {
      const lock = await lockFolder(at(), { onWait: (holder) => holders.push(holder) });
      order.push("second has it");
      await lock.release();
    };
    const second = waitsToo();
    await wait(700);
    order.push("first lets go");
    await first.release();
    await second;
    expect(order).toEqual(["first lets go", "second has it"]);
    expect(holders.map(({ pid, host }) => [pid, host])).toEqual([[process.pid, hostname()]]);
    expect(await readdir(at())).toEqual([]);
  });

  test("is held by one at a time, however many want what a dead process left", async () => {
    await left({ pid: await deadProcess() });
    let inside = 0;
    const most: number[] = [];
    const enter = async () => {
      const lock = await lockFolder(at());
      inside += 1;
      most.push(inside);
      await wait(5);
      inside -= 1;
      await lock.release();
    };
    await Promise.all(Array.from({ length: 12 }, enter));
    expect(most).toEqual(Array.from({ length: 12 }, () => 1));
  });

  test.each([
    { whose: "another machine's process", over: { host: "other" } },
    { whose: "a number that another process took over", over: { pid: process.pid } },
  ])("of $whose is given away when that is silent, whatever its clock says", async ({ over }) => {
    await left(over);
    const ahead = new Date(Date.now() + 3_600_000);
    await utimes(at(LOCK), ahead, ahead);
    expect(await isGiven()).toBe(true);
  });

  test("is not given away while its process says that it lives, whatever its clock says", async () => {
    await left({ host: "other" });
    let clock = 1_000_000;
    const beats = setInterval(() => {
      clock += 1;
      void utimes(at(LOCK), clock, clock).catch(() => undefined);
    }, 100);
    const given = await isGiven();
    clearInterval(beats);
    expect(given).toBe(false);
  });

  test("that was never written whole is taken away after some seconds", async () => {
    await writeFile(at(LOCK), "{");
    await (await lockFolder(at())).release();
    expect(await readdir(at())).toEqual([]);
  });
});
