import type { Rule } from "../../pipeline/model/finding.js";

/** Pages whose text comes from OCR. */
export const pagesRecognized: Rule<{ pages: readonly number[]; engine: string }> = {
  id: "pages_recognized",
  severity: "info",
  about: {
    en: "Pages were read from their pictures: each value has a confidence.",
    zh: "有的页从图像识别而来：每个值都有置信度。",
  },
  say: {
    en: ({ pages, engine }) =>
      `Read from their pictures by ${engine}: page${pages.length === 1 ? "" : "s"} ${ranges(pages)}.`,
    zh: ({ pages, engine }) => `由${engine}从页面图像识别：第${ranges(pages)}页。`,
  },
};

/** An engine without some of the signs of these documents. */
export const engineCannotRead: Rule<{ name: string; cannotRead: readonly string[] }> = {
  id: "engine_cannot_read",
  severity: "warning",
  about: {
    en: "The OCR engine does not know signs that these documents use.",
    zh: "OCR 引擎不认识这类文件所用的某些符号。",
  },
  say: {
    en: ({ name, cannotRead }) =>
      `${name} does not know ${cannotRead.join(" ")}: compare the signs of all targets with the pages.`,
    zh: ({ name, cannotRead }) =>
      `${name}不认识${cannotRead.join(" ")}：请将所有指标值的符号与页面对照。`,
  },
};

/** Ink that is no text and no rule. */
export const inkUnread: Rule<{ page: number; share: number }> = {
  id: "ink_unread",
  severity: "info",
  about: {
    en: "A part of a page's picture is neither text nor rule: a picture, a seal, handwriting.",
    zh: "页面图像上有一部分既非文字也非表格线：图片、印章或手写。",
  },
  say: {
    en: ({ page, share }) =>
      `Ink on ${(share * 100).toFixed(1)} % of page ${page} was not read as text: a picture, a seal or handwriting.`,
    zh: ({ page, share }) =>
      `第${page}页上${(share * 100).toFixed(1)}%的面积有墨迹未作为文字读取：图片、印章或手写。`,
  },
};

/** A picture that cannot be read for sure. */
export const pictureUnclear: Rule<{ page: number; share: number }> = {
  id: "picture_unclear",
  severity: "error",
  about: {
    en: "Many characters of a page's picture were read unsurely: it is too coarse or blurred.",
    zh: "页面图像太粗或模糊，很多字读得不准。",
  },
  say: {
    en: ({ page, share }) =>
      `${Math.round(share * 100)} % of the characters of page ${page} were read unsurely: compare its values with the page, or scan it again at 200 dpi or more.`,
    zh: ({ page, share }) =>
      `第${page}页有${Math.round(share * 100)}%的字识别把握不足：请将其中的值与页面对照，或以200 dpi以上重新扫描。`,
  },
};

/** A sheet that was not flat when its picture was taken. */
export const pictureBent: Rule<{ page: number }> = {
  id: "picture_bent",
  severity: "error",
  about: {
    en: "The paper of a page was bent when its picture was taken: nothing on it was read.",
    zh: "拍摄时纸张弯曲：该页未读取任何内容。",
  },
  say: {
    en: ({ page }) =>
      `The paper of page ${page} was bent when its picture was taken, and nothing on it was read: scan it flat.`,
    zh: ({ page }) => `第${page}页拍摄时纸张弯曲，未读取任何内容：请压平后扫描。`,
  },
};

/** As `1–3, 7`. */
function ranges(pages: readonly number[]): string {
  const found: [number, number][] = [];
  for (const page of pages) {
    const last = found.at(-1);
    if (last?.[1] === page - 1) last[1] = page;
    else found.push([page, page]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
