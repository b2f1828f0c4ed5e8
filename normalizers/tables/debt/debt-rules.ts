import type { Cell } from "../../../pipeline/model/document.js";
import type { Rule } from "../../../pipeline/model/finding.js";
import type { CellReader } from "../cells.js";
import { cellFinding } from "../ledger.js";

/** Amounts of a table of debt for which it cannot be told what they are. */
export const debtMeaningOpen: Rule<{ readonly text: string }> = {
  id: "debt_meaning_open",
  severity: "warning",
  cause: ({ text }) => text,
  leavesUnread: true,
  explains: true,
  about: {
    en: "The headers and labels of a table of debt tell measure and year of each amount.",
    zh: "政府债务表的表头和项目写明每笔金额的指标和年度。",
  },
  say: {
    en: ({ text }) =>
      `The dataset has no measure for “${text}”, or it cannot be told which one or which year is meant: its amounts are not read.`,
    zh: ({ text }) => `“${text}”在数据集里没有对应的指标，或者不能判定其指标、年度：其金额未读取。`,
  },
};

/** Reports a cell of which `text`, the header or label that should tell it, leaves the meaning open. */
export function reportOpenMeaning(reader: CellReader, cell: Cell, text: string): void {
  reader.reported(cell, debtMeaningOpen.id);
  reader.doubt(cellFinding(debtMeaningOpen, { text }, cell));
}

/** Two amounts of one place in a table of debt with the same meaning: 债务 and, as a part of it, 债券. */
export const debtMeaningRepeated: Rule<{ readonly text: string; readonly first: string }> = {
  id: "debt_meaning_repeated",
  severity: "info",
  cause: ({ text }) => text,
  about: {
    en: "No two columns or rows of a table of debt have the same measure, kind, year and phase.",
    zh: "政府债务表没有指标、类别、年度和预决算都相同的两列或两行。",
  },
  say: {
    en: ({ text, first }) =>
      `“${text}” has the same measure, kind, year and phase as “${first}”: it may be a part of it.`,
    zh: ({ text, first }) =>
      `“${text}”与“${first}”的指标、类别、年度和预决算都相同，可能是其中一部分。`,
  },
};

/** A region whose amounts may be its own or those of all governments in it. */
export const regionScopeOpen: Rule<{ readonly region: string }> = {
  id: "region_scope_open",
  severity: "warning",
  cause: () => "scope",
  about: {
    en: "The rows of a table of debt show whether a region's amounts hold those of the governments below it.",
    zh: "从政府债务表各行可以看出一个地区的金额是否包含下级。",
  },
  say: {
    en: ({ region }) =>
      `It cannot be told from the rows whether “${region}” holds the governments below it.`,
    zh: ({ region }) => `从表内各行不能判定“${region}”是否包含下级。`,
  },
};
