import { readFile, readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as z from "zod";
import { jsonSchemas } from "../../../pipeline/dataset/json-schema.js";
import { sitesFile, sitesSchema } from "../../../workers/crawl/sites/schema.js";

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

test("docs/schema/sites.json takes and refuses what the program does", async () => {
  const published = z.fromJSONSchema(JSON.parse(await readFile(`${FOLDER}sites.json`, "utf8")));
  const site = { name: "yunxi", start: ["https://www.yunxi.example.cn/"] };
  const good = { contact: "a@example.org", delay: 5, sites: [{ ...site, hours: "22:00-06:00" }] };
  const wrong = [
    { sites: [site] },
    { ...good, sites: [] },
    { ...good, dalay: 5 },
    { ...good, sites: [{ ...site, start: [] }] },
    { ...good, sites: [{ ...site, hours: "at night" }] },
    { ...good, sites: [{ ...site, level: "village" }] },
    { ...good, sites: [{ ...site, budget: 0 }] },
  ];
  for (const schema of [published, sitesFile]) {
    expect(schema.safeParse(good).success).toBe(true);
    expect(wrong.filter((each) => schema.safeParse(each).success)).toEqual([]);
  }
});

test("docs/schema/sites.json is that of sites.yaml", async () => {
  expect(JSON.parse(await readFile(`${FOLDER}sites.json`, "utf8"))).toEqual(sitesSchema());
});
