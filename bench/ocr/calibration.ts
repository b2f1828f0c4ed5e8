import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { decimal } from "../../normalizers/values/amount.js";
import { inColumns, percent } from "./columns.js";
import { type Match, matchesOf, type Reading, SAME_CELL } from "./compare.js";
import { originals } from "./documents.js";
import { measured, readPictures } from "./measured.js";
import type { Options } from "./options.js";

/** A number that a picture gave for one of the text layer. */
export interface ReadNumber {
  readonly confidence: number;
  readonly isRight: boolean;
  /** Whether a finding of the recognition stands at it. */
  readonly isMarked: boolean;
}

/** How much a confidence is worth: numbers of all kinds of pictures together, by how surely they were read. */
export async function* calibrationFigures(options: Options): AsyncGenerator<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const documents = measured(originals(options.documents), folder, (pages, truth) =>
      fullest(pages, truth, options.pages),
    );
    for (const engine of options.engines) {
      const kinds: Kind[] = [];
      for (const settings of options.editions) {
        const { readings } = await readPictures(documents, engine, settings);
        const matches = readings.flatMap(({ of, run }) => matchesOf(of.truth, run, of.pages));
        const kind = kindOf(`${engine} ${settings.kind} ${settings.dpi}`, matches);
        kinds.push(kind);
        process.stderr.write(`${kindRow(kind).join("  ")}\n`);
        yield* wrongLines(matches).slice(0, options.misses);
      }
      const read = kinds.flatMap(({ numbers }) => numbers);
      yield inColumns([["pictures", "numbers", "wrong", "lost"], ...kinds.map(kindRow)]);
      yield `\n${binTable(read)}\n${limitTable(read, options.doubts)}\n`;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The numbers of one kind of pictures. */
interface Kind {
  readonly name: string;
  readonly numbers: readonly ReadNumber[];
  /** Numbers of the text layer that stand in no cell of their own: they have no confidence. */
  readonly lost: number;
}

function kindOf(name: string, matches: readonly Match[]): Kind {
  const wanted = matches.filter(isNumber);
  const numbers = readNumbers(wanted);
  return { name, numbers, lost: wanted.length - numbers.length };
}

function kindRow({ name, numbers, lost }: Kind): readonly string[] {
  const wrong = numbers.filter(({ isRight }) => !isRight).length;
  return [name, String(numbers.length), String(wrong), String(lost)];
}

const isNumber = ({ wanted }: Match): boolean => wanted.type === "cell" && wanted.isNumber;

/** The pages with most numbers, in their order. */
function fullest(pages: readonly number[], { pieces }: Reading, most: number): readonly number[] {
  const count = (page: number) => pieces.filter((one) => one.isNumber && one.page === page).length;
  const counted = pages.map((page) => ({ page, numbers: count(page) }));
  const chosen = counted.toSorted((a, b) => b.numbers - a.numbers).slice(0, most);
  return chosen.map(({ page }) => page).toSorted((a, b) => a - b);
}

/** The numbers of the text layer whose cells were found; what no cell holds has no confidence. */
export function readNumbers(matches: readonly Match[]): readonly ReadNumber[] {
  return matches.flatMap(readNumber);
}

function readNumber(match: Match): readonly ReadNumber[] {
  const { wanted, got, overlap } = match;
  if (!isNumber(match) || got?.read === undefined || overlap < SAME_CELL) return [];
  return [{ ...got.read, isRight: isSameNumber(wanted.text, got.text) }];
}

/** However its thousands are parted. */
function isSameNumber(wanted: string, got: string): boolean {
  const number = decimal(wanted);
  return wanted === got || (number !== null && number === decimal(got));
}

function wrongLines(matches: readonly Match[]): readonly string[] {
  return matches.flatMap((match) =>
    readNumber(match).flatMap(({ confidence, isRight, isMarked }) => {
      if (isRight) return [];
      const mark = isMarked ? ", marked" : "";
      return `    ${match.wanted.text} -> ${match.got?.text ?? ""} (${confidence.toFixed(3)}${mark})\n`;
    }),
  );
}

const BINS = [0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 1];

/** How many numbers of each range of confidence are right, and how many of both sorts are marked. */
export function binTable(numbers: readonly ReadNumber[]): string {
  const rows = BINS.slice(0, -1).map((from, i) => {
    const to = BINS[i + 1] ?? 1;
    const isLast = i === BINS.length - 2;
    const bin = numbers.filter(
      ({ confidence }) => confidence >= from && (isLast || confidence < to),
    );
    return binRow(`${from} to ${to}`, bin);
  });
  return inColumns([
    ["confidence", "numbers", "right", "wrong", "wrong and marked", "right and marked"],
    ...rows,
    binRow("all", numbers),
  ]);
}

function binRow(name: string, bin: readonly ReadNumber[]): readonly string[] {
  const wrong = bin.filter(({ isRight }) => !isRight);
  const marked = (some: readonly ReadNumber[]) => some.filter(({ isMarked }) => isMarked).length;
  return [
    name,
    String(bin.length),
    percent(bin.length - wrong.length, bin.length, 2),
    String(wrong.length),
    String(marked(wrong)),
    String(marked(bin) - marked(wrong)),
  ];
}

/** Of the wrong and right numbers, the shares that a limit of confidence marks, alone and beside the findings. */
export function limitTable(numbers: readonly ReadNumber[], limits: readonly number[]): string {
  const wrong = numbers.filter(({ isRight }) => !isRight);
  const right = numbers.filter(({ isRight }) => isRight);
  const share = (some: readonly ReadNumber[], isMarked: (one: ReadNumber) => boolean) =>
    percent(some.filter((one) => isMarked(one)).length, some.length, 2);
  const row = (name: string, isBelow: (one: ReadNumber) => boolean) => [
    name,
    share(wrong, isBelow),
    share(right, isBelow),
    share(wrong, (one) => one.isMarked || isBelow(one)),
    share(right, (one) => one.isMarked || isBelow(one)),
  ];
  return inColumns([
    [
      "limit",
      `of ${wrong.length} wrong`,
      `of ${right.length} right`,
      "wrong, or found",
      "right, or found",
    ],
    row("none", () => false),
    ...limits.map((limit) => row(`< ${limit}`, ({ confidence }) => confidence < limit)),
  ]);
}
