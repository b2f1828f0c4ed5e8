import type { Rule } from "../../pipeline/model/finding.js";

/** A cell that no reader understood. */
export const unreadCell: Rule<{ readonly text: string }> = {
  id: "unread_cell",
  severity: "warning",
  cause: () => "unread",
  leavesUnread: true,
  explains: true,
  about: {
    en: "Every cell with text is read, ignored for a reason, or reported.",
    zh: "每个有文字的单元格都已读取、有理由地略去，或作报告。",
  },
  say: {
    en: ({ text }) => `The cell “${text}” was not read.`,
    zh: ({ text }) => `单元格“${text}”未读取。`,
  },
};

/** A money cell that is no amount. */
export const unreadableAmount: Rule<{ readonly text: string }> = {
  id: "unreadable_amount",
  severity: "error",
  cause: ({ text }) => text.replace(/\d+/gu, "0"),
  leavesUnread: true,
  explains: true,
  about: {
    en: "What stands where money is expected can be read as an amount.",
    zh: "应为金额之处可以读作金额。",
  },
  say: {
    en: ({ text }) => `“${text}” cannot be read as an amount of money.`,
    zh: ({ text }) => `“${text}”不能读作金额。`,
  },
};

/** A money cell for which no unit is stated anywhere. */
export const missingUnit: Rule<{ readonly text: string }> = {
  id: "missing_unit",
  severity: "error",
  cause: () => "unit",
  leavesUnread: true,
  explains: true,
  about: {
    en: "The unit of every amount is stated in its cell, column, table, section or document.",
    zh: "每笔金额的单位在其单元格、列、表、节或文档里写明。",
  },
  say: {
    en: ({ text }) => `No unit is stated for the amount “${text}”.`,
    zh: ({ text }) => `金额“${text}”没有写明单位。`,
  },
};

/** An amount whose row and column state different units. */
export const unitsDisagree: Rule<{
  readonly text: string;
  readonly row: string;
  readonly column: string;
}> = {
  id: "units_disagree",
  severity: "error",
  about: {
    en: "A row that states a unit of its own states that of its columns, where these state one.",
    zh: "各行自己写明的单位，与所在列写明的单位一致。",
  },
  say: {
    en: ({ text, row, column }) =>
      `The amount “${text}” stands in a row in ${row} and a column in ${column}: it is not read.`,
    zh: ({ text, row, column }) =>
      `金额“${text}”所在的行以${row}为单位，所在的列以${column}为单位：未读取。`,
  },
};

/** A cell that should hold a number and does not. */
export const unreadableNumber: Rule<{ readonly text: string }> = {
  id: "unreadable_number",
  severity: "error",
  cause: ({ text }) => text.replace(/\d+/gu, "0"),
  leavesUnread: true,
  explains: true,
  about: {
    en: "What stands where a quantity, a percentage or a weight is expected can be read as a number.",
    zh: "应为数量、百分比或分值之处可以读作数字。",
  },
  say: {
    en: ({ text }) => `“${text}” cannot be read as a number.`,
    zh: ({ text }) => `“${text}”不能读作数字。`,
  },
};

/** Something where a sign of comparison stands that is none. */
export const unreadableSign: Rule<{ readonly text: string }> = {
  id: "unreadable_sign",
  severity: "warning",
  about: {
    en: "What stands where a performance target has its sign of comparison is one.",
    zh: "绩效指标值的比较符号处所写的，确为比较符号。",
  },
  say: {
    en: ({ text }) => `“${text}” is no sign of comparison: the target is kept as text.`,
    zh: ({ text }) => `“${text}”不是比较符号：指标值照原文保留为文字。`,
  },
};

/** A comparison without a quantity. */
export const unreadableTarget: Rule<{ readonly text: string }> = {
  id: "unreadable_target",
  severity: "warning",
  about: {
    en: "A performance target that begins with a sign of comparison states a quantity.",
    zh: "以比较符号开头的指标值写明数量。",
  },
  say: {
    en: ({ text }) =>
      `The target “${text}” has a sign of comparison but no quantity that can be read.`,
    zh: ({ text }) => `指标值“${text}”有比较符号，但没有可以读取的数量。`,
  },
};
