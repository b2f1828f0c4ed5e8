import { SaxesParser } from "saxes";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import { refuseBeyond } from "../common/limits.js";
import { OFFICE } from "./settings.js";

/** Attributes by name, prefix included. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is done at each step, `E` being what stands for an element: its name, or more. */
export interface XmlHandlers<E = string> {
  readonly open: (element: E, attributes: Attributes) => void;
  readonly close?: (element: E) => void;
  readonly text?: (text: string) => void;
}

const DECLARATION = "xmlns";
const TOO_DEEP = {
  what: { en: "The document", zh: "文档" },
  unit: { en: "elements inside one another", zh: "层嵌套的元素" },
  remedy: {
    en: "Take tables out of the cells that hold them, or save it as PDF.",
    zh: "请把嵌套的表格移出单元格，或另存为 PDF。",
  },
};

/** The prefix under which the reader knows each namespace, transitional and strict. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"],
  ["http://purl.oclc.org/ooxml/wordprocessingml/main", "w"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"],
  ["http://purl.oclc.org/ooxml/officeDocument/relationships", "r"],
  ["http://schemas.openxmlformats.org/officeDocument/2006/math", "m"],
  ["http://purl.oclc.org/ooxml/officeDocument/math", "m"],
  ["http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"],
  ["http://schemas.openxmlformats.org/drawingml/2006/main", "a"],
  ["http://purl.oclc.org/ooxml/drawingml/main", "a"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["http://schemas.openxmlformats.org/package/2006/relationships", ""],
  ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""],
  ["http://purl.oclc.org/ooxml/spreadsheetml/main", ""],
  ["http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", "xdr"],
  ["http://purl.oclc.org/ooxml/drawingml/spreadsheetDrawing", "xdr"],
  ["urn:oasis:names:tc:opendocument:xmlns:office:1.0", "office"],
  ["urn:oasis:names:tc:opendocument:xmlns:table:1.0", "table"],
  ["urn:oasis:names:tc:opendocument:xmlns:text:1.0", "text"],
  ["urn:oasis:names:tc:opendocument:xmlns:style:1.0", "style"],
  ["urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", "fo"],
]);

/**
 * Reads XML in one pass. Names carry the usual prefix of their namespace, whichever prefix the
 * file binds it to.
 *
 * @throws UnreadableSource `damaged` where the XML is not well formed, `too_large` where it is too deep
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  readElements(bytes, (name) => name, handlers);
}

/**
 * The same where names stand for something: `element` is asked once for each name, not for each of
 * the million elements of a long document.
 */
export function readElements<E>(
  bytes: Uint8Array,
  element: (name: string) => E,
  handlers: XmlHandlers<E>,
): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = usualNames(element);
  parser.on("error", refuseBroken);
  const open: E[] = [];
  parser.on("opentag", (tag) => {
    const attributes = names.attributes(tag.attributes);
    const opened = names.element(tag.name);
    open.push(opened);
    refuseBeyond("xmlDepth", open.length, TOO_DEEP);
    handlers.open(opened, attributes);
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed !== undefined) handlers.close?.(closed);
  });
  if (handlers.text) {
    parser.on("text", handlers.text);
    parser.on("cdata", handlers.text);
  }
  for (const chunk of decoded(bytes)) {
    names.expect(chunk);
    parser.write(chunk);
  }
  parser.close();
}

function refuseBroken(cause: Error): never {
  throw new UnreadableSource(
    "damaged",
    {
      en: "The document is damaged: its XML is broken. Fetch it again, or open it and save it anew.",
      zh: "文档已损坏：其 XML 有错误。请重新获取，或打开后另存。",
    },
    { cause },
  );
}

function* decoded(bytes: Uint8Array): Generator<string> {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoder = new TextDecoder(utf16 ? "utf-16le" : "utf-8");
  for (
    let start = 0, end = OFFICE.xml.head;
    start < bytes.length;
    start = end, end += OFFICE.xml.chunk
  ) {
    yield decoder.decode(bytes.subarray(start, end), { stream: true });
  }
  yield decoder.decode();
}

interface Names<E> {
  /** Looks ahead into the next piece of XML: most declare nothing. */
  readonly expect: (chunk: string) => void;
  /** The attributes of the next element, whose declarations are taken note of. */
  readonly attributes: (attributes: Attributes) => Attributes;
  readonly element: (name: string) => E;
}

/** Prefixes count as bound for the whole part: a full namespace scope doubles the cost of a pass. */
function usualNames<E>(element: (name: string) => E): Names<E> {
  const bound = new Map<string, string>();
  const known = new Map<string, E>();
  const lookahead = declarationsAhead();
  let renaming = false;
  const declare = (attributes: Attributes): void => {
    for (const [prefix, usual] of declarations(attributes)) {
      if (bound.get(prefix) === usual) continue;
      bound.set(prefix, usual);
      known.clear();
      renaming ||= prefix !== usual && prefix !== "";
    }
  };
  return {
    element: (name) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      const first = element(rename(name, bound));
      known.set(name, first);
      return first;
    },
    expect: lookahead.expect,
    attributes: (attributes) => {
      if (lookahead.possible()) declare(attributes);
      return renaming ? renameAll(attributes, bound) : attributes;
    },
  };
}

/** Whether the element that ends in the current piece of XML may declare a namespace. */
function declarationsAhead(): { expect: (chunk: string) => void; possible: () => boolean } {
  let before = false;
  let now = false;
  let tail = "";
  return {
    possible: () => {
      const can = before || now;
      // Only the first element that ends in a piece can have begun in the one before.
      before = false;
      return can;
    },
    expect: (chunk) => {
      before ||= now;
      const seam = tail + chunk.slice(0, DECLARATION.length);
      now = seam.includes(DECLARATION) || chunk.includes(DECLARATION);
      tail = chunk.slice(1 - DECLARATION.length);
    },
  };
}

function declarations(attributes: Attributes): (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [name, uri] of Object.entries(attributes)) {
    if (!name.startsWith(DECLARATION)) continue;
    const usual = PREFIXES.get(uri ?? "");
    if (usual !== undefined) found.push([name.slice(DECLARATION.length + 1), usual]);
  }
  return found;
}

function rename(name: string, bound: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const usual = bound.get(colon < 0 ? "" : name.slice(0, colon));
  if (usual === undefined) return name;
  const local = name.slice(colon + 1);
  return usual === "" ? local : `${usual}:${local}`;
}

function renameAll(attributes: Attributes, bound: ReadonlyMap<string, string>): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.includes(":") ? rename(name, bound) : name,
      value,
    ]),
  );
}
