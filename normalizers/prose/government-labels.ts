import { numbered } from "../values/ordinal.js";
import { amountMentions } from "./figures-mention.js";
import { accountIn } from "./government-measures.js";
import { coverageOf, ZONE } from "./government-whose.js";
import type { Passage } from "./sentence.js";
import { PROSE } from "./settings.js";

/** A line that heads what follows (`2.政府性基金预算`), below the headings of sections. */
interface Label {
  /** Lines numbered alike follow one another; one numbered otherwise stands below. */
  readonly numbering: string;
  readonly text: string;
}

/**
 * The lines over each passage that head it, nearest first, up to the heading of its section. A passage that goes on with
 * a list (`——转移性收入`) stands under the words that opened the list.
 */
export function labelsOver(
  all: readonly Passage[],
  sectionOf: (passage: Passage) => number | null,
): ReadonlyMap<Passage, readonly string[]> {
  const found = new Map<Passage, readonly string[]>();
  let labels: readonly Label[] = [];
  let section: number | null = null;
  let opening = "";
  for (const passage of all) {
    const own = sectionOf(passage);
    if (own !== section) [labels, section, opening] = [[], own, ""];
    const label = labelOf(passage);
    if (label !== null) labels = under(labels, label);
    const first = passage.sentences[0]?.text ?? "";
    const goesOn = label === null && ITEM.test(first);
    const over = labels.map(({ text }) => text).toReversed();
    found.set(passage, goesOn && opening !== "" ? [opening, ...over] : over);
    if (!goesOn) opening = first.slice(0, amountMentions(first)[0]?.start ?? 0);
  }
  return found;
}

/** An item of a list that the passage before opened. */
const ITEM = /^(?:[—–-]{1,2}|其中)/u;

function under(labels: readonly Label[], label: Label): readonly Label[] {
  const at = labels.findIndex(({ numbering }) => numbering === label.numbering);
  return [...(at === -1 ? labels : labels.slice(0, at)), label];
}

/**
 * What a passage's first sentence heads: a numbered line without amounts, or one that names a budget or whose it is,
 * alone or as a noun (`政府性基金预算完成情况。`).
 */
function labelOf({ sentences }: Passage): Label | null {
  const [first] = sentences;
  if (first === undefined || first.text.length > PROSE.longestTitle) return null;
  if (amountMentions(first.text).length > 0) return null;
  const line = first.text.replace(/[。：:.]{1,3}$/u, "");
  const { ordinal, rest } = numbered(line);
  if (ordinal !== null) return { numbering: formOf(ordinal), text: rest };
  const text = rest.replace(DASHES, "");
  const isNoun = !/[。，,；;：:]/u.test(text) && (sentences.length === 1 || NOUN_END.test(text));
  const names = accountIn(text) !== null || coverageOf(text) !== null || ZONE.test(text);
  return isNoun && names ? { numbering: text === rest ? "" : "—", text } : null;
}

const DASHES = /^[—–-]+/u;
const NOUN_END = /(?:情况|[预决]算|收支|安排|草案)$/u;

/** The form of a list number: `（三）` and `（十二）` are of one form. */
const formOf = (ordinal: string): string =>
  ordinal
    .replace(/[一二三四五六七八九十百零〇]+/gu, "一")
    .replace(/\d+/gu, "1")
    .replace(/[①-⑳]/gu, "①");
