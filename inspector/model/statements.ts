import type { Amount, DocumentDataset, Figure } from "./dataset.js";
import { spotOf } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";
import { agreesWithin, stepOf } from "../shared/numbers.js";

/** Another statement of what a cell says, and whether it is the same amount. */
export interface Statement {
  readonly spot: Spot;
  readonly label: string | null;
  /** Yuan as an exact decimal; of the prose the amount as it is printed. */
  readonly amount: string | null;
  readonly agrees: boolean;
  /** The table that states it; null for the prose. */
  readonly table: number | null;
}

/**
 * Who else in the document states an amount: one row of another table for the same concept, or for the same code or name
 * where the totals of both columns are the same; and figures of the prose.
 */
export function statementsOf(dataset: DocumentDataset, amount: Amount): readonly Statement[] {
  const figures = dataset.figures.filter(
    (figure) => figure.amount === amount.amount && figure.phase === amount.phase,
  );
  return [
    ...rowsThatState(dataset, amount),
    ...figures.map(({ sentence, raw, page }: Figure) => ({
      spot: spotOf({ page }),
      label: sentence,
      amount: raw,
      agrees: true,
      table: null,
    })),
  ];
}

function rowsThatState(dataset: DocumentDataset, amount: Amount): readonly Statement[] {
  const same = thatSay(dataset, amount);
  const isOnce = ({ table_no }: Amount) =>
    same.filter((other) => other.table_no === table_no).length === 1;
  if (amount.amount === null || !isOnce(amount)) return [];
  return same
    .filter((other) => other.table_no !== amount.table_no && isOnce(other))
    .filter((other) => amount.concept !== null || haveSameTotal(dataset, amount, other))
    .map((other) => ({
      spot: spotOf(other),
      label: other.label,
      amount: other.amount,
      agrees: agree(dataset, amount, other),
      table: other.table_no,
    }))
    .filter(({ agrees, table }) => agrees || !isOfKind(dataset, table, amount.table_kind));
}

function thatSay(dataset: DocumentDataset, amount: Amount): readonly Amount[] {
  const meaning = meaningOf(dataset, amount);
  return dataset.amounts.filter(
    (other) =>
      other.amount !== null &&
      // Looked at first: a document may have 40,000 amounts.
      other.concept === amount.concept &&
      (amount.concept !== null || other.code === amount.code) &&
      meaningOf(dataset, other) === meaning,
  );
}

/** Tables of one kind are parts of a whole, or editions: what differs between them contradicts nothing. */
function isOfKind({ tables }: DocumentDataset, table: number, kind: string): boolean {
  return tables.find(({ table_no }) => table_no === table)?.kind === kind;
}

/** What an amount says, but for how much: the same for all that can be compared with it. */
function meaningOf({ tables, document }: DocumentDataset, amount: Amount): string {
  const { concept, classification, code, label, measure } = amount;
  const { side, phase, item, account, coverage, region_code, region_name } = amount;
  const table = tables.find(({ table_no }) => table_no === amount.table_no);
  const year = amount.fiscal_year ?? table?.fiscal_year ?? document.fiscal_year;
  const name = code === null ? [label] : [classification, code];
  const what = concept === null ? [...name, measure] : [concept];
  const scope = [side, phase, year, item, account, coverage, region_code, region_name];
  return JSON.stringify([what, scope]);
}

/** Items are of one whole where it is the same amount: otherwise one table tells other funds than the other. */
function haveSameTotal({ amounts }: DocumentDataset, one: Amount, other: Amount): boolean {
  const totalOf = ({ table_no, column }: Amount) =>
    amounts.find(
      (each) => each.table_no === table_no && each.column === column && each.row_role === "total",
    )?.amount ?? null;
  return totalOf(one) !== null && totalOf(one) === totalOf(other);
}

/** Whether two amounts are the same, as far as the coarser of them is printed. */
function agree({ amounts }: DocumentDataset, one: Amount, other: Amount): boolean {
  const finest = ({ table_no, unit_raw }: Amount) =>
    amounts
      .filter((each) => each.table_no === table_no && each.unit_raw === unit_raw)
      .flatMap(({ raw, amount }) => stepOf(raw, amount) ?? [])
      .reduce<number | null>((least, step) => Math.min(least ?? step, step), null);
  return agreesWithin([one.amount, other.amount], [finest(one), finest(other)]);
}
