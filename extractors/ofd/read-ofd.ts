import type { Document } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Finding, Outcome } from "../../pipeline/model/finding.js";
import { finding } from "../../pipeline/model/finding.js";
import { refuseBeyond } from "../common/limits.js";
import { openPackage } from "../office/package.js";
import { isPictured, isTablePictured } from "../page/blank-pages.js";
import { pageContent } from "../page/page-content.js";
import type { PageContent } from "../page/page-content.js";
import { assemble } from "../pdf/assemble.js";
import { pictureNotRead } from "../shown/rules.js";
import { OFD } from "./package-kind.js";
import { pageMarks } from "./page-marks.js";
import { pageParts } from "./page-parts.js";

const TOO_MANY_PAGES = {
  what: { en: "The OFD document", zh: "OFD 文档" },
  unit: { en: "pages", zh: "页" },
  remedy: { en: "Split it.", zh: "请拆分。" },
};
const TOO_MANY_GLYPHS = {
  unit: { en: "characters", zh: "个字符" },
  remedy: { en: "It draws more than a page can show: take it out.", zh: "请去掉该页。" },
};

/**
 * Reads an OFD document: pages of placed characters and lines become what pages of a PDF become. Pictures on them, and
 * what was stamped or noted upon them, are not read.
 *
 * @throws UnreadableSource where no result is possible
 */
export async function readOfd(bytes: Uint8Array): Promise<Outcome<Document>> {
  const contents: PageContent[] = [];
  for (const page of pageParts(openPackage(bytes, OFD))) {
    const number = contents.length + 1;
    refuseBeyond("pdfPages", number, TOO_MANY_PAGES);
    const marks = pageMarks(page);
    const what = { en: `Page ${number}`, zh: `第 ${number} 页` };
    refuseBeyond("pageGlyphs", marks.glyphs.length, { what, ...TOO_MANY_GLYPHS });
    contents.push(pageContent(number, marks));
  }
  if (contents.length === 0)
    throw new UnreadableSource("damaged", {
      en: "The OFD document has no pages. Fetch it again, or print it as PDF.",
      zh: "OFD 文档没有页。请重新获取，或打印为 PDF。",
    });
  return assemble({ contents, findings: [] }, pictures);
}

function pictures(page: PageContent): Finding[] {
  const count = page.pictures.length;
  return isPictured(page) || isTablePictured(page)
    ? [finding(pictureNotRead, { count }, { page: page.number })]
    : [];
}
