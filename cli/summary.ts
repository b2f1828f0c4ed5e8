import type { Closed } from "../index.js";
import type { Counts } from "../workers/pool/summary.js";
import { total } from "./tally.js";
import type { Tally } from "./tally.js";
import { number, textTable } from "./text-table.js";

/** The table at the end of a run. */
export function summary(tally: Tally, folder: string, closed: Closed): string {
  const blocks = [
    overview(tally, folder, closed),
    titled("Tables by kind", countRows(tally.tables)),
    titled("Records by file", countRows(named(tally.records, (name) => `${name}.csv`))),
    titled("Failed", failureRows(tally)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function overview(tally: Tally, folder: string, closed: Closed): readonly string[] {
  const isAllKept = tally.kept > 0 && tally.kept === total(tally.documents);
  const counts = [
    ["Findings", parts(tally.findings, ["error", "warning", "info"])],
    ["Cells", cellsLine(tally.cells)],
    ["Checks", parts(named(tally.checks, checkWord), ["passed", "failed", "could not run"])],
  ];
  return textTable([
    ["Documents", documentsLine(tally)],
    ...(tally.recognized === 0 ? [] : [["Pages", `${number(tally.recognized)} read by OCR`]]),
    ...(isAllKept ? [] : counts),
    ["Written to", [folder, ...folderNotes(closed)].join("; ")],
  ]);
}

function documentsLine({ documents, kept, copies }: Tally): string {
  const all = total(documents);
  const before =
    kept === all
      ? "all by an earlier run"
      : `${number(kept)} of them by an earlier run, not counted below`;
  return [
    `${number(all)} read: ${parts(documents, ["ok", "partial", "failed"])}`,
    ...(kept === 0 ? [] : [before]),
    ...(copies === 0 ? [] : [`${number(copies)} more with the bytes of another`]),
  ].join("; ");
}

function cellsLine({ printed, used, ignored, reported, unrecognized }: Tally["cells"]): string {
  const known = used + ignored + reported;
  const uses = `${number(used)} used, ${number(ignored)} ignored, ${number(reported)} reported`;
  const rest = unrecognized === 0 ? "" : `; ${number(unrecognized)} in tables of unknown kind`;
  return `${number(known)} of ${number(printed)} accounted for (${uses})${rest}`;
}

function folderNotes({ kept, removed }: Closed): readonly string[] {
  return [
    ...(kept > 0 ? [`${number(kept)} kept from earlier runs (--clean removes them)`] : []),
    ...(removed > 0 ? [`${number(removed)} removed from earlier runs`] : []),
  ];
}

function checkWord(outcome: string): string {
  return outcome === "not_run" ? "could not run" : outcome;
}

function parts(counts: Counts<string>, order: readonly string[]): string {
  return order.map((key) => `${number(counts[key] ?? 0)} ${key}`).join(", ");
}

function named(counts: Counts<string>, name: (key: string) => string): Counts<string> {
  return Object.fromEntries(Object.entries(counts).map(([key, value]) => [name(key), value]));
}

function countRows(counts: Counts<string>): readonly string[] {
  const rows = Object.entries(counts).map(([key, value]) => [key, number(value ?? 0)]);
  return textTable(rows.toSorted(byFirst), { right: [1], indent: "  " });
}

function failureRows({ failures }: Tally): readonly string[] {
  const rows = failures.map(({ path, code, reason }) => [path, code, reason]);
  return textTable(rows.toSorted(byFirst), { indent: "  " });
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [title, ...lines];
}

function byFirst([a = ""]: readonly string[], [b = ""]: readonly string[]): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
