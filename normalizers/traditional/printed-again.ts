import type { DocumentDataset } from "../../pipeline/dataset/dataset.js";
import { validate } from "../../pipeline/dataset/validate.js";
import type { Document } from "../../pipeline/model/document.js";

/** Gives what was read from a document the characters that are printed in it. */
export type Restore = (dataset: DocumentDataset) => DocumentDataset;

/** What is not of the document: names of official lists, and the sentences of the program. */
const OWN_WORDS: ReadonlySet<string> = new Set([
  "region_name",
  "message",
  "message_zh",
  "reason",
  "reason_zh",
]);

/** Undoes the folding of characters in a dataset, by the document before and after it. */
export function printedAgain(printed: Document, read: Document): Restore {
  const before = printedTexts(printed);
  const after = printedTexts(read);
  const places = new Map(
    after.map((one, i): [string, string] => [keyOf(one), before[i]?.text ?? one.text]),
  );
  const inOwn = ownCharacters(before.map(plain).join("\n"), after.map(plain).join("\n"));
  const restore = (value: unknown, name = ""): unknown => {
    if (typeof value === "string") return OWN_WORDS.has(name) ? value : inOwn(value);
    if (Array.isArray(value)) return value.map((each) => restore(each, name));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, each]) => [key, restore(each, key)]);
    const known = "text" in value && "at" in value ? places.get(keyOf(value)) : undefined;
    return { ...Object.fromEntries(entries), ...(known === undefined ? {} : { text: known }) };
  };
  return (dataset) => validate(restore(dataset));
}

interface Printed {
  readonly text: string;
  readonly at: unknown;
}

function printedTexts({ blocks, ignored }: Document): readonly Printed[] {
  return [
    ...blocks.flatMap((block): readonly Printed[] =>
      block.type === "paragraph" ? [block] : block.cells,
    ),
    ...ignored,
  ];
}

const keyOf = ({ text, at }: { readonly text: unknown; readonly at: unknown }): string =>
  JSON.stringify([at, text]);

/** Without blanks, which results have fewer of. */
const plain = ({ text }: { readonly text: string }): string => text.replaceAll(/\s/gu, "");

/**
 * Puts the printed characters back into a text that was read: those that stand for one printed character in the
 * whole document at once, the others where the text is found in it.
 */
function ownCharacters(before: string, after: string): (text: string) => string {
  const own = new Map<string, Set<string>>();
  for (let i = 0; i < after.length; i += 1) {
    const read = after[i] ?? "";
    own.set(read, (own.get(read) ?? new Set()).add(before[i] ?? read));
  }
  return (text) => {
    const isSure = Array.from(text).every((character) => (own.get(character)?.size ?? 1) === 1);
    const found = isSure ? -1 : after.indexOf(text.replaceAll(/\s/gu, ""));
    let at = found;
    return Array.from(text, (character) => {
      const [only = character, ...more] = own.get(character) ?? [];
      if (found < 0 || /\s/u.test(character)) return more.length === 0 ? only : character;
      at += 1;
      return before[at - 1] ?? character;
    }).join("");
  };
}
