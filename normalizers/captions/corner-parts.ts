import { isOrganizationOrPart } from "../values/organization-name.js";
import { date, plausibleYear, year } from "../values/date.js";
import { isMeasure } from "../values/measure-word.js";
import { canonical } from "../values/text.js";
import { isBareScale, statedUnit, unitAlone } from "../values/unit.js";
import type { Corner } from "./corner-fields.js";
import { CAPTIONS } from "./settings.js";

/** What one part of a corner says, null where it says nothing known; `{}` where the dataset has no place for it. */
export type Says = Partial<Corner> | null;

const ISSUER =
  /^(?:编制|填报|填制|填表|制表|申报|报送|编报|公开|预算|预算主管|主管)?(?:部门|单位)(?:名称|全称)?(?:[（(](?:公章|盖章|签章|章|全称)[)）])?[：:](.*)$/u;
const CODE =
  /^(?:部门|单位|预算|预算部门|预算单位|主管部门|填报单位|机构|组织机构)(?:编码|代码|编号)[：:](.*)$/u;
const UNIT_LABEL = /^(?:(?:金[额額]|计量|货币|价值)?[单單]位|金[额額])[：:]?/u;
const YEAR_LABEL = /^(?:预算|决算|会计|所属)?年(?:度|份)[：:](\d{4})年?度?$/u;
const CODED_ISSUER = /^[（([【]?(\d{3,})[)）\]】]?[-－—]?(\p{sc=Han}.{2,40})$/u;
const AS_OF = /^(?:截止|截至)(?:时间|日期)?[：:]?(.+)$/u;
const NO_PLACE =
  /^(?:(?:填报|填表|填制|编制|制表|编报|报送|上报|打印|批复|公开|公示|发布)(?:日期|时间)|币种|币别|货币|表号|表名|附件|附表)[：:]/u;
const NUMERAL = "[\\d一二三四五六七八九十]";
const FORM_NUMBER = new RegExp(
  String.raw`^\p{sc=Han}{0,6}[A-Z]{0,3}(?:表${NUMERAL}+(?:[-－—]\d+)*|(?<!\d)\d{1,2}(?:[-－—]\d+)*表|附[件表]?(?:${NUMERAL}+(?:[-－—]\d+)*)?)[：:]?$`,
  "u",
);
const YEAR_ALONE = /^.{4}年度?(?:(?:部门|单位)?(?:预算|决算))?$/u;
const MONTH_ALONE = /^\d{4}年\d{1,2}月(?:份|底|末)?$/u;

/** What a part says that shows by its own words what it is, wherever it stands. */
export function labelledPart(part: string): Says {
  const text = unwrapped(part);
  if (text.split(/[：:]/u).length > 2) return null;
  if (UNIT_LABEL.test(text) && statedUnit(text) !== null) return { unit: statedUnit(text) };
  const labelledYear = YEAR_LABEL.exec(text)?.[1];
  if (labelledYear !== undefined) return { fiscalYear: plausibleYear(labelledYear) };
  const asOf = AS_OF.exec(text)?.[1];
  if (asOf !== undefined && date(asOf) !== null) return { asOf: date(asOf) };
  const issuer = ISSUER.exec(text)?.[1];
  if (issuer !== undefined) return labelledIssuer(issuer);
  const code = CODE.exec(text)?.[1];
  if (code !== undefined) return /^\d+$/u.test(code) ? { issuerCode: code } : {};
  if (CODED_ISSUER.test(text) && isOrganizationOrPart(text)) return issuerOf(text);
  return FORM_NUMBER.test(text) || NO_PLACE.test(text) ? {} : null;
}

/**
 * What a part says that is told by where it stands, beside or under other parts of a top: a year, a date, a
 * unit, a public body, each without a label.
 */
export function barePart(part: string): Says {
  const text = unwrapped(part);
  const unit = unitAlone(text);
  if (unit !== null) return { unit };
  if (YEAR_ALONE.test(text) && year(text.slice(0, 5)) !== null)
    return { fiscalYear: year(text.slice(0, 5)) };
  if (date(text) !== null || MONTH_ALONE.test(text)) return {};
  return !/[：:]/u.test(text) && isOrganizationOrPart(text) ? { issuerName: text } : null;
}

const OPENING = "（([【〔［";
const CLOSING = ")）]】〕］";

/** `（单位：万元）` → `单位：万元`, also where the closing bracket is missing. */
function unwrapped(part: string): string {
  if (!OPENING.includes(part.charAt(0))) return part;
  const closing = Array.from(part, (sign) => CLOSING.includes(sign)).indexOf(true);
  if (closing < 0) return part.slice(1);
  return closing === part.length - 1 ? part.slice(1, -1) : part;
}

/** An issuer after its label. What counts or scales money (`单位：人`, `单位：万`) is none. */
function labelledIssuer(text: string): Says {
  if (/[：:]/u.test(text)) return null;
  const counts = text.split(/[、，,/／]/u).every((word) => isMeasure(word) || isBareScale(word));
  return counts ? {} : issuerOf(text);
}

function issuerOf(text: string): Partial<Corner> {
  const coded = CODED_ISSUER.exec(text);
  if (coded !== null) return { issuerCode: coded[1] ?? null, issuerName: coded[2] ?? null };
  return text === "" ? {} : { issuerName: text };
}

const APART =
  /\s{2,}|\t|(?<![（([【〔［])(?=金额单位[：:])|(?<![\p{sc=Han}（([【〔［])(?=单位[：:])|(?=(?:编制|填报)(?:部门|单位)[：:])|(?=预算年度[：:]\d)/u;
/** Where one part may end and the next begin: blanks, brackets, and the first words of a label. */
const SEAM =
  /\s+|(?=[（([【〔［])|(?<=[)）\]】〕］])|(?=(?:(?:金额|计量|货币|预算)?单位|部门|编制|填报|填表|制表|币种|货币)\p{sc=Han}{0,4}[：:])/gu;

/** The parts of a corner line, canonical: they stand apart by wide gaps, or one ends where the next shows what it is. */
export function partsOf(text: string): readonly string[] {
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/gu, "")
    .split(APART)
    .flatMap(knownParts)
    .map(canonical)
    .filter((part) => part !== "");
}

const isKnown = (text: string): boolean => {
  const part = canonical(text);
  return part === "" || (labelledPart(part) ?? barePart(part)) !== null;
};

/** A piece of a line as several known parts, if it is that; else as it is. */
function knownParts(piece: string): readonly string[] {
  if (piece.length > CAPTIONS.longestPiece || isKnown(piece)) return [piece];
  for (const { index, 0: seam } of piece.matchAll(SEAM)) {
    if (index === 0 || !isKnown(piece.slice(0, index))) continue;
    const rest = knownParts(piece.slice(index + seam.length));
    if (rest.every(isKnown)) return [piece.slice(0, index), ...rest];
  }
  return [piece];
}
