import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Matrix, Sheet, TableMeaning } from "../description.js";
import { textAt } from "../grid.js";
import { canonical, exact, knownAs, stated, yuan } from "../meaning.js";

type Procured = Draft<"procurement_items">;
type Field = Exclude<keyof Procured, "row" | "page" | "row_kind">;

/** A form of 政府采购预算. */
export interface ProcurementForm {
  readonly meaning: Partial<TableMeaning>;
  readonly unit: string;
  readonly head: Matrix;
  /** The fields of the record from left to right; null for a column that has none. */
  readonly columns: readonly (Field | readonly Field[] | null)[];
  /** The first cell of each row says what it is: total, subtotal or item. It is not printed. */
  readonly rows: Matrix;
  readonly widths: readonly number[];
}

const KINDS = ["item", "subtotal", "total"] as const;
const TEXTS: ReadonlySet<Field> = new Set([
  "label",
  "project_name",
  "item_name",
  "catalogue_code",
  "organization_form",
  "unit",
]);

/** 政府采购预算 as printed, with one record a row. */
export function procurementTable(form: ProcurementForm): Sheet {
  const body = form.rows.map((row) => row.slice(1));
  return {
    type: "sheet",
    meaning: { unit_raw: form.unit, ...form.meaning, kind: "procurement" },
    parts: [{ rows: [...form.head, ...body], head: form.head.length, widths: form.widths }],
    records: form.rows.map(([kind = ""], row) => ({
      file: "procurement_items",
      row: { ...fieldsOf(form, body, row), row_kind: knownAs(kind, KINDS) },
    })),
  };
}

function fieldsOf(form: ProcurementForm, body: Matrix, row: number): Partial<Procured> {
  const isItem = form.rows[row]?.[0] === "item";
  const record: Partial<Record<Field, string>> = {};
  for (const [column, names] of form.columns.entries()) {
    const raw = stated(textAt(body, row, column));
    if (names === null || raw === null || body[row]?.[column] === "<") continue;
    for (const name of [names].flat())
      record[isItem ? name : labelled(name, form)] = valueOf(name, raw, form.unit);
  }
  return record;
}

/** A form without a column for it has the name of a total in its first column. */
function labelled(name: Field, form: ProcurementForm): Field {
  return name === "project_name" && !form.columns.includes("label") ? "label" : name;
}

function valueOf(name: Field, raw: string, unit: string): string {
  if (TEXTS.has(name)) return canonical(raw);
  return name === "quantity" ? exact(raw) : yuan(raw, unit);
}
