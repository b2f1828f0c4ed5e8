import { PLACE } from "../records.js";
import type { Database } from "../duckdb.js";
import type { Debt, Shown } from "./data.js";
import { LIMITS } from "./limits.js";
import { given, selectFirst } from "./select.js";
import { placeOf, prefixed, unprefixed, WHEN, whenOf } from "./stated.js";

const SQL = new URL("../sql/report/debt.sql", import.meta.url);

/** What each region may still borrow: limit less balance of one year, phase, coverage and kind, the latest first. */
export async function debtPart(database: Database): Promise<Shown<Debt>> {
  await database.file(SQL);
  const { rows, more } = await selectFirst(database, {
    columns: [
      ...WHEN,
      "called",
      "region_code",
      "kind",
      "debt_limit",
      "balance",
      "headroom",
      "percent",
      "latest",
      ...PLACE,
      ...prefixed("b"),
    ],
    from: "FROM headroom",
    order: "NOT latest, nth, fiscal_year DESC, phase, coverage, kind",
    limit: LIMITS.debt,
  });
  const read = rows.map((row) => ({
    ...whenOf(row),
    name: given(row.called),
    code: row.region_code,
    kind: kindOf(given(row.kind)),
    limit: given(row.debt_limit),
    balance: given(row.balance),
    headroom: given(row.headroom),
    percent: row.percent,
    latest: row.latest === "true",
    at: placeOf(row),
    atBalance: placeOf(unprefixed("b", row)),
  }));
  return { rows: read, more };
}

function kindOf(text: string): Debt["kind"] {
  return text === "general" || text === "special" ? text : "total";
}
