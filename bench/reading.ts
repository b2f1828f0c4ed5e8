import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { docx } from "../extractors/docx/index.js";
import { pdf } from "../extractors/pdf/index.js";
import { text } from "../extractors/text/index.js";
import { extract } from "../index.js";
import { bareOperators, bareSax } from "./baselines.js";
import { makeInputs } from "./inputs.js";
import type { Inputs } from "./inputs.js";
import { ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { paired, peakMegabytes } from "./measure.js";

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
  const length = await paired(
    () => extract(inputs.longPdf),
    () => extract(inputs.pdf),
    3,
  );
  const perPage = length.a / longPages / (length.b / pages);
  return [
    ratio(`PDF read, ${pages} pages, against a bare pass of pdf.js`, reading.ratio, 1.5),
    ratio("the same with its dataset", whole.ratio, 0),
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
  const megabytes = bareSax(inputs.docx) / 1e6;
  const reading = await paired(
    () => docx.extract(inputs.docx),
    () => bareSax(inputs.docx),
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

function memoryFigures(inputs: Inputs): readonly Figure[] {
  const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));
  try {
    const file = path.join(folder, "long.pdf");
    writeFileSync(file, inputs.longPdf);
    const peak = peakMegabytes(fileURLToPath(new URL("peak.js", import.meta.url)), file);
    const figure = peak.toFixed(0);
    return [{ what: "peak memory of the long PDF, MB", figure, measured: peak, limit: 500 }];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What reading one document costs, format by format, against the bare libraries. */
export async function* readingFigures(): AsyncGenerator<Figure> {
  const inputs = makeInputs();
  for (const figures of [pdfFigures, docxFigures, textFigures, memoryFigures])
    yield* await figures(inputs);
}
