import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { progressOn } from "../../../cli/print/progress.js";
import type { DocumentDataset } from "../../../pipeline/dataset/dataset.js";
import type { Language } from "../../../pipeline/model/finding.js";
import type { FileOutcome } from "../../../workers/local/extract-all.js";
import { summaryOf } from "../../../workers/pool/summary.js";
import { dataset, failedDataset } from "../../pipeline/dataset/make-dataset.js";
import { collector } from "../run.js";

const read = (of: DocumentDataset): FileOutcome => ({
  type: "read",
  summary: summaryOf(of),
  recognized: 0,
});

const told = (interactive: boolean, paths: readonly string[]) => {
  const { stream, text } = collector();
  const stderr = Object.assign(stream, { isTTY: interactive, columns: 80 });
  const progress = progressOn({ stdout: stream, stderr, interactive, language: "en" });
  progress.start(paths.length);
  for (const path of paths) {
    progress.reading(path);
    progress.done(path, read(dataset("a")));
  }
  progress.stop();
  return text();
};

describe("progress", () => {
  test("is a bar where a person watches", () => {
    const text = told(true, ["a.txt", `${"长".repeat(60)}.txt`]);
    expect(text).toContain("2/2");
    expect(text).toContain(`…${"长".repeat(19)}.txt`);
    expect(text).not.toContain("长".repeat(20));
  });

  test("tells how fast it goes, what is left, and how many failed", () => {
    const { stream, text } = collector();
    const stderr = Object.assign(stream, { isTTY: true, columns: 80 });
    const progress = progressOn({ stdout: stream, stderr, interactive: true, language: "en" });
    progress.start(3);
    progress.done("a.txt", read(dataset("a")));
    progress.done("b.bin", read(failedDataset("b")));
    progress.stop();
    expect(text()).toMatch(/0\/3 –\/s, \? left, 0 failed/u);
    expect(text()).toMatch(/2\/3 \d+\.\d\/s, \d+s left, 1 failed/u);
  });

  test("leaves the terminal as it was, should it be interrupted", () => {
    const escape = String.fromCodePoint(27);
    expect(told(true, ["a.txt"])).not.toContain(`${escape}[?7l`);
    expect(told(true, ["a.txt"])).not.toContain(`${escape}[?25l`);
  });

  test("is a line for each document elsewhere", () => {
    expect(told(false, ["a.txt", "b.txt"])).toBe(
      "[1/2] a.txt: ok, 1 table, 0 findings (0 errors)\n[2/2] b.txt: ok, 1 table, 0 findings (0 errors)\n",
    );
  });

  test("says why a document failed, and which was read already", () => {
    const { stream, text } = collector();
    const progress = progressOn({
      stdout: stream,
      stderr: stream,
      interactive: false,
      language: "en",
    });
    progress.start(3);
    progress.done("b.bin", read(failedDataset("b")));
    progress.done("c.bin", { type: "copy" });
    progress.done("d.txt", { type: "kept", head: dataset("d") });
    expect(text()).toBe(
      "[1/3] b.bin: failed, unknown_format: not a format that is read\n[2/3] c.bin: same bytes as another file\n[3/3] d.txt: ok, read before\n",
    );
  });
});

describe("progress in Chinese", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is a bar where a person watches", () => {
    const { progress, pages, text } = watched(true, "zh");
    progress.start(4);
    for (const path of ["a.txt", "b.txt", "c.txt"]) {
      progress.reading(path);
      progress.done(path, read(path === "c.txt" ? failedDataset("c") : dataset("a")));
    }
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 12, all: 300, seconds: 2 });
    expect(text()).toMatch(/3\/4 每秒 \S+，剩余 9分36秒，失败 1 scan\.pdf 第 12\/300 页/u);
    progress.stop();
  });

  test("is a line for each document elsewhere, and for pages that take long", () => {
    const { progress, pages, text } = watched(false, "zh");
    progress.start(4);
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 6, all: 9_000, seconds: 2 });
    progress.done("scan.pdf", read(dataset("a")));
    progress.done("b.bin", read(failedDataset("b")));
    progress.done("c.bin", { type: "copy" });
    progress.done("d.txt", { type: "kept", head: dataset("d") });
    expect(text()).toBe(
      [
        "scan.pdf：第 5 页，共 9000 页，剩余 4小时59分",
        "[1/4] scan.pdf：正常，1 张表，0 项核查发现（其中错误 0 项）",
        "[2/4] b.bin：失败，unknown_format：不是可读取的格式",
        "[3/4] c.bin：与另一文件字节相同",
        "[4/4] d.txt：正常，以前已读\n",
      ].join("\n"),
    );
  });
});

const watched = (interactive: boolean, language: Language = "en") => {
  const { stream, text } = collector();
  const stderr = Object.assign(stream, { isTTY: interactive, columns: 80 });
  const progress = progressOn({ stdout: stream, stderr, interactive, language });
  /** Recognizes some pages of a document, which take so many seconds each. */
  const pages = (path: string, { from = 1, to = 1, all = 1, seconds = 1 }) => {
    for (let done = from; done <= to; done += 1) {
      vi.advanceTimersByTime(seconds * 1000);
      progress.page(path, { done, all });
    }
  };
  return { progress, pages, text };
};

describe("progress of scans", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is a line every ten seconds where nobody watches", () => {
    const { progress, pages, text } = watched(false);
    progress.start(1);
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 20, all: 20, seconds: 2 });
    expect(text()).toBe(
      [5, 10, 15].map((page) => `scan.pdf: page ${page} of 20, ${40 - 2 * page}s left\n`).join(""),
    );
  });

  test("reckons with the last pages: those before may have been known", () => {
    const { progress, pages, text } = watched(false);
    progress.start(1);
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 100, all: 200, seconds: 0 });
    pages("scan.pdf", { from: 101, to: 130, all: 200, seconds: 3 });
    expect(text()).toMatch(/page 128 of 200, 3m36s left\n$/u);
  });

  test("says nothing of what is over soon", () => {
    const { progress, pages, text } = watched(false);
    progress.start(1);
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 9, all: 9, seconds: 1 });
    expect(text()).toBe("");
  });

  test("is the page in the bar, which reckons with the pages left", () => {
    const { progress, pages, text } = watched(true);
    progress.start(4);
    for (const path of ["a.txt", "b.txt", "c.txt"]) {
      progress.reading(path);
      progress.done(path, read(dataset("a")));
    }
    progress.reading("scan.pdf");
    pages("scan.pdf", { to: 12, all: 300, seconds: 2 });
    expect(text()).toMatch(/3\/4 .* 9m36s left, 0 failed scan\.pdf page 12\/300/u);
    progress.stop();
  });
});
