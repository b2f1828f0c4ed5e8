import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import writeFileAtomic from "write-file-atomic";
import { identifier, literal } from "../exports/sql/sql.js";
import { PUBLICATION, tableResource } from "../pipeline/dataset/compile/data-package.js";
import { refuseForeign } from "../pipeline/dataset/compile/foreign.js";
import { printJson } from "../pipeline/dataset/json.js";
import type { Database } from "./duckdb.js";
import { panelFields } from "./fields.js";
import { PANEL_FILES, PANEL_NAMES, type PanelName, panelColumns } from "./records.js";

/** How many rows each file has. */
export type PanelRows = ReadonlyMap<PanelName, number>;

/** The files that a command writes together, and what is said of them in their datapackage.json. */
export interface FileSet {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly files: readonly PanelName[];
}

/** What `compare` writes. */
export const PANEL: FileSet = {
  name: "gongkai-panel",
  title: "预算决算公开对比数据",
  description:
    "Amounts of budget and accounts disclosures by issuer and year, with the places they were read from. Money is in yuan (元). An empty cell is not stated, never zero.",
  files: PANEL_NAMES,
};

/** What `reference` writes. */
export const REFERENCE: FileSet = {
  name: "gongkai-reference",
  title: "政府收支分类科目和行政区划",
  description:
    "The codes of the classifications and the administrative divisions of China, by year. An empty cell is not known.",
  files: ["codes", "regions"],
};

/** As many columns at the beginning of a header as tell that a file is ours; later ones may have been added. */
const KNOWN_BY = 5;

/**
 * Refuses a folder in which something else wrote a file that is to be written.
 *
 * @throws ForeignFile
 */
export async function refuseOthers(out: string, { name: packageName, files }: FileSet) {
  const beginnings = Object.fromEntries(
    files.map((name) => [`${name}.csv`, panelColumns(name).slice(0, KNOWN_BY).join(",")]),
  );
  await refuseForeign(out, { packageName, beginnings });
}

/** What a row of issuers.csv has from other tables. */
const FROM: Partial<Record<PanelName, string>> = {
  issuers:
    "(SELECT i.*, p.part_of, p.told_by AS part_of_by FROM issuers i LEFT JOIN parts p USING (issuer_id))",
};

/** Where files grow until all are whole, and where they then stand. */
export interface Places {
  readonly scratch: string;
  readonly out: string;
}

/** Writes files as CSV, their rows in the order of all their columns, then datapackage.json. */
export async function writePanel(
  database: Database,
  set: FileSet,
  { scratch, out }: Places,
): Promise<PanelRows> {
  const rows = new Map<PanelName, number>();
  for (const name of set.files) {
    const columns = panelColumns(name).map(identifier);
    const from = FROM[name] ?? name;
    await database.run(
      `COPY (SELECT ${columns.join(", ")} FROM ${from} ORDER BY ${columns.map((each) => `${each} NULLS FIRST`).join(", ")})
        TO ${literal(fileIn(scratch, name))} (FORMAT csv, HEADER true, NULL '')`,
    );
    const [[count] = []] = await database.rows(`SELECT count(*) FROM ${from}`);
    rows.set(name, Number(count));
  }
  const resources = await Promise.all(set.files.map((name) => resourceOf(scratch, name)));
  for (const name of set.files) await rename(fileIn(scratch, name), fileIn(out, name));
  await writeFileAtomic(join(out, "datapackage.json"), printJson(packageOf(set, resources)));
  return rows;
}

const fileIn = (folder: string, name: PanelName): string => join(folder, `${name}.csv`);

function packageOf({ name, title, description }: FileSet, resources: readonly object[]): object {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name,
    title,
    description,
    ...PUBLICATION,
    resources,
  };
}

async function resourceOf(folder: string, name: PanelName): Promise<object> {
  const { title, about, key } = PANEL_FILES[name];
  const path = fileIn(folder, name);
  const { size } = await stat(path);
  return tableResource({
    name,
    title,
    about,
    bytes: size,
    sha256: await digestOf(path),
    schema: {
      $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
      fields: panelFields(name),
      missingValues: [""],
      ...(key.length === 0 ? {} : { primaryKey: key }),
    },
  });
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) hash.update(chunk);
  });
  return hash.digest("hex");
}
