import { parse } from "content-disposition";
import { fileNameOf } from "../../web/file-name.js";
import type { Answered } from "./visit.js";

/** What bytes are, by themselves: types that servers name are not believed. */
export type Content = "page" | "json" | "document" | "nothing";

/** How files of the formats that are read begin; texts are told otherwise. */
const MAGIC: readonly string[] = [
  "%PDF",
  "PK\u0003\u0004",
  "\u00d0\u00cf\u0011\u00e0",
  "Rar!",
  "7z\u00bc\u00af",
  "\u001f\u008b",
  "{\\rtf",
  "\u0089PNG",
  "\u00ff\u00d8\u00ff",
  "GIF8",
  "BM",
  "II*\u0000",
  "MM\u0000*",
  "RIFF",
];

const HEAD = 1_024;

/** What an answer holds; `wanted` is whether a file was asked for, which plain text counts as then. */
export function contentOf({ bytes, headers }: Answered, wanted: boolean): Content {
  const head = Buffer.from(bytes.subarray(0, HEAD))
    .toString("latin1")
    .replace(/^\u00ef\u00bb\u00bf/u, "");
  if (MAGIC.some((magic) => head.startsWith(magic))) return "document";
  const text = head.trimStart();
  if (text === "") return "nothing";
  if (
    /^<(?:!doctype|html|head|body|meta|script|frameset|div|ul|\?xml|!--|datastore|record)/iu.test(
      text,
    )
  )
    return "page";
  if (/^[{[]/u.test(text)) return "json";
  if (wanted) return isNamedFile(headers) || !text.startsWith("<") ? "document" : "page";
  return /html|xml/u.test(headers["content-type"] ?? "") ? "page" : "nothing";
}

function isNamedFile(headers: Answered["headers"]): boolean {
  return "content-disposition" in headers;
}

/**
 * The name that an answer gives its file: of Content-Disposition (RFC 5987, percent-encoded, or bytes of
 * UTF-8 or GBK), else of its address.
 */
export function nameOf(url: string, headers: Answered["headers"]): string {
  const stated = statedName(headers["content-disposition"]);
  return fileNameOf(
    stated === undefined ? url : new URL(encodeURIComponent(stated), "http://x").href,
  );
}

function statedName(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const name = parsedName(header) ?? /filename="?([^";]+)"?/iu.exec(header)?.[1]?.trim();
  return name === undefined || name === "" ? undefined : decodedName(name);
}

function parsedName(header: string): string | undefined {
  try {
    return parse(header).parameters["filename"];
  } catch (error) {
    // Servers write what the standard does not allow.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Headers are bytes: of UTF-8 where they are such, else of GBK. */
function decodedName(name: string): string {
  if (/%[0-9a-f]{2}/iu.test(name)) return percentDecoded(name);
  if (!/[\u0080-\u00ff]/u.test(name) || /[\u0100-\uffff]/u.test(name)) return name;
  return textOf(Buffer.from(name, "latin1"));
}

function percentDecoded(name: string): string {
  const bytes = name.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return /[\u0100-\uffff]/u.test(bytes) ? bytes : textOf(Buffer.from(bytes, "latin1"));
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder("gb18030").decode(bytes);
    throw error;
  }
}

/** The text of a page or of JSON, in the encoding of its mark, its header or its own meta element. */
export function decoded({ bytes, headers }: Pick<Answered, "bytes" | "headers">): string {
  const head = Buffer.from(bytes.subarray(0, 2 * HEAD)).toString("latin1");
  const stated =
    /charset=["']?([\w-]+)/iu.exec(headers["content-type"] ?? "")?.[1] ??
    /<meta[^>]{0,200}charset=["']?\s*([\w-]+)/iu.exec(head)?.[1];
  if (stated === undefined || /^(?:gb2312|gbk|gb18030|utf-?8)$/iu.test(stated))
    // Pages in one of the two say that they are in the other.
    return textOf(bytes);
  try {
    return new TextDecoder(stated).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return textOf(bytes);
    throw error;
  }
}
