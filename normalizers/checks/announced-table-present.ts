import type { Check } from "../../pipeline/check.js";
import { type Finding, finding, type Rule } from "../../pipeline/finding.js";
import { contentsEntries } from "../../pipeline/outline.js";
import type { Reading } from "../../pipeline/reading.js";
import type { TableKindName } from "../../pipeline/records.js";
import { numbered } from "../ordinal.js";
import { formKinds } from "./form-kinds.js";

const rule: Rule<{ readonly entry: string }> = {
  id: "announced_table_present",
  severity: "error",
  about: "Every form that the table of contents announces is in the document.",
  say: ({ entry }) => `The contents announce “${entry}”, but no such table is in the document.`,
};

/** The contents name 支出决算表, and no table is one. */
export const announcedTablePresent: Check = {
  rule,
  run: (reading) => {
    const entries = contentsEntries(reading.document)
      .map(bare)
      .filter((entry) => entry.endsWith("表"));
    const expected = entries.flatMap((entry) => {
      const kinds = formKinds(entry);
      return kinds.length === 0 ? [] : [{ entry, kinds }];
    });
    const findings = expected.flatMap(({ entry, kinds }): readonly Finding[] =>
      isPresent(reading, entry, kinds) ? [] : [finding(rule, { entry }, {}, { expected: entry })],
    );
    const unable = "the document has no table of contents that names forms";
    return { compared: expected.length, findings, unable };
  },
};

/** Without `公开03表：` and list numbers. */
function bare(entry: string): string {
  const rest = numbered(entry).rest;
  return rest.replace(/^(?:附[表件])?(?:公开)?\d*表?\d*[:：]/u, "").replace(/^.*?20\d\d年度?/u, "");
}

function isPresent({ tables }: Reading, entry: string, kinds: readonly TableKindName[]): boolean {
  return tables.some(
    ({ printed, record }) =>
      kinds.includes(record.kind) ||
      (printed.caption !== null && printed.caption !== "" && printed.caption.includes(entry)),
  );
}
