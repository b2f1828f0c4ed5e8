/** The files of a sample, as the generator makes them. */
import { csv } from "./csv.js";
import type { Disclosure } from "./description.js";
import { EXPECTED_FILES, expectationOf, statedColumns } from "./expectation.js";
import { printDocx } from "./printers/docx.js";
import { printHtml } from "./printers/html.js";
import { printPdf } from "./printers/pdf.js";
import { printText } from "./printers/text.js";
import { printXls } from "./printers/xls.js";
import { printXlsx } from "./printers/xlsx.js";

/** The samples with an XLS edition: its tables have no rules, by which alone blank cells of forms can be told. */
export const WITH_XLS: readonly string[] = ["long-codes-2021", "accounts-2024", "open-rules-2024"];

/** Every file of a sample by its path inside `samples/<slug>/`. */
export function sampleFiles(disclosure: Disclosure): ReadonlyMap<string, Uint8Array> {
  const expected = expectationOf(disclosure);
  const contradictions = JSON.stringify(disclosure.contradictions ?? [], null, 2);
  return new Map([
    ["source.txt", printText(disclosure)],
    ["source.docx", printDocx(disclosure)],
    ["source.pdf", printPdf(disclosure)],
    ...(disclosure.manner.web === true ? [["source.html", printHtml(disclosure)] as const] : []),
    ["source.xlsx", printXlsx(disclosure)],
    ...(WITH_XLS.includes(disclosure.slug) ? [["source.xls", printXls(disclosure)] as const] : []),
    ...EXPECTED_FILES.map(
      (file) => [`expected/${file}.csv`, encode(csv(statedColumns(file), expected[file]))] as const,
    ),
    ["expected/contradictions.json", encode(`${contradictions}\n`)],
  ]);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
