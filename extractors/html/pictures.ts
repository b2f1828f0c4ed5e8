import type { Block } from "../../pipeline/model/document.js";
import { type Finding, finding } from "../../pipeline/model/finding.js";
import { isRelative } from "../common/beside.js";
import { pictureTables, type ShownPicture } from "../shown/picture-tables.js";
import { pictureFindings } from "../shown/picture-findings.js";
import type { Picture } from "./flow.js";
import type { PageReading } from "./page-reading.js";
import { partAt } from "./mht.js";
import { pagePictureNotRead } from "./rules.js";
import { attribute, type Element } from "./tree.js";
import { HTML } from "./settings.js";

/** Whether a picture may show text: signs of files and links, and what is said to be small, do not. */
export function mayShowText({ element, isSign }: Picture): boolean {
  const source = attribute(element, "src");
  if (source === "" || isSign || SIGN.test(source)) return false;
  const sides = ["width", "height"].map((side) => sideOf(element, side));
  return sides.every((side) => side === null || side > HTML.smallPicture);
}

/** Addresses of the signs that editors put before links to files. */
const SIGN =
  /icon|filetype|logo|(?:^|\/)(?:pdf|docx?|word|xlsx?|excel|wps|zip|rar|txt|unknow\w*|default)\.(?:gif|png|jpe?g|svg)/iu;

function sideOf(element: Element, side: string): number | null {
  const stated =
    attribute(element, side) ||
    new RegExp(String.raw`(?:^|[;\s])${side}\s*:\s*(\d+)px`, "iu").exec(
      attribute(element, "style"),
    )?.[1] ||
    "";
  const pixels = Number.parseInt(stated, 10);
  return Number.isNaN(pixels) || stated.includes("%") ? null : pixels;
}

/** What the pictures of a page gave. */
interface PagePictures {
  /** By the number of blocks that stand before them. */
  readonly blocks: ReadonlyMap<number, readonly Block[]>;
  readonly unread: number;
  /** Whether files beside the page were looked for. */
  readonly besideUsed: boolean;
  readonly findings: readonly Finding[];
}

/** Reads the tables in pictures that are in the file itself, as `data:` or saved with the page, or beside it. */
export async function readPictures(
  pictures: readonly Picture[],
  reading: PageReading,
): Promise<PagePictures> {
  const shown: (ShownPicture & { readonly after: number })[] = [];
  let besideUsed = false;
  for (const [index, { element, after }] of pictures.entries()) {
    const source = attribute(element, "src").trim();
    const isBeside = reading.beside !== undefined && isRelative(source);
    const bytes = isBeside ? await reading.beside(source) : bytesOf(source, reading.saved);
    besideUsed ||= isBeside;
    if (bytes !== null) shown.push({ bytes, after, path: `picture ${index + 1}` });
  }
  const { recognition } = reading;
  const read = await pictureTables(shown, recognition);
  const blocks = new Map<number, readonly Block[]>();
  for (const [index, { after }] of shown.entries()) {
    const found = read[index];
    if (typeof found === "object") blocks.set(after, [...(blocks.get(after) ?? []), ...found]);
  }
  const away = pictures.length - shown.length;
  const unread = read.filter((each) => each === "unread").length + away;
  const notRead = unread > 0 ? [finding(pagePictureNotRead, { count: unread })] : [];
  return { blocks, unread, besideUsed, findings: [...pictureFindings(shown, read), ...notRead] };
}

function bytesOf(source: string, saved: PageReading["saved"]): Uint8Array | null {
  const inline = /^data:[^,]*;base64,/iu.exec(source);
  if (inline !== null) return Buffer.from(source.slice(inline[0].length), "base64");
  return saved === null ? null : (partAt(source, saved)?.bytes ?? null);
}
