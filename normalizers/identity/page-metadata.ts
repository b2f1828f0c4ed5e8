import type { Block, Document } from "../../pipeline/model/document.js";
import { canonical } from "../values/text.js";
import { isOrganization } from "../values/organization-name.js";
import { IDENTITY } from "./settings.js";

const { firstBlocks, longestValue } = IDENTITY.page;

/** What the head of a web page says of the text under it: `发布机构： | 某县某局 | 标题： | …`. */
export interface PageMetadata {
  readonly title: string | null;
  readonly publisher: string | null;
}

const TITLE = /^(?:标题|信息名称|文件名称|名称)$/u;
const PUBLISHER =
  /^(?:发[布文]机[构关]|发布单位|发布部门|公开单位|公开部门|公开主体|主办单位|信息来源|来源)$/u;
/** Sites, not the bodies that publish on them. */
const SITE = /网$|网站|平台|门户|公众号/u;

/** Reads the labels and values that stand before the text, in lines parted by `|` or blanks, or in a table. */
export function pageMetadata({ blocks }: Document): PageMetadata {
  const pairs = blocks.slice(0, firstBlocks).flatMap((block) => pairsIn(cellsOf(block)));
  const valueOf = (label: RegExp): string | null =>
    pairs.find(([name, value]) => label.test(name) && value !== "")?.[1] ?? null;
  const publisher = valueOf(PUBLISHER);
  const isBody = publisher !== null && isOrganization(publisher) && !SITE.test(publisher);
  return { title: valueOf(TITLE), publisher: isBody ? publisher : null };
}

function cellsOf(block: Block): readonly string[] {
  if (block.type === "table") return block.cells.slice(0, 2 * firstBlocks).map(({ text }) => text);
  if (block.text.length > 4 * longestValue) return [];
  return block.text.split(/[|｜]|\s{2,}/u);
}

type Pair = readonly [label: string, value: string];

/** A label's value stands behind its colon, else in the next cell, unless that is a label too. */
function pairsIn(cells: readonly string[]): readonly Pair[] {
  const plain = cells.map(canonical).filter((text) => text !== "");
  return plain.flatMap((text, at): readonly Pair[] => {
    const [, label = text, value = ""] = /^(.{2,8}?)[：:](.*)$/u.exec(text) ?? [];
    const next = plain[at + 1] ?? "";
    const printed = value === "" && !/[：:]$/u.test(next) ? next : value;
    return printed.length > longestValue ? [] : [[label, printed]];
  });
}
