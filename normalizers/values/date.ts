import { numeral } from "./numeral.js";
import { canonical } from "./text.js";

const ZERO = "〇零○◯";
const DIGIT = String.raw`[\d${ZERO}一二三四五六七八九]`;
/** A comma before a year belongs to a number only behind a digit. */
const YEAR = String.raw`(?<!\d|\d[.,])(?<year>${DIGIT}{4})`;
const SMALL = "[一二三四五六七八九十廿卅]{1,4}|[\\d]{1,2}";
const WRITTEN = String.raw`${YEAR}年(?<month>${SMALL})月(?<day>${SMALL})[日号]`;
const SEPARATED = String.raw`${YEAR}(?<separator>[-./])(?<month>\d{1,2})\k<separator>(?<day>\d{1,2})(?![\d.])`;
const WHOLE = [new RegExp(`^${WRITTEN}$`, "u"), new RegExp(`^${SEPARATED}$`, "u")];
const WITHIN = [new RegExp(WRITTEN, "gu"), new RegExp(SEPARATED, "gu")];

/** The first and last year that a disclosure can be about or dated. */
const YEARS = { first: 1949, last: 2100 } as const;

/**
 * A date that is the whole text, as ISO 8601: `2019年12月31日`, `2019-12-31`, `2019.12.31`, `2019/12/31`,
 * `二〇二〇年二月十二日`. Null where it is none, or none of the calendar's.
 */
export function date(text: string): string | null {
  const plain = canonical(text);
  const match = WHOLE.map((pattern) => pattern.exec(plain)).find((found) => found !== null);
  return match === undefined ? null : isoDate(match);
}

/** Every date inside a text, in reading order, as ISO 8601. */
export function datesIn(text: string): readonly string[] {
  const plain = canonical(text);
  return WITHIN.flatMap((pattern) => [...plain.matchAll(pattern)])
    .toSorted((a, b) => a.index - b.index)
    .map(isoDate)
    .filter((found) => found !== null);
}

/** The first year that a text names: `2020年部门预算`, `二〇二五年`, `预算年度：2023`, `2023`; null where none. */
export function year(text: string): number | null {
  const alone = /^(?:\P{Nd}*[:：])?(\d{4})(?:年?度?)$/u.exec(canonical(text));
  return yearsIn(text)[0] ?? (alone === null ? null : plausibleYear(alone[1] ?? ""));
}

/** Every year that a text names with its 年, in reading order. */
export function yearsIn(text: string): readonly number[] {
  return [...canonical(text).matchAll(new RegExp(`${YEAR}(?=年)`, "gu"))]
    .map((match) => plausibleYear(match.groups?.["year"] ?? ""))
    .filter((found) => found !== null);
}

/** A year of four digits that a disclosure can be about or dated; null where it is none of those. */
export function plausibleYear(text: string): number | null {
  const value = numeral(text);
  return value !== null && value >= YEARS.first && value <= YEARS.last ? value : null;
}

function isoDate(match: RegExpExecArray): string | null {
  const parts = match.groups ?? {};
  const foundYear = plausibleYear(parts["year"] ?? "");
  const month = numeral(parts["month"] ?? "");
  const day = numeral(parts["day"] ?? "");
  if (foundYear === null || month === null || day === null) return null;
  const iso = `${foundYear}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isOnCalendar(iso) ? iso : null;
}

/** The runtime rolls 30 February over into March: a date that comes back changed never was. */
function isOnCalendar(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
