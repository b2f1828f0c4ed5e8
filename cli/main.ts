import { languageOf } from "./terminal/language.js";
import { runCli } from "./program.js";
import { tolerateClosedPipe } from "./terminal/terminal.js";
import type { Wiring } from "./terminal/wiring.js";

/** Runs this process's command line and sets its exit code. */
export async function main(reading: Pick<Wiring, "extract" | "reader">): Promise<void> {
  const { stdout, stderr } = process;
  tolerateClosedPipe(stdout);
  tolerateClosedPipe(stderr);
  const args = process.argv.slice(2);
  const language = languageOf(args, process.env);
  const terminal = { stdout, stderr, interactive: stderr.isTTY, language };
  process.exitCode = await runCli(args, { ...reading, terminal });
}
