import { Command, Option } from "commander";
import { HELP_IN_CHINESE, errorInChinese } from "./terminal/commander-in-chinese.js";
import { addCrawl } from "./commands/crawl.js";
import { addCompare, addReference } from "./commands/compare.js";
import { addCompile } from "./commands/compile.js";
import { addDiscover } from "./commands/discover.js";
import { addDashboard } from "./commands/dashboard.js";
import { addDoctor } from "./commands/doctor.js";
import { addExport } from "./commands/export.js";
import { EXIT_CODES } from "./options/exit-codes.js";
import { addExtract } from "./commands/extract.js";
import { exitCodeOf } from "./faults.js";
import { VERSION } from "../index.js";
import { LANGUAGES } from "./terminal/language.js";
import { addModelsCommand } from "./commands/models.js";
import { addReport } from "./commands/report.js";
import { addRetry } from "./commands/retry.js";
import { addSchedule } from "./commands/schedule.js";
import { addShow } from "./commands/show.js";
import { addStatus } from "./commands/status.js";
import { addSubmit } from "./commands/submit.js";
import type { ExitCode, Terminal } from "./terminal/terminal.js";
import type { Wiring } from "./terminal/wiring.js";
import { addView } from "./commands/view.js";
import { addWorker } from "./commands/worker.js";

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
  const { language } = wiring.terminal;
  const program = new Command("gongkai")
    .description(HELP.about[language])
    .version(VERSION, "--version", HELP.version[language])
    .helpOption("-h, --help", HELP.help[language])
    .helpCommand("help [command]", HELP.help[language])
    .addOption(new Option("--lang <language>", HELP.lang[language]).choices(LANGUAGES))
    .exitOverride()
    .showHelpAfterError(HELP.afterError[language])
    .addHelpText("after", EXAMPLES[language]);
  speakTo(program, wiring.terminal);
  addExtract(program, wiring);
  addShow(program, wiring);
  addView(program, wiring);
  addCompile(program, wiring);
  addCompare(program, wiring);
  addReference(program, wiring);
  addReport(program, wiring);
  addExport(program, wiring);
  addCrawl(program, wiring);
  addDiscover(program, wiring);
  addSchedule(program, wiring);
  addModelsCommand(program, wiring);
  addDoctor(program, wiring);
  addWorker(program, wiring);
  addSubmit(program, wiring);
  addStatus(program, wiring);
  addRetry(program, wiring);
  addDashboard(program, wiring);
  return program;
}

/** Lets commander write to a terminal, in its language. */
function speakTo(program: Command, { stdout, stderr, language }: Terminal): void {
  program.configureOutput({
    writeOut: (text) => stdout.write(text),
    writeErr: (text) => stderr.write(text),
    outputError: (text, write) => write(language === "zh" ? errorInChinese(text) : text),
  });
  if (language === "zh") program.configureHelp(HELP_IN_CHINESE);
}

const HELP = {
  about: {
    en: "Turns Chinese budget and accounts disclosures (部门预算公开) into validated data.",
    zh: "把部门预算、决算公开文件转换为经过校验的数据。",
  },
  version: { en: "print the version", zh: "打印版本号" },
  help: { en: "display help for command", zh: "显示命令的帮助" },
  lang: {
    en: "the language to speak; without it that of LC_ALL, LC_MESSAGES or LANG",
    zh: "所用语言；不给出时依 LC_ALL、LC_MESSAGES、LANG 而定",
  },
  afterError: { en: "(--help shows how it is used)", zh: "（用 --help 查看用法）" },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai extract disclosures --out out     read a folder into a dataset
  gongkai show budget.pdf                   look at one document
${EXIT_CODES.en}`,
  zh: `
示例：
  gongkai extract disclosures --out out     把一个文件夹读成数据集
  gongkai show budget.pdf                   查看一份文档
${EXIT_CODES.zh}`,
};
