import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { readRows } from "./rows.js";

/** Wordings with what each means, in the order in which they are tried. */
export type WordList<Value extends string> = readonly (readonly [RegExp, Value])[];

/** Gives a list of a data file by its name; `values` are those that it may have. */
export type ListOf<Name extends string> = <Value extends string>(
  name: Name,
  values: readonly Value[],
) => WordList<Value>;

/**
 * Reads a data file of word lists: one wording a line, with the list it belongs to, the value it stands
 * for, the wording as a regular expression and where it was seen. The first wording of a list that fits
 * counts, so the narrower one stands first. A line of the list `term` gives a part of wordings a name, by which
 * later lines put it in (`{below}上解收入`).
 *
 * @throws Error naming file and line, where a line is not of that form
 */
export function wordLists<Name extends string>(file: URL, names: readonly Name[]): ListOf<Name> {
  const name = basename(fileURLToPath(file));
  const terms = new Map<string, string>();
  const lines = readRows(file).flatMap((cells, index) => {
    const line = lineOf(withTerms(cells, terms), `${name}, line ${index + 2}`);
    if (line.list !== TERM) return [line];
    terms.set(line.value, `(?:${line.words.source})`);
    return [];
  });
  for (const { list, at } of lines)
    if (!names.some((one) => one === list))
      throw new Error(`${at}: “${list}” is none of the lists: ${names.join(", ")}.`);
  return (list, values) =>
    lines
      .filter((line) => line.list === list)
      .map(({ value, words, at }) => {
        const known = values.find((one) => one === value);
        if (known !== undefined) return [words, known];
        throw new Error(
          `${at}: “${value}” is none of the values of ${list}: ${values.join(", ")}.`,
        );
      });
}

/** What the first wording that fits a text stands for; null where none does. */
export function meaningOf<Value extends string>(list: WordList<Value>, text: string): Value | null {
  return list.find(([words]) => words.test(text))?.[1] ?? null;
}

const TERM = "term";
/** A name of a term in a wording; the braces of a quantifier hold digits, those of a property capitals or `=`. */
const NAMED = /\{([a-z]+)\}/gu;

/** A line whose wording has its terms put in; a name of none stays, and is no regular expression. */
function withTerms(
  [list = "", value = "", words = "", ...rest]: readonly string[],
  terms: ReadonlyMap<string, string>,
): readonly string[] {
  const whole = words.replace(NAMED, (printed, name: string) => terms.get(name) ?? printed);
  return [list, value, whole, ...rest];
}

interface Line {
  readonly list: string;
  readonly value: string;
  readonly words: RegExp;
  readonly at: string;
}

function lineOf(cells: readonly string[], at: string): Line {
  const [list = "", value = "", words = "", seen = ""] = cells;
  if (cells.length !== 4 || [list, words, seen].includes(""))
    throw new Error(`${at}: a line has a list, a value, a wording and where it was seen.`);
  return { list, value, words: new RegExp(words, "u"), at };
}
