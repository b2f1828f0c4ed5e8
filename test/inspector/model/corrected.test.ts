import { describe, expect, test } from "vitest";
import { currentText, lastStanding } from "../../../inspector/model/corrected.js";

type Row = readonly [place: string, from: string, to: string];

const rowsOf = (rows: readonly Row[]) =>
  rows.map(([place, from, to]) => ({
    place,
    what: "text",
    from,
    to,
    who: "李明",
    when: "2026-03-01T08:00:00Z",
    why: "看错",
  }));

/** Takes back as often as there is something to take back, and tells what was. */
function takenBack(rows: readonly Row[]): readonly string[] {
  const all = rowsOf(rows);
  const told: string[] = [];
  for (;;) {
    const last = lastStanding(all);
    if (last === undefined || told.length > rows.length) return told;
    told.push(`${last.place} ${last.from}${last.to}`);
    all.push({ ...last, from: last.to, to: last.from });
  }
}

describe("what is taken back", () => {
  test.each<{ what: string; rows: readonly Row[]; back: readonly string[] }>([
    { what: "nothing where nothing was handed in", rows: [], back: [] },
    {
      what: "one after another, the last first",
      rows: [
        ["x", "1", "2"],
        ["y", "3", "4"],
        ["x", "2", "5"],
      ],
      back: ["x 25", "y 34", "x 12"],
    },
    {
      what: "not what was taken back before",
      rows: [
        ["x", "1", "2"],
        ["y", "3", "4"],
        ["y", "4", "3"],
      ],
      back: ["x 12"],
    },
    {
      what: "not what another at the place came in place of",
      rows: [
        ["x", "1", "2"],
        ["x", "1", "3"],
      ],
      back: ["x 13"],
    },
    { what: "nothing that changed nothing", rows: [["x", "1", "1"]], back: [] },
  ])("$what", ({ rows, back }) => {
    expect(takenBack(rows)).toEqual(back);
  });
});

describe("the text that a correction begins with", () => {
  const cell = {
    row: 1,
    column: 1,
    rowSpan: 1,
    columnSpan: 1,
    at: { type: "line", line: 1 },
  } as const;

  test.each<{ what: string; read: string; corrected?: string; rows: readonly Row[]; is: string }>([
    { what: "as it was read", read: "1", rows: [], is: "1" },
    { what: "corrected since", read: "1", rows: [["x", "1", "2"]], is: "2" },
    {
      what: "corrected and read again",
      read: "2",
      corrected: "1",
      rows: [["x", "1", "2"]],
      is: "2",
    },
    {
      what: "taken back since it was read again",
      read: "2",
      corrected: "1",
      rows: [
        ["x", "1", "2"],
        ["x", "2", "1"],
      ],
      is: "1",
    },
    { what: "of a correction that does not fit", read: "9", rows: [["x", "1", "2"]], is: "9" },
  ])("$what", ({ read, corrected, rows, is }) => {
    const of = { ...cell, text: read, ...(corrected !== undefined && { corrected }) };
    expect(currentText(of, "x", rowsOf(rows))).toBe(is);
  });
});
