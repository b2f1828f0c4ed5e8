import { runCli } from "./program.js";
import type { Extract } from "./read-input.js";
import { tolerateClosedPipe } from "./terminal.js";

/** Runs this process's command line and sets its exit code. */
export async function main(extract: Extract): Promise<void> {
  const { stdout, stderr } = process;
  tolerateClosedPipe(stdout);
  tolerateClosedPipe(stderr);
  const terminal = { stdout, stderr, interactive: stderr.isTTY };
  process.exitCode = await runCli(process.argv.slice(2), { extract, terminal });
}
