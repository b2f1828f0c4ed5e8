import type { FigureCoverage } from "../../pipeline/model/records/figure-vocabulary.js";

/** Zones have budgets of their own. */
export const ZONE =
  /开发区|经开区|高新区|高新技术|管理区|园区|产业园|新区|示范区|试验区|度假区|风景区|文旅区|保税区/u;

const COVERAGE =
  /全[省市县区旗州盟域]|我[省市县区旗州盟](?!本?级)|[省市县区旗州盟]?本级|(?<!补助|转贷|上解|对|各)[省市县区旗州盟]级(?!补助|上解|以?下)/gu;

/** Whose money the last word of a text says it is: 全市 with all below it, 市级 with its transfers, 市本级 its own alone. */
export function coverageOf(words: string): FigureCoverage | null {
  return coverages(words).at(-1) ?? null;
}

/** Whether the last level that a text names is another than that of the region: 区级 in the report of a city. */
export function isOtherLevel(words: string, regionName: string | null): boolean {
  const last = [...words.matchAll(COVERAGE)].at(-1)?.[0] ?? "";
  const level = /[省市县区旗州盟]/u.exec(last)?.[0];
  return level !== undefined && regionName !== null && !regionName.endsWith(level);
}

/** Whose money a heading is on, where it is on that of one alone. */
function coverageOfTitle(title: string): FigureCoverage | null {
  const [one, ...others] = new Set(coverages(title));
  return one === undefined || others.length > 0 ? null : one;
}

function coverages(words: string): readonly FigureCoverage[] {
  return [...words.matchAll(COVERAGE)].map(([word]) => {
    if (/^[全我]/u.test(word)) return "whole";
    return word.endsWith("本级") ? "own" : "own_and_transfers";
  });
}

/** A place at the head of a title whose budget it is on. */
const PLACE_OF_TITLE =
  /^(?:20\d\d年)?(?<place>\p{sc=Han}{2,12}?[省市县区旗州盟城乡镇场])(?=20\d\d年|本级|预算|决算|一般公共|政府性|国有资本|社会保险|社保|财政|收支)/u;
const PLACE = /^\p{sc=Han}{2,8}[省市县区旗州盟]$/u;
/** Words that make what looks like a place one of several, or one that money goes to. */
const OF_SEVERAL = /[全我本各对分下]|补助|上解|转贷/u;

/** Whether a text is the name of a place other than the one whose report it is. */
export function isOtherPlace(text: string, regionName: string | null): boolean {
  if (regionName === null) return false;
  return PLACE.test(text) && !OF_SEVERAL.test(text) && !text.endsWith(regionName);
}

/** Whose money headings are on, the nearest one first that says so. */
export function whoseBy(
  titles: readonly string[],
  regionName: string | null,
): { readonly coverage: FigureCoverage | null; readonly isForeign: boolean } {
  for (const title of titles) {
    const place = PLACE_OF_TITLE.exec(title)?.groups?.["place"];
    const ofOther =
      place !== undefined &&
      regionName !== null &&
      !OF_SEVERAL.test(place) &&
      !place.endsWith(regionName);
    if (ofOther || ZONE.test(title)) return { coverage: null, isForeign: true };
    const coverage = coverageOfTitle(title);
    if (coverage !== null) return { coverage, isForeign: false };
  }
  return { coverage: null, isForeign: false };
}
