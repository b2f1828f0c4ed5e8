import { Command, CommanderError, InvalidArgumentError } from "commander";
import { runCompile } from "./compile.js";
import { runExtract } from "./extract.js";
import { UnreadableDataset, VERSION } from "../index.js";
import type { Extract } from "./read-input.js";
import { runShow } from "./show.js";
import { UsageError } from "./terminal.js";
import type { ExitCode, Terminal } from "./terminal.js";

/** Runs a command line (without `node` and the script) and returns its exit code. */
export async function runCli(
  args: readonly string[],
  context: { readonly extract: Extract; readonly terminal: Terminal },
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

interface Wiring {
  readonly extract: Extract;
  readonly terminal: Terminal;
  readonly end: (code: ExitCode) => void;
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
  return program;
}

function addExtract(program: Command, { extract, terminal, end }: Wiring): void {
  program
    .command("extract")
    .description(
      "Read documents and write the dataset: JSON per document, CSV files, datapackage.json.",
    )
    .argument("<path...>", "files, folders (walked, hidden files passed over) or globs")
    .option(
      "-o, --out <dir>",
      "where the dataset is written; documents of earlier runs stay",
      "out",
    )
    .option("--clean", "remove documents of earlier runs from the output folder", false)
    .addHelpText("after", EXAMPLES.extract)
    .action(async (paths: string[], options: { out: string; clean: boolean }) => {
      end(await runExtract({ paths, ...options, extract }, terminal));
    });
}

function addShow(program: Command, { extract, terminal, end }: Wiring): void {
  program
    .command("show")
    .description("Print a document's outline, tables and findings, or the grid of one table.")
    .argument("<file>", "the document")
    .option("-t, --table <number>", "print the grid of this table", tableNumber)
    .option("--json", "print JSON, for machines", false)
    .addHelpText("after", EXAMPLES.show)
    .action(async (path: string, options: { table?: number; json: boolean }) => {
      end(await runShow({ path, ...options, extract }, terminal));
    });
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

function tableNumber(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError("a table number is 1 or more");
  return Number(text);
}

const EXIT_CODES = `
Exit codes:
  0  every document was read
  1  a document failed; the others are written
  2  wrong usage
`;

const EXAMPLES = {
  program: `
Examples:
  gongkai extract disclosures --out out     read a folder into a dataset
  gongkai show budget.pdf                   look at one document
${EXIT_CODES}`,
  extract: `
Examples:
  gongkai extract budget.pdf                        one document, into out/
  gongkai extract disclosures --out 2023            a folder with all that is in it
  gongkai extract "2023/**/*.docx" more.txt -o out  a glob and a file
${EXIT_CODES}`,
  show: `
Examples:
  gongkai show budget.pdf              outline, tables, findings
  gongkai show budget.pdf --table 3    the grid of table 3
  gongkai show budget.pdf --json       everything, as in documents/<document_id>.json
${EXIT_CODES}`,
  compile: `
Examples:
  gongkai compile out    after a document's JSON was removed, or a run was interrupted
${EXIT_CODES}`,
};
