import type { Rule } from "./marks.js";
import { PAGE } from "./settings.js";

/** Joins the pieces of each border: cells' shares of it, dashes, doubled lines. */
export function joinRules(rules: readonly Rule[]): Rule[] {
  return [
    ...joinAxis(rules.filter(({ axis }) => axis === "horizontal")),
    ...joinAxis(rules.filter(({ axis }) => axis === "vertical")),
  ].filter((rule) => rule.to - rule.from >= PAGE.rules.shortest);
}

function joinAxis(rules: readonly Rule[]): Rule[] {
  return sameLines(rules).flatMap(joinLine);
}

function sameLines(rules: readonly Rule[]): Rule[][] {
  const lines: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && rule.at - first.at <= PAGE.rules.sameLine)
      line.push(rule);
    else lines.push([rule]);
  }
  return lines;
}

function joinLine(line: readonly Rule[]): Rule[] {
  const joined: Rule[] = [];
  for (const rule of line.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && rule.from - last.to <= PAGE.rules.widestGap)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, rule.to) };
    else joined.push(rule);
  }
  return joined;
}
