import { oncePer } from "../../pipeline/model/once-per.js";
import type { PrintedTable } from "../../pipeline/model/table-kind.js";
import { halvesOf } from "../tables/amounts/amount-columns.js";
import { itemOf } from "../tables/amounts/measures.js";
import { canonical, textOf } from "../values/text.js";

/** What a header and its labels show of a table of amounts, all canonical. */
export interface Layout {
  /** Whether one half is headed income, another expenditure. */
  readonly twoSided: boolean;
  readonly headers: readonly string[];
  readonly labels: readonly string[];
  /** How many 三公 items its headers or labels name. */
  readonly threePublicItems: number;
}

/** The layout of a table, as far as it can be seen without knowing the form. */
export const layoutOf = oncePer((table: PrintedTable): Layout => {
  const halves = halvesOf(table);
  const headers = table.columns.flatMap(({ path }) => path.map(canonical));
  const named = new Set(halves.flatMap(({ labels }) => labels.map(({ index }) => index)));
  const labels = table.bodyRows.flatMap((row) =>
    table.grid
      .rowCells(row)
      .filter((cell) => named.has(cell.column))
      .map((cell) => textOf(cell)),
  );
  const sides = new Set(halves.map(({ side }) => side));
  const items = [...headers, ...labels]
    .map(itemOf)
    .filter((item) => item !== null && item !== "total");
  return {
    twoSided: sides.has("income") && sides.has("expenditure"),
    headers,
    labels,
    threePublicItems: new Set(items).size,
  };
});
