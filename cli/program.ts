import { Command, CommanderError } from "commander";
import { runCompile } from "./compile.js";
import { addDashboard } from "./dashboard.js";
import { EXIT_CODES } from "./exit-codes.js";
import { addExtract } from "./extract.js";
import { UnreadableDataset, VERSION } from "../index.js";
import { addShow } from "./show.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";
import type { Wiring } from "./wiring.js";

/** Runs a command line (without `node` and the script) and returns its exit code. */
export async function runCli(
  args: readonly string[],
  context: Omit<Wiring, "end">,
): Promise<ExitCode> {
  const { terminal } = context;
  const result: { code: ExitCode } = { code: 0 };
  const program = programFor({ ...context, end: (code) => (result.code = code) });
  try {
    await program.parseAsync([...args], { from: "user" });
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
  return result.code;
}

/** What went wrong, told in a line where the person can do something about it. */
function exitCodeOf(error: unknown, { stderr }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof UsageError || error instanceof UnreadableDataset)) throw error;
  stderr.write(`error: ${error.message}\n`);
  return error instanceof UsageError ? 2 : 1;
}

function programFor(wiring: Wiring): Command {
  const { stdout, stderr } = wiring.terminal;
  const program = new Command("gongkai")
    .description(
      "Turns Chinese budget and accounts disclosures (部门预算公开) into validated data.",
    )
    .version(VERSION, "--version", "print the version")
    .exitOverride()
    .showHelpAfterError("(--help shows how it is used)")
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
    })
    .addHelpText("after", EXAMPLES.program);
  addExtract(program, wiring);
  addShow(program, wiring);
  addCompile(program, wiring);
  addDashboard(program, wiring);
  return program;
}

function addCompile(program: Command, { terminal, end }: Wiring): void {
  program
    .command("compile")
    .description(
      "Build the CSV files and datapackage.json of an output folder from its JSON again.",
    )
    .argument("<dir>", "the output folder")
    .addHelpText("after", EXAMPLES.compile)
    .action(async (folder: string) => end(await runCompile(folder, terminal)));
}

const EXAMPLES = {
  program: `
Examples:
  gongkai extract disclosures --out out     read a folder into a dataset
  gongkai show budget.pdf                   look at one document
${EXIT_CODES}`,
  compile: `
Examples:
  gongkai compile out    after a document's JSON was removed, or a run was interrupted
${EXIT_CODES}`,
};
