import type { Rule } from "../../pipeline/model/finding.js";

/** A download that broke off, or a file of a fixed size. */
export const textCutShort: Rule<{ readonly line: number }> = {
  id: "text_cut_short",
  severity: "error",
  about: {
    en: "A text file does not end within a character: then it was cut short.",
    zh: "文本文件应在完整的字符处结束，否则已被截断。",
  },
  say: {
    en: ({ line }) => `The file ends within a character of line ${line}: the rest is missing.`,
    zh: ({ line }) => `文件在第${line}行的一个字符中间结束：其后的内容缺失。`,
  },
};

/** A byte that was spoilt on the way: the rest of the text is read. */
export const textUndecodable: Rule<{ readonly count: number; readonly line: number }> = {
  id: "text_undecodable",
  severity: "warning",
  about: {
    en: "Every byte of a text file is part of a character: one that is not reads as �.",
    zh: "文本文件的每个字节都应属于某个字符，否则读作 �。",
  },
  say: {
    en: ({ count, line }) =>
      `${count} place(s) are no characters, the first in line ${line}: they read as �.`,
    zh: ({ count, line }) => `有${count}处不是字符，第一处在第${line}行：读作 �。`,
  },
};
