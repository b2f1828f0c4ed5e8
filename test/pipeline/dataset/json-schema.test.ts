import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { jsonSchemas } from "../../../pipeline/dataset/json-schema.js";
import { sitesSchema } from "../../../workers/crawl/sites/schema.js";

const FOLDER = fileURLToPath(new URL("../../../docs/schema/", import.meta.url));

test.each(jsonSchemas())(
  "docs/schema/$name says what the code does (npm run docs)",
  async (file) => {
    expect(JSON.parse(await readFile(FOLDER + file.name, "utf8"))).toEqual(file.schema);
  },
);

test("docs/schema holds no schema that the code has not", async () => {
  const found = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  expect(found.filter((entry) => entry.isFile())).toHaveLength(jsonSchemas().length + 1);
});

test("docs/schema/sites.json is that of sites.yaml", async () => {
  expect(JSON.parse(await readFile(`${FOLDER}sites.json`, "utf8"))).toEqual(sitesSchema());
});
