import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterEach, expect, test } from "vitest";
import { planOcr, sourceOf } from "../../../index.js";
import { openPool } from "../../../workers/pool/pool.js";
import type { Pool } from "../../../workers/pool/pool.js";
import { built } from "../../build.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { real } from "../../cli/run.js";
import { isRunning, standIn } from "../../extractors/libreoffice/stand-in.js";

const { at } = temporaryFolder();
let pool: Pool | undefined;
afterEach(() => pool?.close());

const rtf = Buffer.from("{\\rtf1 text}");
const document = { source: sourceOf(rtf, "a.rtf"), bytes: rtf };

/** Opens a pool of one reader with a script in the place of LibreOffice. */
async function poolWith(does: string, seconds: number): Promise<Pool> {
  const libreOffice = await standIn(at("bin/soffice"), does);
  const plan = { ...(await planOcr({ mode: "never" })), libreOffice };
  const limits = { seconds, megabytes: 2048 };
  return (pool = openPool({ concurrency: 1, reader: real.reader, plan: { ...plan, limits } }));
}

const endless = () => `echo "$HOME" > "${at("folder")}"; echo $$ > "${at("pid")}"; sleep 1000`;

test("a conversion that takes longer than its document may is ended with its reader, its folder too", async () => {
  const { summary } = await (await poolWith(endless(), 5)).read(document);
  expect(summary.document.error_code).toBe("timeout");
  await expect.poll(async () => isRunning((await readFile(at("pid"), "utf8")).trim())).toBe(false);
  const folder = (await readFile(at("folder"), "utf8")).trim().split("/").at(-1);
  await expect.poll(async () => (await readdir(tmpdir())).includes(String(folder))).toBe(false);
});

test("a document that is shown is converted by the program that is given, which a signal ends too", async () => {
  const program = await standIn(at("bin/soffice"), endless());
  await writeFile(at("a.rtf"), rtf);
  const args = [built("bin/gongkai.js"), "show", at("a.rtf"), "--libreoffice", program];
  const shown = spawn(process.execPath, args, { stdio: "ignore" });
  const pid = async () => (await readFile(at("pid"), "utf8").catch(() => "")).trim();
  await expect.poll(pid, { timeout: 20_000 }).not.toBe("");
  shown.kill("SIGTERM");
  await once(shown, "exit");
  await expect.poll(async () => isRunning(await pid())).toBe(false);
  const folder = (await readFile(at("folder"), "utf8")).trim().split("/").at(-1);
  expect(await readdir(tmpdir())).not.toContain(folder);
});

test("a document that LibreOffice is not there for fails, and the next is read", async () => {
  const plan = { ...(await planOcr({ mode: "never" })), libreOffice: at("none") };
  const limits = { seconds: 60, megabytes: 2048 };
  pool = openPool({ concurrency: 1, reader: real.reader, plan: { ...plan, limits } });
  const failed = await pool.read(document);
  expect(failed.summary.document.error_code).toBe("converter_unavailable");
  const bytes = await readFile("samples/yuan-2025/source.txt");
  const read = await pool.read({ source: sourceOf(bytes, "a.txt"), bytes });
  expect(read.summary.document.status).toBe("ok");
});
