import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { BUNDLED } from "../extractors/common/ocr-plan.js";
import { docx } from "../extractors/docx/index.js";
import { html } from "../extractors/html/index.js";
import { pdf } from "../extractors/pdf/index.js";
import { xls } from "../extractors/sheet/xls/index.js";
import { xlsx } from "../extractors/sheet/xlsx/index.js";
import { text } from "../extractors/text/index.js";
import { extract } from "../index.js";
import { bareHtml, bareOperators, bareSax, bareXls } from "./baselines.js";
import { makeInputs } from "./inputs.js";
import type { Inputs } from "./inputs.js";
import { ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { costOf, paired } from "./measure.js";
import type { ProcessCost } from "./measure.js";

const ROUNDS = 3;

async function pdfFigures(inputs: Inputs): Promise<readonly Figure[]> {
  const pages = await bareOperators(inputs.pdf);
  const longPages = await bareOperators(inputs.longPdf);
  const reading = await paired(
    () => pdf.extract(inputs.pdf),
    () => bareOperators(inputs.pdf),
    ROUNDS,
  );
  const whole = await paired(
    () => extract(inputs.pdf),
    () => bareOperators(inputs.pdf),
    ROUNDS,
  );
  const engines = await paired(
    () => pdf.extract(inputs.pdf, { plan: BUNDLED, pdfEngine: "pdfium" }),
    () => pdf.extract(inputs.pdf),
    ROUNDS,
  );
  const length = await paired(
    () => extract(inputs.longPdf),
    () => extract(inputs.pdf),
    3,
  );
  const perPage = length.a / longPages / (length.b / pages);
  return [
    ratio(`PDF read, ${pages} pages, against a bare pass of pdf.js`, reading.ratio, 1.5),
    ratio("the same with its dataset", whole.ratio, 0),
    ratio("PDF read with pdfium, against pdf.js", engines.ratio, 1.5),
    {
      what: "PDF pages a second of CPU, dataset included",
      figure: (pages / whole.a).toFixed(0),
      measured: pages / whole.a,
      limit: 0,
      atLeast: true,
    },
    ratio(`cost a page of ${longPages} pages against ${pages}`, perPage, 1.2),
  ];
}

async function docxFigures(inputs: Inputs): Promise<readonly Figure[]> {
  const part = "word/document.xml";
  const megabytes = bareSax(inputs.docx, part) / 1e6;
  const reading = await paired(
    () => docx.extract(inputs.docx),
    () => bareSax(inputs.docx, part),
    ROUNDS,
  );
  const what = `DOCX read, document.xml of ${megabytes.toFixed(1)} million characters, against a bare SAX parse`;
  return [ratio(what, reading.ratio, 2)];
}

async function textFigures(inputs: Inputs): Promise<readonly Figure[]> {
  const { a } = await paired(
    () => text.extract(inputs.text),
    () => undefined,
    3,
  );
  const rate = inputs.text.length / 1e6 / a;
  const what = `text, ${(inputs.text.length / 1e6).toFixed(1)} MB, megabytes read a second`;
  return [{ what, figure: rate.toFixed(1), measured: rate, limit: 3, atLeast: true }];
}

async function workbookFigures({ xlsx: million, xls: book, plainXls }: Inputs) {
  const sheet = "xl/worksheets/sheet1.xml";
  const xlsxReading = await paired(
    () => xlsx.extract(million),
    () => bareSax(million, sheet),
    ROUNDS,
  );
  const xlsReading = await paired(
    () => xls.extract(book),
    () => bareXls(book),
    ROUNDS,
  );
  const plainReading = await paired(
    () => xls.extract(plainXls),
    () => bareXls(plainXls),
    ROUNDS,
  );
  return [
    ratio("XLSX read, a million cells, against a bare SAX parse", xlsxReading.ratio, 2),
    ratio("XLS read, 200,000 cells, against a bare parse by its library", xlsReading.ratio, 2),
    ratio("the same of numbers without a format", plainReading.ratio, 2),
  ];
}

async function htmlFigures({ html: page }: Inputs): Promise<readonly Figure[]> {
  const reading = await paired(
    () => html.extract(page),
    () => bareHtml(page),
    ROUNDS,
  );
  const size = (page.length / 1e6).toFixed(1);
  return [
    ratio(`HTML read, ${size} MB, against a bare pass of parse5`, reading.ratio, 2.5),
    secondsOf(`HTML read, ${size} MB, seconds of CPU`, reading.a, 2),
  ];
}

/** What a process of its own takes to read the largest documents. */
function wholeFigures(inputs: Inputs): readonly Figure[] {
  const long = wholeCost("peak.js", "long.pdf", inputs.longPdf);
  const million = wholeCost("read-file.js", "million.xlsx", inputs.xlsx);
  return [
    megabytesOf("peak memory of the long PDF, MB", long.megabytes, 500),
    secondsOf("XLSX of a million cells, its dataset included, seconds of CPU", million.seconds, 10),
    megabytesOf(
      "peak memory of the same, with the process that asks for it, MB",
      million.megabytes,
      600,
    ),
  ];
}

function wholeCost(script: string, name: string, bytes: Uint8Array): ProcessCost {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    return costOf(script, file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function secondsOf(what: string, measured: number, limit: number): Figure {
  return { what, figure: measured.toFixed(1), measured, limit };
}

function megabytesOf(what: string, measured: number, limit: number): Figure {
  return { what, figure: measured.toFixed(0), measured, limit };
}

/** What reading one document costs, format by format, against the bare libraries. */
export async function* readingFigures(): AsyncGenerator<Figure> {
  const inputs = makeInputs();
  for (const figures of [
    pdfFigures,
    docxFigures,
    textFigures,
    workbookFigures,
    htmlFigures,
    wholeFigures,
  ])
    yield* await figures(inputs);
}
