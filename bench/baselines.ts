import { unzipSync } from "fflate";
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

/** Inflates document.xml and parses it, doing nothing with what it says. Gives its characters. */
export function bareSax(bytes: Uint8Array): number {
  const part = unzipSync(bytes, { filter: ({ name }) => name === "word/document.xml" });
  const xml = new TextDecoder().decode(part["word/document.xml"]);
  const parser = new SaxesParser({ xmlns: false });
  let elements = 0;
  parser.on("opentag", () => (elements += 1));
  parser.write(xml).close();
  if (elements === 0) throw new Error("The document.xml is empty.");
  return xml.length;
}
