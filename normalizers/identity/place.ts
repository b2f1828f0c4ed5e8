import {
  containersOf,
  divisionCoded,
  divisionsNamed,
  divisionsStemmed,
  stem,
  zoneContainers,
  type Division,
} from "../reference/divisions.js";
import { canonical } from "../values/text.js";
import { IDENTITY } from "./settings.js";

/** A place named in a text: the divisions that its name can mean, several where it is ambiguous. */
export interface PlaceName {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly Division[];
}

/** The endings of division names, where the word does not go on (`合作市场`, `新华区域`). */
const ENDINGS = /[省县旗盟州]|市(?![场值面价盈况])|区(?![域别间块])/gu;
/** Names that are everyday words, or end in one (`北海城市建设`): they count only where nothing else can be meant. */
const EVERYDAY = /^..$|城市$/u;
const ORGANIZATIONS = "中共|中国共产党|共青团|共产主义青年团|国家税务总局";
const NOT_IN_A_WORD = new RegExp(String.raw`(?:^|\P{sc=Han}|${ORGANIZATIONS})$`, "u");
const ZONE =
  /开发区|高新区|高新技术|经开区|管理区|工业园|产业园|科技园|保税|新区|示范区|试验区|实验区|度假区|风景名?胜?区|集聚区|合作区/u;

/**
 * The divisions that a text names in full, in reading order. A chain (`唐山市曹妃甸区`) is one place, its
 * last division; what stands before a name narrows what it can mean (`上海市普陀区`, `河北魏县`).
 */
export function placesIn(text: string, year: number | null): readonly PlaceName[] {
  const plain = canonical(text);
  const names: PlaceName[] = [];
  for (const { index } of plain.matchAll(ENDINGS)) {
    const place = placeEnding({ plain, end: index + 1, year, last: names.at(-1) });
    if (place !== null) add(names, place);
  }
  const chains: PlaceName[] = [];
  for (const place of names) chain(chains, place, year);
  return chains;
}

/** The place that an issuer's name or a title is about: the first that it names, or the container of a zone. */
export function placeOf(name: string, year: number | null): readonly Division[] {
  const plain = canonical(name);
  return placesIn(plain, year)[0]?.candidates ?? zoneOf(plain, year);
}

/** The ways in which a text names a body with the place that it is in: `某乡人民政府` → `某市某乡人民政府`. */
export function fullerNames(name: string, text: string, year: number | null): readonly string[] {
  const found = new Set<string>();
  for (const before of text.split(name).slice(0, IDENTITY.region.mentionsSearched).slice(0, -1)) {
    const line = before.slice(-IDENTITY.region.longestChain).split("\n").at(-1) ?? "";
    const near = canonical(line);
    const place = placesIn(near, year).at(-1);
    if (place !== undefined && place.end === near.length) found.add(near.slice(place.start) + name);
  }
  return [...found];
}

interface Ending {
  readonly plain: string;
  readonly end: number;
  readonly year: number | null;
  /** The name found before this one. */
  readonly last: PlaceName | undefined;
}

/** The longest name that ends here and is no part of a word. */
function placeEnding({ plain, end, year, last }: Ending): PlaceName | null {
  for (let start = Math.max(0, end - IDENTITY.region.longestPlace); start <= end - 2; start += 1) {
    const name = plain.slice(start, end);
    const candidates = divisionsNamed(name, year);
    if (candidates.length === 0) continue;
    const before = plain.slice(Math.max(0, start - IDENTITY.region.longestPlace), start);
    const within = candidates.filter((candidate) => endsInContainer(before, candidate, year));
    const free = !EVERYDAY.test(name) || last?.end === start || NOT_IN_A_WORD.test(before);
    if (within.length > 0) return { start, end, candidates: within };
    if (free) return { start, end, candidates };
  }
  return null;
}

function endsInContainer(before: string, candidate: Division, year: number | null): boolean {
  return containersOf(candidate, year).some(
    ({ name }) => before.endsWith(name) || before.endsWith(stem(name)),
  );
}

/** Of two names that share characters the earlier stays, unless the later contains it whole. */
function add(names: PlaceName[], place: PlaceName): void {
  const last = names.at(-1);
  if (last !== undefined && last.end > place.start) {
    if (place.start > last.start) return;
    names.pop();
  }
  names.push(place);
}

/** Joins a division to the chain that it ends (`河北省` `唐山市` `曹妃甸区`), or begins one with it. */
function chain(chains: PlaceName[], place: PlaceName, year: number | null): void {
  const last = chains.at(-1);
  const inside = place.candidates.filter(
    (candidate) =>
      last?.end === place.start &&
      containersOf(candidate, year).some((container) => last.candidates.includes(container)),
  );
  if (last === undefined || inside.length === 0) {
    chains.push(place);
    return;
  }
  chains[chains.length - 1] = { start: last.start, end: place.end, candidates: inside };
}

/** A zone's container: listed, or named by the zone itself (`承德高新区` → `承德市`). */
function zoneOf(plain: string, year: number | null): readonly Division[] {
  for (const [zone, code] of zoneContainers())
    if (plain.includes(zone)) return [divisionCoded(code, year)].filter((found) => found !== null);
  const zone = ZONE.exec(plain);
  if (zone === null) return [];
  const bare = plain.slice(0, zone.index + 2).replace(new RegExp(`^(?:${ORGANIZATIONS})`, "u"), "");
  return stemmed(bare, year);
}

/** The divisions whose short name a text starts with; after a province's, those inside it (`河北唐山高新区`). */
function stemmed(text: string, year: number | null): readonly Division[] {
  for (
    let length = Math.min(IDENTITY.region.longestPrefix, text.length);
    length >= 2;
    length -= 1
  ) {
    const candidates = cities(divisionsStemmed(text.slice(0, length), year));
    if (candidates.length === 0) continue;
    const inner = stemmed(text.slice(length), year).filter((division) =>
      containersOf(division, year).some((container) => candidates.includes(container)),
    );
    return inner.length > 0 ? inner : candidates;
  }
  return [];
}

/** A zone called by a name that a city shares with a county (`承德`) or a province (`吉林`) is the city's. */
function cities(candidates: readonly Division[]): readonly Division[] {
  const found = candidates.filter(({ code }) => /(?!00)..00$/u.test(code));
  return found.length > 0 ? found : candidates;
}
