import { groupedBy } from "../../pipeline/model/grouped-by.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import { type Concept, CONCEPTS } from "../../pipeline/model/records/vocabulary.js";
import { readRows } from "../reference/rows.js";
import { once } from "../../pipeline/model/once.js";

type Amount = Placed<"amounts">;

/** What an amount states, and how well its table states it: 1 is the concept's own table. */
export interface Stated {
  readonly concept: Concept;
  readonly rank: number;
}

/** A layout that states a concept: a line of `concepts.tsv`. What it leaves empty may be anything. */
interface Layout extends Stated {
  /** The form of the table, without its stage. */
  readonly form: string;
  readonly side: string;
  readonly measures: readonly string[];
  /** The item of a three-public table, or the account, item code and insurance fund of a government's row. */
  readonly of: string;
  readonly label: Wording;
  readonly header: Wording;
  /** What stands in the rows of the same side of the table. */
  readonly beside: Wording;
}

/** Whether texts have a wording, or have not. */
type Wording = (texts: readonly string[]) => boolean;

const FILE = new URL("./concepts.tsv", import.meta.url);

const layouts = once(() =>
  groupedBy(
    readRows(FILE).map((cells, index) => layoutOf(cells, index + 2)),
    ({ form }) => form,
  ),
);

/**
 * @throws Error naming the line, where it names no concept or rank
 */
function layoutOf(cells: readonly string[], line: number): Layout {
  const [name, rank, form = "", side = "", measure = "", of = "", ...words] = cells;
  const concept = CONCEPTS.find((one) => one === name);
  if (concept === undefined || !/^[1-9]$/u.test(rank ?? "") || words.length !== 4)
    throw new Error(`concepts.tsv, line ${line}: no known concept with a rank and its layout.`);
  const [label = "", header = "", beside = ""] = words;
  return {
    concept,
    rank: Number(rank),
    form,
    side,
    measures: measure.split("|"),
    of,
    label: wording(label),
    header: wording(header),
    beside: wording(beside),
  };
}

/** `!` in front of a wording: it stands nowhere. */
function wording(words: string): Wording {
  if (words === "") return () => true;
  const pattern = new RegExp(words.replace(/^!/u, ""), "u");
  const isThere: Wording = (texts) => texts.some((text) => pattern.test(text));
  return words.startsWith("!") ? (texts) => !isThere(texts) : isThere;
}

/**
 * The concept that an amount states; null for a classified item, a part of another row, and a row that
 * no layout knows. `besides`: the labels of the same side of its table.
 */
export function conceptOf(amount: Amount, besides: readonly string[]): Stated | null {
  if (amount.amount === null || amount.code !== null || amount.row_role === "of_which") return null;
  const known = layouts().get(formOf(amount.table_kind)) ?? [];
  return known.find((layout) => fits(layout, amount, besides)) ?? null;
}

function fits(layout: Layout, amount: Amount, besides: readonly string[]): boolean {
  return (
    layout.side === amount.side &&
    layout.measures.includes(amount.measure) &&
    layout.of === what(amount, layout.of) &&
    layout.label([withoutBrackets(amount.label ?? "")]) &&
    layout.header([amount.measure_raw ?? ""]) &&
    layout.beside(besides)
  );
}

/** What an amount is of, as far as a layout asks. */
function what({ account, item, item_code: code }: Amount, of: string): string {
  if (of === "") return "";
  if (account === null || code === null) return account === null ? (item ?? "") : "";
  return [account, code, ...(item === null ? [] : [item])].join("/");
}

/** A label without what brackets at its end add: `其他收入（含捐赠）`. */
const withoutBrackets = (label: string): string => label.replace(/[（(][^（()）]*[)）]$/u, "");

/** The name of a form, of which a budget and an accounts edition are two kinds of tables. */
export const formOf = (kind: string): string => kind.replace(/^(?:budget|accounts)_/u, "");
