import type { Block, Document } from "../../pipeline/model/document.js";
import { openTable, type Simplify } from "./characters.js";
import { printedAgain, type Restore } from "./printed-again.js";

/** When text is taken to be in traditional characters. */
const TRADITIONAL = {
  /** Of the characters of a document or block: a text in simplified ones has a rare name or two. */
  share: 0.08,
  /** Different ones in a block of a document that is otherwise simplified. */
  fewest: 2,
} as const;

/** A document to be understood, and what gives its results the characters that are printed. */
export interface Understood {
  readonly document: Document;
  readonly restore: Restore;
}

/**
 * The document in simplified characters (繁體 to 简体), character by character, since all words by which a
 * disclosure is understood are simplified. One that has none but these stays the same object. What is published
 * of it prints its own characters again: `restore`.
 */
export async function understood(printed: Document): Promise<Understood> {
  const same: Understood = { document: printed, restore: (dataset) => dataset };
  const texts = printed.blocks.flatMap(textsOf);
  if (!texts.some((text) => charactersOf(text).some(isUncommon))) return same;
  const simplify = await openTable();
  const whole = isTraditional(texts.join(""), 1, simplify);
  const blocks = printed.blocks.map((block) =>
    whole || isTraditional(textsOf(block).join(""), TRADITIONAL.fewest, simplify)
      ? simplified(block, simplify)
      : block,
  );
  if (blocks.every((block, index) => block === printed.blocks[index])) return same;
  const ignored = whole
    ? printed.ignored.map((each) => inSimplified(each, simplify))
    : printed.ignored;
  const document = { ...printed, blocks, ignored };
  return { document, restore: printedAgain(printed, document) };
}

function textsOf(block: Block): readonly string[] {
  return block.type === "paragraph" ? [block.text] : block.cells.map(({ text }) => text);
}

function simplified(block: Block, simplify: Simplify): Block {
  if (block.type === "paragraph") return inSimplified(block, simplify);
  return { ...block, cells: block.cells.map((cell) => inSimplified(cell, simplify)) };
}

function inSimplified<T extends { readonly text: string }>(one: T, simplify: Simplify): T {
  return { ...one, text: simplify(one.text) };
}

/** Whether enough of a text are characters that only traditional writing has. */
function isTraditional(text: string, fewest: number, simplify: Simplify): boolean {
  const own = new Set([...uncommon(text)].filter((character) => simplify(character) !== character));
  if (own.size < fewest) return false;
  const written = charactersOf(text);
  const traditional = written.filter((character) => own.has(character)).length;
  return traditional >= written.length * TRADITIONAL.share;
}

const HAN = /\p{sc=Han}/gu;
const NONE: readonly string[] = [];

function charactersOf(text: string): readonly string[] {
  return text.match(HAN) ?? NONE;
}

/** The characters of a text that GB 2312 does not have: traditional ones, and those of rare names. */
function uncommon(text: string): ReadonlySet<string> {
  return new Set(charactersOf(text).filter(isUncommon));
}

function isUncommon(character: string): boolean {
  return !COMMON.has(character);
}

/** The characters of GB 2312. */
const COMMON: ReadonlySet<string> = new Set(gb2312());

function gb2312(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  return new TextDecoder("gb18030").decode(Uint8Array.from(bytes));
}
