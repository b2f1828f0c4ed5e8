import { distance } from "./distance.js";
import type { Box, Piece } from "./pieces.js";

/** What of the text edition a run over pictures gave back. Counts, so that documents add up. */
export interface Score {
  readonly pages: number;
  readonly characters: number;
  /** Characters put in, left out or changed, page by page. */
  readonly edits: number;
  readonly cells: Share;
  /** Cells that are printed as numbers. */
  readonly numbers: Share;
  /** Cells and paragraphs with a sign of comparison. */
  readonly operators: Share;
  /** Why cells are not exact. */
  readonly wrong: Readonly<Record<Fault, number>>;
}

interface Share {
  readonly all: number;
  readonly right: number;
}

/** No cell stands there; one of another size does; it is the same cell, but its text is not. */
export type Fault = "missing" | "structure" | "text";

/** A cell or paragraph that is not as the text edition has it. */
export interface Miss {
  readonly fault: Fault;
  readonly wanted: Piece;
  readonly got: string | null;
}

/** What was read, or what should have been. */
export interface Reading {
  readonly texts: ReadonlyMap<number, string>;
  readonly pieces: readonly Piece[];
}

/** Below it, two boxes are not those of one cell. */
export const SAME_CELL = 0.6;
const SIGNS = /[≥≤≧≦<>=]/gu;

/** Compares some pages of a run with those of the text edition. */
export function compare(
  truth: Reading,
  run: Reading,
  pages: readonly number[],
): { readonly score: Score; readonly misses: readonly Miss[] } {
  const matches = matchesOf(truth, run, pages);
  const cells = matches.filter(({ wanted: { type } }) => type === "cell");
  const misses = matches.flatMap(missOf);
  const faults = misses.filter((miss) => miss.wanted.type === "cell").map(({ fault }) => fault);
  const numberOf = (kind: Fault) => faults.filter((fault) => fault === kind).length;
  const score: Score = {
    pages: pages.length,
    ...characters(truth, run, pages),
    cells: share(cells, isExact),
    numbers: share(
      cells.filter((match) => match.wanted.isNumber),
      isExact,
    ),
    operators: share(
      matches.filter((match) => signs(match.wanted.text) !== ""),
      (match) => signs(match.wanted.text) === signs(match.got?.text ?? ""),
    ),
    wrong: {
      missing: numberOf("missing"),
      structure: numberOf("structure"),
      text: numberOf("text"),
    },
  };
  return { score, misses };
}

/** Each piece of the text edition on some pages, with what stands there in a run. */
export function matchesOf(
  truth: Reading,
  run: Reading,
  pages: readonly number[],
): readonly Match[] {
  const found = byPage(run.pieces);
  const wanted = truth.pieces.filter(({ page }) => pages.includes(page));
  return wanted.map((piece) => matched(piece, found.get(piece.page) ?? []));
}

function byPage(pieces: readonly Piece[]): ReadonlyMap<number, readonly Piece[]> {
  const pages = new Map<number, Piece[]>();
  for (const piece of pieces) {
    const onPage = pages.get(piece.page);
    if (onPage === undefined) pages.set(piece.page, [piece]);
    else onPage.push(piece);
  }
  return pages;
}

function characters(truth: Reading, run: Reading, pages: readonly number[]) {
  const texts = pages.map((page) => truth.texts.get(page) ?? "");
  const edits = pages.map((page, i) => distance(texts[i] ?? "", run.texts.get(page) ?? ""));
  return {
    characters: total(texts.map((text) => Array.from(text).length)),
    edits: total(edits),
  };
}

/** A piece of the text edition, and the one that stands there in the run. */
export interface Match {
  readonly wanted: Piece;
  readonly got: Piece | undefined;
  /** How much of both boxes is common, 0 to 1. */
  readonly overlap: number;
}

function matched(wanted: Piece, candidates: readonly Piece[]): Match {
  let best: Match = { wanted, got: undefined, overlap: 0 };
  for (const got of candidates) {
    const overlap = got.type === wanted.type ? commonShare(wanted.box, got.box) : 0;
    if (overlap > best.overlap) best = { wanted, got, overlap };
  }
  return best;
}

function isExact({ wanted, got }: Match): boolean {
  return got !== undefined && got.text === wanted.text;
}

function missOf(match: Match): readonly Miss[] {
  if (isExact(match)) return [];
  const { wanted, got, overlap } = match;
  const there = overlap < SAME_CELL ? "structure" : "text";
  return [{ fault: got === undefined ? "missing" : there, wanted, got: got?.text ?? null }];
}

function signs(text: string): string {
  return (text.match(SIGNS) ?? []).join("");
}

/** The area that two boxes have in common, as a share of what they cover together. */
function commonShare(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (width <= 0 || height <= 0) return 0;
  const common = width * height;
  return common / (area(a) + area(b) - common);
}

const area = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

function share(matches: readonly Match[], isRight: (match: Match) => boolean): Share {
  return { all: matches.length, right: matches.filter((match) => isRight(match)).length };
}

const total = (numbers: readonly number[]): number => numbers.reduce((sum, n) => sum + n, 0);

/** The score of several documents together. */
export function sumOf(scores: readonly Score[]): Score {
  const sum = (count: (score: Score) => number) => total(scores.map(count));
  const shares = (of: (score: Score) => Share): Share => ({
    all: sum((score) => of(score).all),
    right: sum((score) => of(score).right),
  });
  return {
    pages: sum(({ pages }) => pages),
    characters: sum((score) => score.characters),
    edits: sum(({ edits }) => edits),
    cells: shares(({ cells }) => cells),
    numbers: shares(({ numbers }) => numbers),
    operators: shares(({ operators }) => operators),
    wrong: {
      missing: sum(({ wrong }) => wrong.missing),
      structure: sum(({ wrong }) => wrong.structure),
      text: sum(({ wrong }) => wrong.text),
    },
  };
}
