import { UnreadableDataset, compile, isOutput } from "./library.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/**
 * `gongkai compile DIR`: builds the CSV files of an output folder from its JSON again.
 *
 * @throws UsageError where the folder holds no dataset
 */
export async function runCompile(folder: string, terminal: Terminal): Promise<ExitCode> {
  if (!(await isOutput(folder))) throw new UsageError(`${folder} holds no documents/*.json`);
  try {
    const documents = await compile(folder);
    terminal.stdout.write(`CSV files of ${documents} documents written to ${folder}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof UnreadableDataset)) throw error;
    terminal.stderr.write(`${error.message}\n`);
    return 1;
  }
}
