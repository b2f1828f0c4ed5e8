import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { disclosures, sampleFiles } from "../samples/generator/index.js";

const folder = join(import.meta.dirname, "..", "samples");
const rewrite = process.env["UPDATE_SAMPLES"] === "1";

describe.each(disclosures)("the generator of $slug", (disclosure) => {
  test.each([...sampleFiles(disclosure)])("writes %s as committed", (name, bytes) => {
    const path = join(folder, disclosure.slug, name);
    if (rewrite) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    expect(existsSync(path), `${path} is missing: run with UPDATE_SAMPLES=1`).toBe(true);
    expect(Buffer.from(bytes).equals(readFileSync(path)), `${path} differs`).toBe(true);
  });
});
