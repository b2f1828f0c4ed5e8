import { compile, isOutput } from "../index.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/**
 * `gongkai compile DIR`: builds the CSV files of an output folder from its JSON again.
 *
 * @throws UsageError where the folder holds no dataset
 * @throws UnreadableDataset where a file in it is not of this version
 */
export async function runCompile(folder: string, terminal: Terminal): Promise<ExitCode> {
  if (!(await isOutput(folder))) throw new UsageError(`${folder} holds no documents/*.json`);
  const documents = await compile(folder);
  terminal.stdout.write(`CSV files of ${documents} documents written to ${folder}\n`);
  return 0;
}
