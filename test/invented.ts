import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { ocrUse } from "../index.js";
import type { Recognition } from "../index.js";
import { sourceOf } from "../pipeline/dataset/source.js";
import type { Source } from "../pipeline/dataset/source.js";
import { UnreadableSource } from "../pipeline/model/errors.js";
import type { Extract } from "../workers/pool/read-document.js";
import { hangInNativeCode } from "./hang.js";
import { dataset } from "./pipeline/dataset/make-dataset.js";

/**
 * Reads any file but those that begin with `PK` (refused), `%` (a picture, without an engine) or `!` (a fault of the program). Some words
 * after `!` are poison: they spin, block their thread, hang in native code, eat memory, end the reader, or abort the process; `~` and a number take so many ms;
 * `#`, a number of pages, of ms a page, and of MB that recognizing takes, is a scan.
 * The file that GONGKAI_TEST_READS names, if any, gets a line for each document read, and for each
 * page recognized.
 */
export const invented: Extract = async ({ bytes, fileName }, recognition) => {
  const text = new TextDecoder().decode(bytes);
  const source = sourceOf(bytes, fileName);
  note(source.document_id);
  if (text.startsWith("PK"))
    throw new UnreadableSource("unsupported_format", {
      en: "workbooks are not read",
      zh: "不读取工作簿",
    });
  if (text.startsWith("%"))
    throw new UnreadableSource("ocr_unavailable", {
      en: "nothing can read it",
      zh: "没有可用的识别引擎",
    });
  poison(text);
  if (text.startsWith("!")) throw new TypeError("a fault of the program");
  if (text.startsWith("~")) await wait(Number.parseInt(text.slice(1), 10));
  if (text.startsWith("#")) return recognized(text, source, recognition);
  return dataset(text, { source });
};

/** What the recognition holds on to, as the reader does that has models loaded. */
const models: Buffer[] = [];

/** Reads a scan, unless it is told not to: the pages that the cache does not know take their time. */
async function recognized(text: string, source: Source, { plan, cache, onPage }: Recognition) {
  const use = ocrUse(plan);
  if (use.engine === null) return dataset(text, { source, ocrUse: use });
  const [pages = 0, milliseconds = 0, megabytes = 0] = (text.match(/\d+/gu) ?? []).map(Number);
  onPage?.(0, pages);
  if (models.length === 0) models.push(Buffer.alloc(megabytes << 20, 1));
  for (let page = 1; page <= pages; page += 1) {
    const key = `${use.engine}-${source.document_id}-${page}`;
    if ((await cache?.get(key)) === undefined) {
      note(`page ${page}`);
      await wait(milliseconds);
      await cache?.put(key, Buffer.from(`page ${page}`));
    }
    onPage?.(page, pages);
  }
  return dataset(text, { source, ocr: true, ocrUse: use });
}

function note(line: string): void {
  const log = process.env["GONGKAI_TEST_READS"];
  if (log !== undefined) appendFileSync(log, `${line}\n`);
}

function poison(text: string): void {
  const kept: unknown[] = [];
  if (text.startsWith("!spin")) for (;;) kept.length = 0;
  if (text.startsWith("!blocks")) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  if (text.startsWith("!heap")) for (;;) kept.push(Array.from({ length: 1000 }, Math.random));
  if (text.startsWith("!buffers")) for (;;) kept.push(Buffer.alloc(1 << 25, 1));
  if (text.startsWith("!exit")) process.exit(3);
  if (text.startsWith("!native")) hangInNativeCode();
  if (text.startsWith("!abort")) process.kill(process.pid, "SIGABRT");
}
