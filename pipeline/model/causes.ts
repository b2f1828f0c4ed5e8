import type { Finding, Related } from "./finding.js";

/**
 * Contradictions with what may have brought them about: where a table that one speaks of was not read whole, it is a
 * warning and names the finding that says so. One misreading is no error of the document.
 */
export function withCauses(
  contradictions: readonly Finding[],
  doubts: readonly Finding[],
): readonly Finding[] {
  const causes = new Map<number, Finding>();
  for (const doubt of doubts.filter(({ explains }) => explains === true))
    for (const table of tablesOf(doubt)) if (!causes.has(table)) causes.set(table, doubt);
  return contradictions.map((found) => {
    const cause = tablesOf(found)
      .map((table) => causes.get(table))
      .find((each) => each !== undefined);
    return cause === undefined ? found : caused(found, cause);
  });
}

const tablesOf = ({ table_no, related = [] }: Finding): readonly number[] =>
  [table_no, ...related.map((each) => each.table_no)].flatMap((table) => table ?? []);

/** The finding as a warning, its sentences with what may have brought it about. */
function caused(found: Finding, cause: Finding): Finding {
  const { rule, table_no = null } = cause;
  const { say } = found;
  const place: Related = { name: rule, ...placeOf(cause) };
  return {
    ...found,
    severity: found.severity === "info" ? "info" : "warning",
    facts: { ...found.facts, cause: { rule, table_no } },
    related: [...(found.related ?? []), place],
    say: {
      en: (facts) => `${say.en(facts)} Table ${table_no} was not read whole (\`${rule}\`).`,
      zh: (facts) => `${say.zh(facts)}第${table_no}张表未读全（\`${rule}\`）。`,
    },
  };
}

function placeOf(cause: Finding): Omit<Related, "name"> {
  const { table_no = null, section_no = null, row = null, column = null, page = null } = cause;
  return { table_no, section_no, row, column, page };
}
