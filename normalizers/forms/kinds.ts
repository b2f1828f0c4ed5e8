import type { PrintedTable, TableKind } from "../../pipeline/model/table-kind.js";
import type { Stage } from "../../pipeline/model/records/vocabulary.js";
import { type Facets, facetsOfTitled, matches } from "../captions/facets.js";
import { readAmounts } from "../tables/amounts/amounts.js";
import { editionsOf } from "./editions.js";
import type { Form } from "./forms.js";
import { layoutOf } from "./layout.js";

/** Whether a caption of these facets names a form. It names no other: the forms share no caption. */
export function isNamed(form: Form, facets: Facets): boolean {
  return !isOfGovernments(facets) && matches(form.caption, facets);
}

/** Tables of a government's whole budget that share words and columns with a department's forms. */
function isOfGovernments({ subject, account, coverage }: Facets): boolean {
  return (
    subject === "transfers" ||
    account === "debt" ||
    account === "social_insurance" ||
    coverage === "subordinate"
  );
}

/** The kinds of table that forms make, the editions of each behind one another: of departments, and of governments that print it. */
export function amountKinds(forms: readonly Form[]): readonly TableKind[] {
  return forms.flatMap((form) => [
    ...kindsOf(form, "departments"),
    ...(form.inGovernments === undefined
      ? []
      : kindsOf({ ...form, caption: form.inGovernments }, "governments")),
  ]);
}

function kindsOf(form: Form, of: "departments" | "governments"): readonly TableKind[] {
  return editionsOf(form.form).map(({ kind, stage }) => {
    const isOfEdition = (table: PrintedTable) => isOf(stage, table);
    return {
      kind,
      name: form.name,
      of,
      names: (table) => isNamed(form, facetsOfTitled(table)),
      fits: (table) => isOfEdition(table) && form.fits(layoutOf(table)),
      shows: (table) =>
        form.shows !== undefined && isOfEdition(table) && form.shows(layoutOf(table)),
      read: (table) => readAmounts(table, { ...form, kind }),
    };
  });
}

/** Whether a table belongs to a stage: its caption says so, else its document does. */
function isOf(stage: Stage, table: PrintedTable): boolean {
  const facets = facetsOfTitled(table);
  return !isOfGovernments(facets) && (facets.stage ?? table.document.stage ?? "budget") === stage;
}
