import { grouped } from "../../pipeline/model/grouped-by.js";
import { Big } from "big.js";
import type { Reading } from "../../pipeline/model/reading.js";
import type { Placed } from "../../pipeline/model/records/registry.js";
import {
  type FormName,
  type Measure,
  type Phase,
  type Stage,
  STAGES,
} from "../../pipeline/model/records/vocabulary.js";
import { yuanIn } from "../values/amount.js";
import { editionOf } from "../forms/editions.js";
import { headerWord } from "../tables/amounts/measures.js";
import { canonical } from "../values/text.js";
import type { Term } from "./comparison.js";
import { oncePer } from "../../pipeline/model/once-per.js";

/** A row of amounts.csv that was read, with its place in a sum. */
export interface Entry extends Term {
  readonly record: Placed<"amounts">;
  /** The form of its table, and the stage of that form's edition. */
  readonly form: FormName | null;
  readonly stage: Stage | null;
  /** The header texts above it, outermost first, canonical and without units. */
  readonly path: readonly string[];
}

/** All amounts that were read, with the finest digit of their table as their step, in 元 the coarsest. */
export const entries = oncePer((reading: Reading): readonly Entry[] => {
  const steps = new Map<string, Big>();
  const read = reading.amounts.flatMap((record) => entry(record) ?? []);
  for (const { record, unit, step, yuan } of read) {
    if (yuan.eq(0)) continue;
    const key = `${record.table_no} ${unit}`;
    const known = steps.get(key);
    // Of amounts in 元 those without decimals were rounded; in larger units final zeros are often not printed.
    const counts = known !== undefined && (unit === "元" ? step.gt(known) : step.lt(known));
    if (known === undefined || counts) steps.set(key, step);
  }
  return read.map((one) => ({
    ...one,
    step: steps.get(`${one.record.table_no} ${one.unit}`) ?? one.step,
  }));
});

function entry(record: Placed<"amounts">): Entry | null {
  const unit = record.unit_raw;
  const factor = unit === null ? null : yuanIn(unit);
  if (record.amount === null || unit === null || factor === null) return null;
  const path = (record.measure_raw ?? "").split(" / ").map(headerWord);
  const edition = editionOf(record.table_kind);
  return {
    record,
    form: edition?.form ?? null,
    stage: edition?.stage ?? null,
    path,
    name: record.label ?? record.code ?? "",
    yuan: new Big(record.amount),
    unit,
    factor: new Big(factor),
    step: stepOf(record.raw, new Big(factor)),
    where: {
      table_no: record.table_no,
      row: record.row,
      column: record.column,
      page: record.page,
    },
  };
}

/** The last printed digit of a number, in yuan. */
export function stepOf(raw: string, factor: Big): Big {
  const [, decimals = ""] = /[.．]\s*(\d+)/u.exec(canonical(raw)) ?? [];
  return factor.div(new Big(10).pow(decimals.length));
}

/** Groups by table. */
export function byTable(all: readonly Entry[]): readonly (readonly Entry[])[] {
  return grouped(all, ({ record }) => String(record.table_no));
}

/** Groups what stands in one column, a column of each half of a two-sided table apart. */
export function byColumn(all: readonly Entry[]): readonly (readonly Entry[])[] {
  return grouped(all, ({ record }) => `${record.table_no} ${record.column}`);
}

const TOTAL = /[合总小]计$/u;

/** Whether a label names a total (`合计`, `本年收入合计`, `支出总计`). */
export function isTotal(label: string | null): boolean {
  return label !== null && TOTAL.test(label);
}

/** Whether a row is the one total of its table: a bare `合计` or `总计`. */
export function isGrandTotal({ record }: Entry): boolean {
  return (
    record.code === null && /^(?:(?:本年)?(?:收入|支出|收支)?[合总]计)$/u.test(record.label ?? "")
  );
}

/** What to look for among the amounts. */
export interface Sought {
  readonly form: FormName;
  readonly measure?: Measure;
  readonly phase?: Phase | null;
  readonly side?: "income" | "expenditure";
}

/** The entries that are sought. */
export function select(all: readonly Entry[], sought: Sought): readonly Entry[] {
  return all.filter(
    ({ record, form }) =>
      form === sought.form &&
      (sought.measure === undefined || record.measure === sought.measure) &&
      (sought.phase === undefined || record.phase === sought.phase) &&
      (sought.side === undefined || record.side === sought.side),
  );
}

/** The budgets and the accounts apart: a relation between forms holds within one stage. */
export function byStage(all: readonly Entry[]): readonly (readonly Entry[])[] {
  return STAGES.map((stage) => all.filter((one) => one.stage === stage));
}
