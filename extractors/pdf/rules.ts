import type { Rule } from "../../pipeline/model/finding.js";

/** A page that shows a picture and no text that can be read. */
export const pageWithoutText: Rule<{ page: number }> = {
  id: "page_without_text",
  severity: "error",
  about: {
    en: "A page is a picture without a text layer: nothing on it was read.",
    zh: "某页是没有文字层的图片，未读取任何内容。",
  },
  say: {
    en: ({ page }) => `Page ${page} is a picture without a text layer: nothing on it was read.`,
    zh: ({ page }) => `第${page}页是没有文字层的图片，未读取任何内容。`,
  },
};

/** A large picture on a page whose text layer was read. */
export const pictureBesideText: Rule<{ page: number }> = {
  id: "picture_beside_text",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "A picture covers a good part of a page whose text layer was read, or stands where its table should be: what it shows was not read.",
    zh: "某页有文字层，但一大块被图片占据，或应有表格之处是图片：图片里的内容未读。",
  },
  say: {
    en: ({ page }) =>
      `A picture stands on page ${page} beside its text: what it shows was not read (\`--ocr always\` does).`,
    zh: ({ page }) =>
      `第${page}页除文字外还有图片：图片里的内容未读取（用 \`--ocr always\` 读取）。`,
  },
};

/** Numbers that were turned to outlines beside labels that are text. */
export const cellsDrawn: Rule<{ page: number; count: number }> = {
  id: "cells_drawn",
  severity: "error",
  leavesUnread: true,
  about: {
    en: "Cells of a table show shapes and hold no text: their characters were turned to outlines, and were not read.",
    zh: "表格的单元格有图形而没有文字：其中的文字已转为曲线，未读取。",
  },
  say: {
    en: ({ page, count }) =>
      `${count} cells of page ${page} show shapes and hold no text: what they print was not read (of a PDF \`--ocr always\` reads it).`,
    zh: ({ page, count }) =>
      `第${page}页有${count}个单元格有图形而没有文字：所印内容未读取（PDF 可用 \`--ocr always\` 读取）。`,
  },
};

/** A text layer whose characters are not what is printed. */
export const textLayerUnreadable: Rule<{ page: number; share: number }> = {
  id: "text_layer_unreadable",
  severity: "error",
  about: {
    en: "The text layer of a page is rubbish: its font does not say which characters are printed.",
    zh: "某页的文字层是乱码：字体没有说明印的是哪些字。",
  },
  say: {
    en: ({ page, share }) =>
      `The text layer of page ${page} is rubbish: ${Math.round(share * 100)} % of its characters are improbable.`,
    zh: ({ page, share }) =>
      `第${page}页的文字层是乱码：其中${Math.round(share * 100)}%的字符不可能这样印。`,
  },
};

/** Characters that the font does not name. */
export const charactersUnmapped: Rule<{ page: number; count: number }> = {
  id: "characters_unmapped",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "The font does not say which characters some of its signs are.",
    zh: "字体没有说明其中一些符号是什么字。",
  },
  say: {
    en: ({ page, count }) =>
      `${count} character(s) of page ${page} have no meaning outside their font: compare them with the page.`,
    zh: ({ page, count }) => `第${page}页有${count}个字符离开其字体就没有意义：请与页面对照。`,
  },
};

/** Attachments and the parts of a portfolio. */
export const filesAttached: Rule<{ readonly count: number; readonly names: readonly string[] }> = {
  id: "files_attached",
  severity: "info",
  about: {
    en: "A PDF may hold other files (attachments, portfolios); each is a document of its own.",
    zh: "PDF 可能带有附件（或为文件包），每个附件另作一份文档。",
  },
  say: {
    en: ({ count, names }) =>
      `The PDF holds ${count} file(s), which are documents of their own (\`extract\` and \`submit\` read them): ${names.join(", ")}.`,
    zh: ({ count, names }) =>
      `PDF 内含${count}个文件，各为一份文档（由 \`extract\` 和 \`submit\` 读取）：${names.join("、")}。`,
  },
};

/** A page that could not be read, while others could. */
export const pageDamaged: Rule<{ page: number; reason: string }> = {
  id: "page_damaged",
  severity: "error",
  about: {
    en: "A page of the PDF is damaged: nothing on it was read.",
    zh: "PDF 的某页已损坏，未读取任何内容。",
  },
  say: {
    en: ({ page, reason }) => `Page ${page} is damaged, nothing on it was read: ${reason}.`,
    zh: ({ page, reason }) => `第${page}页已损坏，未读取任何内容：${reason}。`,
  },
};

/** Pages that the page tree names and that were not found. */
export const pagesMissing: Rule<{ named: number; found: number }> = {
  id: "pages_missing",
  severity: "error",
  about: {
    en: "The PDF names more pages than were found: the others were not read.",
    zh: "PDF 所列的页数多于找到的页数：其余各页未读取。",
  },
  say: {
    en: ({ named, found }) =>
      `The PDF names ${named} pages, and ${found} were found: what is on the others is missing. Fetch it again, or print it anew.`,
    zh: ({ named, found }) =>
      `PDF列有${named}页，只找到${found}页：其余各页的内容缺失。请重新下载，或重新生成。`,
  },
};

/** A text layer that is not believed: the page was read from its picture. */
export const textLayerReplaced: Rule<{ page: number; share: number }> = {
  id: "text_layer_replaced",
  severity: "warning",
  cause: () => "layer",
  about: {
    en: "The text layer of a page is rubbish: the page was read from its picture instead.",
    zh: "某页的文字层是乱码：改从页面图像识别。",
  },
  say: {
    en: ({ page, share }) =>
      `The text layer of page ${page} is rubbish (${Math.round(share * 100)} % of its characters are improbable): it was read from its picture.`,
    zh: ({ page, share }) =>
      `第${page}页的文字层是乱码（其中${Math.round(share * 100)}%的字符不可能这样印），已改从页面图像识别。`,
  },
};

/** A page that was to be read from its picture, which has not its text. */
export const pageNotDrawn: Rule<{ page: number }> = {
  id: "page_not_drawn",
  severity: "warning",
  about: {
    en: "The picture of a page shows less than its text layer, as where fonts are not in the file: its text layer was read.",
    zh: "页面图像上的文字少于文字层（例如文件未嵌入字体）：改读文字层。",
  },
  say: {
    en: ({ page }) =>
      `The picture of page ${page} shows less than its text layer, as where fonts are not in the file: its text layer was read.`,
    zh: ({ page }) =>
      `第${page}页的页面图像上的文字少于文字层（例如文件未嵌入字体）：已改读文字层。`,
  },
};

/** A page that only OCR could read, where OCR does not work. */
export const pageNotRecognized: Rule<{
  page: number;
  reason: string;
  reason_zh: string;
}> = {
  id: "page_not_recognized",
  severity: "error",
  about: {
    en: "A page that is a picture could not be read, because OCR does not work here.",
    zh: "某页是图片，但本机无法进行 OCR，未能读取。",
  },
  say: {
    en: ({ page, reason }) => `Page ${page} was not read. ${reason}`,
    zh: ({ page, reason_zh: reason }) => `第${page}页未读取。${reason}`,
  },
};

/** A page whose text another engine reads otherwise. */
export const enginesDiffer: Rule<{
  page: number;
  other: string;
  read: string;
  again: string;
  count: number;
}> = {
  id: "engines_differ",
  severity: "warning",
  about: {
    en: "With `--verify`: the text of a page is read differently by the two PDF engines.",
    zh: "使用 `--verify` 时：两个 PDF 引擎对某页文字的读取结果不同。",
  },
  say: {
    en: ({ page, other, read, again, count }) =>
      `${count} text(s) of page ${page} are read differently by ${other}: “${again}” where the dataset has “${read}”. Compare them with the page.`,
    zh: ({ page, other, read, again, count }) =>
      `第${page}页有${count}处文字，${other} 读取的结果不同：数据中为“${read}”，它读作“${again}”。请与页面对照。`,
  },
};

/** A document that the engine which was to verify it cannot read. */
export const engineFailed: Rule<{ engine: string; reason: string; reason_zh: string }> = {
  id: "engine_failed",
  severity: "warning",
  about: {
    en: "With `--verify`: the other PDF engine cannot read the document, so that its text is read by one alone.",
    zh: "使用 `--verify` 时：另一个 PDF 引擎无法读取该文档，其文字只由一个引擎读取。",
  },
  say: {
    en: ({ engine, reason }) =>
      `${engine} cannot read this PDF, so that nothing verifies its text: ${reason}`,
    zh: ({ engine, reason_zh: reason }) => `${engine} 无法读取该 PDF，其文字未经核对：${reason}`,
  },
};
