// Bundles the page of a report for browsers: `node scripts/bundle-report.mjs [FOLDER]`, FOLDER being dist where not
// given. Writes FOLDER/report: what `gongkai report` makes one file of, the licences of its packages included.
import { copyFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { licencesOf } from "./licences.mjs";

const folder = join(resolve(process.argv[2] ?? "dist"), "report");
const source = resolve("report");

const bundle = await rolldown({
  input: join(source, "main.tsx"),
  platform: "browser",
  tsconfig: join(source, "tsconfig.json"),
  transform: { define: { "process.env.NODE_ENV": '"production"' } },
});
const { output } = await bundle.write({
  dir: folder,
  entryFileNames: "app.js",
  format: "iife",
  minify: true,
});
// It will stand within a page, where these would end it or hide what follows.
const ENDS = /<\/script|<!--/iu;
if (ENDS.test(output[0].code)) throw new Error("the script of the report cannot stand in a page");
copyFileSync(join(source, "style.css"), join(folder, "style.css"));
writeFileSync(join(folder, "LICENSES.txt"), licencesOf(output, source));
