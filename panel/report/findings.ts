import { PLACE } from "../records.js";
import type { Database } from "../duckdb.js";
import type { ErrorFound, FindingsPart, IssuerCount, RuleCount, Shown } from "./data.js";
import { LIMITS } from "./limits.js";
import { countOf, given, select, selectFirst } from "./select.js";
import { placeOf } from "./stated.js";

/** What the checks found, of the versions of documents that nothing replaced. */
export async function findingsPart(database: Database): Promise<FindingsPart> {
  await database.run(`CREATE VIEW found AS
    SELECT f.*, c.called, c.nth FROM findings f
    LEFT JOIN owned o USING (document_id) LEFT JOIN called c USING (issuer_id)
    WHERE f.document_id IN (SELECT document_id FROM documents)`);
  return {
    rules: await rules(database),
    issuers: await issuers(database),
    errors: await errors(database),
    replaced: (await countOf(database, "FROM findings")) - (await countOf(database, "FROM found")),
  };
}

async function rules(database: Database): Promise<readonly RuleCount[]> {
  const rows = await select(database, {
    columns: ["rule", "severity", "count", "documents", "en", "zh"],
    from: `SELECT rule, severity, count(*) AS count, count(DISTINCT document_id) AS documents,
      min_by(message, ${FIRST}) AS en, min_by(message_zh, ${FIRST}) AS zh FROM found GROUP BY rule, severity`,
    order: `CAST(count AS BIGINT) DESC, rule, severity`,
  });
  return rows.map((row) => ({
    rule: given(row.rule),
    severity: given(row.severity),
    count: Number(row.count),
    documents: Number(row.documents),
    example: { en: row.en ?? "", zh: row.zh ?? "" },
  }));
}

const FIRST = "(document_id, message)";

async function issuers(database: Database): Promise<Shown<IssuerCount>> {
  const { rows, more } = await selectFirst(database, {
    columns: ["called", "error", "warning", "info"],
    from: `SELECT called, nth, count(*) FILTER (severity = 'error') AS error, count(*) FILTER (severity = 'warning') AS warning,
      count(*) FILTER (severity = 'info') AS info FROM found GROUP BY called, nth`,
    order: "error DESC, warning DESC, info DESC, nth",
    limit: LIMITS.findingIssuers,
  });
  const read = rows.map((row) => ({
    name: row.called,
    error: Number(row.error),
    warning: Number(row.warning),
    info: Number(row.info),
  }));
  return { rows: read, more };
}

async function errors(database: Database): Promise<Shown<ErrorFound>> {
  const { rows, more } = await selectFirst(database, {
    columns: ["called", "rule", "message", "message_zh", ...PLACE],
    from: "FROM found WHERE severity = 'error'",
    order: 'nth NULLS LAST, document_id, page, table_no, "row", "column", rule, message',
    limit: LIMITS.errors,
  });
  const read = rows.map((row) => ({
    name: row.called,
    rule: given(row.rule),
    says: { en: row.message ?? "", zh: row.message_zh ?? "" },
    at: placeOf(row),
  }));
  return { rows: read, more };
}
