import { oncePer } from "../../../pipeline/model/once-per.js";
import type { PrintedTable } from "../../../pipeline/model/table-kind.js";
import type { Draft } from "../../../pipeline/model/records/registry.js";
import type { Measure, TableKindName } from "../../../pipeline/model/records/vocabulary.js";
import { unitOfHeaders } from "../../values/unit.js";
import {
  type Half,
  halvesOf,
  type MeasureColumn,
  namedSide,
  type ShareColumn,
  type Side,
} from "./amount-columns.js";
import { headerWord, itemOf } from "./measures.js";

type Classification = NonNullable<Draft<"amounts">["classification"]>;

/** What a form of budget or accounts amounts is, beyond its header. */
export interface AmountForm {
  readonly kind: TableKindName;
  /** The side of a table that has one; a summary's halves say theirs. */
  readonly side: Side | null;
  /** The classification of its codes where the header does not name it. */
  readonly classification: Classification | null;
  /** Whether the rows or columns are 三公 items. */
  readonly threePublic?: true;
  /** What a column measures by its header path, where the form knows more words than all forms do. */
  readonly measureOf?: (path: readonly string[]) => Measure | null;
}

/** What amounts have from the headers over them, whatever their row. */
interface Headed {
  /** The items stand across the columns: the header names the amount, not the row. */
  readonly across: boolean;
  /** The label of the header where they do. */
  readonly label: string | null;
  readonly side: Side | null;
  readonly classification: AmountForm["classification"];
  /** The unit that the header states. */
  readonly unit: string | null;
}

type AmountColumn = MeasureColumn | ShareColumn;

/** What the headers of a form's table say, worked out once for each column. */
export function headersOf(
  table: PrintedTable,
  form: AmountForm,
): (half: Half) => (column: AmountColumn) => Headed {
  return oncePer((half: Half) =>
    oncePer((column: AmountColumn): Headed => {
      const across = half.labels.length === 0 || isAcross(form, half);
      return {
        across,
        label: across ? headerLabel(column.path) : null,
        side: sideOf({ table, form }, half, column),
        classification: classificationOf(half, form),
        unit: unitOfHeaders(column.path),
      };
    }),
  );
}

/** The side of a half of two, else what the form, the caption or the column's header says. */
function sideOf(
  { table, form }: { readonly table: PrintedTable; readonly form: AmountForm },
  half: Half,
  { path }: AmountColumn,
): Side | null {
  const sides = new Set(halvesOf(table).map(({ side }) => side));
  if (half.side !== null && sides.size > 1) return half.side;
  const header = path.map((text) => carriedSide(text) ?? namedSide(text));
  return (
    form.side ?? namedSide(table.caption ?? "") ?? header.find((side) => side !== null) ?? null
  );
}

/** What is brought forward is income, what is carried on stands with the expenditure. */
function carriedSide(header: string): Side | null {
  if (/年初.*结/u.test(header)) return "income";
  return /年末.*结/u.test(header) ? "expenditure" : null;
}

function classificationOf(half: Half, form: AmountForm): Classification | null {
  if (half.codes.length === 0 && !half.hasCodedLabels) return null;
  const header = [...half.codes, ...half.labels].flatMap(({ path }) => path).join(" ");
  if (/经济/u.test(header)) return "economic";
  return /功能/u.test(header) ? "function" : form.classification;
}

/** Whether the 三公 items stand across the columns: at least two headers name one. */
function isAcross(form: AmountForm, half: Half): boolean {
  return (
    form.threePublic === true &&
    half.measures.filter(({ path }) => path.some((text) => itemOf(text) !== null)).length > 1
  );
}

/** What a header says that names no item. */
export const GENERIC = /^(?:小计|(?:本年|年初|全年)?(?:预算|决算|执行)数|金额)$/u;

/** The lowest header that names an item: `“三公”经费 / 小计` → `“三公”经费`. */
function headerLabel(path: readonly string[]): string | null {
  const words = path.map(headerWord);
  return words.findLast((word) => !GENERIC.test(word)) ?? words.at(-1) ?? null;
}
