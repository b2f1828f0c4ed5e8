import type { Finding } from "./finding.js";

/** How many findings of one cause are told one by one (findings); more are told once, with how many there are. */
const MOST_APART = 3;

/** The findings of a document, those of one rule and cause as one where they are many: the others are its `related`. */
export function foldRepeats(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const found of findings) {
    const key = keyOf(found);
    const group = key === null ? undefined : groups.get(key);
    if (group !== undefined) group.push(found);
    else if (key !== null) groups.set(key, [found]);
  }
  return findings.flatMap((found) => {
    const key = keyOf(found);
    const group = key === null ? [] : (groups.get(key) ?? []);
    if (group.length <= MOST_APART) return [found];
    return group[0] === found ? [folded(found, group.slice(1))] : [];
  });
}

function keyOf({ rule, severity, cause }: Finding): string | null {
  return cause === undefined ? null : [rule, severity, cause].join("\n");
}

function folded(first: Finding, others: readonly Finding[]): Finding {
  const { say } = first;
  const more = others.length;
  const places = others.map(
    ({
      rule,
      actual,
      table_no = null,
      section_no = null,
      row = null,
      column = null,
      page = null,
    }) => ({
      name: actual ?? rule,
      table_no,
      section_no,
      row,
      column,
      page,
    }),
  );
  return {
    ...first,
    facts: { ...first.facts, more },
    related: [...(first.related ?? []), ...places],
    say: {
      en: (facts) => `${say.en(facts)} (${more} more like it.)`,
      zh: (facts) => `${say.zh(facts)}（另有${more}处与此相同。）`,
    },
  };
}
