import type { Table } from "../../pipeline/model/document.js";
import { readChildren, startFlow } from "./flow.js";
import { parsePage } from "./tree.js";

/** The tables of a piece of HTML that stands in a text; every cell is at the line where the piece begins. */
export function tablesOfFragment(source: string, line: number): readonly Table[] {
  const flow = startFlow(() => null);
  readChildren(flow, parsePage(source));
  const at = { type: "line", line } as const;
  return flow.blocks.flatMap((block) =>
    block.type === "table"
      ? [{ ...block, at, cells: block.cells.map((cell) => ({ ...cell, at })) }]
      : [],
  );
}
