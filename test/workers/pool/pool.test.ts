import { afterEach, describe, expect, test } from "vitest";
import { sourceOf } from "../../../index.js";
import type { Limits, OcrPlan } from "../../../index.js";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { printDataset } from "../../../pipeline/dataset/json.js";
import { openPool } from "../../../workers/pool/pool.js";
import type { Pool } from "../../../workers/pool/pool.js";
import type { ToRead } from "../../../workers/pool/protocol.js";
import type { PageDone } from "../../../workers/pool/protocol.js";
import { reader } from "../../cli/run.js";
import { invented } from "../../invented.js";

/** Enough time for all but what spins, however busy the machine is. */
const LIMITS: Limits = { seconds: 8, megabytes: 120 };
/** How each sort of poison ends: what never gives its thread back, fills the heap or buffers outside it, hangs in native code, … */
const POISON_CODES = [
  { poison: "!blocks", code: "timeout" },
  { poison: "!heap", code: "out_of_memory" },
  { poison: "!buffers", code: "out_of_memory" },
  { poison: "!native", code: "timeout" },
  { poison: "!exit", code: "crashed" },
  { poison: "!abort", code: "crashed" },
  { poison: "!", code: "internal" },
] as const;

const open: Pool[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

function pool(concurrency: number, limits = LIMITS, ocr: Partial<OcrPlan> = {}): Pool {
  const opened = openPool({ concurrency, reader, plan: { ...BUNDLED, ...ocr, limits } });
  open.push(opened);
  return opened;
}

function toRead(text: string): ToRead {
  const bytes = new TextEncoder().encode(text);
  return { bytes, source: sourceOf(bytes, `${text.slice(0, 9)}.txt`) };
}

const parsed = (pieces: readonly Uint8Array[]): unknown =>
  JSON.parse(Buffer.concat(pieces).toString("utf8"));

describe("a pool", () => {
  test("gives what reading the document here gives, byte for byte", async () => {
    const document = toRead("云溪县");
    const { bytes, source } = document;
    const here = await invented({ bytes, fileName: source.file_name }, { plan: BUNDLED });
    const { pieces, summary, bug } = await pool(2).read(document);
    expect(Buffer.concat(pieces)).toEqual(printDataset(here));
    expect([summary.document.status, summary.tables, bug]).toEqual([
      "ok",
      { budget_summary: 1 },
      undefined,
    ]);
  });

  test("leaves the caller's bytes as they were", async () => {
    const document = toRead("a");
    await pool(1).read(document);
    expect(document.bytes).toEqual(new TextEncoder().encode("a"));
  });

  test("reads several documents at once", async () => {
    const two = pool(2);
    const ended: string[] = [];
    const texts = ["~2000 a", "b", "c"];
    await Promise.all(
      texts.map(async (text) => {
        await two.read(toRead(text));
        ended.push(text);
      }),
    );
    expect(ended).toEqual(["b", "c", "~2000 a"]);
  });

  test("says of a limit what it was and what to do, and keeps it with the result", async () => {
    const { pieces } = await pool(1, { seconds: 1, megabytes: 120 }).read(toRead("!spin"));
    expect(parsed(pieces)).toMatchObject({
      made_by: { limits: { seconds: 1, megabytes: 120 } },
      document: {
        status: "failed",
        error_code: "timeout",
        error_message: "Reading it takes longer than 1 s. Give it more time with --timeout.",
        error_message_zh: "读取用时超过 1 秒，请用 --timeout 给更多时间。",
      },
    });
  });

  test("shows the stack of a fault of the program", async () => {
    const { bug } = await pool(1).read(toRead("!"));
    expect(bug).toMatch(/TypeError: a fault of the program\n\s+at /u);
  });

  test("a caller that gives up gets its own reason, and the next document is read", async () => {
    const one = pool(1);
    const stop = new AbortController();
    const reading = one.read(toRead("!spin"), { signal: stop.signal });
    setTimeout(() => stop.abort(new Error("handed back")), 300);
    await expect(reading).rejects.toThrow("handed back");
    expect((await one.read(toRead("a"))).summary.document.status).toBe("ok");
  });
});

describe("a pool that reads scans", () => {
  test("tells of each page", async () => {
    const pages: PageDone[] = [];
    await pool(1).read(toRead("#3"), { onPage: ({ done, all }) => pages.push({ done, all }) });
    expect(pages).toEqual([0, 1, 2, 3].map((done) => ({ done, all: 3 })));
  });

  test("gives each page the time that a document may take", async () => {
    const one = pool(1, { ...LIMITS, seconds: 1 });
    const { summary } = await one.read(toRead("#6 400"));
    expect(summary.document).toEqual({
      status: "ok",
      error_code: null,
      error_message: null,
      error_message_zh: null,
    });
  });

  test("stops one of which a page takes longer", async () => {
    const { pieces } = await pool(1, { ...LIMITS, seconds: 1 }).read(toRead("#2 3000"));
    const told = "Reading it takes longer than 1 s. Give it more time with --timeout.";
    expect(parsed(pieces)).toMatchObject({
      made_by: { limits: { seconds: 1 }, ocr: { mode: "auto", engine: "ppocr" } },
      document: { error_code: "timeout", error_message: told },
    });
  });

  test("allows for what a reader holds that recognizes, beside what a document may take", async () => {
    const two = pool(2);
    const scans = ["#4 200 400", "#4 201 400"].map((text) => two.read(toRead(text)));
    const codes = (await Promise.all(scans)).map(({ summary }) => summary.document.error_code);
    expect(codes).toEqual([null, null]);
    // One reader is idle now, and holds what it has.
    expect((await two.read(toRead("#9 202"))).summary.document.error_code).toBeNull();
    expect((await two.read(toRead("!buffers"))).summary.document.error_code).toBe("out_of_memory");
  });

  test("is told how pages are read, and keeps what they were made with", async () => {
    const given = { engine: "tesseract", mode: "always" } as const;
    const made = await pool(1, LIMITS, given).read(toRead("#1"));
    expect(parsed(made.pieces)).toMatchObject({ made_by: { ocr: given } });
    const unread = await pool(1, LIMITS, { mode: "never" }).read(toRead("#1"));
    expect(parsed(unread.pieces)).toMatchObject({
      made_by: { ocr: { mode: "never", engine: null } },
      document: { ocr: false },
    });
  });
});

test("a poison document of each sort among 200 costs no other its result", async () => {
  const poisons = new Map(
    POISON_CODES.map(({ poison, code }, n) => [31 * (n + 1), { poison, code }]),
  );
  const texts = Array.from({ length: 200 }, (_, n) => poisons.get(n)?.poison ?? `document ${n}`);
  const two = pool(2);
  const results = await Promise.all(texts.map((text) => two.read(toRead(text))));
  const ends = results.map(({ summary }, n) => [texts[n], summary.document.error_code]);
  expect(ends).toEqual(texts.map((text, n) => [text, poisons.get(n)?.code ?? null]));
});
