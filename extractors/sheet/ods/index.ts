import { UnreadableSource } from "../../../pipeline/model/errors.js";
import type { Format } from "../../common/format.js";
import { notRun } from "../../office/not-run.js";
import { isPackage, openPackage, type Package, type PackageKind } from "../../office/package.js";
import { documentOf } from "../document.js";
import { readContent, readStylesPart } from "./content.js";
import type { OdsStyles } from "./styles.js";

const SPREADSHEET: PackageKind = {
  mainPart: "content.xml",
  mainType: /opendocument\.spreadsheet/u,
};
/** The first file of a package says its kind, not compressed, in its first bytes. */
const MIMETYPE = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

/** OpenDocument spreadsheets (.ods, .ots) of LibreOffice and WPS. */
export const ods: Format = {
  name: "ods",
  mediaType: "application/vnd.oasis.opendocument.spreadsheet",
  accepts: (bytes) =>
    bytes[0] === 0x50 && (startsAsOne(bytes) || (isPackage(bytes, SPREADSHEET) && says(bytes))),
  extract: async (bytes) => {
    const pack = openPackage(bytes, SPREADSHEET);
    refuseEncrypted(pack);
    const styles: OdsStyles = { cells: new Map(), hidden: new Set() };
    readStylesPart(pack.part("styles.xml"), styles);
    const sheets = readContent(pack.part(pack.main) ?? new Uint8Array(), styles);
    const macros = pack.part("Basic/script-lc.xml") === undefined ? 0 : 1;
    return documentOf({ sheets, findings: notRun({ macros, links: 0 }) });
  },
};

function startsAsOne(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 256)).toString("latin1").includes(MIMETYPE);
}

/** Whether a package whose first file is another says its kind further down. */
function says(bytes: Uint8Array): boolean {
  try {
    const kind = openPackage(bytes, SPREADSHEET).part("mimetype");
    return kind !== undefined && SPREADSHEET.mainType.test(Buffer.from(kind).toString("latin1"));
  } catch (error) {
    if (error instanceof UnreadableSource) return false;
    throw error;
  }
}

function refuseEncrypted(pack: Package): void {
  const manifest = pack.part("META-INF/manifest.xml");
  if (manifest === undefined || !Buffer.from(manifest).includes("encryption-data")) return;
  throw new UnreadableSource("encrypted", {
    en: "The spreadsheet is protected by a password: save a copy without one.",
    zh: "表格有密码保护，请另存一份不带密码的副本。",
  });
}
