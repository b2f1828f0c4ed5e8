import type { HelpConfiguration } from "commander";
import stringWidth from "string-width";

type Words = readonly (readonly [english: RegExp, chinese: string])[];

/** What commander says of a wrong command line. */
const ERRORS: Words = [
  [/^error: missing required argument '(.*)'/su, "错误：缺少参数 '$1'"],
  [/^error: option '(.*)' argument missing/su, "错误：选项 '$1' 没有取值"],
  [/^error: required option '(.*)' not specified/su, "错误：必须给出选项 '$1'"],
  [/^error: unknown option '(.*)'/su, "错误：没有选项 '$1'"],
  [/^error: unknown command '(.*)'/su, "错误：没有命令 '$1'"],
  [
    /^error: too many arguments for '(.*)'. Expected (\d+) arguments? but got (\d+)\./su,
    "错误：'$1' 的参数过多，应为 $2 个，给出了 $3 个。",
  ],
  [/^error: option '(.*)' argument '(.*)' is invalid\. /su, "错误：选项 '$1' 的取值 '$2' 无效。"],
  [
    /^error: option '(.*)' value '(.*)' from env '(.*)' is invalid\. /su,
    "错误：选项 '$1' 取自环境变量 '$3' 的值 '$2' 无效。",
  ],
  [/Allowed choices are (.*)\.$/mu, "可选：$1。"],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/mu, "（是否要用 $1？）"],
];

/** What commander writes into a command's help. */
const HELP: Words = [
  // A blank follows it.
  [/^Usage:$/u, "用法:"],
  [/^Arguments:$/u, "参数："],
  [/^Options:$/u, "选项："],
  [/^Commands:$/u, "命令："],
];
const TERMS: Words = [
  [/\[options\]/u, "[选项]"],
  [/\[command\]/u, "[命令]"],
];
/** What it adds to the description of an option. */
const ADDED: Words = [
  [/ \(((?:choices|default|env): .*)\)$/su, "（$1）"],
  [/（choices: /u, "（可选："],
  [/（default: /u, "（默认："],
  [/（env: /u, "（环境变量："],
  [/, default: /u, "；默认："],
  [/, env: /u, "；环境变量："],
];

/** An error of commander, in Chinese. */
export function errorInChinese(english: string): string {
  return translated(english, ERRORS);
}

/** Help of commander, in Chinese: its words, and lines that are broken as Chinese is. */
export const HELP_IN_CHINESE: HelpConfiguration = {
  styleTitle: (text) => translated(text, HELP),
  styleUsage: (text) => translated(text, TERMS),
  styleSubcommandTerm: (text) => translated(text, TERMS),
  styleOptionDescription: (text) => translated(text, ADDED),
  displayWidth: stringWidth,
  boxWrap: wrapped,
};

function translated(text: string, words: Words): string {
  return words.reduce((known, [english, chinese]) => known.replace(english, chinese), text);
}

/** A Han character or a word, with the marks that no line begins or ends with. */
const PIECE =
  /\s?[（“]{0,2}(?:\p{Script=Han}|[^\s\p{Script=Han}（“，。；：、）”]+)[，。；：、）”]*|\s?\S|\s/gu;

/** Text in lines no wider than `width` on screen. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    if (line !== "" && stringWidth(line + piece) > width) {
      lines.push(line);
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line].join("\n");
}
