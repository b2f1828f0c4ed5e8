import { createReadStream } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import * as z from "zod";
import { ToldError } from "../../pipeline/model/errors.js";
import type { Package, Resource } from "./package.js";

/** A CSV file is not what `datapackage.json` says of it. */
class UnlikePackage extends ToldError {
  override readonly name = "UnlikePackage";

  constructor(path: string, reason: { readonly en: string; readonly zh: string }, cause?: unknown) {
    super(
      {
        en: `${path}: ${reason.en}. Run \`gongkai compile\` on the folder.`,
        zh: `${path}：${reason.zh}。请对该文件夹运行 \`gongkai compile\`。`,
      },
      { cause },
    );
  }
}

/** A row: the texts of its cells, in the order of the fields; an empty text is "not stated". */
export type Row = readonly string[];

const row = z.array(z.string());

/**
 * The rows of a table, one at a time, each with as many cells as there are fields.
 *
 * @throws UnlikePackage
 */
export async function* rowsOf({ folder }: Package, resource: Resource): AsyncGenerator<Row> {
  const path = join(folder, resource.path);
  const parser = createReadStream(path).pipe(parse({ bom: true }));
  const names = resource.schema.fields.map(({ name }) => name);
  let header: Row | undefined;
  try {
    for await (const read of parser) {
      const cells = row.parse(read);
      if (header !== undefined) yield cells;
      else if (cells.join() === names.join()) header = cells;
      else throw new UnlikePackage(path, OTHER_COLUMNS);
    }
  } catch (cause) {
    if (!isOfCsv(cause)) throw cause;
    throw new UnlikePackage(path, { en: cause.message, zh: cause.message }, cause);
  }
  if (header === undefined) throw new UnlikePackage(path, OTHER_COLUMNS);
}

const OTHER_COLUMNS = {
  en: "its columns are not those of datapackage.json",
  zh: "其列与 datapackage.json 不符",
};

function isOfCsv(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("CSV_");
}

/** Reads cells of a row by the names of their columns; what a table does not have is not stated. */
export function cellsBy({ schema }: Resource): (row: Row, name: string) => string {
  const places = new Map(schema.fields.map(({ name }, index) => [name, index]));
  return (cells, name) => {
    const place = places.get(name);
    return (place === undefined ? undefined : cells[place]) ?? "";
  };
}
