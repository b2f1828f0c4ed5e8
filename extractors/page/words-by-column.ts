import { elementAt } from "../../pipeline/model/element-at.js";
import type { Word } from "./words.js";

/** The words of each column, by their middles; null where one reaches further than `slack` over an edge. */
export function wordsByColumn(
  words: readonly Word[],
  edges: readonly number[],
  slack: number,
): Word[][] | null {
  const columns: Word[][] = edges.slice(1).map(() => []);
  for (const word of words) {
    const middle = (word.left + word.right) / 2;
    const column = edges.slice(1, -1).filter((edge) => edge <= middle).length;
    const isInside =
      word.left >= elementAt(edges, column) - slack &&
      word.right <= elementAt(edges, column + 1) + slack;
    if (!isInside) return null;
    elementAt(columns, column).push(word);
  }
  return columns;
}
