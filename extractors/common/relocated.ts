import type { Block, Place } from "../../pipeline/model/document.js";

/** A block of one document as it stands in another: its place is named within that of what holds it. */
function relocated(block: Block, path: string, number: number): Block {
  const at = within(path, block.at, `${block.type} ${number}`);
  if (block.type === "paragraph") return { ...block, at };
  const { type, rowCount, columnCount, cells } = block;
  return {
    type,
    rowCount,
    columnCount,
    cells: cells.map((cell) => ({
      ...cell,
      at: within(
        path,
        cell.at,
        `${at.path.slice(path.length + 3)} / row ${cell.row + 1} / cell ${cell.column + 1}`,
      ),
    })),
    at,
  };
}

function within(path: string, at: Place, otherwise: string) {
  return { type: "flow", path: `${path} / ${at.type === "flow" ? at.path : otherwise}` } as const;
}

/** The blocks of one document as they stand in another. */
export function relocatedAll(blocks: readonly Block[], path: string): readonly Block[] {
  const counts = { paragraph: 0, table: 0 };
  return blocks.map((block) => {
    counts[block.type] += 1;
    return relocated(block, path, counts[block.type]);
  });
}
