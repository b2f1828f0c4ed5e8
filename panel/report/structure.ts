import { PLACE } from "../records.js";
import { grouped } from "../../pipeline/model/grouped-by.js";
import type { Database } from "../duckdb.js";
import { rowsByIssuer } from "./by-issuer.js";
import type { ByIssuer, Cost, Part, Structure } from "./data.js";
import { LIMITS } from "./limits.js";
import { given, type Row } from "./select.js";
import { PHASE_ORDER, placeOf, WHEN, whenOf } from "./stated.js";

const SQL = new URL("../sql/report/structure.sql", import.meta.url);

const COLUMNS = [
  "split",
  "form",
  "key",
  "key_en",
  "key_zh",
  "amount",
  "sum",
  "stated",
  "difference",
] as const;
type SplitRow = Row<(typeof COLUMNS)[number] | (typeof WHEN)[number] | (typeof PLACE)[number]>;

/** What each issuer spends on what, by 类 and by basic and project, year by year. */
export async function structurePart(database: Database): Promise<ByIssuer<Structure>> {
  await database.file(SQL);
  return rowsByIssuer(
    database,
    {
      from: `SELECT p.*, s.sum, s.stated, s.difference FROM split p JOIN summed s
        ON s.issuer_id = p.issuer_id AND s.fiscal_year = p.fiscal_year AND s.phase = p.phase
        AND s.coverage IS NOT DISTINCT FROM p.coverage AND s.split = p.split`,
      columns: [...WHEN, ...COLUMNS, ...PLACE],
      order: `fiscal_year, ${PHASE_ORDER}, coverage, split, key`,
      limit: LIMITS.chosen,
    },
    structures,
  );
}

function structures(rows: readonly SplitRow[]): readonly Structure[] {
  const bars = grouped(rows, (row) =>
    [...WHEN, "split" as const].map((name) => row[name]).join(" "),
  );
  return bars.flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const split = first.split === "function" ? "function" : "nature";
    const { stated, difference } = first;
    const basis = given(first.form);
    return {
      ...whenOf(first),
      split,
      basis,
      parts: own.map(partOf),
      sum: given(first.sum),
      stated,
      difference,
    };
  });
}

function partOf(row: SplitRow): Part {
  const { key_en: en, key_zh: zh } = row;
  const names = zh === null ? null : { en: en ?? zh, zh };
  return { key: given(row.key), names, amount: given(row.amount), at: placeOf(row) };
}

/** 三公 and operating costs, in the order of the statutory table; 培训费 and 会议费 stand with them in some forms. */
const COSTS = [
  "three_public_total",
  "three_public_abroad",
  "three_public_vehicles",
  "three_public_vehicle_purchase",
  "three_public_vehicle_running",
  "three_public_reception",
  "meetings",
  "training",
  "operating_costs",
];

/** 三公 and operating costs of each issuer, year by year. */
export async function costsPart(database: Database): Promise<ByIssuer<Cost>> {
  const names = COSTS.map((name) => `'${name}'`).join(", ");
  return rowsByIssuer(
    database,
    {
      from: `FROM told WHERE concept IN (${names})`,
      columns: [...WHEN, "concept", "amount", ...PLACE],
      order: `fiscal_year, ${PHASE_ORDER}, coverage, list_position([${names}], concept)`,
      limit: LIMITS.chosen,
    },
    (rows) =>
      rows.map((row) => ({
        ...whenOf(row),
        concept: given(row.concept),
        amount: given(row.amount),
        at: placeOf(row),
      })),
  );
}
