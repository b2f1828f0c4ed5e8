import type { TableKindName } from "../../pipeline/vocabulary.js";
import { kinds } from "../tables/index.js";

/** The kinds of table that a title can name: the first that it fits, in either edition. */
export function formKinds(title: string): readonly TableKindName[] {
  const first = kinds.find((kind) => kind.title.test(title));
  if (first === undefined) return [];
  const form = first.kind.replace(/^(?:budget|accounts)_/u, "");
  return kinds
    .map(({ kind }) => kind)
    .filter((kind) => kind.replace(/^(?:budget|accounts)_/u, "") === form);
}
