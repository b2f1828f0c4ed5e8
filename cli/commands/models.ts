import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Command } from "commander";
import {
  addModels,
  bundledModels,
  checkModels,
  installedModels,
  knownModels,
  modelsInFolder,
  removeModels,
  sha256Of,
} from "../../index.js";
import type { OcrModels } from "../../index.js";
import type { Bilingual, Language } from "../../pipeline/model/finding.js";
import { ocrPlan } from "../options/ocr-options.js";
import type { ExitCode, Terminal } from "../terminal/terminal.js";
import { number, printable, textTable } from "../print/text-table.js";
import type { Wiring } from "../terminal/wiring.js";

/** `gongkai models`: the networks that read pictures of pages; nothing is ever downloaded. */
export function addModelsCommand(program: Command, { terminal, end }: Wiring): void {
  const { language } = terminal;
  const models = program
    .command("models")
    .description(HELP.about[language])
    .addHelpText("after", EXAMPLES[language]);
  models
    .command("list", { isDefault: true })
    .description(HELP.list[language])
    .action(async () => end(await runList(terminal)));
  models
    .command("check")
    .description(HELP.check[language])
    .argument("[dir]", HELP.folder[language])
    .action(async (folder?: string) => end(await runCheck(folder, terminal)));
  models
    .command("add")
    .description(HELP.add[language])
    .argument("<path>", HELP.path[language])
    .option("--within <text>", HELP.within[language])
    .action(async (path: string, { within }: { within?: string }) =>
      end(await runAdd(path, within, terminal)),
    );
  models
    .command("remove")
    .description(HELP.remove[language])
    .action(async () => end(await runRemove(terminal)));
}

const HELP = {
  about: {
    en: "List, check, add and remove the PP-OCR models that read pictures of pages.",
    zh: "列出、检验、添加和去掉识别图片用的 PP-OCR 模型。",
  },
  list: {
    en: "print which models there are, and which are used",
    zh: "打印有哪些模型，用的是哪些",
  },
  check: {
    en: "read a page of which every character is known",
    zh: "识别一页每个字都已知的图片",
  },
  folder: {
    en: "a folder of models, or bundled; those that are used where none is named",
    zh: "模型文件夹，或 bundled；不给出时为所用的模型",
  },
  add: {
    en: "use the models of a wheel, a ZIP or a folder, if they read that page right",
    zh: "使用 wheel、ZIP 或文件夹中的模型，前提是那一页全部读对",
  },
  path: {
    en: "for instance what `pip download rapidocr==3.10.0 --no-deps` fetched",
    zh: "例如 `pip download rapidocr==3.10.0 --no-deps` 取来的文件",
  },
  within: {
    en: "look only at files whose path inside has this text",
    zh: "只看其中路径含有这段文字的文件",
  },
  remove: {
    en: "remove what was added; those of the program are used again",
    zh: "去掉添加的模型，恢复用程序自带的",
  },
};

async function runList({ stdout, language }: Terminal): Promise<ExitCode> {
  const words = WORDS[language];
  const added = await installedModels();
  if (added !== null) {
    const from = words.addedFrom(added);
    const list = await listed(await modelsInFolder(added.path), { isUsed: true, from, language });
    stdout.write(`${list}\n`);
  }
  const isUsed = added === null;
  stdout.write(await listed(bundledModels(), { isUsed, from: words.bundled, language }));
  return 0;
}

/** A set of models as it is listed: what it is, whether it is used, and its files. */
async function listed(
  models: OcrModels,
  { isUsed, from, language }: { isUsed: boolean; from: string; language: Language },
): Promise<string> {
  const words = WORDS[language];
  const known = await knownModels(models);
  const head = [
    [words.models, `${known?.name ?? words.unknown}${isUsed ? words.used : ""}`],
    [words.from, from],
    [words.origin, known?.origin[language] ?? words.noOrigin],
    [words.licence, known?.licence[language] ?? words.noLicence],
  ];
  const files: string[][] = [];
  for (const path of Object.values<string>({ ...models }))
    files.push([basename(path), number((await stat(path)).size), await sha256Of(path)]);
  const lines = [...textTable(head), ...textTable(files, { right: [1], indent: "  " })];
  return `${lines.join("\n")}\n`;
}

async function runCheck(folder: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const { stdout, language } = terminal;
  const words = WORDS[language];
  const given = {
    ocr: "auto",
    ocrEngine: "ppocr",
    ...(folder !== undefined && { ocrModels: folder }),
  } as const;
  const models = (await ocrPlan(given, null, terminal)).models?.files ?? bundledModels();
  const name = (await knownModels(models))?.name ?? words.theModels;
  const wrong = await checkModels(models);
  if (wrong.length === 0) stdout.write(`${words.allRight(name)}\n`);
  for (const { printed, read } of wrong)
    stdout.write(`${words.misread(name, printable(printed), printable(read))}\n`);
  return wrong.length === 0 ? 0 : 1;
}

async function runAdd(
  path: string,
  within: string | undefined,
  { stdout, language }: Terminal,
): Promise<ExitCode> {
  const words = WORDS[language];
  const { taken, licences } = await addModels(path, within);
  for (const { path: file, text } of licences) stdout.write(`--- ${file}\n${text.trimEnd()}\n\n`);
  if (licences.length === 0) stdout.write(`${words.withoutLicence}\n\n`);
  stdout.write(`${words.added(taken.map(printable))}\n`);
  return 0;
}

async function runRemove({ stdout, language }: Terminal): Promise<ExitCode> {
  const { removed, noneAdded } = WORDS[language];
  stdout.write(`${(await removeModels()) ? removed : noneAdded}\n`);
  return 0;
}

const EN = {
  models: "Models",
  unknown: "unknown",
  used: " (used)",
  from: "From",
  addedFrom: ({ from, path }: { from: string; path: string }) => `${from}, in ${path}`,
  bundled: "bundled",
  origin: "Origin",
  noOrigin: "not known",
  licence: "Licence",
  noLicence: "not known: see the files that came with them",
  theModels: "The models",
  allRight: (name: string) => `${name}: all lines of the page were read right.`,
  misread: (name: string, printed: string, read: string) =>
    `${name}: ${printed} was read as ${read || "nothing"}`,
  withoutLicence: "No licence came with these models.",
  added: (paths: readonly string[]) =>
    `Added and used from now on: ${paths.join(", ")}\nThey read all lines of the page by which models are checked.`,
  removed: "Removed. The models of the program are used.",
  noneAdded: "None were added.",
};

/** The words of one language. */
type Words = typeof EN;

const ZH: Words = {
  models: "模型",
  unknown: "未知",
  used: "（在用）",
  from: "取自",
  addedFrom: ({ from, path }) => `${from}，在 ${path}`,
  bundled: "程序自带",
  origin: "来源",
  noOrigin: "不明",
  licence: "许可证",
  noLicence: "不明：见随附的文件",
  theModels: "模型",
  allRight: (name) => `${name}：该页各行全部读对。`,
  misread: (name, printed, read) =>
    read === "" ? `${name}：${printed} 没有读出` : `${name}：${printed} 读作 ${read}`,
  withoutLicence: "这些模型没有附许可证。",
  added: (paths) => `已添加，今后使用：${paths.join("、")}\n检验模型用的那一页，各行全部读对。`,
  removed: "已去掉，改用程序自带的模型。",
  noneAdded: "没有添加过模型。",
};

const WORDS: Bilingual<Words> = { en: EN, zh: ZH };

const EXAMPLES = {
  en: `
Examples:
  gongkai models                                     which models there are, and which are used
  gongkai models check                               read a page of which every character is known
  pip download rapidocr==3.10.0 --no-deps            fetch PP-OCRv6 small (Apache-2.0), then:
  gongkai models add rapidocr-3.10.0-py3-none-any.whl
  gongkai models remove                              use those of the program again

Nothing is downloaded. What is added is kept for this user; GONGKAI_MODELS names another folder.
All machines with workers should have the same.

Exit codes:
  0  done; the page was read right
  1  the page was misread (check)
  2  wrong usage, or models that cannot be used (nothing has changed)
`,
  zh: `
示例：
  gongkai models                                     有哪些模型，用的是哪些
  gongkai models check                               识别一页每个字都已知的图片
  pip download rapidocr==3.10.0 --no-deps            取来 PP-OCRv6 small（Apache-2.0），然后：
  gongkai models add rapidocr-3.10.0-py3-none-any.whl
  gongkai models remove                              恢复用程序自带的模型

程序不下载任何东西。添加的模型为当前用户保存；可用 GONGKAI_MODELS 指定其他文件夹。
所有运行 worker 的机器应当用同一套。

退出码：
  0  已完成；那一页全部读对
  1  那一页有误读（check）
  2  用法错误，或模型不能使用（没有任何改变）
`,
};
