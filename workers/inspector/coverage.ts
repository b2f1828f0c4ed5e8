import * as z from "zod";
import { documentDataset } from "../../pipeline/dataset/dataset.js";
import type { DocumentDataset } from "../../index.js";
import { textUntil } from "../../pipeline/dataset/json.js";
import { countOf, tally } from "../../pipeline/model/tally.js";
import type { CheckCount } from "./shelf.js";

const covered = z.object(documentDataset.pick({ coverage: true }).shape);

/** What stands after the checks in a file that has rows, since the printed order is that of the schema. */
const AFTER_COVERAGE = `,\n "findings": `;

/** Counts the checks in the first lines of a document's JSON; undefined where there is no such file. */
export async function readCoverage(path: string): Promise<CheckCount | undefined> {
  const text = await textUntil(path, AFTER_COVERAGE);
  if (text === undefined) return undefined;
  const { success, data } = covered.safeParse(JSON.parse(text));
  return success ? countChecks(data.coverage) : undefined;
}

/** How many checks had which outcome. */
export function countChecks(coverage: DocumentDataset["coverage"]): CheckCount {
  const outcomes = tally(coverage.map(({ outcome }) => outcome));
  return {
    passed: countOf(outcomes, "passed"),
    failed: countOf(outcomes, "failed"),
    not_run: countOf(outcomes, "not_run"),
  };
}
