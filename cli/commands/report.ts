import { dirname, resolve } from "node:path";
import type { Command } from "commander";
import { reportHtml } from "../../panel/report/html.js";
import { readIssuers } from "../../panel/issuers-file.js";
import { reportData } from "../../panel/report/report.js";
import type { Language } from "../../pipeline/model/finding.js";
import { writePage } from "../options/output-page.js";
import { UsageError } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface Options {
  readonly out: string;
  readonly issuers?: string;
  /** False where places are to have no links. */
  readonly inspector: string | false;
}

/** `gongkai report OUT|PANEL --out report.html`: charts of datasets, or of a comparison, in one page. */
export function addReport(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("report")
    .description(HELP.about[language])
    .argument("<path...>", HELP.folders[language])
    .requiredOption("-o, --out <file>", HELP.out[language])
    .option("--issuers <file>", HELP.issuers[language])
    .option("--inspector <url>", HELP.inspector[language], "http://127.0.0.1:3100/")
    .option("--no-inspector", HELP.noInspector[language])
    .addHelpText("after", EXAMPLES[language])
    .action(async (folders: readonly string[], options: Options) => {
      await writeReport(folders, options, language);
      terminal.stdout.write(WRITTEN[language](options.out));
      end(0);
    });
}

/** @throws UsageError, NoDataset, WrongIssuers, DatabaseUnavailable, UnwritablePage */
async function writeReport(
  folders: readonly string[],
  { out, issuers, inspector }: Options,
  language: Language,
): Promise<void> {
  const reported = {
    folders,
    issuers: await readIssuers(issuers),
    language,
    inspector: inspector === false ? null : addressOf(inspector),
    scratch: dirname(resolve(out)),
  };
  await writePage(out, async () => reportHtml(await reportData(reported)));
}

/** An address that a page may link to, with a slash at its end. */
function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol))
    throw new UsageError({
      en: `--inspector ${text} is no address that begins with http:// or https://`,
      zh: `--inspector ${text} 不是以 http:// 或 https:// 开头的网址`,
    });
  return new URL(url.pathname.endsWith("/") ? url.pathname : `${url.pathname}/`, url).href;
}

const WRITTEN: Readonly<Record<Language, (out: string) => string>> = {
  en: (out) => `Written to ${out}; a browser opens it, without a network.\n`,
  zh: (out) => `已写到 ${out}，可在浏览器中离线打开。\n`,
};

const HELP = {
  about: {
    en: "Draw charts of datasets or of a comparison dataset: one page that opens offline.",
    zh: "把数据集或对比数据集画成图：一个可离线打开的网页。",
  },
  folders: {
    en: "output folders of extract or compile, or one folder of compare, which has no findings",
    zh: "extract 或 compile 的输出文件夹，或 compare 的一个文件夹（其中没有核查发现）",
  },
  out: {
    en: "the page to write; what stands there is replaced",
    zh: "写到哪个网页文件；已有的会被替换",
  },
  issuers: {
    en: "a YAML file that says which names are one issuer",
    zh: "说明哪些名称是同一单位的 YAML 文件",
  },
  inspector: {
    en: "where `gongkai view` listens: places link to it",
    zh: "`gongkai view` 的网址，各处位置链接到那里",
  },
  noInspector: {
    en: "places without links, for a page that is published",
    zh: "各处位置不带链接，用于对外发布的网页",
  },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai report out -o report.html
  gongkai report panel -o report.html --lang zh

Exit codes:
  0  the page is written
  1  it cannot be written, or DuckDB cannot be loaded
  2  wrong usage: a folder is no dataset, or issuers.yaml is not of its form
`,
  zh: `
示例：
  gongkai report out -o report.html
  gongkai report panel -o report.html --lang zh

退出码：
  0  网页已写出
  1  无法写出网页，或无法载入 DuckDB
  2  用法错误：文件夹不是数据集，或 issuers.yaml 格式不对
`,
};
