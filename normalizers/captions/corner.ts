import { isOrganizationOrPart } from "../values/organization-name.js";
import { isCalledTable } from "./caption.js";
import { type Corner, joinCorners, NO_CORNER } from "./corner-fields.js";
import { barePart, labelledPart, partsOf, type Says } from "./corner-parts.js";

const FAR = /\s{2,}|\t/u;
const NEAR = /\s+|(?<=表[）)》]?)(?=[（(]?(?:金额|计量|货币)?单位\s?[：:])/u;

/**
 * Reads a line above a table, or a row at its top, as corner: unit, issuer, year, closing date, code, form
 * number. Null where any part says something else: then it is no corner. A part without a label is one only
 * beside another that has one, and so is an issuer that does not end as one.
 */
export function cornerOf(texts: readonly string[]): Corner | null {
  const parts = texts.flatMap(partsOf);
  const read = parts.map((part) => ({ part, says: labelledPart(part) }));
  if (read.every(({ says }) => says === null)) return null;
  const said = read.map(({ part, says }) => says ?? barePart(part));
  if (said.includes(null)) return null;
  const issuers = said.filter((says) => says?.issuerName !== undefined);
  const hasBareIssuer = read.some(
    ({ part, says }) => says === null && barePart(part)?.issuerName !== undefined,
  );
  return hasBareIssuer && issuers.length > 1 ? null : joined(said);
}

/**
 * Reads the lines that stand between a caption and its table, in reading order: what any part says, with or
 * without a label. A part that ends an issuer or a unit which the line above began is joined to it.
 */
export function cornerBetween(lines: readonly string[]): Corner {
  const parts = lines.flatMap(partsOf).reduce<readonly string[]>(withPart, []);
  return joined(parts.map((part) => labelledPart(part) ?? barePart(part)));
}

/** A title with what is set beside it on its line. */
interface BesideTitle {
  readonly title: string;
  readonly corner: Corner;
}

/** A line of a title and of parts of a corner beside it (`…分地区表   表7`) as the two; null for any other line. */
export function besideTitle(line: string): BesideTitle | null {
  return farFromTitle(line) ?? nearTitle(line);
}

const isTitle = (piece: string): boolean => cornerOf([piece]) === null;

/** Parts of a corner on both sides of what calls itself a table, one blank off it: `公开03表 …支出表 单位：万元`. */
function nearTitle(line: string): BesideTitle | null {
  const pieces = line.trim().split(NEAR);
  const [first, last] = [pieces.findIndex(isTitle), pieces.findLastIndex(isTitle)];
  const words = pieces.slice(first, last + 1);
  const beside = [...pieces.slice(0, first), ...pieces.slice(last + 1)];
  const isOne = words.every(isTitle) && words.filter(isCalledTable).length === 1;
  const title = words.join(" ");
  if (first < 0 || beside.length === 0 || !isOne || !isCalledTable(title)) return null;
  return { title, corner: cornerBetween(beside) };
}

function farFromTitle(line: string): BesideTitle | null {
  const pieces = line.trim().split(FAR);
  const titles = pieces.filter(isTitle);
  const [title] = titles;
  if (title === undefined || titles.length > 1 || pieces.length < 2) return null;
  return { title, corner: cornerBetween(pieces.filter((piece) => piece !== title)) };
}

function withPart(parts: readonly string[], next: string): readonly string[] {
  const open = parts.findLastIndex((part) => isEndOf(part, next));
  if (open < 0) return [...parts, next];
  return parts.with(open, `${parts[open] ?? ""}${next}`);
}

/** Whether a part ends what another began: `单位：万` and `元`, `部门：某县林业` and `局`. */
function isEndOf(begun: string, next: string): boolean {
  const before = labelledPart(begun);
  const whole = labelledPart(begun + next);
  if (before === null || whole === null) return false;
  const { issuerName: name = null } = before;
  if (name === null) return before.unit === undefined && whole.unit !== undefined;
  if (typeof whole.issuerName !== "string") return false;
  if (labelledPart(next) !== null) return false;
  return (
    isOrganizationOrPart(whole.issuerName) && (!isOrganizationOrPart(name) || /^[（(]/u.test(next))
  );
}

function joined(said: readonly Says[]): Corner {
  return said.reduce<Corner>(
    (corner, says) => joinCorners(corner, { ...NO_CORNER, ...says }),
    NO_CORNER,
  );
}
