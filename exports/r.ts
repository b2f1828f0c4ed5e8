import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeParquet } from "./duckdb/parquet.js";
import type { ExportJob } from "./package/job.js";
import type { Field, Package, Resource } from "./package/package.js";

/** Writes the Parquet files and `labels.R`, which reads them into a list of labelled data frames. */
export async function writeR(job: ExportJob): Promise<void> {
  await writeParquet(job);
  await writeFile(join(job.path, "labels.R"), script(job.from));
}

const HEAD = `# Reads the Parquet files of this folder into the list \`gongkai\`, one data frame a table; needs arrow.
# source("labels.R") in this folder. Amounts become double: exact up to 15 digits. Codes stay character.
# Columns of a fixed set of values become factors; attr(x, "label") is the Chinese name of a column.
library(arrow)
gongkai <- list()
labelled <- function(column, label) { attr(column, "label") <- label; column }
`;

function script({ resources }: Package): string {
  return [HEAD, ...resources.map(commandsFor)].join("\n");
}

function commandsFor({ name, schema }: Resource): string {
  const at = (field: Field): string => `gongkai$${name}$\`${field.name}\``;
  const lines = schema.fields.map((field) => {
    const column = factorOf(field, at(field));
    return `${at(field)} <- labelled(${column}, ${quoted(field.title ?? field.name)})`;
  });
  return [`gongkai$${name} <- as.data.frame(read_parquet("${name}.parquet"))`, ...lines, ""].join(
    "\n",
  );
}

function factorOf({ type, categories = [] }: Field, column: string): string {
  if (type === "number" || type === "integer") return `as.numeric(${column})`;
  if (categories.length === 0) return column;
  const levels = categories.map(({ value }) => quoted(value)).join(", ");
  const labels = categories.map(({ value, label }) => quoted(`${label} (${value})`)).join(", ");
  return `factor(${column}, levels = c(${levels}), labels = c(${labels}))`;
}

const quoted = (text: string): string => JSON.stringify(text);
