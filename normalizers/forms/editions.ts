import { FORM_NAMES } from "../../pipeline/model/records/vocabulary.js";
import type { FormName, Stage, TableKindName } from "../../pipeline/model/records/vocabulary.js";

/** An edition of a form: what its tables are called, and the stage that they are of. */
export interface Edition {
  readonly form: FormName;
  readonly stage: Stage;
  readonly kind: TableKindName;
}

/** The budget and the accounts edition of a form: 决算 is `accounts` in the names of kinds. */
export function editionsOf(form: FormName): readonly Edition[] {
  return [
    { form, stage: "budget", kind: `budget_${form}` },
    { form, stage: "final_accounts", kind: `accounts_${form}` },
  ];
}

const EDITIONS: ReadonlyMap<TableKindName, Edition> = new Map(
  FORM_NAMES.flatMap(editionsOf).map((edition) => [edition.kind, edition]),
);

/** The form and the stage of a kind of table; null where it is no form of amounts. */
export function editionOf(kind: TableKindName): Edition | null {
  return EDITIONS.get(kind) ?? null;
}
