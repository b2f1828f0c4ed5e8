import { deflateSync, inflateSync } from "node:zlib";
import { BYTE_MUTATIONS, EXTREMES, replaced } from "./byte-mutations.js";
import type { Draw, Mutation } from "./draw.js";

/** What can befall the objects and streams of a PDF. */
export const PDF_MUTATIONS: readonly Mutation[] = [
  ...BYTE_MUTATIONS.map(({ name, of }) => ({ name: `stream: ${name}`, of: onStream(of) })),
  { name: "stream: operators changed", of: onStream(operatorsChanged) },
  { name: "stream: operands extreme", of: onStream(operandsExtreme) },
  { name: "dictionary: number extreme", of: onDictionary(numberExtreme) },
  { name: "dictionary: reference changed", of: onDictionary(referenceChanged) },
  { name: "dictionary: name changed", of: onDictionary(nameChanged) },
  { name: "dictionary: filter changed", of: onDictionary(filterChanged) },
  { name: "dictionary: entry lost", of: onDictionary(entryLost) },
  { name: "object lost", of: objectLost },
];

const FILTERS: readonly string[] = [
  "FlateDecode",
  "LZWDecode",
  "ASCIIHexDecode",
  "ASCII85Decode",
  "RunLengthDecode",
  "CCITTFaxDecode",
  "JBIG2Decode",
  "JPXDecode",
  "DCTDecode",
  "Crypt",
  "Nothing",
];

const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** A stream of a file: what stands before it, and where its bytes are. */
interface Stream {
  readonly from: number;
  readonly to: number;
}

function streams(file: string): readonly Stream[] {
  return [...file.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/gu)].map((found) => {
    const to = found.index + found[0].lastIndexOf(found[1] ?? "") + (found[1]?.length ?? 0);
    return { from: to - (found[1]?.length ?? 0), to };
  });
}

/** Changes what a stream holds, unpacked where it is packed; it keeps its place where it still fits. */
function onStream(change: Mutation["of"]): Mutation["of"] {
  return async (bytes, draw) => {
    const all = streams(latin1(bytes)).filter(({ from, to }) => to > from);
    if (all.length === 0) return bytes;
    const { from, to } = draw.among(all);
    const unpacked = inflated(bytes.subarray(from, to));
    const plain = unpacked ?? bytes.subarray(from, to);
    const other = await change(plain, draw);
    const packed = unpacked === undefined ? other : deflateSync(other, { level: 9 });
    const room = to - from - packed.length;
    const padded = room > 0 ? Buffer.concat([packed, Buffer.alloc(room)]) : packed;
    return replaced(bytes, { from, to }, padded);
  };
}

function inflated(packed: Uint8Array): Uint8Array | undefined {
  try {
    return inflateSync(packed);
  } catch {
    return undefined;
  }
}

function onDictionary(change: (text: string, draw: Draw) => string): Mutation["of"] {
  return (bytes, draw) => {
    const file = latin1(bytes);
    const all = [...file.matchAll(/<<[^<>]*(?:<<[^<>]*>>[^<>]*)*>>/gu)];
    if (all.length === 0) return bytes;
    const { 0: old, index } = draw.among(all);
    const by = Buffer.from(change(old, draw), "latin1");
    return replaced(bytes, { from: index, to: index + old.length }, by);
  };
}

/** One of the places where a pattern matches gets another text. */
function oneChanged(
  text: string,
  pattern: RegExp,
  by: (old: string) => string,
): (draw: Draw) => string {
  return (draw) => {
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) return text;
    const { 0: old, index } = draw.among(places);
    return text.slice(0, index) + by(old) + text.slice(index + old.length);
  };
}

function numberExtreme(text: string, draw: Draw): string {
  return oneChanged(text, /-?\d+(?:\.\d+)?/gu, () => draw.among(EXTREMES))(draw);
}

function referenceChanged(text: string, draw: Draw): string {
  return oneChanged(text, /\d+(?= 0 R)/gu, () => String(draw.below(60)))(draw);
}

function nameChanged(text: string, draw: Draw): string {
  const names = text.match(/\/\w+/gu) ?? ["/None"];
  return oneChanged(text, /\/\w+/gu, () => draw.among([...names, "/None", "/Page", "/Pages"]))(
    draw,
  );
}

function filterChanged(text: string, draw: Draw): string {
  const filters = Array.from({ length: 1 + draw.below(4) }, () => `/${draw.among(FILTERS)}`);
  const stated = /\/Filter\s*(?:\/\w+|\[[^\]]*\])/u;
  const other = `/Filter [${filters.join(" ")}]`;
  return stated.test(text) ? text.replace(stated, other) : text.replace(/^<</u, `<< ${other}`);
}

function entryLost(text: string, draw: Draw): string {
  return oneChanged(text, /\/\w+\s*(?:\/\w+|\[[^\]]*\]|[^/<>[\]]+)/gu, () => "")(draw);
}

function objectLost(bytes: Uint8Array, draw: Draw): Uint8Array {
  const objects = [...latin1(bytes).matchAll(/\d+ 0 obj[\s\S]*?endobj/gu)];
  if (objects.length === 0) return bytes;
  const { 0: old, index } = draw.among(objects);
  const by = draw.even() < 0.5 ? Buffer.alloc(old.length, " ") : new Uint8Array();
  return replaced(bytes, { from: index, to: index + old.length }, by);
}

const OPERATORS =
  "q Q cm re m l c h f S W n BT ET Tf Td Tm Tj TJ Tr Ts Tz Do gs cs sh BI EI BDC EMC".split(" ");

function operatorsChanged(bytes: Uint8Array, draw: Draw): Uint8Array {
  let text = latin1(bytes);
  for (let left = 1 + draw.below(20); left > 0; left -= 1)
    text = oneChanged(text, /(?<=\s)[A-Za-z*]{1,3}(?=\s)/gu, () => draw.among(OPERATORS))(draw);
  return Buffer.from(text, "latin1");
}

function operandsExtreme(bytes: Uint8Array, draw: Draw): Uint8Array {
  let text = latin1(bytes);
  for (let left = 1 + draw.below(20); left > 0; left -= 1) text = numberExtreme(text, draw);
  return Buffer.from(text, "latin1");
}
