import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { docx } from "../extractors/docx/index.js";
import { pdf } from "../extractors/pdf/index.js";
import { text } from "../extractors/text.js";
import { extract } from "../index.js";
import { bareOperators, bareSax } from "./baselines.js";
import { makeInputs } from "./inputs.js";
import { paired, peakMegabytes } from "./measure.js";

interface Figure {
  readonly what: string;
  readonly figure: string;
  /** The measured number, and what it must not pass. */
  readonly measured: number;
  readonly limit: number;
  readonly atLeast?: boolean;
}

const ROUNDS = 3;
const inputs = makeInputs();
const folder = mkdtempSync(path.join(tmpdir(), "gongkai-bench-"));

async function pdfFigures(): Promise<readonly Figure[]> {
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

async function docxFigures(): Promise<readonly Figure[]> {
  const megabytes = bareSax(inputs.docx) / 1e6;
  const reading = await paired(
    () => docx.extract(inputs.docx),
    () => bareSax(inputs.docx),
    ROUNDS,
  );
  const what = `DOCX read, document.xml of ${megabytes.toFixed(1)} million characters, against a bare SAX parse`;
  return [ratio(what, reading.ratio, 2)];
}

async function textFigures(): Promise<readonly Figure[]> {
  const { a } = await paired(
    () => text.extract(inputs.text),
    () => undefined,
    3,
  );
  const rate = inputs.text.length / 1e6 / a;
  const what = `text, ${(inputs.text.length / 1e6).toFixed(1)} MB, megabytes read a second`;
  return [{ what, figure: rate.toFixed(1), measured: rate, limit: 3, atLeast: true }];
}

function memoryFigures(): readonly Figure[] {
  const file = path.join(folder, "long.pdf");
  writeFileSync(file, inputs.longPdf);
  const peak = peakMegabytes(fileURLToPath(new URL("peak.js", import.meta.url)), file);
  return [
    {
      what: "peak memory of the long PDF, MB",
      figure: peak.toFixed(0),
      measured: peak,
      limit: 500,
    },
  ];
}

function ratio(what: string, measured: number, limit: number): Figure {
  return { what, figure: `${measured.toFixed(2)} ×`, measured, limit };
}

const line = ({ what, figure, measured, limit, atLeast = false }: Figure): string => {
  const holds = limit === 0 || (atLeast ? measured >= limit : measured <= limit);
  const bound = limit === 0 ? "" : `${atLeast ? "≥" : "≤"} ${limit}`;
  return [what.padEnd(88), figure.padStart(8), bound.padStart(8), holds ? "" : "  over"].join("");
};

try {
  for (const figures of [pdfFigures, docxFigures, textFigures, memoryFigures])
    for (const figure of await figures()) process.stdout.write(`${line(figure)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
