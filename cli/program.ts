import { Command } from "commander";
import { addCompile } from "./compile.js";
import { addDashboard } from "./dashboard.js";
import { EXIT_CODES } from "./exit-codes.js";
import { addExtract } from "./extract.js";
import { exitCodeOf } from "./faults.js";
import { VERSION } from "../index.js";
import { addModelsCommand } from "./models.js";
import { addRetry } from "./retry.js";
import { addShow } from "./show.js";
import { addStatus } from "./status.js";
import { addSubmit } from "./submit.js";
import type { ExitCode } from "./terminal.js";
import type { Wiring } from "./wiring.js";
import { addWorker } from "./worker.js";

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
  addModelsCommand(program, wiring);
  addWorker(program, wiring);
  addSubmit(program, wiring);
  addStatus(program, wiring);
  addRetry(program, wiring);
  addDashboard(program, wiring);
  return program;
}

const EXAMPLES = {
  program: `
Examples:
  gongkai extract disclosures --out out     read a folder into a dataset
  gongkai show budget.pdf                   look at one document
${EXIT_CODES}`,
};
