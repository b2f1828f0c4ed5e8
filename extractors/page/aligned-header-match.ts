import type { Column, Span } from "./aligned-columns.js";

/** A column with the number of its header text, or without one, or a header over nothing but blanks. */
export interface Named {
  readonly header: number | null;
  readonly body: number | null;
  readonly span: Span;
}

/** How a way to put headers to columns ended: with a pair, a header alone or a column alone. */
type Ending = "pair" | "header" | "body" | "start";

interface State {
  /** The fewest columns that lead here, and how many ways do with as few. */
  readonly columns: number;
  readonly ways: number;
  readonly before: At | null;
}

/**
 * Puts header texts to the columns of a body, both from left to right, so that no two reach over one another and
 * there are as few columns as can be; null where more than one way does that. A header that is not over its column
 * stands before amounts, which end at the right of their cells, and behind texts, which begin at the left.
 */
export function matchHeader(headers: readonly Span[], body: readonly Column[]): Named[] | null {
  const states = new Map<string, State>([["0 0 start", { columns: 0, ways: 1, before: null }]]);
  for (let i = 0; i <= headers.length; i += 1)
    for (let j = 0; j <= body.length; j += 1)
      for (const ending of ["start", "header", "body", "pair"] as const)
        goOn(states, [i, j, ending], { headers, body });
  return best(states, headers, body);
}

/** The texts of both sides. */
interface Sides {
  readonly headers: readonly Span[];
  readonly body: readonly Column[];
}

type At = readonly [number, number, Ending];

function goOn(states: Map<string, State>, at: At, { headers, body }: Sides): void {
  const state = states.get(key(...at));
  if (state === undefined) return;
  const right = spanOf(headers, body, at)?.right ?? -Infinity;
  for (const next of nextOf(at[0], at[1])) {
    const span = spanOf(headers, body, next);
    if (span === null || span.left < right) continue;
    reach(states, next, { columns: state.columns + 1, ways: state.ways, before: at });
  }
}

function key(i: number, j: number, ending: Ending): string {
  return `${i} ${j} ${ending}`;
}

function nextOf(i: number, j: number): [number, number, Ending][] {
  return [
    [i + 1, j + 1, "pair"],
    [i + 1, j, "header"],
    [i, j + 1, "body"],
  ];
}

/** What the last column reaches over, or null where it cannot be one. */
function spanOf(
  headers: readonly Span[],
  body: readonly Column[],
  [i, j, ending]: At,
): Span | null {
  const [header, column] = [headers[i - 1], body[j - 1]];
  if (ending === "header") return header ?? null;
  if (ending === "body") return column ?? null;
  if (ending === "start" || header === undefined || column === undefined) return null;
  if (column.isAmounts ? header.left >= column.right : header.right <= column.left) return null;
  return {
    left: Math.min(header.left, column.left),
    right: Math.max(header.right, column.right),
  };
}

function reach(states: Map<string, State>, [i, j, ending]: At, state: State): void {
  const known = states.get(key(i, j, ending));
  if (known === undefined || state.columns < known.columns) states.set(key(i, j, ending), state);
  else if (state.columns === known.columns)
    states.set(key(i, j, ending), { ...known, ways: known.ways + state.ways });
}

function best(
  states: ReadonlyMap<string, State>,
  headers: readonly Span[],
  body: readonly Column[],
): Named[] | null {
  const ends = (["header", "body", "pair"] as const).flatMap((ending) => {
    const state = states.get(key(headers.length, body.length, ending));
    return state === undefined ? [] : [{ ending, state }];
  });
  const fewest = Math.min(...ends.map(({ state }) => state.columns));
  const [only, other] = ends.filter(({ state }) => state.columns === fewest);
  if (only === undefined || other !== undefined || only.state.ways > 1) return null;
  const found: Named[] = [];
  let at: At | null = [headers.length, body.length, only.ending];
  while (at !== null && at[2] !== "start") {
    const [i, j, ending]: At = at;
    const span = spanOf(headers, body, at);
    if (span !== null)
      found.unshift({
        header: ending === "body" ? null : i - 1,
        body: ending === "header" ? null : j - 1,
        span,
      });
    at = states.get(key(i, j, ending))?.before ?? null;
  }
  return found;
}
