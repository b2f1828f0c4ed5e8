import type { Matrix, Meant, Sheet, TableMeaning } from "../description.js";
import { headerPath, textAt } from "../grid.js";
import { canonical, knownAs, stated, withoutNumber, yuan } from "../meaning.js";
import { type Draft } from "../../../pipeline/model/records/registry.js";
import { MEASURES } from "../../../pipeline/model/records/vocabulary.js";

type Amount = Draft<"amounts">;

/** What a column of an amount table holds; a money column states what the header means. */
export type Role = "skip" | "code" | "label" | MoneyColumn;

type MoneyColumn = Pick<Amount, "measure"> &
  Partial<Pick<Amount, "side" | "phase" | "item" | "label" | "classification">>;

const SIDES: Readonly<Record<string, Pick<Amount, "side">>> = {
  in: { side: "income" },
  out: { side: "expenditure" },
};

/** Roles in one line: `code label total in:total`. */
export function rolesOf(text: string): readonly Role[] {
  return text.split(" ").map((word) => {
    if (word === "skip" || word === "code" || word === "label") return word;
    const [name = "", side = ""] = word.split(":").toReversed();
    return { measure: knownAs(name, MEASURES), ...SIDES[side] };
  });
}

/** A column of a 三公 table whose items stand across: the item and its label in the header. */
export function acrossItem(
  item: NonNullable<Amount["item"]>,
  label: string,
  phase?: Amount["phase"],
): Role {
  return { measure: "total", item, label, ...(phase === undefined ? {} : { phase }) };
}

/** A budget or accounts table; `header` without its corner rows. */
export interface AmountTable {
  readonly meaning: TableMeaning;
  readonly unit: string;
  readonly corner?: Matrix;
  readonly header: Matrix;
  readonly numbering?: readonly string[];
  readonly body: Matrix;
  readonly roles: readonly Role[];
  readonly widths: readonly number[];
  readonly common: Partial<Pick<Amount, "side" | "phase" | "classification">>;
  /** Items of a 三公 table whose items stand down the rows. */
  readonly items?: Readonly<Record<string, NonNullable<Amount["item"]>>>;
  /** The `合计` row shares the last row of the header (类, 款, 项). */
  readonly lastHeaderRowIsData?: boolean;
}

/** The table as printed, with one amount for each money cell that prints something. */
export function amountTable(form: AmountTable): Sheet {
  const numbering = form.numbering === undefined ? [] : [form.numbering];
  const head = [...(form.corner ?? []), ...form.header, ...numbering];
  const data = form.lastHeaderRowIsData === true ? form.header.slice(-1) : [];
  return {
    type: "sheet",
    meaning: { unit_raw: form.unit, ...form.meaning },
    parts: [{ rows: [...head, ...form.body], head: head.length, widths: form.widths }],
    records: [...data.flatMap((row) => headerAmounts(form, row)), ...bodyAmounts(form)],
  };
}

function bodyAmounts(form: AmountTable): readonly Meant[] {
  return form.body.flatMap((_, row) =>
    form.roles.flatMap((role, column) => amountAt(form, { rows: form.body, row, column }, role)),
  );
}

function headerAmounts(form: AmountTable, row: readonly string[]): readonly Meant[] {
  return form.roles.flatMap((role, column) =>
    amountAt(form, { rows: [row], row: 0, column }, role),
  );
}

/** The header rows that name columns. */
function names(form: AmountTable): Matrix {
  return form.lastHeaderRowIsData === true ? form.header.slice(0, -1) : form.header;
}

interface At {
  readonly rows: Matrix;
  readonly row: number;
  readonly column: number;
}

function amountAt(form: AmountTable, at: At, role: Role): readonly Meant[] {
  const raw = stated(at.rows[at.row]?.[at.column]);
  if (typeof role === "string" || raw === null || raw === "<" || raw === "^") return [];
  const label = role.label ?? labelAt(form, at);
  const code = codeAt(form, at);
  const row = {
    table_kind: form.meaning.kind,
    ...form.common,
    ...role,
    label,
    code,
    level: code === null ? null : levelOf(code),
    item: role.item ?? form.items?.[label] ?? null,
    measure_raw: headerPath(names(form), at.column).join(" / "),
    amount: yuan(raw, form.unit),
    raw,
    unit_raw: form.unit,
  };
  return [{ file: "amounts", row }];
}

/** The nearest column of a role at the left; the halves of a two-sided table have their own. */
function columnsBefore(form: AmountTable, column: number, role: Role): readonly number[] {
  const found: number[] = [];
  for (let at = column; at >= 0; at -= 1) {
    if (form.roles[at] === role) found.unshift(at);
    else if (found.length > 0) break;
  }
  return found;
}

function labelAt(form: AmountTable, at: At): string {
  const columns = columnsBefore(form, at.column, "label");
  const texts = columns.map((column) => at.rows[at.row]?.[column] ?? "");
  const own = texts.findLast((text) => text !== "" && text !== "<" && text !== "^");
  const [first] = columns;
  return withoutNumber(own ?? (first === undefined ? "" : textAt(at.rows, at.row, first)));
}

function codeAt(form: AmountTable, at: At): string | null {
  const columns = columnsBefore(form, at.column, "code");
  const code = canonical(columns.map((column) => at.rows[at.row]?.[column] ?? "").join(""));
  return /^\d+$/u.test(code) ? code : null;
}

function levelOf(code: string): number {
  return (code.length - 1) / 2;
}
