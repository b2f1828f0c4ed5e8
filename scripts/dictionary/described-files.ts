import { readPackage } from "../../exports/package/package.js";
import type { Field } from "../../exports/package/package.js";
import { rowsOf } from "../../exports/package/rows.js";
import type { Row } from "../../exports/package/rows.js";
import { DECIMAL_NOTE } from "../../pipeline/dataset/compile/table-schema.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { COLUMN_WORDS } from "./words.js";

/** A CSV file of an output folder: what its `datapackage.json` says of it, and an example. */
export interface DescribedFile {
  readonly name: string;
  /** Its Chinese name. */
  readonly title: string;
  /** What a row is, in English. */
  readonly about: string;
  readonly columns: readonly DescribedColumn[];
}

/** A column with what is known of it. */
export interface DescribedColumn {
  readonly name: string;
  readonly title: string;
  readonly type: Field["type"];
  /** Whether a cell may be empty. */
  readonly isRequired: boolean;
  readonly unit: string;
  readonly holds: Bilingual<string>;
  readonly pitfall: Bilingual<string>;
  readonly values: readonly { readonly value: string; readonly label: string }[];
  /** A cell as it is written; empty where no row has one. */
  readonly example: string;
}

/** The files of an output folder, a dataset's or a comparison's. */
export async function describedFiles(folder: string): Promise<readonly DescribedFile[]> {
  const from = await readPackage(folder);
  return Promise.all(
    from.resources.map(async (resource) => {
      const { name, title = "", description: about = "", schema } = resource;
      const rows: Row[] = [];
      for await (const row of rowsOf(from, resource)) rows.push(row);
      const fullest = rows.toSorted((a, b) => filled(b) - filled(a));
      const columns = schema.fields.map((field, at) =>
        describedColumn(name, field, exampleOf([...fullest.slice(0, 1), ...rows], at)),
      );
      return { name, title, about, columns };
    }),
  );
}

const filled = (row: Row): number => row.filter((cell) => cell !== "").length;

/** The first cell of a column that is not empty. */
const exampleOf = (rows: readonly Row[], column: number): string =>
  rows.map((row) => row[column] ?? "").find((cell) => cell !== "") ?? "";

function describedColumn(file: string, field: Field, example: string): DescribedColumn {
  const { name, title = "", type, constraints, categories = [], description = "" } = field;
  const own = COLUMN_WORDS.get(`${file}.${name}`);
  const words = own ?? COLUMN_WORDS.get(name);
  return {
    name,
    title,
    type,
    isRequired: constraints?.required === true,
    unit: /（([元%])）$/u.exec(title)?.[1] ?? words?.unit ?? "",
    holds: bothHalves(description),
    pitfall: words?.pitfall ?? { en: "", zh: "" },
    values: categories,
    example,
  };
}

/** The halves of a description, which is in English and then in Chinese; what is true of all decimals is left out. */
function bothHalves(description: string): Bilingual<string> {
  const own = description.replace(DECIMAL_NOTE.en, "").replace(DECIMAL_NOTE.zh, "").trim();
  const end = own.lastIndexOf(". ", own.indexOf("。")) + 1;
  return { en: own.slice(0, end).trim(), zh: own.slice(end).trim() };
}
