import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseCsv } from "../../test/pipeline/dataset/parse-csv.js";

/** What tells a file's records apart, and which of their columns are numbers or signs. */
interface FileOfValues {
  readonly name: "amounts" | "indicators" | "projects" | "procurement_items" | "assets" | "figures";
  readonly key: readonly string[];
  readonly values: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");

const FILES: readonly FileOfValues[] = [
  {
    name: "amounts",
    key: words("table_kind side code label measure phase"),
    values: ["amount"],
  },
  {
    name: "indicators",
    key: words(
      "scope project_code project_name activity_code level1 level2 level3 description grade",
    ),
    values: words("operator value value_max value_base"),
  },
  {
    name: "projects",
    key: words("project_code project_name"),
    values: words(
      "budget_total budget_fiscal budget_other plan_march plan_june plan_october plan_december",
    ),
  },
  {
    name: "procurement_items",
    key: words("row_kind label project_name item_name catalogue_code quantity"),
    values: words(
      "project_budget unit_price amount_total amount_current_year amount_general_public",
    ),
  },
  { name: "assets", key: ["category"], values: ["quantity", "value"] },
  { name: "figures", key: words("measure fiscal_year raw"), values: ["amount"] },
];

/** The records of each file of a dataset. */
export type ReadRecords = Readonly<Record<FileOfValues["name"], readonly Row[]>>;

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** A number or sign of one record. */
export interface Value {
  readonly file: FileOfValues["name"];
  /** The record and column: what the gold must have, too. */
  readonly id: string;
  readonly column: string;
  readonly value: string;
  readonly record: Row;
}

/** The numbers and signs that a run gave, and those that were verified by hand. */
export interface Values {
  readonly run: readonly Value[];
  readonly gold: readonly Value[];
}

/** Those of all files that the gold has. Records that it lists as optional are on neither side. */
export function valuesOf(dataset: ReadRecords, gold: string): Values {
  const files = FILES.flatMap((file) => {
    const rows = rowsIn(path.join(gold, `${file.name}.csv`));
    const [known] = rows;
    if (known === undefined) return [];
    const stated = {
      ...file,
      key: file.key.filter((column) => column in known),
      values: file.values.filter((column) => column in known),
    };
    const optional = rowsIn(path.join(gold, `${file.name}_optional.csv`));
    const leftOut = new Set(optional.map((row) => keyOf(row, stated.key)));
    const run = valuesIn(dataset[file.name], stated, leftOut);
    return [{ run, gold: valuesIn(rows, stated, leftOut) }];
  });
  return { run: files.flatMap(({ run }) => run), gold: files.flatMap((file) => file.gold) };
}

function rowsIn(file: string): readonly Row[] {
  if (!existsSync(file)) return [];
  const [header = [], ...rows] = parseCsv(readFileSync(file, "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

/** Records of the same key are told apart by their order. */
function valuesIn(
  rows: readonly Row[],
  { name, key, values }: FileOfValues,
  leftOut: ReadonlySet<string>,
): readonly Value[] {
  const seen = new Map<string, number>();
  return rows.flatMap((record) => {
    const of = keyOf(record, key);
    if (leftOut.has(of)) return [];
    const nth = (seen.get(of) ?? 0) + 1;
    seen.set(of, nth);
    return values.flatMap((column) => {
      const value = canonical(record[column]);
      const id = `${name} ${of} #${nth} ${column}`;
      return value === "" ? [] : [{ file: name, id, column, value, record }];
    });
  });
}

function keyOf(row: Row, key: readonly string[]): string {
  return key.map((column) => canonical(row[column])).join(" | ");
}

/** As the tool that scores the verified documents compares: numbers without trailing zeros, brackets of one width. */
function canonical(value: Row[string] | undefined): string {
  const text = String(value ?? "")
    .replace(/\s+/gu, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）");
  if (!/^[+-]?\d+(?:\.\d+)?$/u.test(text)) return text;
  return text
    .replace(/^\+/u, "")
    .replace(/(\.\d*?)0+$/u, "$1")
    .replace(/\.$/u, "");
}
