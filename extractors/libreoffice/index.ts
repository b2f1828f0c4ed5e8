import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Format } from "../common/format.js";
import { docx } from "../docx/index.js";
import { rootNames } from "../office/compound.js";
import { toDocx } from "./convert.js";
import type { Ending } from "./convert.js";

/** A format that LibreOffice converts to DOCX, which is read then. */
interface Converted extends Pick<Format, "mediaType" | "accepts"> {
  readonly ending: Ending;
  /** @throws UnreadableSource where it can be told before that it cannot be converted */
  readonly refuse?: (bytes: Uint8Array) => void;
}

const RTF = "{\\rtf";
/** The first entry of an OpenDocument is stored, so that its type stands at the beginning. */
const ODT = /mimetypeapplication\/vnd\.oasis\.opendocument\.text(?:-template)?(?!-)/u;

const textOf = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length)).toString("latin1");

const CONVERTED: readonly Converted[] = [
  {
    // Word 97–2003, and the .wps of WPS, which is the same.
    ending: "doc",
    mediaType: "application/msword",
    accepts: (bytes) => rootNames(bytes)?.has("WordDocument") === true,
    refuse: refuseEncrypted,
  },
  {
    ending: "rtf",
    mediaType: "application/rtf",
    accepts: (bytes) => textOf(bytes, RTF.length) === RTF,
  },
  {
    ending: "odt",
    mediaType: "application/vnd.oasis.opendocument.text",
    accepts: (bytes) => bytes[0] === 0x50 && bytes[1] === 0x4b && ODT.test(textOf(bytes, 200)),
  },
];

/** Word 97–2003 and WPS, RTF and OpenDocument: converted by LibreOffice, where it is installed. */
export const converted: readonly Format[] = CONVERTED.map(
  ({ ending, mediaType, accepts, refuse }) => ({
    name: "libreoffice",
    mediaType,
    accepts,
    extract: async (bytes, recognition) => {
      refuse?.(bytes);
      return docx.extract(await toDocx(bytes, ending, recognition?.conversion), recognition);
    },
  }),
);

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
