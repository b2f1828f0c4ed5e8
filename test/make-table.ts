import type { Cell, Table } from "../pipeline/model/document.js";

/**
 * A table from rows of texts. `^` continues the cell above, `<` the cell to the left; a row with
 * fewer texts than the widest is short, as plain text leaves it.
 */
export function makeTable(rows: readonly (readonly string[])[]): Table {
  const cells: Cell[] = [];
  const owner = new Map<string, number>();
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => {
      const above = text === "^" ? owner.get(`${row - 1}/${column}`) : undefined;
      const left = text === "<" ? owner.get(`${row}/${column - 1}`) : undefined;
      const index = above ?? left ?? cells.length;
      owner.set(`${row}/${column}`, index);
      const cell = cells[index];
      if (cell === undefined)
        cells.push({
          row,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          at: { type: "line", line: row + 1 },
        });
      else
        cells[index] = {
          ...cell,
          rowSpan: Math.max(cell.rowSpan, row - cell.row + 1),
          columnSpan: Math.max(cell.columnSpan, column - cell.column + 1),
        };
    }),
  );
  return {
    type: "table",
    rowCount: rows.length,
    columnCount: rows.reduce((most, texts) => Math.max(most, texts.length), 0),
    cells,
    at: { type: "line", line: 1 },
  };
}
