import { readFile, writeFile } from "node:fs/promises";
import { zipSync } from "fflate";
import { bundledModels } from "../../index.js";

/** Writes a package of the program's own models, with their characters as they are or in another order. */
export async function makeWheel(
  path: string,
  characters = (listed: readonly string[]) => listed,
): Promise<string> {
  const { detection, recognition, characters: keys } = bundledModels();
  const listed = (await readFile(keys, "utf8")).trimEnd().split("\n");
  const files = {
    "made/find.onnx": await readFile(detection),
    "made/read.onnx": await readFile(recognition),
    "made/keys.txt": new TextEncoder().encode(characters(listed).join("\n")),
    "made/empty.txt": new Uint8Array(),
    "made.dist-info/LICENSE": new TextEncoder().encode("Apache License\n"),
  };
  await writeFile(path, zipSync(files, { level: 0 }));
  return path;
}
