import { type Block, pageOf } from "../../../pipeline/model/document.js";
import type { Check } from "../../../pipeline/model/check.js";
import { type Finding, finding, type Rule } from "../../../pipeline/model/finding.js";
import type { Reading } from "../../../pipeline/model/reading.js";
import { textOf } from "../../values/text.js";
import { CHECKS } from "../../evidence/check-settings.js";

const rule: Rule<{ readonly caption: string }> = {
  id: "caption_alone",
  severity: "warning",
  leavesUnread: true,
  about: {
    en: "Under the caption and the unit of a table stands the table: where none does, it was not seen.",
    zh: "表题和单位之下应有表格；没有，则该表未被识别。",
  },
  say: {
    en: ({ caption }) => `No table stands under “${caption}” and its unit: it was not seen.`,
    zh: ({ caption }) => `“${caption}”及其单位之下没有表格：该表未被识别。`,
  },
};

/** Captions with a unit and without a table. */
export const captionAlone: Check = {
  rule,
  run: (reading) => {
    const captions = captionsIn(reading);
    return {
      compared: captions.length,
      findings: captions.flatMap((at) => doubt(reading, at)),
      unable: {
        en: "no caption stands among the prose with a unit",
        zh: "正文中没有带单位的表题",
      },
    };
  },
};

/** Where a caption and its unit stand among the blocks of a document. */
interface Caption {
  readonly caption: number;
  readonly unit: number;
}

const UNIT = /^[（(【]?(?:金额)?单位[:：]?.{0,3}元[)）】]?$|单位[:：][^，。；]{0,4}元[)）】]?$/u;
const TITLE = /表(?:[（(].{1,8}[)）])?$/u;
/** What says under a caption that the table is empty, or kept from it. */
const EMPTY = /无|空|没有|未|不涉及|不存在|另附|附后|见附/u;

function captionsIn({ document: { blocks } }: Reading): readonly Caption[] {
  return blocks.flatMap((block, unit) => {
    if (block.type === "table" || !UNIT.test(textOf(block))) return [];
    const above = blocks.slice(Math.max(0, unit - CHECKS.unread.captionLines), unit);
    const index = above.findLastIndex(isTitle);
    return index === -1 ? [] : [{ caption: unit - above.length + index, unit }];
  });
}

function isTitle(block: Block): boolean {
  if (block.type === "table" || block.contents === true) return false;
  const text = textOf(block);
  return text.length <= CHECKS.unread.longestTitle && TITLE.test(text) && !/[。；]/u.test(text);
}

function doubt({ document: { blocks } }: Reading, at: Caption): readonly Finding[] {
  const below = blocks.slice(at.unit + 1, at.unit + 1 + CHECKS.unread.captionLines);
  const isThere = below.some(
    (block) => block.type === "table" || EMPTY.test(textOf(block)) || holdsNumbers(textOf(block)),
  );
  const block = blocks[at.caption];
  if (isThere || block === undefined || block.type === "table") return [];
  return [finding(rule, { caption: textOf(block) }, { page: pageOf(block.at) })];
}

/** Lines of the table itself, which became prose, are told of as such. */
const holdsNumbers = (text: string): boolean => /\d[.,，]\d|^\d+$/u.test(text);
