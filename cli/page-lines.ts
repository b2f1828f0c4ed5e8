import type { Writable } from "node:stream";
import type { PageDone } from "../workers/pool/protocol.js";
import { duration, openPages } from "./time-left.js";

const TELL_EVERY_MS = 10_000;

/** Tells of a document whose pages take long, in a line from time to time. */
export function pageLines(stream: Writable, path: string): (page: PageDone) => void {
  const pages = openPages();
  let next = performance.now() + TELL_EVERY_MS;
  return (page) => {
    pages.note(page);
    const now = performance.now();
    if (now < next || page.done === page.all) return;
    next = now + TELL_EVERY_MS;
    const left = pages.left();
    const time = left === undefined ? "" : `, ${duration(left)} left`;
    stream.write(`${path}: page ${page.done} of ${page.all}${time}\n`);
  };
}
