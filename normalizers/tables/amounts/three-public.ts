import type { ThreePublicItem } from "../../../pipeline/model/records/vocabulary.js";
import type { Half } from "./amount-columns.js";
import { headerWord, itemOf } from "./measures.js";

/** Whether the 三公 items stand across the columns: at least two headers name one. */
export function itemsAreAcross(half: Half): boolean {
  return half.measures.filter(({ path }) => path.some((text) => itemOf(text) !== null)).length > 1;
}

const GENERIC = /^(?:小计|(?:本年|年初|全年)?(?:预算|决算|执行)数|金额)$/u;

/** The lowest header that names an item: `“三公”经费 / 小计` → `“三公”经费`. */
export function headerLabel(path: readonly string[]): string | null {
  const words = path.map(headerWord);
  return words.findLast((word) => !GENERIC.test(word)) ?? words.at(-1) ?? null;
}

/** A 合计 is the 三公 total, unless the table adds other things (会议费) to a 三公 group of its own. */
export function threePublicItem(half: Half, path: readonly string[]): ThreePublicItem | null {
  const words = path.map(headerWord).filter((word) => !GENERIC.test(word));
  const lowest = words.at(-1) ?? "";
  const own = itemOf(lowest);
  if (own !== null || !/^(?:合计|总计)$/u.test(lowest)) return own;
  if (words.slice(0, -1).some((word) => /三公/u.test(word))) return "total";
  const grouped = half.measures.some(
    (column) => column.path.length > 1 && column.path.some((text) => /三公/u.test(text)),
  );
  return grouped ? null : "total";
}
