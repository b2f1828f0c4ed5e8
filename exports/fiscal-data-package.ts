import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { stringify } from "csv-stringify/sync";
import type { ExportJob } from "./package/job.js";
import { tableNamed } from "./package/package.js";
import type { Field, Package, Resource } from "./package/package.js";
import { cellsBy, rowsOf } from "./package/rows.js";

/**
 * Writes a Fiscal Data Package (version 0.3, the one with a JSON Schema): `facts.csv`, one row an amount with who, when and
 * what of it, and a `datapackage.json` whose model says which column is what.
 *
 * @throws NothingToExport where the folder has no `amounts` and `documents`
 */
export async function writeFiscal({ from, path }: ExportJob): Promise<void> {
  const amounts = tableNamed(from, "amounts");
  const documents = tableNamed(from, "documents");
  await mkdir(path);
  const facts = factsOf({ from, amounts, documents });
  await pipeline(Readable.from(facts), createWriteStream(join(path, "facts.csv")));
  const descriptor = descriptorOf(from, fieldsOf({ amounts, documents }));
  await writeFile(join(path, "datapackage.json"), `${JSON.stringify(descriptor, null, 1)}\n`);
}

interface Sources {
  readonly amounts: Resource;
  readonly documents: Resource;
}

/** Who, and at which stage: of the document of an amount. */
const OF_DOCUMENT = ["issuer_code", "issuer_name", "stage"];
/** Where: the amount's own region, which tables of governments state, else that of the document; a code and a name go together. */
const REGION = ["region_code", "region_name"];
/** When, likewise. */
const YEAR = ["fiscal_year"];
/** What and how much, and where it is printed. */
const OF_AMOUNT = [
  "document_id",
  "table_no",
  "row",
  "column",
  "page",
  "table_kind",
  "account",
  "coverage",
  "side",
  "classification",
  "code",
  "label",
  "item",
  "item_code",
  "measure",
  "phase",
  "amount",
];

function fieldsOf({ amounts, documents }: Sources): readonly Field[] {
  return [
    ...picked(documents, [...OF_DOCUMENT, ...REGION, ...YEAR]),
    ...picked(amounts, OF_AMOUNT),
  ];
}

/** The columns of that name; a text that is never stated, where an earlier version had none. */
function picked({ schema }: Resource, names: readonly string[]): readonly Field[] {
  return names.map(
    (wanted) =>
      schema.fields.find(({ name }) => name === wanted) ?? { name: wanted, type: "string" },
  );
}

async function* factsOf({ from, amounts, documents }: Sources & { from: Package }) {
  const documentCells = cellsBy(documents);
  const amountCells = cellsBy(amounts);
  const heads = new Map<string, Head>();
  for await (const row of rowsOf(from, documents)) {
    const told = (names: readonly string[]) => names.map((name) => documentCells(row, name));
    heads.set(documentCells(row, "document_id"), [told(OF_DOCUMENT), told(REGION), told(YEAR)]);
  }
  yield line(fieldsOf({ amounts, documents }).map(({ name }) => name));
  for await (const row of rowsOf(from, amounts)) {
    const told = (names: readonly string[]) => names.map((name) => amountCells(row, name));
    if (amountCells(row, "amount") === "") continue;
    const [who, region, year] = heads.get(amountCells(row, "document_id")) ?? NOT_STATED;
    const own = [stated(told(REGION)) ?? region, stated(told(YEAR)) ?? year].flat();
    yield line([...who, ...own, ...told(OF_AMOUNT)]);
  }
}

/** What the facts of a document share, unless they state their own. */
type Head = readonly [who: readonly string[], region: readonly string[], year: readonly string[]];

const NOT_STATED: Head = [OF_DOCUMENT.map(() => ""), REGION.map(() => ""), YEAR.map(() => "")];

const stated = (cells: readonly string[]): readonly string[] | undefined =>
  cells.some((cell) => cell !== "") ? cells : undefined;

const line = (cells: readonly string[]): string => stringify([cells]);

function descriptorOf({ name, title, version, licenses }: Package, fields: readonly Field[]) {
  return {
    profile: "tabular-data-package",
    name: `${name}-fiscal`,
    ...(title === undefined ? {} : { title }),
    ...(version === undefined ? {} : { version }),
    ...(licenses === undefined ? {} : { licenses }),
    countryCode: "CN",
    granularity: "aggregated",
    resources: [
      {
        profile: "tabular-data-resource",
        name: "facts",
        path: "facts.csv",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        schema: {
          fields: fields.map(({ name: field, title: called, type }) => ({
            name: field,
            ...(called === undefined ? {} : { title: called }),
            type,
          })),
          missingValues: [""],
          primaryKey: ["document_id", "table_no", "row", "column"],
        },
      },
    ],
    model: MODEL,
  };
}

const attribute = (source: string) => ({ resource: "facts", source });

const MODEL = {
  measures: { amount: { ...attribute("amount"), currency: "CNY" } },
  dimensions: {
    issuer: {
      dimensionType: "entity",
      primaryKey: "name",
      attributes: {
        name: { ...attribute("issuer_name"), labelfor: "code" },
        code: attribute("issuer_code"),
      },
    },
    region: {
      dimensionType: "location",
      primaryKey: "code",
      attributes: {
        code: attribute("region_code"),
        name: { ...attribute("region_name"), labelfor: "code" },
      },
    },
    year: {
      dimensionType: "datetime",
      primaryKey: "fiscal_year",
      attributes: { fiscal_year: attribute("fiscal_year") },
    },
    class: {
      dimensionType: "classification",
      primaryKey: ["classification", "code"],
      attributes: {
        classification: attribute("classification"),
        code: attribute("code"),
        label: { ...attribute("label"), labelfor: "code" },
      },
    },
    account: {
      dimensionType: "other",
      primaryKey: ["account", "coverage"],
      attributes: { account: attribute("account"), coverage: attribute("coverage") },
    },
    item: {
      dimensionType: "other",
      primaryKey: ["item", "item_code"],
      attributes: { item: attribute("item"), item_code: attribute("item_code") },
    },
    phase: {
      dimensionType: "other",
      primaryKey: ["stage", "phase"],
      attributes: { stage: attribute("stage"), phase: attribute("phase") },
    },
    measure: {
      dimensionType: "other",
      primaryKey: ["side", "measure"],
      attributes: { side: attribute("side"), measure: attribute("measure") },
    },
    place: {
      dimensionType: "fact",
      primaryKey: ["document_id", "table_no", "row", "column"],
      attributes: Object.fromEntries(
        ["document_id", "table_no", "row", "column", "page", "table_kind"].map((source) => [
          source,
          attribute(source),
        ]),
      ),
    },
  },
};
