import { unzipSync, zipSync } from "fflate";
import type { Unzipped } from "fflate";
import { BYTE_MUTATIONS, EXTREMES } from "./byte-mutations.js";
import { TEXT_MUTATIONS } from "./text-mutations.js";
import type { Draw, Mutation } from "./draw.js";

const MOST_REPEATS = 300;
const MOST_DEPTH = 2_000;
/** A container states when its parts were written: always the same, so that mutants are. */
const SAME = { mtime: "2024-01-01" };

/** What can befall the parts of an Office document, which is a ZIP of XML. */
export const ZIP_MUTATIONS: readonly Mutation[] = [
  ...BYTE_MUTATIONS.map(({ name, of }) => ({ name: `part: ${name}`, of: onPart(of) })),
  ...TEXT_MUTATIONS.map(({ name, of }) => ({ name: `part: ${name}`, of: onPart(of) })),
  { name: "element lost", of: onMarkup((xml, draw) => xml.replace(tag(xml, draw), "")) },
  { name: "element many times", of: onMarkup(repeatedElement) },
  { name: "elements inside one another", of: onMarkup(nestedElement) },
  { name: "element of another name", of: onMarkup(renamedElement) },
  { name: "attribute extreme", of: onMarkup(extremeAttribute) },
  { name: "part lost", of: onParts(withoutPart) },
  { name: "part of another", of: onParts(withOtherPart) },
];

function onParts(change: (parts: Unzipped, draw: Draw) => Unzipped): Mutation["of"] {
  return (bytes, draw) => zipSync(change(unzipSync(bytes), draw), SAME);
}

/** The larger a part, the likelier it is the one. */
function onPart(change: Mutation["of"]): Mutation["of"] {
  return async (bytes, draw) => {
    const parts = unzipSync(bytes);
    const name = drawnPart(parts, draw);
    return zipSync({ ...parts, [name]: await change(parts[name] ?? new Uint8Array(), draw) }, SAME);
  };
}

function drawnPart(parts: Unzipped, draw: Draw): string {
  const names = Object.keys(parts).filter((name) => (parts[name]?.length ?? 0) > 0);
  if (draw.even() < 0.3) return draw.among(names);
  return names.toSorted((a, b) => (parts[b]?.length ?? 0) - (parts[a]?.length ?? 0))[0] ?? "";
}

function onMarkup(change: (xml: string, draw: Draw) => string): Mutation["of"] {
  return onPart((bytes, draw) => Buffer.from(change(Buffer.from(bytes).toString("utf8"), draw)));
}

/** A tag of some XML as it stands there. */
function tag(xml: string, draw: Draw): string {
  return draw.among(xml.match(/<[^>]*>/gu) ?? [""]);
}

/** From a tag to the end of its element, or to a later one of the same name. */
function element(xml: string, draw: Draw): { readonly from: number; readonly to: number } {
  const opening = [...xml.matchAll(/<([\w:]+)[^>/]*>/gu)];
  if (opening.length === 0) return { from: 0, to: xml.length };
  const { 1: name = "", index } = draw.among(opening);
  const close = `</${name}>`;
  const end = xml.indexOf(close, index);
  return { from: index, to: end < 0 ? xml.length : end + close.length };
}

function repeatedElement(xml: string, draw: Draw): string {
  const { from, to } = element(xml, draw);
  return xml.slice(0, to) + xml.slice(from, to).repeat(draw.below(MOST_REPEATS)) + xml.slice(to);
}

function nestedElement(xml: string, draw: Draw): string {
  const { from, to } = element(xml, draw);
  const opening = /^<([\w:]+)[^>]*>/u.exec(xml.slice(from, to));
  if (opening === null) return xml;
  const depth = Math.ceil(MOST_DEPTH * draw.even() ** 3);
  const inside = xml.slice(from, to);
  const nested = opening[0].repeat(depth) + inside + `</${opening[1] ?? ""}>`.repeat(depth);
  return xml.slice(0, from) + nested + xml.slice(to);
}

function renamedElement(xml: string, draw: Draw): string {
  const names = [...new Set(xml.match(/(?<=<)[\w:]+/gu))];
  if (names.length === 0) return xml;
  const [from, to] = [draw.among(names), draw.among(names)];
  const isAll = draw.even() < 0.5;
  return xml.replaceAll(new RegExp(`(?<=</?)${from}(?=[\\s/>])`, "gu"), (name) =>
    isAll || draw.even() < 0.1 ? to : name,
  );
}

function extremeAttribute(xml: string, draw: Draw): string {
  const values = [...xml.matchAll(/="([^"]*)"/gu)];
  if (values.length === 0) return xml;
  const { 0: old, index } = draw.among(values);
  const value = draw.among([...EXTREMES, "", "甲", "FFFFFFFF", draw.among(values)[1] ?? ""]);
  return `${xml.slice(0, index)}="${value}"${xml.slice(index + old.length)}`;
}

function withoutPart(parts: Unzipped, draw: Draw): Unzipped {
  const lost = draw.among(Object.keys(parts));
  return Object.fromEntries(Object.entries(parts).filter(([name]) => name !== lost));
}

function withOtherPart(parts: Unzipped, draw: Draw): Unzipped {
  const names = Object.keys(parts);
  return { ...parts, [draw.among(names)]: parts[draw.among(names)] ?? new Uint8Array() };
}
