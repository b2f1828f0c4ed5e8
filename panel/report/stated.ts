import { PLACE } from "../records.js";
import { printSpot, spotOf } from "../../pipeline/model/spot.js";
import type { When } from "./data.js";
import { given, rowOf, type Row } from "./select.js";

/** The columns that say of what year and phase an amount is. */
export const WHEN = ["fiscal_year", "phase", "coverage"] as const;

/** Phases in the order of a year's course. */
export const PHASE_ORDER =
  "list_position(['budget', 'adjusted_budget', 'execution', 'accounts'], phase)";

/** The year, phase and coverage of a row. */
export function whenOf(row: Row<(typeof WHEN)[number]>): When {
  return { year: Number(row.fiscal_year), phase: given(row.phase), coverage: row.coverage };
}

type PlaceColumn = (typeof PLACE)[number];

/** A place as the inspector's links have it; the document alone where nothing more is known. */
export function placeOf(row: Row<PlaceColumn>): string {
  const numbers = PLACE.slice(1).map((name) => [name, numberOf(row[name])]);
  const spot = printSpot(spotOf(Object.fromEntries(numbers)));
  return `${given(row.document_id)}${spot === "#" ? "" : spot}`;
}

const numberOf = (text: string | null): number | null => (text === null ? null : Number(text));

/** The columns of another place of a row. */
export function prefixed<P extends string>(prefix: P): readonly `${P}_${PlaceColumn}`[] {
  return PLACE.map((name) => `${prefix}_${name}` as const);
}

/** Another place of a row. */
export function unprefixed<P extends string>(
  prefix: P,
  row: Row<`${P}_${PlaceColumn}`>,
): Row<PlaceColumn> {
  return rowOf(
    PLACE,
    PLACE.map((name) => row[`${prefix}_${name}`]),
  );
}
