// Reads the word lists of normalizers/ as the program does, which refuses a line that is not of their form:
// `node scripts/check-data.mjs [FOLDER]`, FOLDER being dist where not given.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [, , folder = "dist"] = process.argv;
try {
  await import(pathToFileURL(resolve(folder, "normalizers/interpretation.js")).href);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
