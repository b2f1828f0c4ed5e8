import { memo } from "preact/compat";
import { useEffect, useMemo } from "preact/hooks";
import type { Shown } from "../document-view.js";
import type { Cell, Table } from "../model/dataset.js";
import { spotOfCell } from "../model/explained.js";
import { cellKey } from "../../pipeline/model/spot.js";
import type { Spot } from "../../pipeline/model/spot.js";
import { useWords } from "../shared/language.js";
import { useRows } from "../shared/window-of-rows.js";

interface Props extends Shown {
  readonly table: Table;
}

/** How high a row of a grid is, in pixels of the style sheet. */
const ROW = 30;

/** The grid of a table as it is printed, merged cells and all. Only the rows in sight are drawn. */
export const Grid = memo(({ table, judged, spot, related, choose }: Props) => {
  const { say } = useWords();
  const { box, from, to } = useRows(table.rows, ROW);
  const columns = useMemo(() => widthsOf(table), [table]);
  const rows = useMemo(() => byRow(table), [table]);
  const chosen = spot !== null && spot.table === table.table_no ? spot : null;
  useEffect(() => {
    if (box.current !== null && chosen !== null && chosen.row !== null)
      bringIntoSight(box.current, table, chosen);
  }, [chosen, table]);
  const parts = { table, judged, chosen, related, choose };
  return (
    <div
      class="grid-box"
      ref={box}
      tabIndex={0}
      role="region"
      aria-label={`${say("table")} ${table.table_no}`}
      onKeyDown={(event) => move(event, table, { chosen, choose })}
    >
      <div
        class="grid"
        role="table"
        aria-rowcount={table.rows}
        style={{
          gridTemplateColumns: columns,
          gridTemplateRows: `repeat(${table.rows}, ${ROW}px)`,
        }}
      >
        {rows.flatMap(([row, cells]) =>
          row < to && cells.some(({ rowSpan }) => row + rowSpan > from)
            ? [<Row key={row} {...parts} row={row} cells={cells} />]
            : [],
        )}
      </div>
    </div>
  );
});

interface RowProps extends Pick<Shown, "judged" | "related" | "choose"> {
  readonly table: Table;
  readonly chosen: Spot | null;
  readonly row: number;
  readonly cells: readonly Cell[];
}

function Row({ row, cells, ...parts }: RowProps) {
  return (
    <div class="row" role="row" aria-rowindex={row + 1}>
      {cells.map((cell) => (
        <GridCell key={cell.column} {...parts} cell={cell} />
      ))}
    </div>
  );
}

type CellProps = Omit<RowProps, "row" | "cells"> & { readonly cell: Cell };

function GridCell({ table, cell, judged, chosen, related, choose }: CellProps) {
  const { row, column, rowSpan, columnSpan, text } = cell;
  const key = cellKey(table.table_no, row, column);
  const isChosen = chosen?.row === row && (chosen.column === null || chosen.column === column);
  const isRelated = related.some(
    (other) =>
      other.table === table.table_no &&
      other.row === row &&
      (other.column === null || other.column === column),
  );
  const isHeader = row < table.header_rows;
  const marks = `${isHeader ? " head" : ""}${isChosen ? " chosen" : ""}${isRelated ? " related" : ""}`;
  return (
    <div
      class={`cell ${judged.get(key)?.state ?? "empty"}${marks}${NUMBER.test(text) ? " number" : ""}`}
      role={isHeader ? "columnheader" : "cell"}
      style={{
        gridRow: `${row + 1} / span ${rowSpan}`,
        gridColumn: `${column + 1} / span ${columnSpan}`,
      }}
      data-cell={key}
      title={text}
      onClick={() => choose(spotOfCell(table, cell))}
    >
      {text.replaceAll("\n", "")}
    </div>
  );
}

const NUMBER = /^[-−(（]?[\d,，.]+%?[)）]?$/u;

function byRow({ cells }: Table): readonly (readonly [number, readonly Cell[]])[] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const others = rows.get(cell.row);
    if (others === undefined) rows.set(cell.row, [cell]);
    else others.push(cell);
  }
  return [...rows];
}

/** Each column as wide as its texts ask for, within bounds: a Chinese character counts two of a Latin one. */
function widthsOf({ columns, cells }: Table): string {
  const widths = Array.from({ length: columns }, () => 4);
  for (const { column, columnSpan, text } of cells) {
    if (columnSpan > 1) continue;
    const width = Array.from(text).reduce((sum, each) => sum + (each > "\u2e80" ? 2 : 1.1), 0);
    widths[column] = Math.max(widths[column] ?? 4, Math.min(30, width));
  }
  return widths.map((width) => `${width / 2 + 1.4}em`).join(" ");
}

function bringIntoSight(box: HTMLElement, table: Table, { row, column }: Spot): void {
  const top = (row ?? 0) * ROW;
  if (top < box.scrollTop + ROW || top + 2 * ROW > box.scrollTop + box.clientHeight)
    box.scrollTop = top - box.clientHeight / 3;
  const cell = box.querySelector(`[data-cell="${cellKey(table.table_no, row ?? 0, column ?? 0)}"]`);
  if (cell instanceof HTMLElement && cell.offsetLeft + cell.offsetWidth > box.clientWidth)
    box.scrollLeft = cell.offsetLeft - box.clientWidth / 3;
}

const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The arrow keys go from cell to cell, over merged ones too. */
function move(
  event: KeyboardEvent,
  table: Table,
  { chosen, choose }: { chosen: Spot | null } & Pick<Shown, "choose">,
): void {
  const step = ARROWS[event.key];
  if (step === undefined) return;
  event.preventDefault();
  const current = chosen === null ? undefined : at(table, chosen.row ?? 0, chosen.column ?? 0);
  const [down, right] = step;
  const next =
    current === undefined
      ? table.cells[0]
      : at(
          table,
          down > 0 ? current.row + current.rowSpan : current.row + down,
          right > 0 ? current.column + current.columnSpan : current.column + right,
        );
  if (next !== undefined) choose(spotOfCell(table, next));
}

function at({ cells }: Table, row: number, column: number): Cell | undefined {
  return cells.find(
    (cell) =>
      row >= cell.row &&
      row < cell.row + cell.rowSpan &&
      column >= cell.column &&
      column < cell.column + cell.columnSpan,
  );
}
