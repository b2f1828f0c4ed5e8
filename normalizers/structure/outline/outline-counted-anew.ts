import { textOf } from "../../../pipeline/model/canonical-text.js";
import type { Block, Document, Look, Paragraph } from "../../../pipeline/model/document.js";
import { pageOf } from "../../../pipeline/model/document.js";
import { countOf, tally } from "../../../pipeline/model/tally.js";
import { type HeadingLine, sameLook } from "./outline-line.js";

/** A title under which headings are counted from 一: the blocks that it takes, and the headings. */
interface Opener {
  readonly block: number;
  readonly lastBlock: number;
  readonly title: string;
  /** The look of a title that stands out from the text. */
  readonly look: Look | undefined;
  /** The first two headings below it, where there are two. */
  readonly form: string | null;
}

/** What tells a title from the last line of a text. */
interface Signs {
  /** The titles that stand out and are known for chapters. */
  readonly chapters: readonly number[];
  readonly mayOpen: (block: number, title: string) => boolean;
  readonly standsOut: (block: Paragraph) => boolean;
}

/** How chapters are called that only a new count of headings tells from the text. */
const CHAPTER_END = /概况$|(?:预算|决算)(?:收支)?(?:情况)?说明$/u;

/**
 * The lines under which headings are counted from 一 anew, where no parts do that. They are chapters where they
 * are set like a chapter before them, or where there are several that are called as chapters are, or several with
 * the same headings below (`项目概述`, `立项依据`, one project after another). One alone is the document's title.
 */
export function openers(
  { blocks }: Document,
  numbered: readonly HeadingLine[],
  signs: Signs,
): readonly Opener[] {
  if (numbered.some(({ style }) => style === "part")) return [];
  const counted = numbered.filter(({ style }) => style === "chinese");
  const taken = new Set(numbered.flatMap((line) => [line.block, line.lastBlock]));
  const found = counted.flatMap((line, at) => {
    if (line.value !== 1 || line.wording !== "title" || taken.has(line.block - 1)) return [];
    const title = titleOver(blocks, line.block, { ...signs, taken });
    return title === null ? [] : [{ ...title, form: formOf(line, counted[at + 1]) }];
  });
  const forms = tally(found.map(({ form }) => form));
  const called = found.filter(({ title }) => CHAPTER_END.test(title));
  return found.filter((one) => {
    const isOneOfForm = one.form !== null && countOf(forms, one.form) > 1;
    const isSetAsChapter = signs.chapters.some((block) => {
      const chapter = blocks[block];
      return block < one.block && chapter?.type === "paragraph" && sameLook(chapter.look, one.look);
    });
    return isOneOfForm || isSetAsChapter || (called.length > 1 && called.includes(one));
  });
}

function formOf(first: HeadingLine, second: HeadingLine | undefined): string | null {
  return second?.value === 2 ? `${first.title}\n${second.title}` : null;
}

/** The title that ends right over a block; one that stands out may be wrapped onto a second line. */
function titleOver(
  blocks: readonly Block[],
  below: number,
  { mayOpen, standsOut, taken }: Signs & { readonly taken: ReadonlySet<number> },
): Omit<Opener, "form"> | null {
  const [upper, last] = [blocks[below - 2], blocks[below - 1]];
  if (last?.type !== "paragraph") return null;
  const look = standsOut(last) ? last.look : undefined;
  const isWrapped =
    upper?.type === "paragraph" &&
    !taken.has(below - 2) &&
    standsOut(upper) &&
    sameLook(upper.look, look) &&
    pageOf(upper.at) === pageOf(last.at);
  const block = isWrapped ? below - 2 : below - 1;
  const title = isWrapped ? textOf(upper) + textOf(last) : textOf(last);
  return mayOpen(block, title) ? { block, lastBlock: below - 1, title, look } : null;
}
