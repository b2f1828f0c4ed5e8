import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes a script in the place of LibreOffice: it gets its arguments, and the folder for the result as $out. */
export async function standIn(path: string, does: string): Promise<string> {
  const script = `#!/bin/sh
echo "$@" > "$HOME/arguments"
while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; shift; done
document=$1
${does}
`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

/** Whether a process runs: one that was ended and is not waited for yet does not. */
export async function isRunning(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat !== "" && !/\) Z /u.test(stat);
}
