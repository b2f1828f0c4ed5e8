import type { Gray } from "./gray.js";
import { PAPER, THIN } from "./thin-ink.js";

/** A piece of one row that is thin ink without a gap. */
interface Dash {
  readonly from: number;
  readonly to: number;
}

/** The longest dash, and the widest gap after one, in inches. */
const LONGEST = 0.12;
const WIDEST = 0.06;
/** The shortest row of dashes, in inches: longer than a number whose digits are all the same. */
const SHORTEST = 0.8;
/** Dashes and gaps that differ by no more than so many pixels are the same. */
const SAME = 2;
/** The share of dashes that must be the same: where rules cross, some are not. */
const REGULAR = 0.8;

/**
 * Thin ink with the gaps of dashed rules filled. Dots stay: those that lead to a page number look the same, and only
 * the dashes of a rule are at least as long as the gaps between them.
 */
export function withDashesJoined(ink: Gray, dpi: number): Gray {
  const { width, height } = ink;
  const data = ink.data.slice();
  for (let y = 0; y < height; y += 1) {
    const row = data.subarray(y * width, (y + 1) * width);
    for (const chain of chains(dashesOf(row), dpi)) {
      const [from, to] = [chain[0]?.from ?? 0, chain.at(-1)?.to ?? 0];
      if (to - from < SHORTEST * dpi || !isRegular(chain)) continue;
      for (let x = from; x < to; x += 1) if (row[x] === PAPER) row[x] = THIN;
    }
  }
  return { width, height, data };
}

function dashesOf(row: Uint8Array): Dash[] {
  const found: Dash[] = [];
  for (let from = row.indexOf(THIN); from >= 0;) {
    let to = from + 1;
    while (row[to] === THIN) to += 1;
    found.push({ from, to });
    from = row.indexOf(THIN, to);
  }
  return found;
}

/** Short pieces that follow each other with small gaps. */
function chains(dashes: readonly Dash[], dpi: number): Dash[][] {
  const found: Dash[][] = [];
  let end = -Infinity;
  for (const dash of dashes) {
    if (dash.to - dash.from > LONGEST * dpi) continue;
    const chain = found.at(-1);
    if (chain !== undefined && dash.from - end <= WIDEST * dpi) chain.push(dash);
    else found.push([dash]);
    end = dash.to;
  }
  return found;
}

function isRegular(chain: readonly Dash[]): boolean {
  const lengths = chain.map(({ from, to }) => to - from);
  const gaps = chain.slice(1).map(({ from }, i) => from - (chain[i]?.to ?? from));
  return areAlike(lengths) && areAlike(gaps) && median(lengths) >= median(gaps);
}

function areAlike(values: readonly number[]): boolean {
  const middle = median(values);
  const same = values.filter((value) => Math.abs(value - middle) <= SAME);
  return same.length >= REGULAR * values.length;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
