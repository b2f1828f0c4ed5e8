/** The end of the help of the commands that read documents. */
export const EXIT_CODES = {
  en: `
Exit codes:
  0  every document was read
  1  a document failed, and the others are written; or what is written finds no room or permission
  2  wrong usage
`,
  zh: `
退出码：
  0  全部文档都已读取
  1  有文档失败，其余照常写出；或空间不足、没有权限，无法写出
  2  用法错误
`,
};
