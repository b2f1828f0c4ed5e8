import { PLACE } from "../records.js";
import type { Database } from "../duckdb.js";
import { HEADLINES } from "../records.js";
import type { Change, ChangesPart, Conflict, ConflictsPart } from "./data.js";
import { LIMITS, OUTLIER } from "./limits.js";
import { countOf, given, select, selectFirst, type Row } from "./select.js";
import { placeOf, prefixed, unprefixed, WHEN, whenOf } from "./stated.js";

const SQL = new URL("../sql/report/changes.sql", import.meta.url);

/** How the headline amounts changed from one year to the next: outliers first, then the largest. */
export async function changesPart(database: Database): Promise<ChangesPart> {
  const { atLeast, times, ranges } = OUTLIER;
  await database.file(SQL, {
    concepts: HEADLINES.join(" "),
    atLeast: `${atLeast}`,
    times: `${times}`,
    ranges: `${ranges}`,
  });
  const { rows, more } = await selectFirst(database, {
    columns: [
      ...WHEN,
      "called",
      "concept",
      "amount_before",
      "amount_now",
      "difference",
      "percent",
      "outlier",
      ...PLACE,
      ...prefixed("b"),
    ],
    from: "FROM changes",
    order: "outlier IS NULL, abs(growth) DESC, nth, fiscal_year, concept, phase, coverage",
    limit: LIMITS.changes,
  });
  const read = rows.map((row) => ({
    ...whenOf(row),
    name: given(row.called),
    concept: given(row.concept),
    before: given(row.amount_before),
    now: given(row.amount_now),
    difference: given(row.difference),
    percent: given(row.percent),
    outlier: outlierOf(row.outlier),
    at: placeOf(row),
    atBefore: placeOf(unprefixed("b", row)),
  }));
  return { rows: read, more, without: await countOf(database, "FROM pairs WHERE growth IS NULL") };
}

function outlierOf(text: string | null): Change["outlier"] {
  return text === "tenfold" || text === "far" ? text : null;
}

/** Statements of different documents that contradict each other. */
export async function conflictsPart(database: Database): Promise<ConflictsPart> {
  const { rows, more } = await selectFirst(database, {
    columns: [
      ...WHEN,
      "called",
      "kind",
      "likely_cause",
      "what",
      "amount",
      "other_amount",
      "difference",
      ...PLACE,
      ...prefixed("other"),
    ],
    from: `SELECT f.*, c.called, c.nth, coalesce(f.concept, concat_ws(' ', f.code, f.basis)) AS what
      FROM conflicts f JOIN called c USING (issuer_id)`,
    order: `nth, fiscal_year, kind, what, document_id, table_no, "row", "column", other_document_id, other_table_no, other_row`,
    limit: LIMITS.conflicts,
  });
  return { rows: rows.map(conflictOf), more, kinds: await kindsOf(database) };
}

type ConflictRow = Row<
  | "called"
  | "kind"
  | "likely_cause"
  | "what"
  | "amount"
  | "other_amount"
  | "difference"
  | (typeof WHEN)[number]
  | (typeof PLACE)[number]
  | `other_${(typeof PLACE)[number]}`
>;

function conflictOf(row: ConflictRow): Conflict {
  return {
    ...whenOf(row),
    name: given(row.called),
    kind: given(row.kind),
    cause: row.likely_cause ?? "",
    what: given(row.what),
    amount: given(row.amount),
    other: given(row.other_amount),
    difference: given(row.difference),
    at: placeOf(row),
    atOther: placeOf(unprefixed("other", row)),
  };
}

async function kindsOf(database: Database): Promise<ConflictsPart["kinds"]> {
  const rows = await select(database, {
    columns: ["kind", "cause", "count"],
    from: "SELECT kind, coalesce(likely_cause, '') AS cause, count(*) AS count FROM conflicts GROUP BY ALL",
    order: "kind, cause",
  });
  return rows.map((row) => ({
    kind: given(row.kind),
    cause: given(row.cause),
    count: Number(row.count),
  }));
}
