import { date, plausibleYear } from "../values/date.js";
import { isOrganizationOrPart } from "../identity/organization.js";
import { canonical } from "../values/text.js";
import { statedUnit } from "../values/unit.js";

/** What the lines around a table's top say of it; each null where not printed. */
export interface Corner {
  readonly unit: string | null;
  readonly issuerCode: string | null;
  readonly issuerName: string | null;
  readonly fiscalYear: number | null;
  readonly asOf: string | null;
}

const LABELLED =
  /^(?:编制|填报|填制|公开|预算|预算主管|主管)?(?:部门|单位)(?:名称|（公章）|（盖章）)?[：:](.*)$/u;
const UNIT_LINE = /^[（(]?(?:(?:金额|计量|货币)?单位|金额)[：:].*元/u;
const YEAR_LINE = /^(?:预算|决算|会计)?年度[：:](\d{4})年?$/u;
const CODED_ISSUER = /^(\d{3,})(\p{sc=Han}.{2,40})$/u;
const AS_OF = /^(?:截止|截至)(?:时间|日期)?[：:]?(.+)$/u;
const FORM_NUMBER =
  /^\p{sc=Han}{0,6}(?:表[\d一二三四五六七八九十]+(?:-\d+)*|\d{1,2}(?:-\d+)*表|附件\d*)[：:]?$/u;

const EMPTY: Corner = {
  unit: null,
  issuerCode: null,
  issuerName: null,
  fiscalYear: null,
  asOf: null,
};

/** The parts of a corner line: they stand apart by wide gaps, or each begins with its own label. */
function partsOf(text: string): readonly string[] {
  return text
    .replace(/[^\S\n]*\n[^\S\n]*/gu, "")
    .split(
      /\s{2,}|\t|(?<![（(])(?=金额单位[：:])|(?<![\p{sc=Han}（(])(?=单位[：:])|(?=(?:编制|填报)(?:部门|单位)[：:])|(?=预算年度[：:]\d)/u,
    )
    .map(canonical)
    .filter((part) => part !== "");
}

function partOf(part: string): Partial<Corner> | null {
  if (UNIT_LINE.test(part)) return { unit: statedUnit(part) };
  const year = YEAR_LINE.exec(part)?.[1];
  if (year !== undefined) return { fiscalYear: plausibleYear(year) };
  const asOf = AS_OF.exec(part)?.[1];
  if (asOf !== undefined && date(asOf) !== null) return { asOf: date(asOf) };
  const issuer = LABELLED.exec(part)?.[1];
  if (issuer !== undefined) return issuerOf(issuer);
  if (CODED_ISSUER.test(part) && isOrganizationOrPart(part)) return issuerOf(part);
  return FORM_NUMBER.test(part) ? {} : null;
}

function issuerOf(text: string): Partial<Corner> {
  const coded = CODED_ISSUER.exec(text);
  if (coded !== null) return { issuerCode: coded[1] ?? null, issuerName: coded[2] ?? null };
  return text === "" ? {} : { issuerName: text };
}

/**
 * Reads a line above a table, or a row at its top, as corner: unit, issuer, year, closing date, form
 * number. Null where any part says something else: then it is no corner. An issuer without a label
 * is one only beside other corner parts.
 */
export function cornerOf(texts: readonly string[]): Corner | null {
  const parts = texts.flatMap(partsOf);
  const read = parts.map((part) => ({ part, says: partOf(part) }));
  const known = read.filter(({ says }) => says !== null);
  if (known.length === 0) return null;
  const others = read.filter(({ says }) => says === null).map(({ part }) => part);
  const merged = known.reduce(
    (corner, { says }) => joinCorners(corner, { ...EMPTY, ...says }),
    EMPTY,
  );
  if (others.length === 0) return merged;
  if (others.length > 1 || !isOrganizationOrPart(others[0] ?? "") || merged.issuerName !== null)
    return null;
  return { ...merged, issuerName: others[0] ?? null };
}

/** What either of two corners says, the first before the second. */
export function joinCorners(first: Corner, second: Corner): Corner {
  return {
    unit: first.unit ?? second.unit,
    issuerCode: first.issuerCode ?? second.issuerCode,
    issuerName: first.issuerName ?? second.issuerName,
    fiscalYear: first.fiscalYear ?? second.fiscalYear,
    asOf: first.asOf ?? second.asOf,
  };
}

export const NO_CORNER: Corner = EMPTY;
