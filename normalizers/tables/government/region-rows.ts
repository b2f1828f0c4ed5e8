import { oncePer } from "../../../pipeline/model/once-per.js";
import type { Column, PrintedTable } from "../../../pipeline/model/table-kind.js";
import { isMoney } from "../../values/amount.js";
import { textOf } from "../../values/text.js";
import { halvesOf } from "../amounts/amount-columns.js";
import { withoutBlanks } from "../columns.js";
import { isRegionLabel } from "../debt/debt-regions.js";
import { GOVERNMENT } from "./settings.js";

/** What a caption says of a table with a region a row: `分地区`, `分市县`. */
const BY_REGION = /(?<!部)分(?:地区|[省市州盟县区旗])/u;

/** Whether a table has a region a row: most of its rows with amounts are labelled so, several where no caption says it. */
export const rowsAreRegions = oncePer((table: PrintedTable): boolean => {
  const [half, ...others] = halvesOf(table).filter(({ labels }) => hasText(table, labels));
  const label = half?.labels[0];
  if (half === undefined || label === undefined || others.length > 0) return false;
  const filled = table.bodyRows.filter((row) =>
    half.measures.some(({ index }) => isMoney(table.grid.at(row, index)?.text ?? "")),
  );
  const regions = filled.filter((row) => {
    const cell = table.grid.at(row, label.index);
    return cell !== undefined && isRegionLabel(textOf(cell));
  });
  const fewest = BY_REGION.test(withoutBlanks(table.caption ?? "")) ? 1 : GOVERNMENT.fewestRegions;
  return regions.length >= fewest && regions.length > filled.length * GOVERNMENT.regionRows;
});

function hasText({ grid, bodyRows }: PrintedTable, labels: readonly Column[]): boolean {
  return bodyRows.some((row) =>
    labels.some(({ index }) => {
      const cell = grid.at(row, index);
      return cell !== undefined && textOf(cell) !== "";
    }),
  );
}
