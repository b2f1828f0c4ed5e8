import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Format } from "../common/format.js";
import { decodeText } from "../common/charset.js";
import { docx } from "../docx/index.js";
import { rootNames } from "../office/compound.js";
import { isPackage, type PackageKind } from "../office/package.js";
import { xlsx } from "../sheet/xlsx/index.js";
import { convert } from "./convert.js";
import type { FromTo } from "./convert.js";

/** A format that LibreOffice converts to one that is read. */
interface Converted extends FromTo, Pick<Format, "mediaType" | "accepts"> {
  /** @throws UnreadableSource where it can be told before that it cannot be converted */
  readonly refuse?: (bytes: Uint8Array) => void;
  /** The bytes that LibreOffice gets, where they are not those of the file. */
  readonly prepare?: (bytes: Uint8Array) => Uint8Array;
}

const READERS = { docx, xlsx };

const RTF = "{\\rtf";
/** The first entry of an OpenDocument is stored, so that its type stands at the beginning. */
const ODT = /mimetypeapplication\/vnd\.oasis\.opendocument\.text(?:-template)?(?!-)/u;

const textOf = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString("latin1");

const CONVERTED: readonly Converted[] = [
  {
    // Word 97–2003, and the .wps of WPS, which is the same.
    ending: "doc",
    target: "docx",
    mediaType: "application/msword",
    accepts: (bytes) => rootNames(bytes)?.has("WordDocument") === true,
    refuse: refuseEncrypted,
  },
  {
    ending: "rtf",
    target: "docx",
    mediaType: "application/rtf",
    accepts: (bytes) => textOf(bytes, RTF.length) === RTF,
  },
  {
    ending: "odt",
    target: "docx",
    mediaType: "application/vnd.oasis.opendocument.text",
    accepts: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && ODT.test(textOf(bytes, 200)),
  },
  {
    ending: "xml",
    target: "docx",
    mediaType: "application/xml",
    accepts: (bytes) => WORD_XML.test(startOfXml(bytes)),
  },
  {
    ending: "xml",
    target: "xlsx",
    mediaType: "application/xml",
    accepts: (bytes) => EXCEL_XML.test(startOfXml(bytes)),
    prepare: withoutFormulas,
  },
  {
    ending: "xlsb",
    target: "xlsx",
    mediaType: "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    accepts: (bytes) => isPackage(bytes, BINARY_WORKBOOK),
  },
];

/** Office of before 2007 saved as XML; a page of the web that holds such XML is none. */
const WORD_XML = /^\s*<\?xml[^]*<(?:\w+:)?wordDocument\s/u;
const EXCEL_XML =
  /^\s*<\?xml[^]*<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/u;
const XML_HEAD = 4096;
const startOfXml = (bytes: Uint8Array): string =>
  decodeText(bytes.subarray(0, XML_HEAD))?.text ?? "";

const BINARY_WORKBOOK: PackageKind = {
  mainPart: "xl/workbook.bin",
  mainType: /ms-excel\.sheet\.binary\.macroEnabled\.main/iu,
};

/** Word 97–2003 and WPS, RTF, OpenDocument, XLSB and the XML of Office 2003: converted by LibreOffice, where it is installed. */
export const converted: readonly Format[] = CONVERTED.map(
  ({ ending, target, mediaType, accepts, refuse, prepare }) => ({
    name: "libreoffice",
    mediaType,
    accepts,
    extract: async (bytes, recognition) => {
      refuse?.(bytes);
      const given = prepare?.(bytes) ?? bytes;
      const made = await convert(given, { ending, target }, recognition?.conversion);
      return READERS[target].extract(made, recognition);
    },
  }),
);

/** LibreOffice computes the formulas of such a workbook anew: without them its cells keep what they showed when it was saved. */
function withoutFormulas(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // Of encodings in which ASCII is itself the bytes are kept; UTF-16 becomes UTF-8.
  if (!file.subarray(0, XML_HEAD).includes(0))
    return Buffer.from(file.toString("latin1").replaceAll(FORMULA, ""), "latin1");
  const text = decodeText(bytes)?.text;
  if (text === undefined) return bytes;
  return Buffer.from(text.replace(DECLARATION, "").replaceAll(FORMULA, ""));
}

/** It names the encoding that was; without it XML is UTF-8. */
const DECLARATION = /^<\?xml[^>]{0,200}\?>/u;
/** A formula has 8,192 characters at most, some of them written as entities. */
const FORMULA = /\s\w{1,20}:Formula=(?:"[^"]{0,50000}"|'[^']{0,50000}')/gu;

const DIRECTORY_NAME = Buffer.from("WordDocument\0", "utf16le");
const FIRST_SECTOR_AT = 116;
const FLAGS_AT = 10;
const IS_ENCRYPTED = 0x0100;

/** @throws UnreadableSource `encrypted` where the head of the document says so */
function refuseEncrypted(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entry = file.indexOf(DIRECTORY_NAME);
  if (entry < 0 || entry + FIRST_SECTOR_AT + 4 > file.length) return;
  const sector = file.readUInt32LE(entry + FIRST_SECTOR_AT);
  const flags = (sector + 1) * 2 ** (file.readUInt16LE(30) & 0x0f) + FLAGS_AT;
  if (flags + 2 > file.length || (file.readUInt16LE(flags) & IS_ENCRYPTED) === 0) return;
  throw new UnreadableSource("encrypted", {
    en: "The document is protected by a password: save a copy without one.",
    zh: "文档有密码保护，请另存一份不带密码的副本。",
  });
}
