import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import { expect, test } from "vitest";
import { extract } from "../index.js";
import { built } from "./build.js";
import { real, run } from "./cli/run.js";
import { temporaryFolder } from "./cli/temporary-folder.js";
import { writePdf } from "./extractors/pdf/make-pdf.js";

const { at, write } = temporaryFolder();
const SAMPLES = join(import.meta.dirname, "..", "samples");
const sample = (name: string) => join(SAMPLES, "accounts-2024", name);

/** A page that is `times` as long as it is wide, with dark bars as lines of text. */
async function picture(times: number): Promise<Buffer> {
  const [width, height] = [400, 400 * times];
  const bars = Array.from({ length: 4 * times }, (_, n) => ({
    input: Buffer.alloc(200 * 12, 0),
    raw: { width: 200, height: 12, channels: 1 as const },
    left: 60,
    top: 40 + n * 80,
  }));
  const page = { width, height, channels: 3 as const, background: "white" };
  return sharp({ create: page }).composite(bars).png().toBuffer();
}

/** The codes of failed documents by their names, as documents.csv gives them. */
async function failedIn(out: string): Promise<ReadonlyMap<string, string>> {
  const [head = "", ...rows] = (await readFile(join(out, "documents.csv"), "utf8"))
    .trim()
    .split("\n");
  const columns = head.split(",");
  const value = (row: string, column: string) => row.split(",")[columns.indexOf(column)] ?? "";
  return new Map(
    rows
      .filter((row) => value(row, "status") === "failed")
      .map((row) => [value(row, "file_name"), value(row, "error_code")]),
  );
}

const poisonous = { extract, reader: pathToFileURL(built("test/poisoned-reader.js")) };

test("scans that hang, eat memory or abort among 200 documents of every kind cost no other its result", async () => {
  await mkdir(at("in"));
  for (const name of ["source.txt", "source.docx", "source.pdf", "source.scan.png"])
    await copyFile(sample(name), at("in", name));
  for (let n = 0; n < 193; n += 1) await write(`in/${n}.txt`, `云溪县第${n}局2024年部门预算\n`);
  const poisons = { "hangs.png": 2, "grows.png": 3, "aborts.png": 4 };
  for (const [name, times] of Object.entries(poisons))
    await writeFile(at("in", name), await picture(times));
  const limits = ["--timeout", "30", "--memory", "600", "--concurrency", "2", "--no-ocr-cache"];
  const { code, stdout } = await run(
    ["extract", at("in"), "--out", at("out"), ...limits],
    poisonous,
  );
  expect(stdout).toMatch(/200 read: .* 3 failed/u);
  expect(await failedIn(at("out"))).toEqual(
    new Map([
      ["aborts.png", "crashed"],
      ["grows.png", "out_of_memory"],
      ["hangs.png", "timeout"],
    ]),
  );
  expect(code).toBe(1);
}, 600_000);

test("a PDF of which pdf.js gives up a part unseen is damaged, and its reader goes on", async () => {
  const page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>";
  const damaged = writePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 4 7 R 5 7 R] /Count 3 >>",
    page,
    page,
    page,
  ]);
  await mkdir(at("in"));
  await writeFile(at("in/a.pdf"), damaged);
  await copyFile(sample("source.txt"), at("in/b.txt"));
  const args = ["extract", at("in"), "--out", at("out"), "--concurrency", "1"];
  const { code, stdout, stderr } = await run(args, real);
  expect(await failedIn(at("out"))).toEqual(new Map([["a.pdf", "damaged"]]));
  expect(stdout).toMatch(/2 read: 1 ok/u);
  expect([code, stderr.match(/^\s+at /mu)]).toEqual([1, null]);
});
