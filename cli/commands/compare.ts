import type { Command } from "commander";
import { compare, writeReference } from "../../panel/compare.js";
import { readIssuers } from "../../panel/issuers-file.js";
import type { PanelRows } from "../../panel/write.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { number } from "../print/text-table.js";
import type { Terminal } from "../terminal/terminal.js";
import type { Wiring } from "../terminal/wiring.js";

interface Options {
  readonly out: string;
  readonly issuers?: string;
}

/** `gongkai compare OUT... --out PANEL`: one dataset of issuers and years out of many disclosures. */
export function addCompare(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("compare")
    .description(HELP.about[language])
    .argument("<out...>", HELP.folders[language])
    .requiredOption("-o, --out <dir>", HELP.out[language])
    .option("--issuers <file>", HELP.issuers[language])
    .addHelpText("after", EXAMPLES[language])
    .action(async (folders: readonly string[], { out, issuers }: Options) => {
      const known = await readIssuers(issuers);
      const rows = await compare({ folders, out, issuers: known });
      tell(rows, out, terminal);
      end(0);
    });
}

/** `gongkai reference --out DIR`: the official lists of codes and regions. */
export function addReference(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  program
    .command("reference")
    .description(HELP.reference[language])
    .requiredOption("-o, --out <dir>", HELP.lists[language])
    .addHelpText("after", REFERENCE_EXAMPLES[language])
    .action(async ({ out }: Options) => {
      tell(await writeReference(out), out, terminal);
      end(0);
    });
}

function tell(rows: PanelRows, out: string, { stdout, language }: Terminal): void {
  for (const [name, count] of rows)
    stdout.write(`${`${name}.csv`.padEnd(NAME_WIDTH)}${number(count).padStart(COUNT_WIDTH)}\n`);
  stdout.write(WRITTEN[language](out));
}

const NAME_WIDTH = 16;
const COUNT_WIDTH = 12;

const WRITTEN: Bilingual<(out: string) => string> = {
  en: (out) => `Written to ${out}\n`,
  zh: (out) => `已写到 ${out}\n`,
};

const HELP = {
  about: {
    en: "Make one dataset of issuers and years out of the datasets of many disclosures, and list what contradicts.",
    zh: "由多份公开材料的数据集生成按单位、年度对比的数据集，并列出相互矛盾之处。",
  },
  folders: {
    en: "datasets: output folders of extract or compile",
    zh: "数据集：extract 或 compile 的输出文件夹",
  },
  out: {
    en: "where the comparison dataset is written",
    zh: "对比数据集写到哪里",
  },
  issuers: {
    en: "a YAML file that says which names are one issuer",
    zh: "说明哪些名称是同一单位的 YAML 文件",
  },
  reference: {
    en: "Write the classification codes and administrative divisions by year.",
    zh: "写出各年度的政府收支分类科目和行政区划。",
  },
  lists: {
    en: "where codes.csv and regions.csv are written",
    zh: "codes.csv 和 regions.csv 写到哪里",
  },
};

const EXAMPLES = {
  en: `
Examples:
  gongkai compare out -o panel
  gongkai compare hebei jiangsu -o panel --issuers issuers.yaml

docs/comparison.md shows what stands in issuers.yaml.

Exit codes:
  0  the files are written
  1  they cannot be written, or DuckDB cannot be loaded
  2  wrong usage: a folder is no dataset, issuers.yaml is not of its form, or --out holds
     files of something else
`,
  zh: `
示例：
  gongkai compare out -o panel
  gongkai compare hebei jiangsu -o panel --issuers issuers.yaml

issuers.yaml 的写法见 docs/comparison.md。

退出码：
  0  文件已写出
  1  无法写出文件，或无法载入 DuckDB
  2  用法错误：文件夹不是数据集，issuers.yaml 格式不对，或 --out 中有其他来源的文件
`,
};

const REFERENCE_EXAMPLES = {
  en: `
Example:
  gongkai reference -o lists

Exit codes:
  0  the files are written
  1  they cannot be written, or DuckDB cannot be loaded
  2  wrong usage, or --out holds files of something else
`,
  zh: `
示例：
  gongkai reference -o lists

退出码：
  0  文件已写出
  1  无法写出文件，或无法载入 DuckDB
  2  用法错误，或 --out 中有其他来源的文件
`,
};
