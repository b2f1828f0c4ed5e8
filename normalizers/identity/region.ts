import { finding, type Outcome, type Rule } from "../../pipeline/model/finding.js";
import { placeOf, placesIn } from "./place.js";
import { containersOf, divisionCoded, type Division } from "../reference/divisions.js";
import { canonical } from "../values/text.js";
import { IDENTITY } from "./settings.js";
import { tally } from "../../pipeline/model/tally.js";

/** Where a document says which division it is about, the strongest first. */
export interface RegionEvidence {
  /** The issuer's names as printed, the title's own first. */
  readonly names: readonly string[];
  readonly title: string | null;
  /** Printed division codes and 21-character project codes, whose first six digits are one. */
  readonly codes: readonly string[];
  /** The document's prose, which settles what a name alone leaves open. */
  readonly text: string;
  readonly year: number | null;
}

/** GB/T 2260 code and own name (`130209`, `曹妃甸区`); both null where not known. */
export interface Region {
  readonly region_code: string | null;
  readonly region_name: string | null;
}

/** One name, several divisions, and nothing in the document that settles which. */
export const regionAmbiguous: Rule<{ readonly candidates: string }> = {
  id: "region_ambiguous",
  severity: "warning",
  about: {
    en: "The issuer's division has a name that several divisions share, and nothing settles which is meant.",
    zh: "单位所在区划与别处同名，且没有依据判定是哪一个。",
  },
  say: {
    en: ({ candidates }) => `which division is meant is not clear: ${candidates}`,
    zh: ({ candidates }) => `不能判定是哪一个区划：${candidates}。`,
  },
};

/** The printed codes are another division's than the issuer's name says. */
export const regionContradicted: Rule<{ readonly named: string; readonly coded: string }> = {
  id: "region_contradicted",
  severity: "warning",
  about: {
    en: "The division in the issuer's name is not the one whose code is printed.",
    zh: "单位名称里的区划与印出的代码不符。",
  },
  say: {
    en: ({ named, coded }) => `the issuer is of ${named}, the printed codes are of ${coded}`,
    zh: ({ named, coded }) => `单位属于${named}，印出的代码属于${coded}。`,
  },
};

/** No name or code says which division it is: the one that the prose speaks of most was taken. */
export const regionFromProse: Rule<{ readonly mentioned: string }> = {
  id: "region_from_prose",
  severity: "info",
  about: {
    en: "The division was taken from the prose because neither issuer, title nor codes name one.",
    zh: "单位、标题和代码都没有写明区划，取自正文。",
  },
  say: {
    en: ({ mentioned }) => `only the prose names a division: ${mentioned}`,
    zh: ({ mentioned }) => `只有正文提到区划：${mentioned}。`,
  },
};

/** Organs of local government, which are about a division even where their name does not say which. */
const LOCAL_ORGAN =
  /^(?!国家|中国|中央|中华).*(?:局|厅|委|委员会|办公室|政府|检察院|法院|中心|站|所|队|镇|乡|街道)$/u;
/** What an issuer's name that starts with its rank alone (`省教育厅`) says of its division's code. */
const RANKS: readonly (readonly [start: RegExp, code: RegExp])[] = [
  [/^(?:省|自治区)/u, /0000$/u],
  [/^市/u, /^(?:(?:11|12|31|50)0000|\d\d(?!00)\d\d00)$/u],
  [/^[县区旗]/u, /(?!00)\d\d$/u],
];

/** The division that a disclosure is about: settled by its issuer's name, its title, its codes, then its prose. */
export function region(evidence: RegionEvidence): Outcome<Region> {
  const coded = codedDivision(evidence);
  const named = namedDivisions(evidence);
  if (named.length > 0) return fromNames(settled(named, evidence, coded), coded);
  return coded === null ? fromProse(evidence) : known(coded);
}

function known(division: Division): Outcome<Region> {
  return { value: { region_code: division.code, region_name: division.name }, findings: [] };
}

const UNKNOWN: Region = { region_code: null, region_name: null };

function fromNames(named: readonly Division[], coded: Division | null): Outcome<Region> {
  const [division, ...others] = named;
  if (division === undefined || others.length > 0)
    return { value: UNKNOWN, findings: [finding(regionAmbiguous, { candidates: listed(named) })] };
  const agrees = coded === null || sameBranch(division.code, coded.code);
  const { value } = known(division);
  if (agrees) return { value, findings: [] };
  const facts = { named: listed([division]), coded: listed([coded]) };
  return {
    value,
    findings: [finding(regionContradicted, facts, { expected: coded.code, actual: division.code })],
  };
}

/** The first name that names a division, the issuer's before the title's. */
function namedDivisions({ names, title, year }: RegionEvidence): readonly Division[] {
  const places = [...names, title ?? ""].map((name) => placeOf(name, year));
  return places.find((candidates) => candidates.length > 0) ?? [];
}

/** Narrows what a name can mean: by the printed codes, by fuller names of the same issuer, by the prose. */
function settled(
  named: readonly Division[],
  { names, title, text, year }: RegionEvidence,
  coded: Division | null,
): readonly Division[] {
  if (named.length < 2) return named;
  const byCode = named.filter(({ code }) => coded !== null && sameBranch(code, coded.code));
  if (byCode.length === 1) return byCode;
  const fuller = [...names, title ?? ""]
    .map((name) => placeOf(name, year).filter((division) => named.includes(division)))
    .find((candidates) => candidates.length === 1);
  return fuller ?? byProse(named, text, year);
}

function byProse(
  named: readonly Division[],
  text: string,
  year: number | null,
): readonly Division[] {
  const plain = canonical(text);
  const [first, second] = named
    .map((division) => ({ division, mentions: mentionsOfContainers(plain, division, year) }))
    .toSorted((a, b) => b.mentions - a.mentions);
  if (first === undefined || first.mentions === 0) return named;
  const lead =
    second === undefined || first.mentions >= IDENTITY.region.clearLead * second.mentions;
  return lead ? [first.division] : named;
}

function mentionsOfContainers(plain: string, division: Division, year: number | null): number {
  return containersOf(division, year)
    .map(({ name }) => plain.split(name).length - 1)
    .reduce((sum, count) => sum + count, 0);
}

/** The division that most printed codes are of; a zone's own code, not in the standard, counts for its prefecture. */
function codedDivision({ codes, year }: RegionEvidence): Division | null {
  const found = codes
    .map((code) => /^(\d{6})(?:[\dA-Z]{15})?$/u.exec(code.replace(/\s/gu, ""))?.[1])
    .filter((code) => code !== undefined)
    .map((code) => divisionCoded(code, year) ?? divisionCoded(`${code.slice(0, 4)}00`, year))
    .filter((division) => division !== null);
  return mostFrequent(found)[0]?.division ?? null;
}

/** The words before the assembly that a government's report was laid before (`在青石市第八届人民代表大会`). */
const BEFORE_ASSEMBLY = /^(.{2,30}?)第?[一二三四五六七八九十]{1,3}届(?:人大|人民代表大会)/u;

/** The division whose assembly the first lines name. */
function ofAssembly({ text, year }: RegionEvidence): Division | null {
  for (const line of text.split("\n").slice(0, IDENTITY.region.titleLines)) {
    const before = BEFORE_ASSEMBLY.exec(canonical(line))?.[1] ?? "";
    const place = placesIn(before, year).at(-1);
    const [division, ...others] = place?.candidates ?? [];
    if (place?.end === before.length && division !== undefined && others.length === 0)
      return division;
  }
  return null;
}

function fromProse(evidence: RegionEvidence): Outcome<Region> {
  const { names, text, year } = evidence;
  const issuer = names.at(0);
  const assembly = issuer === undefined ? ofAssembly(evidence) : null;
  if (assembly !== null) return mentionedAlone(assembly);
  if (issuer !== undefined && !LOCAL_ORGAN.test(issuer)) return { value: UNKNOWN, findings: [] };
  const rank = RANKS.find(([start]) => start.test(issuer ?? ""))?.[1] ?? /./u;
  const mentioned = placesIn(text, year)
    .flatMap(({ candidates }) => (candidates.length === 1 ? candidates : []))
    .filter(({ code }) => rank.test(code));
  const [first, second] = mostFrequent(mentioned);
  const clear =
    first !== undefined && first.count >= IDENTITY.region.clearLead * (second?.count ?? 1);
  if (!clear) return { value: UNKNOWN, findings: [] };
  return mentionedAlone(first.division);
}

function mentionedAlone(division: Division): Outcome<Region> {
  return {
    ...known(division),
    findings: [finding(regionFromProse, { mentioned: listed([division]) })],
  };
}

function mostFrequent(
  divisions: readonly Division[],
): readonly { readonly division: Division; readonly count: number }[] {
  return Array.from(tally(divisions), ([division, count]) => ({ division, count })).toSorted(
    (a, b) => b.count - a.count,
  );
}

/** Whether one division is the other or contains it: `130900` and `130904`. */
function sameBranch(a: string, b: string): boolean {
  const [short, long] = [a, b].map((code) => code.replace(/(?:00){1,2}$/u, "")).toSorted();
  return short !== undefined && long !== undefined && long.startsWith(short);
}

function listed(divisions: readonly Division[]): string {
  return divisions.map(({ code, name }) => `${code} ${name}`).join(", ");
}
