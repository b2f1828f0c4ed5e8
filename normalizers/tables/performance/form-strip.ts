import type { Cell } from "../../../pipeline/model/document.js";
import type { Grid } from "../../../pipeline/model/grid.js";
import { type StripLabel, stripLabel } from "./strip-labels.js";
import type { StripField } from "./strip-labels.js";
import { type RowEntry, entriesOf } from "../rows.js";

/** A value of a form strip with the field that its label names. */
export interface StripValue {
  readonly field: StripField;
  readonly cell: Cell;
  /** The value as printed, line breaks kept; without the label where both share the cell. */
  readonly text: string;
  /** The labels over it, from the group's to its own: where a unit may stand. */
  readonly labels: string;
}

/** What a strip of labels and values says. */
export interface Strip {
  readonly values: readonly StripValue[];
  readonly labels: readonly Cell[];
}

const LABEL_BEFORE = /^\s*(?:其中[：:])?[^：:]*[：:]/u;

/** A reading in progress: the group that goes on over rows, and what was found. */
interface Progress {
  group: StripLabel | null;
  readonly values: StripValue[];
  readonly labels: Cell[];
}

/**
 * Reads the label–value strip of a form by the order of its cells, row by row. Labels may stand before
 * their values, or side by side over a row of values; a group's label may go on over several rows.
 */
export function readStrip(grid: Grid, rows: readonly number[]): Strip {
  const progress: Progress = { group: null, values: [], labels: [] };
  let last: readonly RowEntry[] = [];
  let headed = false;
  for (const row of rows) {
    const entries = entriesOf(grid, row);
    if (headed && !opensWithLabel(entries)) readUnder(last, entries, progress);
    else readPairs(entries, progress);
    headed = isHeading(entries);
    last = entries;
  }
  return { values: progress.values, labels: progress.labels };
}

/** Whether labels stand side by side: their values are in the row below. */
function isHeading(entries: readonly RowEntry[]): boolean {
  const own = entries.map(({ text }) => isHeadingLabel(stripLabel(text)));
  return own.some((is, i) => is && own[i + 1] === true);
}

function isHeadingLabel(label: StripLabel | null): boolean {
  if (label === null || label.inline !== "" || label.keepsLabel) return false;
  return !label.group || label.field === "goals";
}

/** Whether a row begins with a label of its own: it holds no values of the labels above. */
function opensWithLabel([first]: readonly RowEntry[]): boolean {
  return stripLabel(first?.text ?? "")?.inline === "";
}

/** Reads a row of values under a row of labels, place by place. */
function readUnder(
  labels: readonly RowEntry[],
  values: readonly RowEntry[],
  progress: Progress,
): void {
  for (const [i, value] of values.entries()) {
    const label = stripLabel(labels[i]?.text ?? "");
    if (label === null || value.text === "" || !isHeadingLabel(label)) continue;
    progress.values.push(valueOf(value, label, progress.group));
  }
}

/** Reads labels each followed by its value; a value without a label belongs to the row's group. */
function readPairs(entries: readonly RowEntry[], progress: Progress): void {
  const [first] = entries;
  if (first !== undefined && first.text !== "") progress.group = null;
  let pending: StripLabel | null = null;
  for (const entry of entries) {
    const label: StripLabel | null = stripLabel(entry.text);
    if (label !== null && !isValueOf(pending, label)) {
      pending = labelled(entry, label, progress);
      continue;
    }
    const asked: StripLabel | null = pending ?? progress.group;
    if (entry.text !== "" && asked !== null)
      progress.values.push(valueOf(entry, asked, progress.group));
    pending = null;
  }
}

/** Whether a text that looks like label and value is the value that a label before it waits for. */
function isValueOf(pending: StripLabel | null, label: StripLabel): boolean {
  if (pending === null || label.inline === "") return false;
  return !pending.group || (pending.field === "goals" && label.field !== "goals");
}

/** Takes a label, or a label with its value in one cell; what it waits for, if anything. */
function labelled(entry: RowEntry, label: StripLabel, progress: Progress): StripLabel | null {
  if (label.group) progress.group = label;
  if (label.inline === "") {
    progress.labels.push(entry.cell);
    return label;
  }
  progress.values.push(valueOf(entry, label, progress.group));
  return null;
}

function valueOf(entry: RowEntry, label: StripLabel, group: StripLabel | null): StripValue {
  const shared = label.inline !== "" && !label.keepsLabel && stripLabel(entry.text) !== null;
  return {
    field: label.field,
    cell: entry.cell,
    text: shared ? entry.cell.text.replace(LABEL_BEFORE, "") : entry.cell.text,
    labels: [group?.text ?? "", label.text].join(" "),
  };
}
