import type { PageDone } from "../../workers/pool/protocol.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Terminal } from "../terminal/terminal.js";
import { duration, openPages } from "./time-left.js";

const TELL_EVERY_MS = 10_000;

/** Tells of a document whose pages take long, in a line from time to time. */
export function pageLines({ stderr, language }: Terminal, path: string): (page: PageDone) => void {
  const pages = openPages();
  let next = performance.now() + TELL_EVERY_MS;
  return (page) => {
    pages.note(page);
    const now = performance.now();
    if (now < next || page.done === page.all) return;
    next = now + TELL_EVERY_MS;
    stderr.write(SAID[language](path, page, pages.left()));
  };
}

const SAID: Bilingual<(path: string, page: PageDone, left: number | undefined) => string> = {
  en: (path, { done, all }, left) => {
    const time = left === undefined ? "" : `, ${duration(left, "en")} left`;
    return `${path}: page ${done} of ${all}${time}\n`;
  },
  zh: (path, { done, all }, left) => {
    const time = left === undefined ? "" : `，剩余 ${duration(left, "zh")}`;
    return `${path}：第 ${done} 页，共 ${all} 页${time}\n`;
  },
};
