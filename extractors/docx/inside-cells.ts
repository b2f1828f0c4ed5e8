import type { Block, Paragraph } from "../../pipeline/model/document.js";
import { addLine, type OpenCell, type OpenRow, type OpenTable } from "./open-table.js";

/**
 * Takes what stands inside the cells of a row. One text in an otherwise empty cell, in a frame of its own, is the
 * text of the cell; all else follows the table.
 */
export function takeInside(table: OpenTable, row: OpenRow): void {
  const [only, ...others] = row.cells;
  if (only === undefined || others.length > 0) table.frame = undefined;
  else table.frame?.push({ ...only, inside: [...only.inside] });
  for (const cell of row.cells) {
    const text = onlyText(cell);
    if (text === undefined) for (const { block } of cell.inside) table.after.push(block);
    else addLine(cell, text);
  }
}

/** The one text that is inside a cell, where the cell has no other; undefined where there is more, or a real table. */
function onlyText({ text, inside }: OpenCell): string | undefined {
  if (text.trim() !== "") return undefined;
  const texts = inside
    .flatMap(({ block }) =>
      block.type === "paragraph" ? [block.text] : block.cells.map((each) => each.text),
    )
    .filter((each) => each.trim() !== "");
  return texts.length === 1 ? texts[0] : undefined;
}

/**
 * What a frame holds, in its order: a table of one cell a row around another table is only drawn around
 * it, and its own text is paragraphs. Undefined where the table is no frame.
 */
export function withoutFrame({ frame }: OpenTable): readonly Block[] | undefined {
  const isFrame = frame?.some(({ inside }) => inside.some(({ block }) => isGrid(block)));
  return isFrame === true ? frame?.flatMap(contentsOf) : undefined;
}

function isGrid(block: Block): boolean {
  return block.type === "table" && block.rowCount > 1 && block.columnCount > 1;
}

function contentsOf({ text, at, inside }: OpenCell): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const { block, before } of inside) {
    blocks.push(...paragraphs(text.slice(from, before), at), block);
    from = before;
  }
  return [...blocks, ...paragraphs(text.slice(from), at)];
}

function paragraphs(text: string, at: OpenCell["at"]): Paragraph[] {
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => ({ type: "paragraph", text: line, at }));
}
