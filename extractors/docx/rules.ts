import type { Rule } from "../../pipeline/finding.js";

/** A Word file may hold another file that Word shows in place; its text is not read. */
export const embeddedPartNotRead: Rule<{ readonly count: number }> = {
  id: "embedded_part_not_read",
  severity: "warning",
  about: "The Word document imports other files (altChunk); their text is not read.",
  say: ({ count }) => `${count} imported part(s) of the document are not read.`,
};

/** A sheet pasted as an object shows as a picture; its cells are in a file of their own. */
export const embeddedObjectNotRead: Rule<{ readonly kinds: readonly string[] }> = {
  id: "embedded_object_not_read",
  severity: "warning",
  about: "The Word document shows embedded objects, such as sheets, whose text is not read.",
  say: ({ kinds }) => `${kinds.length} embedded object(s) are not read: ${kinds.join(", ")}.`,
};

/** A table may have been pasted as a picture. */
export const pictureNotRead: Rule<{ readonly count: number }> = {
  id: "picture_not_read",
  severity: "info",
  about: "The Word document holds pictures; text in them is not read.",
  say: ({ count }) => `${count} picture(s) are not read.`,
};

/** The reader sees the document with all its tracked changes accepted. */
export const trackedChangesAccepted: Rule<{ readonly count: number }> = {
  id: "tracked_changes_accepted",
  severity: "info",
  about: "The Word document holds tracked changes; they are read as accepted.",
  say: ({ count }) => `${count} tracked change(s) are read as accepted.`,
};

/** A sign of a symbol font that has no Unicode form here. */
export const symbolUnknown: Rule<{ readonly codes: readonly string[] }> = {
  id: "symbol_unknown",
  severity: "warning",
  about: "The Word document uses signs of a symbol font that are not known; they read as �.",
  say: ({ codes }) => `Signs of a symbol font are not known: ${codes.join(", ")}.`,
};
