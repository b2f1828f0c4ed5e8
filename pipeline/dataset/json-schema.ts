import { z } from "zod";
import { RECORDS } from "../records.js";
import { documentDataset } from "./dataset.js";

/** A published JSON Schema file: `docs/schema/<name>.json`. */
export interface SchemaFile {
  readonly name: string;
  readonly schema: object;
}

/** The JSON Schemas of the program's output: of a document's JSON, and of each kind of record. */
export function jsonSchemas(): readonly SchemaFile[] {
  const records = Object.entries(RECORDS).map(([name, record]) => ({
    name: `records/${name}.json`,
    schema: z.toJSONSchema(record),
  }));
  return [{ name: "document.json", schema: z.toJSONSchema(documentDataset) }, ...records];
}
