// Copies the data files that the code reads at run time to their places in dist/, which tsc does not.
import { copyFileSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { globSync } from "tinyglobby";

for (const file of globSync("normalizers/reference/*.{tsv,json}")) {
  const target = join("dist", file);
  mkdirSync(dirname(target), { recursive: true });
  copyFileSync(file, target);
}
