import { groupedBy } from "../../pipeline/model/grouped-by.js";
import { divisionCoded } from "../reference/divisions.js";
import { CORRECTION } from "./settings.js";
import { countOf, tally } from "../../pipeline/model/tally.js";

/**
 * The shape that a code ought to have, as the others of its document show: a regular expression of their length,
 * region, separators, and where only digits or only letters stand. Null where they are too few to tell.
 */
export function shapesAmong(used: readonly string[]): (code: string) => string | null {
  const codes = new Set(used);
  const byLength = groupedBy([...codes], ({ length }) => String(length));
  const tallies = new Map([...byLength].map(([length, alike]) => [length, tallyOf(alike)]));
  return (code) => {
    const others = othersFor(code, codes, tallies);
    return others === null ? null : shapeOf(others);
  };
}

/** What stands for a digit, and for a letter; any other sign stands for itself. */
const DIGIT = String.raw`\d`;
const LETTER = "[A-Z]";
const EITHER = "[0-9A-Z]";

type Counts = ReadonlyMap<string, number>;

/** What codes of one length have in common: how many begin alike, and what stands at each place of how many. */
interface Tally {
  readonly codes: number;
  readonly starts: Counts;
  readonly places: readonly Counts[];
  /** How many have a letter, and how many a small one. */
  readonly lettered: number;
  readonly small: number;
}

const REGION = 6;
const classOf = (sign: string): string =>
  /\d/u.test(sign) ? DIGIT : /[A-Za-z]/u.test(sign) ? LETTER : literal(sign);
const literal = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/]/u, String.raw`\$&`);

function tallyOf(codes: readonly string[]): Tally {
  return {
    codes: codes.length,
    starts: tally(codes.map((code) => code.slice(0, REGION))),
    places: Array.from(codes[0] ?? "", (_, at) =>
      tally(codes.map((code) => classOf(code[at] ?? ""))),
    ),
    lettered: codes.filter((code) => /[A-Za-z]/u.test(code)).length,
    small: codes.filter((code) => /[a-z]/u.test(code)).length,
  };
}

/** A tally without one of its codes. */
function withoutOne(all: Tally, code: string): Tally {
  const one = tallyOf([code]);
  return {
    codes: all.codes - one.codes,
    starts: less(all.starts, one.starts),
    places: all.places.map((counts, at) => less(counts, one.places[at] ?? new Map())),
    lettered: all.lettered - one.lettered,
    small: all.small - one.small,
  };
}

function less(counts: Counts, taken: Counts): Counts {
  const left = [...counts].map(([key, count]) => [key, count - countOf(taken, key)] as const);
  return new Map(left.filter(([, count]) => count > 0));
}

/**
 * The other codes that show what a code ought to be. A document may have codes of several lengths: one is judged
 * by those of its own, or where no other has it by what nearly all have. Null where these are too few.
 */
function othersFor(
  own: string,
  codes: ReadonlySet<string>,
  tallies: ReadonlyMap<string, Tally>,
): Tally | null {
  const same = tallies.get(String(own.length));
  const others = same !== undefined && codes.has(own) ? withoutOne(same, own) : same;
  if (others !== undefined && others.codes > 0)
    return others.codes < CORRECTION.codes.enough ? null : others;
  const [usual] = [...tallies.values()].toSorted((a, b) => b.codes - a.codes);
  const count = codes.has(own) ? codes.size - 1 : codes.size;
  const isUsual =
    usual !== undefined &&
    usual.codes >= CORRECTION.codes.enough &&
    usual.codes >= count * CORRECTION.codes.nearlyAll;
  return isUsual ? usual : null;
}

/** The shape that codes of one length have in common. */
function shapeOf(all: Tally): string {
  const region = regionOf(all);
  const places = all.places.slice(region.length).map(signAt);
  const shape = runsOf(places)
    .flatMap((run) => (isShown(run, all) ? run : run.map(() => EITHER)))
    .map((sign) => (all.small > 0 ? sign.replace("A-Z", "A-Za-z") : sign));
  return [region, ...runsOf(shape).map(repeated)].join("");
}

/** The code of the region (GB/T 2260) that all codes begin with; empty where there is none. */
function regionOf({ codes, starts }: Tally): string {
  const [start = ""] = starts.keys();
  const isCommon = codes >= CORRECTION.codes.enoughForRegion && starts.size === 1;
  return isCommon && divisionCoded(start, null) !== null ? start : "";
}

/** What stands at one place of all codes. */
function signAt(counts: Counts): string {
  const [first = "", ...more] = counts.keys();
  if (more.length === 0) return first;
  return [first, ...more].every((sign) => sign === DIGIT || sign === LETTER) ? EITHER : ".";
}

/** Whether a run of digits or letters is no chance. */
function isShown([sign, ...more]: readonly string[], { codes, lettered }: Tally): boolean {
  if ((sign !== DIGIT && sign !== LETTER) || lettered === 0) return true;
  const count = (1 + more.length) * codes;
  return (
    codes >= CORRECTION.codes.enoughForClasses &&
    count >= (sign === DIGIT ? CORRECTION.codes.digitsShow : CORRECTION.codes.lettersShow)
  );
}

/** Places side by side with the same sign. */
function runsOf(places: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const sign of places) {
    const last = runs.at(-1);
    if (last?.[0] === sign) last.push(sign);
    else runs.push([sign]);
  }
  return runs;
}

function repeated([sign = "", ...more]: readonly string[]): string {
  return more.length === 0 ? sign : `${sign}{${more.length + 1}}`;
}
