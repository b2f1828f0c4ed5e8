import type { Bilingual } from "../../pipeline/model/finding.js";
import { code, markdownTable } from "../markdown.js";
import type { DescribedColumn, DescribedFile } from "./described-files.js";
import { FILE_WORDS } from "./words.js";

type Language = keyof Bilingual<string>;

/** The files of a dataset and of a comparison of datasets. */
export interface Dictionary {
  readonly dataset: readonly DescribedFile[];
  readonly panel: readonly DescribedFile[];
}

/** The pages of the data dictionary by their paths: one a file and one that lists them, in both languages. */
export function dictionaryPages(dictionary: Dictionary): ReadonlyMap<string, string> {
  const files = [...dictionary.dataset, ...dictionary.panel];
  return new Map(
    (["en", "zh"] as const).flatMap((language) => [
      [`${FOLDERS[language]}/README.md`, indexPage(dictionary, language)] as const,
      ...files.map(
        (file) => [`${FOLDERS[language]}/${file.name}.md`, filePage(file, language)] as const,
      ),
    ]),
  );
}

const FOLDERS: Bilingual<string> = { en: "docs/data", zh: "docs/zh/data" };
/** From a folder to the other one. */
const OTHER: Bilingual<string> = { en: "[中文](../zh/data/", zh: "[English](../../data/" };

const INDEX: Bilingual<string> = {
  en: `# Data dictionary

${OTHER.en}README.md)

A page for each file, made from \`datapackage.json\` and from invented disclosures: the samples, and a government that does not exist. An empty cell is "not stated", never zero.
Money is in yuan (元). A \`number\` is an exact decimal: read it with a decimal type, binary floating point rounds it. A column in **bold** is never empty.
[values.md](../values.md) says what the values of a dataset mean.`,
  zh: `# 数据字典

${OTHER.zh}README.md)

每个文件一页，依据 \`datapackage.json\` 和虚构的公开文件（样本，以及一个不存在的政府）生成。空单元格是“未写明”，不是零。
金额以元计。\`number\` 是精确小数：请用 decimal 类型读取，二进制浮点数会舍入。**粗体**的列从不为空。
数据集各取值的含义见 [values.md](../../values.md)。`,
};
const PARTS: Bilingual<readonly [dataset: string, panel: string]> = {
  en: ["The dataset: `gongkai extract`", "The comparison: `gongkai compare`"],
  zh: ["数据集：`gongkai extract`", "对比数据：`gongkai compare`"],
};
const FILES_HEAD: Bilingual<readonly string[]> = {
  en: ["File", "中文", "Holds", "Columns"],
  zh: ["文件", "名称", "内容", "列数"],
};

function indexPage({ dataset, panel }: Dictionary, language: Language): string {
  const [ofDataset, ofPanel] = PARTS[language];
  const table = (files: readonly DescribedFile[]) =>
    markdownTable(
      FILES_HEAD[language],
      files.map((file) => [
        `[${code(`${file.name}.csv`)}](${file.name}.md)`,
        file.title,
        aboutOf(file, language),
        String(file.columns.length),
      ]),
    );
  return `${INDEX[language]}

## ${ofDataset}

${table(dataset)}

## ${ofPanel}

${table(panel)}
`;
}

const aboutOf = ({ name, about }: DescribedFile, language: Language): string =>
  language === "en" ? about : (FILE_WORDS.get(name)?.about ?? "");

const ALL_FILES: Bilingual<string> = { en: "all files", zh: "全部文件" };
const PITFALL: Bilingual<string> = { en: "Pitfall", zh: "注意" };
const COLUMNS_HEAD: Bilingual<readonly string[]> = {
  en: ["Column", "中文", "Type", "Unit", "Holds", "Pitfall", "Example"],
  zh: ["列", "名称", "类型", "单位", "含义", "注意", "示例"],
};
const VALUES_HEAD: Bilingual<readonly [heading: string, ...head: string[]]> = {
  en: ["Values", "Column", "Value", "中文"],
  zh: ["取值", "列", "取值", "名称"],
};

function filePage(file: DescribedFile, language: Language): string {
  const pitfall = FILE_WORDS.get(file.name)?.pitfall[language] ?? "";
  const [heading, ...head] = VALUES_HEAD[language];
  const values = file.columns.flatMap(valueRows);
  return [
    `# ${file.name}.csv`,
    `${OTHER[language]}${file.name}.md) · [${ALL_FILES[language]}](README.md)`,
    `**${file.title}** ${aboutOf(file, language)}`,
    `**${PITFALL[language]}** ${pitfall}`,
    markdownTable(
      COLUMNS_HEAD[language],
      file.columns.map((column) => columnRow(column, language)),
    ),
    ...(values.length === 0 ? [] : [`## ${heading}`, markdownTable(head, values)]),
  ]
    .join("\n\n")
    .concat("\n");
}

const TYPES: Readonly<Record<DescribedColumn["type"], string>> = {
  string: "文本",
  integer: "整数",
  number: "精确小数",
  boolean: "是否",
  date: "日期",
  datetime: "时间",
};

function columnRow(column: DescribedColumn, language: Language): readonly string[] {
  const { name, title, type, isRequired, unit, holds, pitfall, example } = column;
  return [
    isRequired ? `**${code(name)}**` : code(name),
    title,
    language === "en" ? type : TYPES[type],
    unit,
    holds[language],
    pitfall[language],
    example === "" ? "" : code(shown(example)),
  ];
}

/** The longest example, in characters. */
const EXAMPLE = 32;

/** A cell on one line, cut where it is long. */
function shown(cell: string): string {
  const line = cell.replaceAll(/\s*\n\s*/gu, " ").replaceAll("`", "'");
  return line.length > EXAMPLE ? `${line.slice(0, EXAMPLE)}…` : line;
}

/** The values of a column, its name beside the first. */
const valueRows = ({ name, values }: DescribedColumn): readonly (readonly string[])[] =>
  values.map(({ value, label }, at) => [at === 0 ? code(name) : "", code(value), label]);
