import type { Recognized } from "../../pipeline/model/document.js";
import { UNREAD } from "../../pipeline/model/recognized.js";
import { classNames } from "../reference/classification.js";
import { catalogueNames } from "../reference/procurement.js";
import { once } from "../../pipeline/model/once.js";
import { LABELS } from "./labels.js";

/** The pairs of characters that stand side by side in official names and labels. */
const pairs = once((): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const name of [...LABELS, ...classNames(), ...catalogueNames()])
    for (let i = 1; i < name.length; i += 1) found.add(name.slice(i - 1, i + 1));
  return found;
});

/**
 * A text whose characters that were not read are filled in, each where only one of those that the picture
 * allows stands beside its neighbours in an official name; the text itself where none is.
 */
export function filledIn(text: string, { unread = [] }: Recognized): string {
  let hole = -1;
  return Array.from(text, (character, i) => {
    if (character !== UNREAD) return character;
    hole += 1;
    const [before = "", after = ""] = [text[i - 1], text[i + 1]];
    const fitting = Array.from(unread[hole] ?? "").filter(
      (guess) => pairs().has(before + guess) || pairs().has(guess + after),
    );
    return fitting.length === 1 ? (fitting[0] ?? character) : character;
  }).join("");
}
