import type { Rule } from "../../pipeline/finding.js";

/** A cell that no reader understood. */
export const unreadCell: Rule<{ readonly text: string }> = {
  id: "unread_cell",
  severity: "warning",
  about: "Every cell with text is read, ignored for a reason, or reported.",
  say: ({ text }) => `The cell “${text}” was not read.`,
};

/** A money cell that is no amount. */
export const unreadableAmount: Rule<{ readonly text: string }> = {
  id: "unreadable_amount",
  severity: "error",
  about: "What stands where money is expected can be read as an amount.",
  say: ({ text }) => `“${text}” cannot be read as an amount of money.`,
};

/** A money cell for which no unit is stated anywhere. */
export const missingUnit: Rule<{ readonly text: string }> = {
  id: "missing_unit",
  severity: "error",
  about: "The unit of every amount is stated in its cell, column, table, section or document.",
  say: ({ text }) => `No unit is stated for the amount “${text}”.`,
};

/** A cell that should hold a number and does not. */
export const unreadableNumber: Rule<{ readonly text: string }> = {
  id: "unreadable_number",
  severity: "error",
  about:
    "What stands where a quantity, a percentage or a weight is expected can be read as a number.",
  say: ({ text }) => `“${text}” cannot be read as a number.`,
};

/** Something where a sign of comparison stands that is none. */
export const unreadableSign: Rule<{ text: string }> = {
  id: "unreadable_sign",
  severity: "warning",
  about: "What stands where a performance target has its sign of comparison is one.",
  say: ({ text }) => `“${text}” is no sign of comparison: the target is kept as text.`,
};

/** A comparison without a quantity. */
export const unreadableTarget: Rule<{ readonly text: string }> = {
  id: "unreadable_target",
  severity: "warning",
  about: "A performance target that begins with a sign of comparison states a quantity.",
  say: ({ text }) =>
    `The target “${text}” has a sign of comparison but no quantity that can be read.`,
};
