import { read as readWorkbook } from "@e965/xlsx";
import { unzipSync } from "fflate";
import { parse } from "parse5";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { SaxesParser } from "saxes";
import { createRequire } from "node:module";
import path from "node:path";

const pdfjs = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** One bare pass of pdf.js over the operators of every page. Gives the number of pages. */
export async function bareOperators(bytes: Uint8Array): Promise<number> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: path.join(pdfjs, "cmaps", path.sep),
    standardFontDataUrl: path.join(pdfjs, "standard_fonts", path.sep),
    maxImageSize: 1,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    await page.getOperatorList();
    page.cleanup();
  }
  const pages = document.numPages;
  await task.destroy();
  return pages;
}

/** Inflates a part of an Office file and parses it, doing nothing with what it says. Gives its characters. */
export function bareSax(bytes: Uint8Array, part: string): number {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === part });
  const xml = new TextDecoder().decode(parts[part]);
  const parser = new SaxesParser({ xmlns: false });
  let elements = 0;
  parser.on("opentag", () => (elements += 1));
  parser.write(xml).close();
  if (elements === 0) throw new Error(`${part} is empty.`);
  return xml.length;
}

/** Has the library read a workbook as the reader of XLS asks it to, and nothing more. */
export function bareXls(bytes: Uint8Array): unknown {
  return readWorkbook(bytes, {
    type: "buffer",
    dense: true,
    cellText: false,
    cellHTML: false,
    cellFormula: false,
  });
}

/** Has parse5 make the tree of a page in UTF-8, and nothing more. */
export function bareHtml(bytes: Uint8Array): unknown {
  return parse(new TextDecoder().decode(bytes), { scriptingEnabled: false });
}
