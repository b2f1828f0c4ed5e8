import { figures } from "../../../normalizers/prose/figures.js";
import { sectionKind } from "../../../normalizers/prose/sections.js";
import type { Document } from "../../../pipeline/model/document.js";
import { outline } from "../../../normalizers/structure/outline/outline.js";

function made(lines: readonly string[]): Document {
  return {
    blocks: lines.map((text, index) => ({
      type: "paragraph",
      text,
      at: { type: "page", page: index + 1, box: [0, 0, 0, 0] },
    })),
    pages: [],
    ignored: [],
  };
}

/** The figures of a text, a paragraph a line, of a document of 2023. */
export function read(lines: readonly string[], stage: "budget" | "final_accounts" = "budget") {
  const document = made(lines);
  const sections = outline(document, sectionKind).value;
  return figures({
    document,
    sections,
    fiscalYear: 2023,
    stage,
    scope: null,
    regionName: null,
    regionCode: null,
  }).value;
}

/** Measure, year and yuan of each figure. */
export function told(...lines: readonly string[]): readonly string[] {
  return read(lines).map(
    ({ measure, fiscal_year: year, amount }) => `${measure} ${year} ${amount}`,
  );
}
