import { Option } from "commander";
import type { Command } from "commander";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { checks } from "../doctor/checks.js";
import type { Checked, Wanted } from "../doctor/checks.js";
import { printable, textTable } from "../print/text-table.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

/** `gongkai doctor`: whether this machine has what the program needs. */
export function addDoctor(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("doctor")
    .description(HELP.about[language])
    .addOption(new Option("--redis <url>", HELP.redis[language]).env("GONGKAI_REDIS"))
    .addOption(new Option("--store <url>", HELP.store[language]).env("GONGKAI_STORE"))
    .option("-o, --out <dir>", HELP.out[language], ".")
    .option("--json", HELP.json[language], false)
    .addHelpText("after", EXAMPLES[language])
    .action(async ({ json, ...wanted }: Wanted & { readonly json: boolean }) =>
      end(await runDoctor(wanted, json, terminal)),
    );
}

const HELP = {
  about: {
    en: "Check this machine: Node.js, OCR, LibreOffice, databases, disk, Redis, store.",
    zh: "检查本机：Node.js、OCR、LibreOffice、数据库、磁盘、Redis、存储。",
  },
  redis: { en: "check this Redis too", zh: "也检查这个 Redis" },
  store: { en: "check this store too", zh: "也检查这个存储" },
  out: { en: "where datasets are to be written", zh: "数据集写到哪里" },
  json: { en: "print JSON, for machines", zh: "打印 JSON，供程序读取" },
};

async function runDoctor(wanted: Wanted, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const { stdout, language } = terminal;
  const found: Checked[] = [];
  for await (const checked of checks(wanted, terminal)) found.push(checked);
  stdout.write(json ? `${JSON.stringify(found)}\n` : `${linesOf(found, language).join("\n")}\n`);
  return found.some(({ status }) => status === "error") ? 1 : 0;
}

function linesOf(found: readonly Checked[], language: Language): readonly string[] {
  return textTable(
    found.map(({ name, status, says }) => [
      name,
      STATUS[language][status],
      printable(says[language]),
    ]),
  );
}

const STATUS: Bilingual<Readonly<Record<Checked["status"], string>>> = {
  en: { ok: "ok", warning: "warning", error: "error" },
  zh: { ok: "正常", warning: "警告", error: "错误" },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai doctor                                      after installing
  gongkai doctor --redis redis://127.0.0.1 --store file:///srv/gongkai --json

Exit codes:
  0  all that was checked works; warnings are of what only some documents need
  1  something does not work
  2  wrong usage
`,
  zh: `
示例：
  gongkai doctor                                      安装之后
  gongkai doctor --redis redis://127.0.0.1 --store file:///srv/gongkai --json

退出码：
  0  所查各项都正常；警告是只有部分文档才需要的
  1  有一项不能工作
  2  用法错误
`,
};
