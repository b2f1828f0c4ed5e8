import type { HeadingLine } from "./outline-line.js";
import type { Item, Run } from "./outline-tree.js";
import type { SectionKind } from "../../../pipeline/model/records/vocabulary.js";
import { elementAt } from "../../../pipeline/model/element-at.js";

/** A line that is a heading, and the headings above it from the outermost. */
export interface Heading {
  readonly line: HeadingLine;
  readonly parents: readonly HeadingLine[];
}

/** What tells a run of headings from a list. */
export interface Evidence {
  /** For each block, how many blocks before it are content. */
  readonly content: readonly number[];
  /** The kind that a title has by itself. */
  readonly kindAlone: (title: string) => SectionKind;
}

/** The headings among nested lines, in reading order. A run is judged as a whole: headings or a list. */
export function acceptedHeadings(runs: readonly Run[], evidence: Evidence): readonly Heading[] {
  return runs
    .filter((run, index) => !isCopyAhead(run, runs[index + 1], evidence))
    .flatMap((run) => headingsOf(run, [], evidence));
}

function headingsOf(
  run: Run,
  parents: readonly HeadingLine[],
  evidence: Evidence,
): readonly Heading[] {
  const judged = judge(run, parents, evidence);
  if (judged === "list") return partsWithin(run, parents, evidence);
  return run.items.flatMap((item) => {
    const isHeading = judged === "headings" ? item.line.wording !== "prose" : known(item, evidence);
    const above = isHeading ? [...parents, item.line] : parents;
    const below = item.runs.flatMap((inner) => headingsOf(inner, above, evidence));
    return isHeading ? [{ line: item.line, parents }, ...below] : below;
  });
}

/**
 * The runs that read like headings, with text under each item, and are none: they stand inside another run of
 * their style. What is lost with them is told.
 */
export function lostRuns(
  runs: readonly Run[],
  accepted: ReadonlySet<HeadingLine>,
  evidence: Evidence,
): readonly Run[] {
  return runs.flatMap((run) => {
    const inner = run.items.flatMap((item) => lostRuns(item.runs, accepted, evidence));
    return isLost(run, accepted, evidence) ? [run, ...inner] : inner;
  });
}

function isLost(run: Run, accepted: ReadonlySet<HeadingLine>, evidence: Evidence): boolean {
  const { items } = run;
  const isCounted = items.every(
    ({ line: { style } }) => style === "chinese" || style === "bracketed",
  );
  const isTitled = items.every(
    ({ line: { wording } }) => wording === "title" || wording === "clauses",
  );
  if (!isCounted || !isTitled || areCaptions(run)) return false;
  return hasTexts(items, evidence.content) && items.every(({ line }) => !accepted.has(line));
}

/** Parts (第一部分) are never items of a list: what stands before them was one. */
function partsWithin(
  run: Run,
  parents: readonly HeadingLine[],
  evidence: Evidence,
): readonly Heading[] {
  return run.items
    .flatMap(({ runs }) => runs)
    .flatMap((inner) =>
      inner.items[0]?.line.style === "part"
        ? headingsOf(inner, parents, evidence)
        : partsWithin(inner, parents, evidence),
    );
}

/** `known only`: mostly prose, but with some titles that are the statutory ones. */
type Judgement = "headings" | "known only" | "list";

function judge(run: Run, parents: readonly HeadingLine[], evidence: Evidence): Judgement {
  const style = run.items[0]?.line.style;
  if (style === "chapter") return "headings";
  if (style === "arabic") return run.items[0]?.line.value === 1 ? "headings" : "list";
  if (run.nested && style !== "part") return "list";
  if (isUnder("glossary", parents, evidence) && !run.items.some(({ line }) => line.announced))
    return "list";
  if (areCaptions(run) || isBareListing(run, evidence)) return "list";
  const titles = run.items.filter((_, index) => readsAsTitle(run, index, evidence)).length;
  if (titles * 2 >= run.items.length) return "headings";
  return parents.length === 0 || style === "part" ? "known only" : "list";
}

/** A title, or clauses that each have text of their own under them. */
function readsAsTitle({ items }: Run, index: number, { content }: Evidence): boolean {
  const line = items[index]?.line;
  if (line?.wording !== "clauses") return line?.wording === "title";
  return hasTexts(items, content);
}

/** Whether text stands under each of several items but the last. */
function hasTexts(items: readonly Item[], content: Evidence["content"]): boolean {
  if (items.length < 2) return false;
  return items.slice(1).every(({ line: next }, at) => {
    const above = items[at]?.line;
    return above !== undefined && textBetween(above, next, content) > 0;
  });
}

/** How many blocks of text stand between two headings; one of clauses is counted as text itself. */
function textBetween(above: HeadingLine, next: HeadingLine, content: Evidence["content"]): number {
  const own = above.wording === "title" ? 0 : 1;
  return elementAt(content, next.block) - elementAt(content, above.block) - own;
}

function isUnder(
  kind: SectionKind,
  parents: readonly HeadingLine[],
  { kindAlone }: Evidence,
): boolean {
  return parents.some(({ title }) => kindAlone(title) === kind);
}

function known({ line }: Item, { kindAlone }: Evidence): boolean {
  return line.wording === "title" && (line.announced || kindAlone(line.title) !== "other");
}

/** A run of names of tables is a run of captions. */
function areCaptions({ items }: Run): boolean {
  const named = items.filter(({ line }) => /表(?:[（(].*[）)])?$/u.test(line.title)).length;
  return named * 2 > items.length;
}

/** An outline without text that comes again: contents that nothing says are contents. */
function isCopyAhead(run: Run, next: Run | undefined, { content }: Evidence): boolean {
  const isCopy = run.items[0]?.line.title === next?.items[0]?.line.title;
  return isCopy && run.items.length > 1 && isBare(run.items, content);
}

/** Three or more items with nothing between them but other items: a list, or contents without page numbers. */
function isBareListing({ items }: Run, { content }: Evidence): boolean {
  if (items.length < 3) return false;
  return isBare(items, content);
}

function isBare(items: readonly Item[], content: readonly number[]): boolean {
  return items.slice(1).every(({ line }, index) => {
    const above = items[index]?.line.block;
    return above !== undefined && content[above] === content[line.block];
  });
}
