import { numeral } from "../../values/numeral.js";
import { canonical } from "../../values/text.js";

const MARKER =
  /(?:^|\n|(?<=[。；;！!]))[^\S\n]*(?:(?:年度)?(?:绩效)?目标)?(?:[（(](\d{1,2}|[一二三四五六七八九十]{1,3})[）)][、.．]?|(\d{1,2}|[一二三四五六七八九十]{1,3})(?:[、．：:]|\.(?!\d))|([①-⑳]))\s*/gu;

interface Marker {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

/**
 * The goals (绩效目标) of a cell, one each: split at list numbers that count up from one, numbers and
 * labels (`目标1：`) dropped. Text without such numbers is one goal, however many lines it has.
 */
export function goalsIn(text: string): readonly string[] {
  const markers = countingUp(text);
  const before = text.slice(0, markers[0]?.start ?? text.length);
  const goals = markers.map(({ end }, i) => text.slice(end, markers[i + 1]?.start));
  return [before, ...goals].map(oneLine).filter((goal) => goal !== "");
}

function countingUp(text: string): readonly Marker[] {
  const found: Marker[] = [];
  for (const match of text.matchAll(MARKER)) {
    const number = numberOf(match[1] ?? match[2] ?? match[3] ?? "");
    const follows = number === found.length + 1;
    if (follows) found.push({ start: match.index, end: match.index + match[0].length, number });
  }
  return found;
}

function numberOf(printed: string): number | null {
  if (/^[①-⑳]$/u.test(printed)) return printed.charCodeAt(0) - 0x245f;
  return /^\d+$/u.test(printed) ? Number(printed) : numeral(printed);
}

function oneLine(text: string): string {
  return canonical(text.replace(/(?<!\s)\s*\n\s*/gu, ""));
}
