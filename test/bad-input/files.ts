import { strToU8, zipSync } from "fflate";
import { zipRoot } from "../extractors/docx/make-docx.js";
import { writePdf } from "../extractors/pdf/make-pdf.js";

/** A compound file (OLE) that names this stream, as old Word files and locked new ones are. */
export function compoundFile(stream: string): Uint8Array {
  const signature = Buffer.from("d0cf11e0a1b11ae1", "hex");
  return Buffer.concat([signature, Buffer.alloc(1024), Buffer.from(stream, "utf16le")]);
}

/** A workbook that lists no sheets. */
export function workbook(): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "xl/workbook.xml": strToU8("<workbook/>"),
  });
}

/** A presentation of PowerPoint. */
export function presentation(): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "ppt/presentation.xml": strToU8("<presentation/>"),
  });
}

/** A Word file whose main part is small packed and 100 MB unpacked. */
export function zipBomb(): Uint8Array {
  const zeros = new Uint8Array(100 * 2 ** 20);
  return zipSync({ ...zipRoot("word/document.xml"), "word/document.xml": zeros });
}

/** A Word container without its main part. */
export function withoutDocument(): Uint8Array {
  return zipSync({ ...zipRoot("word/document.xml"), "word/styles.xml": strToU8("<w:styles/>") });
}

/** Bytes that begin as this hex says and go on as nothing that is known. */
export function beginning(hex: string): Uint8Array {
  return Buffer.concat([Buffer.from(hex, "hex"), Buffer.alloc(4096, 0x01)]);
}

const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
const KEY = "<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>";

/** A PDF that asks for a password. */
export function lockedPdf(): Uint8Array {
  const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${KEY} /U ${KEY} >>`;
  return writePdf(
    [CATALOG, "<< /Type /Pages /Kids [] /Count 0 >>"],
    `${encrypt} /ID [${KEY} ${KEY}]`,
  );
}

/** A PDF whose page tree leads back to itself. */
export function loopedPdf(): Uint8Array {
  return writePdf([
    CATALOG,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Pages /Kids [2 0 R] /Parent 2 0 R /Count 1 >>",
  ]);
}

/** A PDF page tree with a loop beside a page that can be read. */
export function halfLoopedPdf(): Uint8Array {
  return writePdf([
    CATALOG,
    "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
    "<< /Length 0 >>\nstream\n\nendstream",
  ]);
}
