import type { Language } from "../../pipeline/model/finding.js";
import type { Compared } from "../compare.js";
import type { Database } from "../duckdb.js";
import { conceptCalled } from "../fields.js";
import { inScratch } from "../scratch.js";
import { changesPart, conflictsPart } from "./changes.js";
import { countsOf, coveragePart } from "./coverage.js";
import type { ReportData } from "./data.js";
import { debtPart } from "./debt.js";
import { findingsPart } from "./findings.js";
import { loadReport } from "./source.js";
import { costsPart, structurePart } from "./structure.js";

/** What a report is made of, and how it speaks. */
export interface Reported extends Compared {
  readonly language: Language;
  /** The address of the inspector that its places lead to, with a slash at its end; null where they lead nowhere. */
  readonly inspector: string | null;
  /** The folder in which the comparison may grow while it is made. */
  readonly scratch: string;
}

/**
 * The data of a report, out of datasets or of a comparison of them.
 *
 * @throws NoDataset, DatabaseUnavailable
 */
export async function reportData(reported: Reported): Promise<ReportData> {
  const { language, inspector, scratch, ...compared } = reported;
  return inScratch(scratch, async (database) => {
    const origin = await loadReport(database, compared);
    return {
      language,
      inspector,
      concepts: await conceptNames(database),
      counts: await countsOf(database, origin),
      coverage: await coveragePart(database, origin),
      findings: origin === "comparison" ? null : await findingsPart(database),
      structure: await structurePart(database),
      costs: await costsPart(database),
      changes: await changesPart(database),
      conflicts: await conflictsPart(database),
      debt: await debtPart(database),
    };
  });
}

/** The Chinese names of the concepts that are stated. */
async function conceptNames(database: Database): Promise<Readonly<Record<string, string>>> {
  const rows = await database.rows(
    "SELECT DISTINCT concept FROM series WHERE concept IS NOT NULL ORDER BY concept",
  );
  const names = rows.flatMap(([concept = null]) => {
    if (concept === null) return [];
    const name = conceptCalled(concept);
    return name === undefined ? [] : [[concept, name] as const];
  });
  return Object.fromEntries(names);
}
