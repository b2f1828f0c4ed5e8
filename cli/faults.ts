import { CommanderError } from "commander";
import { ToldError } from "../pipeline/model/errors.js";
import type { ExitCode, Terminal } from "./terminal/terminal.js";

/** The exit code of what a command threw, told in a line; a fault of the program is thrown again. */
export function exitCodeOf(error: unknown, { stderr, language }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (!(error instanceof ToldError)) throw error;
  stderr.write(`${{ en: "error: ", zh: "错误：" }[language]}${error.says[language]}\n`);
  return error.exitCode;
}
