import type { Block } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Recognition } from "../common/format.js";
import { BUNDLED } from "../common/ocr-plan.js";
import { relocatedAll } from "../common/relocated.js";
import { OcrUnavailable } from "../ocr/engine/unavailable.js";
import { looseFigures } from "../page/loose-figures.js";
import type { PageContent } from "../page/page-content.js";
import { pagesDocument } from "../page/pages-document.js";
import { decodePictures, pictureSize } from "../raster/decode.js";
import { openScanReader, type ScanReader } from "../scan/scan-reader.js";
import { scannedPage } from "../scan/scanned-page.js";

/** When a picture within a document may be a table. */
const TABLE = {
  /** Pixels: a smaller one is a sign, a seal or a signature. */
  width: 300,
  height: 100,
  /** Pictures of one document that are looked at: a report of photographs has more. */
  most: 200,
} as const;

/** A picture within a document: its bytes, and where it is shown. */
export interface ShownPicture {
  readonly bytes: Uint8Array;
  readonly path: string;
}

/**
 * What a picture shows: the blocks of one that shows a table, `no table` of one that is small or shows something
 * else, `unread` of one that may show a table: it cannot be decoded or read, is not to be, or its columns were not seen.
 */
export type Shown = readonly Block[] | "no table" | "unread";

/** Looks for tables in the pictures that a document shows; they stand in the order of these. */
export async function pictureTables(
  pictures: readonly ShownPicture[],
  recognition: Recognition | undefined,
): Promise<readonly Shown[]> {
  const sizes = await Promise.all(pictures.map(({ bytes }) => sizeOf(bytes)));
  const large = pictures.filter((_, index) => isLarge(sizes[index]));
  const looked = large.slice(0, TABLE.most);
  const read = looked.length === 0 ? new Map() : await readLarge(looked, recognition);
  return pictures.map((picture, index): Shown => {
    const isSmall = sizes[index] !== null && !large.includes(picture);
    return isSmall ? "no table" : (read.get(picture) ?? "unread");
  });
}

const isLarge = (
  size: { readonly width: number; readonly height: number } | null | undefined,
): boolean =>
  size !== null && size !== undefined && size.width >= TABLE.width && size.height >= TABLE.height;

async function readLarge(
  pictures: readonly ShownPicture[],
  recognition: Recognition = { plan: BUNDLED },
): Promise<ReadonlyMap<ShownPicture, Shown>> {
  const read = new Map<ShownPicture, Shown>();
  // What is known of a document depends on its pictures, also where they are not to be read.
  recognition.onPage?.(0, pictures.length);
  if (recognition.plan.mode === "never") return read;
  try {
    const scans = await openScanReader(recognition);
    for (const picture of pictures) {
      read.set(picture, await blocksOf(picture, scans).catch(unreadable));
      recognition.onPage?.(read.size, pictures.length);
    }
  } catch (error) {
    // What was not read is told by who shows the pictures.
    if (!(error instanceof OcrUnavailable)) throw error;
  }
  return read;
}

/** A picture that turns out to be damaged or too large when its pixels are wanted is not read. */
function unreadable(error: unknown): "unread" {
  if (error instanceof UnreadableSource) return "unread";
  throw error;
}

/** The blocks of a picture whose table was seen whole; a picture of anything else gives none. */
async function blocksOf({ bytes, path }: ShownPicture, scans: ScanReader): Promise<Shown> {
  const contents: PageContent[] = [];
  for await (const picture of decodePictures(bytes))
    contents.push(...(await scannedPage(picture, contents.length + 1, scans)));
  const { document, bare } = pagesDocument(contents);
  const isBent = contents.some(({ recognized }) => recognized?.isBent);
  if (isBent || looseFigures(bare).length > 0) return "unread";
  const hasTable = document.blocks.some(({ type }) => type === "table");
  return hasTable ? relocatedAll(document.blocks, path) : "no table";
}

/** The size of a picture; null where it is of no format that is read. */
async function sizeOf(bytes: Uint8Array) {
  try {
    return await pictureSize(bytes);
  } catch (error) {
    if (error instanceof UnreadableSource) return null;
    throw error;
  }
}
