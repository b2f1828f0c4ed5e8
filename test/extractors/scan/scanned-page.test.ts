import { expect, test } from "vitest";
import { blankPages } from "../../../extractors/page/blank-pages.js";
import { pageContent } from "../../../extractors/page/page-content.js";
import { scanFindings } from "../../../extractors/scan/scanned-page.js";
import { sentencesOf } from "../../../pipeline/model/finding.js";

const ENGINE = { name: "invented", version: "invented-1", cannotRead: [] };

function page(number: number, seen: { unread: number; unsure: number; isBent?: boolean }) {
  const marks = { width: 595, height: 842, glyphs: [], rules: [], pictures: [] };
  return { ...pageContent(number, marks), recognized: { isBent: false, ...seen } };
}

test("pages that were read from pictures are told once, as ranges", () => {
  const clear = { unread: 0, unsure: 0.01 };
  const [told, ...others] = scanFindings(
    [1, 2, 3, 7].map((n) => page(n, clear)),
    ENGINE,
  );
  expect(told).toMatchObject({ rule: "pages_recognized", severity: "info", page: 1 });
  expect(told && sentencesOf(told).en).toContain("pages 1–3, 7");
  expect(others).toEqual([]);
});

test("a page with many unsure characters, and one with ink that is no text, are each told", () => {
  const findings = scanFindings(
    [page(1, { unread: 0, unsure: 0.17 }), page(2, { unread: 0.03, unsure: 0 })],
    ENGINE,
  );
  expect(findings.slice(1)).toMatchObject([
    { rule: "picture_unclear", severity: "error", page: 1 },
    { rule: "ink_unread", severity: "info", page: 2 },
  ]);
});

test("a page that was bent is told as one that was not read, and is not blank", () => {
  const bent = page(5, { unread: 0, unsure: 0, isBent: true });
  expect(scanFindings([bent], ENGINE).slice(1)).toMatchObject([
    { rule: "picture_bent", severity: "error", page: 5 },
  ]);
  expect(blankPages([bent])).toEqual([]);
});

test("what an engine does not know is told with its pages, and nothing where it read none", () => {
  const engine = { ...ENGINE, cannotRead: ["≥", "≤"] };
  const findings = scanFindings([page(4, { unread: 0, unsure: 0 })], engine);
  expect(findings.map(({ rule }) => rule)).toEqual(["pages_recognized", "engine_cannot_read"]);
  expect(findings.map(sentencesOf)[1]?.en).toContain("≥ ≤");
  expect(scanFindings([], engine)).toEqual([]);
});
