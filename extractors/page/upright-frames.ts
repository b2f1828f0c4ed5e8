import type { Lattice } from "./lattice.js";
import type { Rule } from "./marks.js";
import { PAGE } from "./settings.js";

/**
 * Frames of one row, of upright rules alone that begin and end together: so does a table look that goes on over a
 * page without a rule above, below or between its rows.
 */
export function uprightFrames(rules: readonly Rule[]): Lattice[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    if (rule.axis === "horizontal") continue;
    const group = groups.find(([first]) => first !== undefined && endsAlike(first, rule));
    if (group === undefined) groups.push([rule]);
    else group.push(rule);
  }
  return groups
    .filter((group) => group.length >= PAGE.lattice.fewestUpright)
    .map((group) => {
      const xs = group.map(({ at }) => at).toSorted((a, b) => a - b);
      const ys = [Math.min(...group.map(fromOf)), Math.max(...group.map(toOf))];
      const cells = xs.slice(1).map((_, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 }));
      return { xs, ys, cells };
    });
}

function endsAlike(a: Rule, b: Rule): boolean {
  return (
    Math.abs(a.from - b.from) <= PAGE.lattice.sameEnd &&
    Math.abs(a.to - b.to) <= PAGE.lattice.sameEnd
  );
}

const fromOf = ({ from }: Rule): number => from;
const toOf = ({ to }: Rule): number => to;
