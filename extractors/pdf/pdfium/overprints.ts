import type { Box } from "../../page/geometry.js";
import type { Character } from "./characters.js";
import { type Address, float, type Pdfium } from "./library.js";
import type { PageObject } from "./page-objects.js";
import { PDFIUM } from "./settings.js";

/** Gives the characters of each text object of a page in turn. */
export type Characters = (object: PageObject) => readonly Character[];

interface TextObject {
  readonly object: PageObject;
  /** The box of its ink, in the space that it stands in. */
  readonly box: Box;
  /** Its size in that of the page. */
  readonly em: number;
}

interface Shown {
  /** Measured where something may repeat it. */
  readonly text: () => TextObject;
  readonly characters: readonly Character[];
}

/**
 * The characters of text objects, those too that pdfium leaves out since they repeat one just before, nearly at
 * its place: so word processors fake a bold face, which is to be seen.
 */
export function withOverprints(
  pdfium: Pdfium,
  known: ReadonlyMap<Address, readonly Character[]>,
): Characters {
  const recent: Shown[] = [];
  return (object) => {
    const characters = known.get(object.at);
    if (characters === undefined && recent.length === 0) return [];
    if (characters === undefined) return repeated(measured(pdfium, object), recent);
    let text: TextObject | undefined;
    recent.unshift({ characters, text: () => (text ??= measured(pdfium, object)) });
    recent.length = Math.min(recent.length, PDFIUM.compared);
    return characters;
  };
}

/** The characters of the last object that this one repeats, moved to its place. */
function repeated(own: TextObject, recent: readonly Shown[]): readonly Character[] {
  const first = recent.find((before) => isRepeat(own, before.text()));
  if (first === undefined) return [];
  const [to, from] = [own.object.toUser, first.text().object.toUser];
  const [dx, dy] = [to[4] - from[4], to[5] - from[5]];
  return first.characters.map((each) => ({ ...each, x: each.x + dx, y: each.y + dy }));
}

function measured(pdfium: Pdfium, object: PageObject): TextObject {
  return { object, box: boundsOf(pdfium, object.at), em: emOf(pdfium, object) };
}

function isRepeat(own: TextObject, before: TextObject): boolean {
  const [a, b] = [own.object, before.object];
  const isSetAlike = [0, 1, 2, 3].every((part) => a.toUser[part] === b.toUser[part]);
  const [width, height] = sizeOf(own.box);
  const [otherWidth, otherHeight] = sizeOf(before.box);
  const isSameSize =
    Math.abs(width - otherWidth) <= PDFIUM.sameSize * own.em &&
    Math.abs(height - otherHeight) <= PDFIUM.sameSize * own.em;
  // The box is that of the ink. A font that is not there has none, and all that it sets is of one size.
  const farthest = width > 0 ? PDFIUM.repeatAcross : PDFIUM.repeatNear;
  const isNear =
    Math.abs(a.toUser[4] - b.toUser[4]) <= farthest * own.em &&
    Math.abs(a.toUser[5] - b.toUser[5]) <= PDFIUM.repeatNear * own.em;
  return isSetAlike && isSameSize && isNear && a.forms.join() === b.forms.join();
}

function sizeOf([left, top, right, bottom]: Box): readonly [number, number] {
  return [right - left, bottom - top];
}

/** The box around an object, in the space that it stands in: left, bottom, right, top. */
function boundsOf(pdfium: Pdfium, object: Address): Box {
  const { api, scratch } = pdfium;
  api.FPDFPageObj_GetBounds(object, scratch, scratch + 4, scratch + 8, scratch + 12);
  const side = (index: number): number => float(pdfium, index);
  return [side(0), side(1), side(2), side(3)];
}

function emOf({ api, scratch }: Pdfium, { at, toUser }: PageObject): number {
  const size = api.FPDFTextObj_GetFontSize(at, scratch) ? float({ api, scratch }) : 0;
  return Math.abs(size) * Math.hypot(toUser[2], toUser[3]);
}
