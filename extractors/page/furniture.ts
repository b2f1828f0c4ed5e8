import type { Line } from "./lines.js";
import { isDecoratedNumber } from "./overprinted-number.js";
import type { PageContent } from "./page-content.js";
import { PAGE } from "./settings.js";
import { turnedNumbers } from "./turned-numbers.js";
import { countOf, tally } from "../../pipeline/model/tally.js";

/** A running header, footer or page number, and why it is taken for one. */
export interface Furniture {
  readonly page: number;
  readonly line: Line;
  readonly reason: string;
}

interface Candidate {
  readonly page: number;
  readonly line: Line;
  /** Distance of the baseline from the edge that it belongs to. */
  readonly depth: number;
  readonly edge: "top" | "foot";
  /** 0 for the outermost line. */
  readonly rank: number;
  /** Whether it is a title or unit of a table, which may repeat over the pages of the table. */
  readonly titles: boolean;
  /** Whether it stands well apart from what is printed next to it, away from the edge. */
  readonly apart: boolean;
}

/** Finds what stands at the same place on many pages, and page numbers by their shape. */
export function furniture(pages: readonly PageContent[]): Furniture[] {
  const turned = pages.flatMap((page) =>
    turnedNumbers(page).map((line): Furniture => ({
      page: page.number,
      line,
      reason: "page number",
    })),
  );
  const aside = new Set(turned.map(({ line }) => line));
  const candidates = pages.flatMap((page) =>
    edgeLines({ ...page, lines: page.lines.filter((line) => !aside.has(line)) }),
  );
  const numbers = pageNumbers(candidates, pages.length);
  const taken = new Set(numbers.map(({ line }) => line));
  const running = repeated(
    candidates.filter(({ line }) => !taken.has(line)),
    pages.length,
  );
  return [
    ...turned,
    ...numbers.map((candidate) => made(candidate, "page number")),
    ...running.map((candidate) =>
      made(candidate, candidate.edge === "top" ? "running header" : "running footer"),
    ),
  ];
}

function made({ page, line }: Candidate, reason: string): Furniture {
  return { page, line, reason };
}

function edgeLines({ number, height, lines, grids }: PageContent): Candidate[] {
  const first = Math.min(Infinity, ...grids.map(({ ys }) => ys[0] ?? Infinity));
  const last = Math.max(-Infinity, ...grids.map(({ ys }) => ys.at(-1) ?? -Infinity));
  const top = lines
    .slice(0, PAGE.furniture.depth)
    .filter(({ baseline }) => baseline < Math.min(first, height * PAGE.furniture.margin))
    .map((line, rank): Candidate => ({
      page: number,
      line,
      depth: line.baseline,
      edge: "top",
      rank,
      titles: belongsToTable(lines, rank),
      apart: isApart(line, Math.min(first, topOf(lines[rank + 1]))),
    }));
  const foot = lines
    .slice(-PAGE.furniture.depth)
    .toReversed()
    .filter(
      (line) =>
        line.baseline > height * (1 - PAGE.furniture.margin) &&
        (line.baseline > last || isDecoratedNumber(line)),
    )
    .map((line, rank): Candidate => ({
      page: number,
      line,
      depth: height - line.baseline,
      edge: "foot",
      rank,
      titles: BELONGS_TO_TABLE.test(line.text),
      apart: false,
    }));
  return [...top, ...foot];
}

function topOf(line: Line | undefined): number {
  return line === undefined ? Infinity : line.baseline - line.size;
}

function isApart({ baseline, size }: Line, below: number): boolean {
  return Number.isFinite(below) && below - baseline >= PAGE.furniture.apart * size;
}

const PAGE_NUMBER =
  /^[\s—–\-－─·•.~～|/（(【[第共页頁,，]*(\d{1,4})[\s—–\-－─·•.~～|/）)】\]第共页頁,，\d]*$/u;
const DECORATED = /[—–－─·•~～|/页頁-]/u;

/** Numbers that grow with the pages, or are set as only page numbers are. */
function pageNumbers(candidates: readonly Candidate[], pages: number): Candidate[] {
  const shaped = candidates
    .filter(({ rank }) => rank <= 1)
    .flatMap((candidate) => {
      const value = PAGE_NUMBER.exec(candidate.line.text.normalize("NFKC"))?.[1];
      return value === undefined ? [] : [{ candidate, offset: Number(value) - candidate.page }];
    });
  const offsets = tally(shaped.map(({ offset }) => offset));
  return shaped
    .filter(({ candidate, offset }) => {
      if (DECORATED.test(candidate.line.text)) return true;
      const alone = pages < 3 && candidate.edge === "foot" && candidate.rank === 0;
      return countOf(offsets, offset) >= 2 || alone;
    })
    .map(({ candidate }) => candidate);
}

/** A unit line or a title stands above many tables at one height, and belongs to each of them. */
const BELONGS_TO_TABLE =
  /单位\s*[:：]|^\s*(附?表|附件)\s*[\d一二三四五六七八九十]|表\s*([（(][^（）()]*[)）])?$/u;

/** Whether a line, or the rest of the caption that it begins, stands with a table. */
function belongsToTable(lines: readonly Line[], place: number): boolean {
  const [line, next] = [lines[place], lines[place + 1]];
  if (line === undefined) return false;
  if (BELONGS_TO_TABLE.test(line.text)) return true;
  return next !== undefined && isOneCaption(line, next) && belongsToTable(lines, place + 1);
}

/** Whether two lines are set as one centred caption is. */
function isOneCaption(line: Line, next: Line): boolean {
  const step = next.baseline - line.baseline;
  const shift = (next.left + next.right - line.left - line.right) / 2;
  return (
    Math.abs(next.size - line.size) < PAGE.furniture.sameSize &&
    next.bold === line.bold &&
    next.font === line.font &&
    step <= PAGE.furniture.captionPitch * line.size &&
    Math.abs(shift) <= PAGE.furniture.sameMiddle * line.size
  );
}

function repeated(candidates: readonly Candidate[], pages: number): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    if (candidate.titles) continue;
    const key = `${candidate.edge} ${signature(candidate)}`;
    groups.set(key, [...(groups.get(key) ?? []), candidate]);
  }
  return [...groups.values()]
    .flatMap((group) => sameHeight(group, pages))
    .filter(isOutermost(candidates));
}

/** The text, its page number (if it carries one) left open. */
function signature({ page, line }: Candidate): string {
  return line.text
    .replace(/\s/gu, "")
    .replace(new RegExp(String.raw`(?<!\d)${page}(?!\d)`, "u"), "#");
}

function sameHeight(group: readonly Candidate[], pages: number): Candidate[] {
  const isSure =
    pages <= PAGE.furniture.fewPages && group.every(({ apart, rank }) => apart && rank === 0);
  const repeats = isSure ? PAGE.furniture.fewRepeats : PAGE.furniture.repeats;
  return group.filter(
    ({ depth, line }) =>
      group.filter(
        (other) =>
          Math.abs(other.depth - depth) <= PAGE.furniture.sameHeight &&
          (!isSure || Math.abs(other.line.size - line.size) < PAGE.furniture.sameSize),
      ).length >= repeats,
  );
}

/** Nothing but furniture stands between furniture and its edge of the page. */
function isOutermost(
  candidates: readonly Candidate[],
): (c: Candidate, i: number, all: readonly Candidate[]) => boolean {
  return (candidate, _, all) => {
    const kept = new Set(all.map(({ line }) => line));
    return candidates
      .filter(
        (c) => c.page === candidate.page && c.edge === candidate.edge && c.rank < candidate.rank,
      )
      .every(({ line }) => kept.has(line) || PAGE_NUMBER.test(line.text.normalize("NFKC")));
  };
}
