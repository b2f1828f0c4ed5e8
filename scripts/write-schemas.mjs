// Writes docs/schema/ from the records' schemas. Run after a build: `npm run docs`.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { printJson } from "../dist/pipeline/dataset/json.js";
import { jsonSchemas } from "../dist/pipeline/dataset/json-schema.js";

const folder = new URL("../docs/schema/", import.meta.url);
await rm(folder, { recursive: true, force: true });
for (const { name, schema } of jsonSchemas()) {
  const path = fileURLToPath(new URL(name, folder));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, printJson(schema));
}
