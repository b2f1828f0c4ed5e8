import type { Block, Document, Table } from "./document.js";
import { gridOf } from "./grid.js";
import type { TableKind } from "./table-kind.js";

/** Makes one table of two that stand together and are, by their kind, parts of one form. */
export function joinForms(document: Document, kinds: readonly TableKind[]): Document {
  const joiners = kinds.flatMap(({ joins }) => (joins === undefined ? [] : [joins]));
  const blocks: Block[] = [];
  for (const block of document.blocks) {
    const last = blocks.at(-1);
    if (
      block.type === "table" &&
      last?.type === "table" &&
      joiners.some((joins) => joins(gridOf(last), gridOf(block)))
    )
      blocks.splice(-1, 1, joined(last, block));
    else blocks.push(block);
  }
  return { ...document, blocks };
}

/** The rows of both; the narrower part's rows stay short. Column edges hold for neither then. */
function joined(above: Table, below: Table): Table {
  const { columnEdges: _, ...kept } = above;
  const lastPage = below.lastPage ?? (below.at.type === "page" ? below.at.page : undefined);
  return {
    ...kept,
    rowCount: above.rowCount + below.rowCount,
    columnCount: Math.max(above.columnCount, below.columnCount),
    cells: [
      ...above.cells,
      ...below.cells.map((cell) => ({ ...cell, row: cell.row + above.rowCount })),
    ],
    ...(lastPage === undefined ? {} : { lastPage }),
  };
}
