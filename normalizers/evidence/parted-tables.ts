import { oncePer } from "../../pipeline/model/once-per.js";
import type { Reading, ReadTable } from "../../pipeline/model/reading.js";
import { entries, isGrandTotal } from "./amount-terms.js";

/**
 * The table that each table is the rest of, by number; one that is whole is its own. The rest of a table printed in
 * two has the same kind and columns, no total of its own, and no caption but that of the first (`（续）`).
 */
export const headTables = oncePer((reading: Reading): ReadonlyMap<number, number> => {
  const totalled = new Set(
    entries(reading)
      .filter(isGrandTotal)
      .map(({ record }) => record.table_no),
  );
  const heads = new Map<number, number>();
  for (const [i, table] of reading.tables.entries()) {
    const { number } = table.printed;
    const above = reading.tables[i - 1];
    const head = above === undefined ? undefined : heads.get(above.printed.number);
    const isRest =
      above !== undefined &&
      head !== undefined &&
      totalled.has(head) &&
      !totalled.has(number) &&
      goesOn(above, table);
    heads.set(number, isRest ? head : number);
  }
  return heads;
});

function goesOn(above: ReadTable, { record, printed }: ReadTable): boolean {
  if (record.kind === "unknown" || record.kind !== above.record.kind) return false;
  if (record.columns !== above.record.columns) return false;
  const { caption } = printed;
  return caption === null || bare(caption) === bare(above.printed.caption ?? "");
}

const bare = (caption: string): string =>
  caption.replace(/[（(]?(?:接上[表页]|续表?)[\d一二三四五六七八九十]*[)）]?/gu, "");
