import { memo } from "preact/compat";
import { useMemo } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Box, Cell, DocumentDataset, Page, Table } from "../model/dataset.js";
import { spotOfCell } from "../model/explained.js";
import { cellKey } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";
import { placed } from "./placed.js";

interface Props extends Shown {
  readonly page: Page;
  readonly scale: number;
}

/** The outlines of the tables and cells of a page. They are for the pointer: all of it stands in the grids too. */
export const Outlines = memo(({ dataset, judged, page, scale, spot, related, choose }: Props) => {
  const tables = useMemo(() => tablesOn(page, dataset), [page, dataset]);
  const marked = new Set(related.map(keyOf));
  const chosen = spot === null ? null : keyOf(spot);
  return (
    <div class="outlines" aria-hidden="true">
      {tables.map(({ table, cells, box }) => (
        <>
          <div class="table-outline" style={placed(box, scale)} />
          {cells.map((cell) => {
            const key = cellKey(table.table_no, cell.row, cell.column);
            const state = judged.get(key)?.state ?? "";
            const isMarked = isOf(marked, table, cell);
            const isChosen = chosen === key || (spot !== null && isRowOf(spot, table, cell));
            return (
              <div
                key={key}
                class={`outline ${state}${isChosen ? " chosen" : ""}${isMarked ? " related" : ""}`}
                style={placed(boxOf(cell), scale)}
                data-cell={key}
                onClick={() => choose(spotOfCell(table, cell))}
              />
            );
          })}
        </>
      ))}
    </div>
  );
});

/** What a spot without a column means: the whole row. */
function isRowOf(spot: Spot, { table_no }: Table, { row }: Cell): boolean {
  return spot.column === null && spot.row === row && spot.table === table_no;
}

function isOf(marked: ReadonlySet<string>, { table_no }: Table, { row, column }: Cell): boolean {
  return marked.has(cellKey(table_no, row, column)) || marked.has(`t${table_no}r${row}`);
}

function keyOf({ table, row, column }: Spot): string {
  return column === null ? `t${table}r${row}` : cellKey(table ?? 0, row ?? 0, column);
}

interface OnPage {
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly box: Box;
}

function tablesOn({ number }: Page, { tables }: DocumentDataset): readonly OnPage[] {
  return tables.flatMap((table) => {
    const cells = table.cells.filter(({ at }) => at.type === "page" && at.page === number);
    return cells.length === 0 ? [] : [{ table, cells, box: around(cells.map(boxOf)) }];
  });
}

const NOWHERE: Box = [0, 0, 0, 0];

function boxOf({ at }: Cell): Box {
  return at.type === "page" ? at.box : NOWHERE;
}

function around(boxes: readonly Box[]): Box {
  return boxes.reduce((all, box) => [
    Math.min(all[0], box[0]),
    Math.min(all[1], box[1]),
    Math.max(all[2], box[2]),
    Math.max(all[3], box[3]),
  ]);
}
