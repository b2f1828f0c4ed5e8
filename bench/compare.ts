import { once } from "node:events";
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Big } from "big.js";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { globSync } from "tinyglobby";
import { compile, extract, printJson } from "../index.js";
import { datasetPath } from "../pipeline/dataset/folder.js";
import { elementAt } from "../pipeline/model/element-at.js";
import { objectOf } from "../pipeline/model/object-of.js";
import { ratio } from "./figure.js";
import type { Figure } from "./figure.js";
import { type ProcessCost, costOf } from "./measure.js";

const FEW = 2000;
const MANY = 20_000;
const FILES = [
  "documents",
  "amounts",
  "figures",
  "debt",
  "procurement_items",
  "organizations",
] as const;

type Row = Readonly<Record<string, string>>;
/** The rows of a file by their document. */
type Sample = Readonly<Record<(typeof FILES)[number], readonly Row[]>>;

/** What it costs to compare datasets of many documents, made by varying the samples. */
export async function* compareFigures(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-compare-"));
  try {
    const samples = await readSamples(join(folder, "samples"));
    const few = await compared(samples, FEW, join(folder, "few"));
    const many = await compared(samples, MANY, join(folder, "many"));
    yield {
      what: `${MANY} documents compared, seconds of a processor`,
      figure: many.seconds.toFixed(1),
      measured: many.seconds,
      limit: 120,
    };
    yield {
      what: `peak memory of comparing ${MANY}, MB`,
      figure: many.megabytes.toFixed(0),
      measured: many.megabytes,
      limit: 500,
    };
    const cost = many.seconds / few.seconds / (MANY / FEW);
    yield ratio(`the time of one against that of one of ${FEW}`, cost, 1.3);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readSamples(folder: string): Promise<readonly Sample[]> {
  await mkdir(join(folder, "documents"), { recursive: true });
  for (const path of globSync("samples/*/source.txt", { absolute: true })) {
    const dataset = await extract(path);
    await writeFile(datasetPath(folder, dataset.document.document_id), printJson(dataset));
  }
  await compile(folder);
  const rows = new Map(FILES.map((file) => [file, rowsOf(join(folder, `${file}.csv`))]));
  const ids = (rows.get("documents") ?? []).map((row) => row["document_id"]);
  return ids.map((id) =>
    objectOf<Sample>(FILES, (file) =>
      (rows.get(file) ?? []).filter((row) => row["document_id"] === id),
    ),
  );
}

const rowsOf = (path: string): readonly Row[] =>
  parse<Row>(readFileSync(path, "utf8"), { columns: true });

/** What a process of its own takes to compare so many documents. */
async function compared(
  samples: readonly Sample[],
  count: number,
  folder: string,
): Promise<ProcessCost> {
  await mkdir(folder);
  for (const file of FILES) await writeVaried(samples, { file, count, folder });
  return costOf("compare-folder.js", folder);
}

interface Varied {
  readonly file: (typeof FILES)[number];
  readonly count: number;
  readonly folder: string;
}

async function writeVaried(samples: readonly Sample[], { file, count, folder }: Varied) {
  const columns = headerOf(samples, file);
  const stream = createWriteStream(join(folder, `${file}.csv`));
  stream.write(stringify([columns]));
  for (let at = 0; at < count; at += 1) {
    const rows = elementAt(samples, at % samples.length)[file].map((row) => variedRow(row, at));
    if (!stream.write(stringify(rows, { columns }))) await once(stream, "drain");
  }
  stream.end();
  await finished(stream);
}

/** No sample has debt: its columns are those of the amounts, as far as it has them. */
const DEBT_COLUMNS =
  "document_id table_no row column page region_code region_name region_scope debt_kind measure phase fiscal_year amount raw unit_raw".split(
    " ",
  );

function headerOf(samples: readonly Sample[], file: Varied["file"]): string[] {
  const [row] = samples.flatMap((sample) => sample[file]);
  return row === undefined ? DEBT_COLUMNS : Object.keys(row);
}

/** As many divisions as there are: issuers of one are compared by their names. */
const COUNTIES = readFileSync("normalizers/reference/divisions.tsv", "utf8")
  .split("\n")
  .flatMap((line) => /^\d{4}(?!00)\d\d/u.exec(line) ?? []);

/** Years of one issuer; each a document of its own. */
const YEARS = 10;
const FIRST_YEAR = 2014;

/** A row of another document, issuer and year; amounts are multiplied. */
function variedRow(row: Row, at: number): Row {
  const issuer = Math.floor(at / YEARS);
  const { amount, issuer_name: name, document_id: id = "" } = row;
  return {
    ...row,
    document_id: `${at.toString(16).padStart(8, "0")}${id.slice(8)}`,
    ...(amount === undefined || amount === ""
      ? {}
      : {
          amount: Big(amount)
            .times((at % 7) + 1)
            .toFixed(),
        }),
    ...(name === undefined
      ? {}
      : {
          issuer_name: `${name}${issuer}`,
          region_code: elementAt(COUNTIES, issuer % COUNTIES.length),
          fiscal_year: String(FIRST_YEAR + (at % YEARS)),
        }),
  };
}
