import type { Reading } from "../../pipeline/model/reading.js";
import { TABLE_FILES } from "../../pipeline/model/records/registry.js";
import { explained } from "./explained.js";
import { CHOICE } from "./settings.js";

/** One way in which a layout may be read, and what comes of it. */
export interface Candidate<T> {
  readonly is: T;
  readonly reading: Reading;
}

/** What was chosen; where another reading explains nearly as much and says something else, that one too. */
export interface Choice<T> {
  readonly chosen: Weighed<T>;
  readonly close: Weighed<T> | null;
}

interface Weighed<T> extends Candidate<T> {
  readonly points: number;
}

/**
 * Takes the reading that explains most; where several explain as much, the first of them. Readings that give
 * the same records are one.
 */
export function choose<T>(first: Candidate<T>, others: readonly Candidate<T>[]): Choice<T> {
  const all = distinct([first, ...others]).map((one) => ({
    ...one,
    points: explained(one.reading),
  }));
  const [chosen = { ...first, points: 0 }, next] = all.toSorted((a, b) => b.points - a.points);
  const isClose = next !== undefined && chosen.points - next.points < CHOICE.clear;
  return { chosen, close: isClose ? next : null };
}

function distinct<T>(all: readonly Candidate<T>[]): readonly Candidate<T>[] {
  const known = new Set<string>();
  return all.filter(({ reading }) => {
    const key = recordsOf(reading);
    return known.has(key) ? false : (known.add(key), true);
  });
}

/** What a reading gives, as one text. */
function recordsOf(reading: Reading): string {
  return JSON.stringify(TABLE_FILES.map((file) => reading[file]));
}

/** A choice with the names of what it chose between. */
export function named<T>({ chosen, close }: Choice<T>, name: (is: T) => string): Choice<string> {
  return {
    chosen: { ...chosen, is: name(chosen.is) },
    close: close === null ? null : { ...close, is: name(close.is) },
  };
}
