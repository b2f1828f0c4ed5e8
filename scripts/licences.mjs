// What the licences of bundled packages are, for the files that are published with bundles.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";

/** The licence of each package whose code was bundled, and its notice; what stands in `own` is the program itself. */
export function licencesOf(chunks, own) {
  const modules = chunks
    .flatMap((chunk) => chunk.moduleIds ?? [])
    .filter((path) => !path.startsWith(own));
  const roots = modules.flatMap(
    (path) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/u.exec(path) ?? [],
  );
  const texts = [...new Set(roots)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((root) => {
      const { name, version, license } = JSON.parse(
        readFileSync(join(root, "package.json"), "utf8"),
      );
      const [file] = globSync("{LICEN[CS]E,licen[cs]e}*", { cwd: root, absolute: true });
      const [notice] = globSync("NOTICE*", { cwd: root, absolute: true });
      const text = file === undefined ? license : textOf(file);
      return (
        [`${name} ${version}`, text, ...(notice === undefined ? [] : [textOf(notice)])].join(
          "\n\n",
        ) + "\n"
      );
    });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}

const textOf = (file) => readFileSync(file, "utf8").trim();
