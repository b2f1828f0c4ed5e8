import { Option } from "commander";
import type { Command } from "commander";
import { EXPORT_FORMATS, exportFolder } from "../../exports/export.js";
import type { ExportFormat } from "../../exports/export.js";
import { UsageError } from "../terminal/terminal.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface Options {
  readonly to: ExportFormat;
  readonly out: string;
  readonly date?: string;
  readonly ocidPrefix: string;
  readonly publisher?: string;
  readonly license?: string;
}

/** `gongkai export DIR --to FORMAT --out PATH`: a dataset or panel for another program. */
export function addExport(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("export")
    .description(HELP.about[language])
    .argument("<dir>", HELP.folder[language])
    .addOption(
      new Option("--to <format>", HELP.to[language]).choices(EXPORT_FORMATS).makeOptionMandatory(),
    )
    .requiredOption("-o, --out <path>", HELP.out[language])
    .option("--date <date>", HELP.date[language])
    .option("--ocid-prefix <prefix>", HELP.prefix[language], "ocds-000000")
    .option("--publisher <name>", HELP.publisher[language])
    .option("--license <url>", HELP.license[language])
    .addHelpText("after", EXAMPLES[language])
    .action(async (folder: string, options: Options) => {
      await runExport(folder, options, terminal);
      end(0);
    });
}

const HELP = {
  about: {
    en: "Write a dataset or panel for Excel, databases, statistics or open data portals.",
    zh: "把数据集或面板写成 Excel、数据库、统计软件或开放数据平台所用的格式。",
  },
  folder: {
    en: "a folder with a datapackage.json",
    zh: "含有 datapackage.json 的文件夹",
  },
  to: { en: "the format", zh: "格式" },
  out: {
    en: "the file or folder to write; nothing may stand there",
    zh: "写到哪个文件或文件夹；该处不能已有内容",
  },
  date: {
    en: "ocds: the date of plans whose documents state none, YYYY-MM-DD",
    zh: "ocds：文件没有写明日期的采购计划所用的日期，YYYY-MM-DD",
  },
  prefix: {
    en: "ocds: the prefix that you registered for your identifiers",
    zh: "ocds：所注册的标识符前缀",
  },
  publisher: {
    en: "ocds: who publishes the package (default: gongkai)",
    zh: "ocds：数据包的公开方（默认 gongkai）",
  },
  license: {
    en: "ocds: the address of the licence that the package is published under",
    zh: "ocds：数据包所用许可协议的网址",
  },
};

/** @throws UsageError, NoPackage, ExportExists, NothingToExport, UnlikePackage */
async function runExport(folder: string, options: Options, terminal: Terminal): Promise<void> {
  const { to: format, out } = options;
  const ocds = ocdsOf(options);
  const { stdout, stderr, language } = terminal;
  await exportFolder(folder, {
    format,
    out,
    ocds,
    note: (says) => stderr.write(`${says[language]}\n`),
  });
  stdout.write(`${WRITTEN(out)[language]}\n`);
}

/** @throws UsageError */
function ocdsOf({ ocidPrefix: prefix, date, publisher, license }: Options) {
  if (!/^ocds-[0-9a-z]{6}$/u.test(prefix)) throw new UsageError(NO_PREFIX(prefix));
  if (date !== undefined && !isDay(date)) throw new UsageError(NO_DATE(date));
  if (publisher?.trim() === "") throw new UsageError(NO_PUBLISHER);
  if (license !== undefined && !isWebAddress(license)) throw new UsageError(NO_LICENSE(license));
  return {
    prefix,
    ...(date === undefined ? {} : { date }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(license === undefined ? {} : { license }),
  };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol);
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const NO_PREFIX = (prefix: string) => ({
  en: `${prefix} is no prefix of OCDS: it looks like ocds-213czf.`,
  zh: `${prefix} 不是 OCDS 前缀，前缀形如 ocds-213czf。`,
});
const NO_DATE = (date: string) => ({
  en: `${date} is no date: write YYYY-MM-DD.`,
  zh: `${date} 不是日期，应写作 YYYY-MM-DD。`,
});
const NO_PUBLISHER = {
  en: "--publisher is empty: give the name of who publishes the package.",
  zh: "--publisher 为空：请给出数据包公开方的名称。",
};
const NO_LICENSE = (license: string) => ({
  en: `${license} is no address of a licence: write one such as https://creativecommons.org/licenses/by/4.0/.`,
  zh: `${license} 不是许可协议的网址，应形如 https://creativecommons.org/licenses/by/4.0/。`,
});
const WRITTEN = (out: string) => ({ en: `Written to ${out}`, zh: `已写到 ${out}` });

const EXAMPLES = {
  en: `
Formats:
  xlsx                 one workbook: Chinese headers, filters, numbers, a sheet that explains
  csv-excel            CSV files that Excel and WPS open right by a double click
  parquet              for pandas, R, Spark: exact decimals, codes as text
  stata, r             the same with labels.do, or labels.R
  duckdb, sqlite       a database with keys and views for common questions
  fiscal-data-package  facts.csv with the model of a Fiscal Data Package
  ocds                 procurement plans as planning releases of Open Contracting

Examples:
  gongkai export out --to xlsx --out budgets.xlsx
  gongkai export out --to sqlite --out budgets.db && datasette budgets.db
  gongkai export out --to ocds --out plans.json --publisher 云溪县财政局 --ocid-prefix ocds-213czf

Exit codes:
  0  written
  1  a CSV file is not what datapackage.json says of it, or --out cannot be written
  2  wrong usage, or nothing to export
`,
  zh: `
格式：
  xlsx                 一个工作簿：中文表头、筛选、数值，附列的说明
  csv-excel            双击即可用 Excel、WPS 正确打开的 CSV 文件
  parquet              供 pandas、R、Spark 使用：精确小数，编码为文本
  stata, r             同上，附 labels.do 或 labels.R
  duckdb, sqlite       数据库，含主键、外键和常见问题的视图
  fiscal-data-package  facts.csv 及财政数据包标准的模型
  ocds                 采购计划，写成 Open Contracting 的 planning release

示例：
  gongkai export out --to xlsx --out budgets.xlsx
  gongkai export out --to sqlite --out budgets.db && datasette budgets.db
  gongkai export out --to ocds --out plans.json --publisher 云溪县财政局 --ocid-prefix ocds-213czf

退出码：
  0  已写出
  1  某个 CSV 文件与 datapackage.json 不符，或 --out 无法写入
  2  用法错误，或没有可导出的内容
`,
};
