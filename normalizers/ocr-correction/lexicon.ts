import { bareLabel } from "../values/ordinal.js";
import { once } from "../../pipeline/model/once.js";
import { classNames } from "../reference/classification.js";
import { catalogueNames } from "../reference/procurement.js";
import { stripLabel } from "../tables/performance/strip-labels.js";
import { canonical } from "../values/text.js";
import { LABELS } from "./labels.js";

const names = once(
  (): ReadonlySet<string> => new Set([...LABELS, ...classNames(), ...catalogueNames()].map(spelt)),
);

/** How a word is compared: without blanks and list number, brackets in half width. */
export function spelt(text: string): string {
  return bareLabel(canonical(text).replace(/\s/gu, ""))
    .replace(/（/gu, "(")
    .replace(/）/gu, ")")
    .replace(/[“”"]/gu, "");
}

/** Whether a text is an official name or a label of the statutory forms. */
export function isListed(text: string): boolean {
  const word = spelt(text);
  return word.length > 1 && (names().has(word) || isStripLabel(word));
}

function isStripLabel(word: string): boolean {
  const label = stripLabel(word);
  return label !== null && label.inline === "";
}
