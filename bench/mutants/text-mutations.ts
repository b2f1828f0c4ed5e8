import type { Draw, Mutation } from "./draw.js";

const MOST_REPEATS = 2_000;
const MOST_PLACES = 20;

/** Characters that are seldom thought of, and beginnings of what never ends. */
const ODD: readonly string[] = [
  "\0",
  "\uFEFF",
  "\u200B",
  "\u202E",
  "\u0301",
  "\uD800",
  "\uFFFD",
  "\u{20BB7}",
  "\r",
  "\v",
  "\u2028",
  "\t\t\t\t\t\t",
  "　　　　",
  "[bookmark: ",
  "TC \\f ",
  'TOC "',
  "|",
  "-",
  "（",
  "%",
  "９９９，９９９．９９",
  "1,2,3,4.5.6",
  "-0",
  "1e400",
];

/** What can befall the lines and characters of a text. */
export const TEXT_MUTATIONS: readonly Mutation[] = [
  { name: "line many times", of: onText(repeatedLine) },
  { name: "lines shuffled", of: onText(shuffledLines) },
  { name: "lines joined", of: onText((text, draw) => joinedLines(text, draw)) },
  { name: "odd characters", of: onText(withOddCharacters) },
  { name: "odd character many times", of: onText(withManyOdd) },
  { name: "digits changed", of: onText(withOtherDigits) },
  { name: "as UTF-16", of: (bytes) => Buffer.from(`\uFEFF${textOf(bytes)}`, "utf16le") },
  { name: "as Latin 1", of: (bytes) => Buffer.from(textOf(bytes), "latin1") },
];

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

function onText(change: (text: string, draw: Draw) => string): Mutation["of"] {
  return (bytes, draw) => Buffer.from(change(textOf(bytes), draw), "utf8");
}

function repeatedLine(text: string, draw: Draw): string {
  const lines = text.split("\n");
  const at = draw.below(lines.length);
  const copies = Array.from({ length: draw.below(MOST_REPEATS) }, () => lines[at] ?? "");
  return lines.toSpliced(at, 0, ...copies).join("\n");
}

function shuffledLines(text: string, draw: Draw): string {
  const keyed = text.split("\n").map((line) => ({ line, key: draw.even() }));
  return keyed
    .toSorted((a, b) => a.key - b.key)
    .map(({ line }) => line)
    .join("\n");
}

function joinedLines(text: string, draw: Draw): string {
  const by = draw.among(["", " ", "\t", "　"]);
  const every = 1 + draw.below(10);
  return text
    .split("\n")
    .map((line, n) => line + (n % every === 0 ? "\n" : by))
    .join("");
}

function withOddCharacters(text: string, draw: Draw): string {
  let odd = text;
  for (let left = 1 + draw.below(MOST_PLACES); left > 0; left -= 1)
    odd = inserted(odd, draw.among(ODD), draw);
  return odd;
}

function withManyOdd(text: string, draw: Draw): string {
  return inserted(text, draw.among(ODD).repeat(draw.below(MOST_REPEATS)), draw);
}

function inserted(text: string, what: string, draw: Draw): string {
  const at = draw.below(text.length + 1);
  return text.slice(0, at) + what + text.slice(at);
}

function withOtherDigits(text: string, draw: Draw): string {
  const share = draw.even();
  return text.replaceAll(/\d/gu, (digit) => (draw.even() < share ? String(draw.below(10)) : digit));
}
