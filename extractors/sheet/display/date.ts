import type { Section, Token } from "./sections.js";

/** A day and time as a spreadsheet counts them. */
interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Of the second, 0 to 999. */
  readonly milliseconds: number;
  /** Whole days and part of a day since the first. */
  readonly serial: number;
}

const DAY = 86_400_000;
/** 9999-12-31, the last day of spreadsheets. */
const LAST = 2_958_465;
const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );
const WEEKDAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const CHINESE_WEEKDAYS = "日一二三四五六";
const CHINESE_DIGITS = "〇一二三四五六七八九";

/** Whether a section prints a date or a time. */
export function isDateSection({ tokens, system }: Section): boolean {
  return system !== null || tokens.some(({ type }) => type === "date" || type === "elapsed");
}

/** A date or time by a section of a format, or null where the number is no date. */
export function dateBy(section: Section, value: number, since1904: boolean): string | null {
  const moment = momentOf(value, since1904);
  if (moment === null) return null;
  if (section.system === "date") return `${moment.year}年${moment.month}月${moment.day}日`;
  if (section.system === "time")
    return `${moment.hours}:${two(moment.minutes)}:${two(moment.seconds)}`;
  const halves = section.tokens.some((token) => token.type === "date" && token.code.includes("/"));
  const context = { moment, halves, chinese: section.numerals === 1 };
  return section.tokens
    .map((token, at) => part(section.tokens, at, context) ?? literal(token))
    .join("");
}

function momentOf(value: number, since1904: boolean): Moment | null {
  if (value < 0 || value >= LAST + 1) return null;
  const milliseconds = Math.round((value % 1) * DAY);
  const serial = Math.floor(value) + (since1904 ? 1462 : 0);
  // Spreadsheets count 29 February 1900, a day that never was.
  const days = serial < 60 ? serial + 1 : serial;
  const date = new Date(Date.UTC(1899, 11, 30) + days * DAY + milliseconds);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hours: date.getUTCHours(),
    minutes: date.getUTCMinutes(),
    seconds: date.getUTCSeconds(),
    milliseconds: date.getUTCMilliseconds(),
    serial: value,
  };
}

interface Context {
  readonly moment: Moment;
  /** Hours are counted to 12. */
  readonly halves: boolean;
  readonly chinese: boolean;
}

function part(tokens: readonly Token[], at: number, context: Context): string | null {
  const token = tokens[at];
  if (token?.type === "elapsed") return elapsed(token.code, context.moment);
  if (token?.type !== "date") return null;
  const { code } = token;
  if (code.startsWith("m") && isMinute(tokens, at))
    return padded(context.moment.minutes, code.length, context);
  return datePart(code, context) ?? timePart(code, context);
}

function codesOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) =>
    token.type === "date" || token.type === "elapsed" ? [token.code] : [],
  );
}

/** `m` is the minute beside hours and seconds, else the month. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const before = codesOf(tokens.slice(0, at)).at(-1) ?? "";
  const after = codesOf(tokens.slice(at + 1))[0] ?? "";
  return before.startsWith("h") || after.startsWith("s");
}

function datePart(code: string, context: Context): string | null {
  const { year, month, day, weekday } = context.moment;
  if (/^[yeb]/u.test(code)) {
    const text = code.length <= 2 && code.startsWith("y") ? two(year % 100) : String(year);
    return context.chinese ? text.replace(/\d/gu, chineseDigit) : text;
  }
  if (code.startsWith("m"))
    return name(code, MONTHS[month - 1]) ?? padded(month, code.length, context);
  if (code.startsWith("d"))
    return name(code, WEEKDAYS[weekday]) ?? padded(day, code.length, context);
  if (code === "aaa") return `周${CHINESE_WEEKDAYS[weekday] ?? ""}`;
  return code === "aaaa" ? `星期${CHINESE_WEEKDAYS[weekday] ?? ""}` : null;
}

/** The name of a month or day: short for three letters, whole for more. */
function name(code: string, whole = ""): string | null {
  if (code.length < 3) return null;
  return code.length === 3 ? whole.slice(0, 3) : whole;
}

function timePart(code: string, context: Context): string {
  const { hours, seconds, milliseconds } = context.moment;
  const half = hours < 12 ? 0 : 1;
  if (code === "am/pm") return ["AM", "PM"][half] ?? "";
  if (code === "a/p") return ["A", "P"][half] ?? "";
  if (code === "上午/下午") return ["上午", "下午"][half] ?? "";
  if (code.startsWith("h"))
    return padded(context.halves ? hours % 12 || 12 : hours, code.length, context);
  const [whole = "", fraction = ""] = code.split(".");
  const after =
    fraction === "" ? "" : `.${String(milliseconds).padStart(3, "0").slice(0, fraction.length)}`;
  return padded(seconds, whole.length, context) + after;
}

/** How many of them a day has. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ["h", 24],
  ["m", 1440],
  ["s", 86_400],
]);

function elapsed(code: string, { serial }: Moment): string {
  const unit = UNITS.get(code.charAt(0)) ?? 1;
  return String(Math.floor(serial * unit + 1e-9)).padStart(code.length, "0");
}

function padded(value: number, width: number, { chinese }: Context): string {
  if (!chinese) return String(value).padStart(Math.min(width, 2), "0");
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const before = tens === 0 ? "" : `${tens === 1 ? "" : chineseDigit(String(tens))}十`;
  return before + (ones === 0 && tens > 0 ? "" : chineseDigit(String(ones)));
}

function chineseDigit(digit: string): string {
  return CHINESE_DIGITS[Number(digit)] ?? digit;
}

function literal(token: Token): string {
  if (token.type === "literal") return token.text;
  const signs: Partial<Record<Token["type"], string>> = { slash: "/", point: ".", comma: "," };
  return signs[token.type] ?? "";
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
