import { defineConfig } from "vitest/config";

/** A file that gets the results as JSON too: what CI counts from. */
const report = process.env["TEST_REPORT"];

export default defineConfig({
  test: {
    ...(report === undefined
      ? {}
      : { reporters: ["default", "json"], outputFile: { json: report } }),
    include: ["test/**/*.test.ts"],
    globalSetup: "test/build.ts",
    // The models that whoever runs the tests added for himself change nothing, unless he says so.
    env: {
      GONGKAI_MODELS: process.env["GONGKAI_MODELS"] ?? "no-models-added",
      // What the programs say that tests start is compared in English.
      LC_ALL: "C.UTF-8",
    },
    // CI shares its machine: a test of processes or browsers that met a stall has a second go, which the log tells.
    retry: report === undefined ? 0 : 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
