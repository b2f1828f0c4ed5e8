import { runCli } from "./program.js";
import { tolerateClosedPipe } from "./terminal.js";
import type { Wiring } from "./wiring.js";

/** Runs this process's command line and sets its exit code. */
export async function main(reading: Pick<Wiring, "extract" | "reader">): Promise<void> {
  const { stdout, stderr } = process;
  tolerateClosedPipe(stdout);
  tolerateClosedPipe(stderr);
  const terminal = { stdout, stderr, interactive: stderr.isTTY };
  process.exitCode = await runCli(process.argv.slice(2), { ...reading, terminal });
}
