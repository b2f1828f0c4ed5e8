import type { Draw, Mutation } from "./draw.js";

/** What can befall the bytes of any file. */
export const BYTE_MUTATIONS: readonly Mutation[] = [
  { name: "bytes changed", of: changed },
  { name: "bits flipped", of: flipped },
  { name: "cut short", of: (bytes, draw) => bytes.slice(0, 1 + draw.below(bytes.length)) },
  { name: "beginning lost", of: (bytes, draw) => bytes.slice(draw.below(bytes.length)) },
  {
    name: "chunk lost",
    of: (bytes, draw) => replaced(bytes, chunk(bytes, draw), new Uint8Array()),
  },
  { name: "chunk twice", of: twice },
  { name: "chunk blank", of: blank },
  { name: "chunk elsewhere", of: moved },
  { name: "number extreme", of: extreme },
];

const MOST_CHANGED = 64;
const MOST_REPEATS = 50;

/** Numbers at which programs count wrongly. */
export const EXTREMES: readonly string[] = [
  "0",
  "-1",
  "1",
  "65535",
  "65536",
  "99999",
  "2147483647",
  "2147483648",
  "4294967295",
  "9007199254740993",
  "1e308",
  "-0.0000001",
  "0.5",
  "99999999999999999999",
];

/** Where a part of some bytes stands. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** With a part of it replaced. */
export function replaced(bytes: Uint8Array, { from, to }: Part, by: Uint8Array): Uint8Array {
  return Buffer.concat([bytes.subarray(0, from), by, bytes.subarray(to)]);
}

/** A part of a length that is short more often than long. */
function chunk(bytes: Uint8Array, draw: Draw): Part {
  const from = draw.below(bytes.length);
  const length = Math.ceil((bytes.length - from) * draw.even() ** 4);
  return { from, to: from + length };
}

function changed(bytes: Uint8Array, draw: Draw): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + draw.below(MOST_CHANGED); left > 0; left -= 1)
    copy[draw.below(copy.length)] = draw.below(256);
  return copy;
}

function flipped(bytes: Uint8Array, draw: Draw): Uint8Array {
  const copy = Uint8Array.from(bytes);
  for (let left = 1 + draw.below(MOST_CHANGED); left > 0; left -= 1) {
    const at = draw.below(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << draw.below(8));
  }
  return copy;
}

function twice(bytes: Uint8Array, draw: Draw): Uint8Array {
  const { from, to } = chunk(bytes, draw);
  const repeats = 1 + Math.floor(MOST_REPEATS * draw.even() ** 4);
  const copies = Array.from({ length: repeats }, () => bytes.subarray(from, to));
  return replaced(bytes, { from, to: from }, Buffer.concat(copies));
}

function blank(bytes: Uint8Array, draw: Draw): Uint8Array {
  const { from, to } = chunk(bytes, draw);
  return Uint8Array.from(bytes).fill(draw.among([0, 0x20, 0xff]), from, to);
}

function moved(bytes: Uint8Array, draw: Draw): Uint8Array {
  const { from, to } = chunk(bytes, draw);
  const rest = replaced(bytes, { from, to }, new Uint8Array());
  const at = draw.below(rest.length + 1);
  return replaced(rest, { from: at, to: at }, bytes.subarray(from, to));
}

/** A number that stands in it as digits becomes another. */
function extreme(bytes: Uint8Array, draw: Draw): Uint8Array {
  const numbers = [...Buffer.from(bytes).toString("latin1").matchAll(/\d+/gu)];
  if (numbers.length === 0) return changed(bytes, draw);
  const { 0: digits, index } = draw.among(numbers);
  const by = Buffer.from(draw.among(EXTREMES));
  return replaced(bytes, { from: index, to: index + digits.length }, by);
}
