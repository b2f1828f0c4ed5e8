import * as z from "zod";
import { FAMILIES, RECORD_FILES } from "../model/records/registry.js";
import { documentDataset } from "./dataset.js";

/** A published JSON Schema file: `docs/schema/<name>.json`. */
export interface SchemaFile {
  readonly name: string;
  readonly schema: object;
}

/** The JSON Schemas of the program's output: of a document's JSON, and of each kind of record. */
export function jsonSchemas(): readonly SchemaFile[] {
  const records = RECORD_FILES.map((name) => ({
    name: `records/${name}.json`,
    schema: z.toJSONSchema(FAMILIES[name].record),
  }));
  return [{ name: "document.json", schema: z.toJSONSchema(documentDataset) }, ...records];
}
