/** What two lists have in common, in order. */
export interface Alignment {
  readonly equal: number;
  /** What the first list alone has. */
  readonly missing: readonly string[];
  /** What the second list alone has. */
  readonly extra: readonly string[];
}

/** The longest common subsequence of two lists (Myers, O((n + m) × differences)). */
export function aligned(from: readonly string[], to: readonly string[]): Alignment {
  const trace = frontiers(from, to);
  const missing: string[] = [];
  const extra: string[] = [];
  let [x, y] = [from.length, to.length];
  for (let d = trace.length - 1; d > 0; d -= 1) {
    const before = trace[d - 1] ?? new Map<number, number>();
    const isDown = goesDown(before, x - y, d);
    const diagonal = x - y + (isDown ? 1 : -1);
    x = reached(before, diagonal);
    y = x - diagonal;
    if (isDown) extra.push(to[y] ?? "");
    else missing.push(from[x] ?? "");
  }
  return {
    equal: from.length - missing.length,
    missing: missing.toReversed(),
    extra: extra.toReversed(),
  };
}

type Frontier = ReadonlyMap<number, number>;

const reached = (frontier: Frontier, diagonal: number): number => frontier.get(diagonal) ?? -1;

/** Whether a diagonal is best reached by taking from the second list. */
function goesDown(before: Frontier, diagonal: number, differences: number): boolean {
  if (diagonal === -differences) return true;
  return diagonal !== differences && reached(before, diagonal - 1) < reached(before, diagonal + 1);
}

/** By number of differences, how far of the first list each diagonal comes. */
function frontiers(from: readonly string[], to: readonly string[]): readonly Frontier[] {
  const trace: Frontier[] = [];
  for (let d = 0; d <= from.length + to.length; d += 1) {
    const before = trace.at(-1) ?? new Map([[1, 0]]);
    const frontier = new Map<number, number>();
    for (let diagonal = -d; diagonal <= d; diagonal += 2) {
      let x = goesDown(before, diagonal, d)
        ? reached(before, diagonal + 1)
        : reached(before, diagonal - 1) + 1;
      while (x < from.length && x - diagonal < to.length && from[x] === to[x - diagonal]) x += 1;
      frontier.set(diagonal, x);
      if (x >= from.length && x - diagonal >= to.length) return [...trace, frontier];
    }
    trace.push(frontier);
  }
  return trace;
}

/** The same alignment, in which texts that both have and one has in several parts are equal. */
export function dividedOtherwise({ equal, missing, extra }: Alignment): Alignment {
  const [left, more] = [[...missing], [...extra]];
  let same = equal;
  for (let i = 0; i < left.length; i += 1)
    for (let j = 0; j < more.length; j += 1) {
      const parts = sameText(left.slice(i), more.slice(j));
      if (parts === null) continue;
      left.splice(i, parts.from);
      more.splice(j, parts.to);
      same += parts.from;
      i -= 1;
      break;
    }
  return { equal: same, missing: left, extra: more };
}

/** How many of each list say the same when they are joined; null where they differ before. */
function sameText(
  from: readonly string[],
  to: readonly string[],
): { readonly from: number; readonly to: number } | null {
  let [a, b, i, j] = [from[0] ?? "", to[0] ?? "", 1, 1];
  while (a !== b) {
    if (b.startsWith(a) && i < from.length) a += from[i++] ?? "";
    else if (a.startsWith(b) && j < to.length) b += to[j++] ?? "";
    else return null;
  }
  return { from: i, to: j };
}
