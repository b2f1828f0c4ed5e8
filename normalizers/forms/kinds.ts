import type { PrintedTable, TableKind } from "../../pipeline/model/table-kind.js";
import type { Stage } from "../../pipeline/model/records/vocabulary.js";
import { type Facets, facetsOf, matches } from "../captions/facets.js";
import { readAmounts } from "../tables/amounts/amounts.js";
import { editionsOf } from "./editions.js";
import type { Form } from "./forms.js";
import { layoutOf } from "./layout.js";

/** The form that a caption names; null where it names none. */
export function formNamed(caption: string, forms: readonly Form[]): Form | null {
  const facets = facetsOf(caption);
  if (isOfGovernments(facets)) return null;
  const named = forms.filter((form) => matches(form.caption, facets));
  return named.toSorted((a, b) => specificity(b) - specificity(a))[0] ?? null;
}

const specificity = ({ caption }: Form): number => Object.keys(caption).length;

/** Tables of a government's whole budget that share words and columns with a department's forms. */
function isOfGovernments({ subject, account, coverage }: Facets): boolean {
  return (
    subject === "transfers" ||
    account === "debt" ||
    account === "social_insurance" ||
    coverage === "subordinate"
  );
}

/** The kinds of table that forms make, the editions of each behind one another. */
export function amountKinds(forms: readonly Form[]): readonly TableKind[] {
  return forms.flatMap((form) =>
    editionsOf(form.form).map(({ kind, stage }) => {
      const isOfEdition = (table: PrintedTable) => isOf(stage, table);
      return {
        kind,
        name: form.name,
        names: (caption) => formNamed(caption, forms) === form,
        fits: (table) => isOfEdition(table) && form.fits(layoutOf(table)),
        shows: (table) =>
          form.shows !== undefined && isOfEdition(table) && form.shows(layoutOf(table)),
        read: (table) => readAmounts(table, { ...form, kind }),
      } satisfies TableKind;
    }),
  );
}

/** Whether a table belongs to a stage: its caption says so, else its document does. */
function isOf(stage: Stage, { caption, document }: PrintedTable): boolean {
  const facets = facetsOf(caption ?? "");
  return !isOfGovernments(facets) && (facets.stage ?? document.stage ?? "budget") === stage;
}
