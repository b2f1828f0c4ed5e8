import { sectionKind } from "../../normalizers/prose/sections.js";
import type { Block, Document, Look, Paragraph, Table } from "../../pipeline/model/document.js";
import { outline } from "../../normalizers/structure/outline/outline.js";

export const PROSE = "本单位按照规定编制预算，收支全部纳入管理。";

export function paragraph(text: string, extra: Partial<Paragraph> = {}): Paragraph {
  return { type: "paragraph", text, at: { type: "line", line: 1 }, ...extra };
}

export const table: Table = {
  type: "table",
  rowCount: 0,
  columnCount: 0,
  cells: [],
  at: { type: "line", line: 1 },
};

export const BODY: Look = { size: 16, bold: false, centred: false, font: "仿宋" };
export const TITLE: Look = { size: 22, bold: true, centred: true, font: "黑体" };

export function made(...blocks: readonly (string | Block)[]): Document {
  return {
    blocks: blocks.map((block) => (typeof block === "string" ? paragraph(block) : block)),
    pages: [],
    ignored: [],
  };
}

/** The outline as a reader would write it down: level, ordinal, title. */
export function drawn(...blocks: readonly (string | Block)[]): readonly string[] {
  return outline(made(...blocks), sectionKind).value.map(
    ({ level, ordinal, title }) => `${level} ${ordinal ?? "-"} ${title}`,
  );
}
