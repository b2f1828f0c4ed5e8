import { finding, type Outcome, type Rule } from "../../pipeline/model/finding.js";
import { isHeldBy, type PrintedTable, type TableKind } from "../../pipeline/model/table-kind.js";

/** A caption that names one form over a header that cannot be its own. */
export const captionAgainstHeader: Rule<{
  readonly caption: string;
  readonly named: string;
  readonly shown: string;
}> = {
  id: "caption_against_header",
  severity: "warning",
  about: {
    en: "A table's caption and its header name the same form; where they differ the header counts.",
    zh: "表题和表头说的是同一种表；不一致时以表头为准。",
  },
  say: {
    en: ({ caption, named, shown }) =>
      `The caption “${caption}” names ${named}, but the header is ${shown === "" ? "not that form's" : `that of ${shown}`}.`,
    zh: ({ caption, named, shown }) =>
      `表题“${caption}”是${named}，但表头${shown === "" ? "不是这种表的" : `是${shown}的`}。`,
  },
};

/** Which kind a table is: by its caption where the header can be that form's, else by the header alone. */
export function kindOfTable(
  table: PrintedTable,
  all: readonly TableKind[],
): Outcome<TableKind | undefined> {
  const kinds = all.filter((kind) => isHeldBy(table.document.scope, kind));
  const { caption } = table;
  const titled = caption === null ? [] : kinds.filter((kind) => kind.names(table));
  const fitting = titled.find((kind) => kind.fits(table));
  if (fitting !== undefined) return { value: fitting, findings: [] };
  const named = titled[0];
  const shown = isOtherForm(caption, named) ? undefined : kinds.find((kind) => kind.shows(table));
  if (named === undefined || caption === null || shown === named)
    return { value: shown, findings: [] };
  const facts = { caption, named: named.name, shown: shown?.name ?? "" };
  return { value: shown, findings: [finding(captionAgainstHeader, facts)] };
}

/** Whether the caption names a table of money of no known kind: then a like header shows nothing. */
function isOtherForm(caption: string | null, named: TableKind | undefined): boolean {
  return caption !== null && named === undefined && /[收支].*(?:表|草案|情况)$/u.test(caption);
}
