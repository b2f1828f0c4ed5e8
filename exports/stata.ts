import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeParquet } from "./duckdb/parquet.js";
import type { ExportJob } from "./package/job.js";
import type { Field, Package, Resource } from "./package/package.js";

/** Writes the Parquet files and `labels.do`, which reads each into Stata, labels it and saves it as `.dta`. */
export async function writeStata(job: ExportJob): Promise<void> {
  await writeParquet(job);
  await writeFile(join(job.path, "labels.do"), doFile(job.from));
}

const HEAD = `* Reads the Parquet files of this folder, labels them and saves a .dta of each. Stata 16 or newer:
* run it in this folder. It needs the command pq once: ssc install pq
* Amounts become double: exact up to 15 digits. Codes stay strings. Values of a fixed set get a
* numeric twin NAME_c with value labels.
version 16
set more off
`;

function doFile({ resources }: Package): string {
  return [HEAD, ...resources.map(commandsFor)].join("\n");
}

/** The most characters of a Stata name. */
const LONGEST_NAME = 32;

function commandsFor({ name, title = name, schema }: Resource): string {
  const lines = schema.fields.flatMap((field) => [
    `capture label variable ${field.name} ${quoted(field.title ?? field.name)}`,
    ...valueLabels(name, field),
  ]);
  return [
    `pq use using "${name}.parquet", clear`,
    `label data ${quoted(title)}`,
    ...lines,
    `save "${name}.dta", replace`,
    "",
  ].join("\n");
}

/** Numbers stand for the values in their order; \`label\` shows the Chinese name beside the value. */
function valueLabels(table: string, { name, categories = [] }: Field): string[] {
  if (categories.length === 0) return [];
  const set = `${table}_${name}`.slice(0, LONGEST_NAME);
  const twin = `${name.slice(0, LONGEST_NAME - 2)}_c`;
  return [
    `capture drop ${twin}`,
    `generate int ${twin} = .`,
    ...categories.flatMap(({ value, label }, index) => [
      `quietly replace ${twin} = ${index + 1} if ${name} == ${quoted(value)}`,
      `label define ${set} ${index + 1} ${quoted(`${label} (${value})`)}, add`,
    ]),
    `label values ${twin} ${set}`,
  ];
}

/** A text in Stata's compound quotes, in which quotes and macros stand for themselves. */
const quoted = (text: string): string => `\`"${text.replaceAll(/[`'"$]/gu, "’")}"'`;
