// Bundles the pages of the inspector for browsers: `node scripts/bundle-inspector.mjs [FOLDER]`, FOLDER being dist where
// not given. Writes FOLDER/inspector, with the licences of the packages that are in it.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { rolldown } from "rolldown";
import { licencesOf } from "./licences.mjs";

const folder = join(resolve(process.argv[2] ?? "dist"), "inspector");
const source = resolve("inspector");

const bundle = await rolldown({
  input: join(source, "main.tsx"),
  platform: "browser",
  tsconfig: join(source, "tsconfig.json"),
  // The server gives it: most documents need none of it.
  external: /^\/pdfjs\//u,
});
const { output } = await bundle.write({ dir: folder, entryFileNames: "app.js", minify: true });
mkdirSync(folder, { recursive: true });
for (const file of ["index.html", "style.css"])
  copyFileSync(join(source, file), join(folder, file));
writeFileSync(join(folder, "LICENSES.txt"), licencesOf(output, source));
