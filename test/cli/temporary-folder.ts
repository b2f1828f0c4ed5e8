import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { removeFolder } from "../remove-folder.js";

/** A fresh folder for each test; `at` gives a path in it, `write` makes a file there. */
export function temporaryFolder() {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "gongkai-cli-"));
  });
  afterEach(() => removeFolder(folder));
  const at = (...path: readonly string[]) => join(folder, ...path);
  const write = async (path: string, text: string) => {
    await mkdir(dirname(at(path)), { recursive: true });
    await writeFile(at(path), text);
    return at(path);
  };
  return { at, write };
}
