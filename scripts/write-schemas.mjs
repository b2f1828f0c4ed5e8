// Writes docs/schema/ from the schemas of the records and of sites.yaml. Run after a build: `npm run docs`.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { printJson } from "../dist/pipeline/dataset/json.js";
import { jsonSchemas } from "../dist/pipeline/dataset/json-schema.js";
import { sitesSchema } from "../dist/workers/crawl/sites/schema.js";

const folder = new URL("../docs/schema/", import.meta.url);
await rm(folder, { recursive: true, force: true });
const schemas = [...jsonSchemas(), { name: "sites.json", schema: sitesSchema() }];
for (const { name, schema } of schemas) {
  const path = fileURLToPath(new URL(name, folder));
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, printJson(schema));
}
