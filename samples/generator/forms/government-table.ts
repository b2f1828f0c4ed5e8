import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Matrix, Meant, Sheet, TableMeaning } from "../description.js";
import { headerPath } from "../grid.js";
import { exact, stated, yuan } from "../meaning.js";

type GovernmentFile = "amounts" | "transfers" | "debt";

/** What a column or row of a government's table means; a row's own words count before its column's. */
type Told<F extends GovernmentFile> = Partial<Draft<F>>;

/** What a cell prints: an amount, or a percentage under a header with `%`. */
interface Printed {
  readonly raw: string;
  readonly measure_raw: string;
  readonly amount: string | null;
  readonly unit_raw: string | null;
  readonly value: string | null;
  readonly value_unit: "%" | null;
}

/** A table of a government: labels in the first column, an amount or a percentage in each other one. */
export interface GovernmentTable<F extends GovernmentFile> {
  readonly meaning: TableMeaning;
  readonly unit: string;
  readonly header: Matrix;
  readonly body: Matrix;
  readonly widths: readonly number[];
  /** What all amounts have. */
  readonly common: Told<F>;
  /** Of each column behind the labels. */
  readonly columns: readonly Told<F>[];
  readonly rows: readonly Told<F>[];
  /** The record of a cell. */
  readonly meant: (told: Told<F>, cell: Printed) => Meant;
}

/** The table as printed, with one record for each cell that prints something. */
export function governmentTable<F extends GovernmentFile>(form: GovernmentTable<F>): Sheet {
  return {
    type: "sheet",
    meaning: { unit_raw: form.unit, ...form.meaning },
    parts: [
      { rows: [...form.header, ...form.body], head: form.header.length, widths: form.widths },
    ],
    records: form.body.flatMap((row, at) =>
      form.columns.flatMap((column, index): readonly Meant[] => {
        const raw = stated(row[index + 1]);
        if (raw === null) return [];
        const cell = printed(raw, headerPath(form.header, index + 1), form.unit);
        return [form.meant({ ...form.common, ...column, ...form.rows[at] }, cell)];
      }),
    ),
  };
}

function printed(raw: string, path: readonly string[], unit: string): Printed {
  const measure_raw = path.join(" / ");
  return path.at(-1)?.includes("%") === true
    ? { measure_raw, raw, value: exact(raw), value_unit: "%", amount: null, unit_raw: null }
    : { measure_raw, raw, value: null, value_unit: null, amount: yuan(raw, unit), unit_raw: unit };
}
