import { appendFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { sourceOf } from "../pipeline/dataset/source.js";
import { UnreadableSource } from "../pipeline/errors.js";
import type { Extract } from "../workers/pool/read-document.js";
import { dataset } from "./pipeline/dataset/make-dataset.js";

/**
 * Reads any file but those that begin with `PK` (refused) or `!` (a fault of the program). Some words
 * after `!` are poison: they spin, eat memory, or end the thread; `~` and a number take so many ms.
 * The file that GONGKAI_TEST_READS names, if any, gets a line for each document read.
 */
export const invented: Extract = async ({ bytes, fileName }) => {
  const text = new TextDecoder().decode(bytes);
  const log = process.env["GONGKAI_TEST_READS"];
  if (log !== undefined) appendFileSync(log, `${sourceOf(bytes, fileName).document_id}\n`);
  if (text.startsWith("PK"))
    throw new UnreadableSource("unsupported_format", "workbooks are not read");
  poison(text);
  if (text.startsWith("!")) throw new TypeError("a fault of the program");
  if (text.startsWith("~")) await wait(Number.parseInt(text.slice(1), 10));
  return dataset(text, { source: sourceOf(bytes, fileName) });
};

function poison(text: string): void {
  const kept: unknown[] = [];
  if (text.startsWith("!spin")) for (;;) kept.length = 0;
  if (text.startsWith("!heap")) for (;;) kept.push(Array.from({ length: 1000 }, Math.random));
  if (text.startsWith("!buffers")) for (;;) kept.push(Buffer.alloc(1 << 25, 1));
  if (text.startsWith("!exit")) process.exit(3);
}
