import type { Block, Document } from "../../../pipeline/model/document.js";
import { pageOf } from "../../../pipeline/model/document.js";
import { finding, type Finding, type Outcome, type Rule } from "../../../pipeline/model/finding.js";
import { chapterLines } from "./outline-chapter.js";
import { contentsOf } from "./outline-contents.js";
import { type HeadingLine, numberedLines } from "./outline-line.js";
import { acceptedHeadings, type Heading, lostRuns } from "./outline-run.js";
import { nest, type Run } from "./outline-tree.js";
import type { Section } from "../../../pipeline/model/reading.js";
import type { SectionKind } from "../../../pipeline/model/records/vocabulary.js";

export { contentsEntries } from "./outline-contents.js";

/** What a heading is called, and under what; `parents` from the outermost. */
interface HeadingWords {
  readonly ordinal: string | null;
  readonly title: string;
  readonly parents: readonly string[];
}

export type KindOf = (heading: HeadingWords) => SectionKind;

/**
 * The outline of a document: its headings, levels by nesting. Contents, captions, items of lists and the
 * title of the document are not among them.
 */
export function outline(document: Document, kindOf: KindOf): Outcome<readonly Section[]> {
  const contents = contentsOf(document);
  const kindAlone = (title: string): SectionKind => kindOf({ ordinal: null, title, parents: [] });
  const isKnown = (title: string): boolean => kindAlone(title) !== "other";
  const numbered = numberedLines(document, contents).filter((line) => isLine(line, kindAlone));
  const chapters = chapterLines(document, contents, { numbered, isKnown });
  const lines = [...numbered, ...chapters].sort((a, b) => a.block - b.block);
  const runs = nest(lines);
  const evidence = { content: contentBefore(document.blocks, lines), kindAlone };
  const headings = acceptedHeadings(runs, evidence);
  const value = sections(headings, document, kindOf);
  const lost = lostRuns(runs, new Set(headings.map(({ line }) => line)), evidence);
  return { value, findings: lost.flatMap((run) => lostFinding(run, document, value)) };
}

/** Numbered lines that may be headings and open no section. */
export const numberedLinesLeft: Rule<{ readonly first: string; readonly count: number }> = {
  id: "numbered_lines_left",
  severity: "info",
  about: {
    en: "Numbered lines with text under them are headings; those that were taken for a list are told.",
    zh: "下面有正文的编号行应为标题；被当作列举的予以提示。",
  },
  say: {
    en: ({ first, count }) =>
      `${count} numbered lines from “${first}” on read like headings and open no section.`,
    zh: ({ first, count }) => `从“${first}”起的${count}个编号行像是标题，但没有成为章节。`,
  },
};

function lostFinding(
  { items }: Run,
  document: Document,
  all: readonly Section[],
): readonly Finding[] {
  const [first] = items;
  if (first === undefined) return [];
  const { block, title } = first.line;
  const at = document.blocks[block]?.at;
  const section = all.findLast((one) => one.block <= block);
  const facts = { first: title, count: items.length };
  return [
    finding(numberedLinesLeft, facts, {
      section_no: section?.section_no ?? null,
      page: at === undefined ? null : pageOf(at),
    }),
  ];
}

const ARABIC_KINDS: ReadonlySet<SectionKind> = new Set([
  "duties",
  "organization",
  "income",
  "expenditure",
  "year_on_year",
]);

/** Arabic numbers are for lists, except before the titles of chapters that have a kind of their own. */
function isLine(line: HeadingLine, kindAlone: (title: string) => SectionKind): boolean {
  if (line.style !== "arabic") return true;
  if (line.wording !== "title" || line.title.length > 20) return false;
  return /(?:情况|说明)$/u.test(line.title) && ARABIC_KINDS.has(kindAlone(line.title));
}

/** For each block, how many blocks before it are neither a numbered title nor part of one. */
function contentBefore(blocks: readonly Block[], lines: readonly HeadingLine[]): readonly number[] {
  const titles = lines.filter(({ wording }) => wording === "title");
  const bare = new Set(titles.flatMap(({ block, lastBlock }) => [block, lastBlock]));
  let count = 0;
  return [0, ...blocks.map((_, index) => (count += bare.has(index) ? 0 : 1))];
}

function sections(
  headings: readonly Heading[],
  document: Document,
  kindOf: KindOf,
): readonly Section[] {
  const numbers = new Map(headings.map(({ line }, index) => [line, index + 1]));
  return headings.map(({ line, parents }, index) => {
    const { ordinal, title, block } = line;
    const parent = parents.at(-1);
    const at = document.blocks[block]?.at;
    return {
      section_no: index + 1,
      parent_no: parent === undefined ? null : (numbers.get(parent) ?? null),
      level: parents.length + 1,
      ordinal,
      title,
      kind: kindOf({ ordinal, title, parents: parents.map((above) => above.title) }),
      page: at === undefined ? null : pageOf(at),
      block,
    };
  });
}
