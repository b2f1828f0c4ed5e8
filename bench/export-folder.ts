import path from "node:path";
import { EXPORT_FORMATS, exportFolder } from "../exports/export.js";
import { printSpent } from "./spent.js";

/** Exports a folder; prints the memory and the time that it takes. */
const [, , folder = "", name = ""] = process.argv;
const format = EXPORT_FORMATS.find((each) => each === name);
if (format === undefined) throw new Error(`There is no format ${name}.`);
await exportFolder(folder, {
  format,
  out: path.join(folder, "..", `${path.basename(folder)}.${format}`),
  ocds: { prefix: "ocds-000000", date: "2024-01-01" },
  note: () => {},
});
printSpent();
