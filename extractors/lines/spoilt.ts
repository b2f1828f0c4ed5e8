import { finding, type Finding } from "../../pipeline/model/finding.js";
import type { Decoded } from "../common/charset.js";
import { textCutShort, textUndecodable } from "./rules.js";

const LINE_END = /\r\n|[\n\r\f\u2028\u2029]/u;

/** What is to be said of bytes that are no whole characters. */
export function spoiltText({ text, cut, undecodable: count }: Decoded): readonly Finding[] {
  if (!cut && count === 0) return [];
  const before = text.slice(0, text.indexOf("\ufffd"));
  return [
    ...(cut ? [finding(textCutShort, { line: text.split(LINE_END).length })] : []),
    ...(count > 0
      ? [finding(textUndecodable, { count, line: before.split(LINE_END).length })]
      : []),
  ];
}
