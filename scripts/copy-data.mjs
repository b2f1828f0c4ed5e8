// Copies the data files that the code reads at run time to their places beside the compiled code,
// which tsc does not: `node scripts/copy-data.mjs [FOLDER]`, FOLDER being dist where not given.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";

const [, , folder = "dist"] = process.argv;
for (const file of globSync([
  "{normalizers,pipeline}/**/*.{tsv,json}",
  "panel/**/*.{sql,tsv}",
  "extractors/ocr/models/*.png",
])) {
  const target = join(folder, file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
