import { refuseBeyond } from "../../common/limits.js";

const REMEDY = {
  en: "It draws more than a page can show: take it out, or print the PDF anew.",
  zh: "该页绘制的内容多于一页所能显示的，请去掉该页，或重新打印生成 PDF。",
};
const UNITS = {
  pageOperators: { en: "operators", zh: "个绘制指令" },
  pageGlyphs: { en: "characters", zh: "个字符" },
};

/**
 * Refuses a page that draws more than a page can show.
 *
 * @throws UnreadableSource `too_large`
 */
export function refusePage(page: number, limit: keyof typeof UNITS, count: number): void {
  const what = { en: `Page ${page}`, zh: `第 ${page} 页` };
  refuseBeyond(limit, count, { what, unit: UNITS[limit], remedy: REMEDY });
}
