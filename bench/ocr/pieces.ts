import type { DocumentDataset } from "../../index.js";
import type { Cell, Document, Place } from "../../pipeline/model/document.js";
import { isPrintedNumber } from "../../pipeline/model/printed-number.js";
import type { Edition } from "./editions.js";

/** A text with the page of the original that it stands on. */
export interface Piece {
  readonly type: "cell" | "paragraph";
  readonly page: number;
  /** Left, top, right, bottom in points, on the original's page. */
  readonly box: Box;
  /** As it is compared: without white space, all characters of one width. */
  readonly text: string;
  readonly isNumber: boolean;
  /** Of a cell that was read from a picture: how surely, and whether a finding of its recognition stands at it. */
  readonly read?: { readonly confidence: number; readonly isMarked: boolean };
}

/** What a dataset has of the printed text. */
interface ReadDataset {
  readonly tables: readonly { readonly table_no: number; readonly cells: readonly Printed[] }[];
  readonly findings: readonly Pick<
    DocumentDataset["findings"][number],
    "rule" | "table_no" | "row" | "column"
  >[];
}

/** A text in its place, and whether another was put in place of what was read. */
interface Printed extends Pick<Cell, "text" | "at" | "row" | "column"> {
  readonly recognized?: { readonly corrected?: { readonly from: string } | undefined } | undefined;
}

export type Box = readonly [number, number, number, number];

/** What was read from one file, and the pages of the original that it shows. */
export interface ReadFile {
  readonly document: Document;
  readonly dataset: ReadDataset;
  readonly shows: Pick<Edition, "pages" | "perSheet">;
}

/** Where a place of an edition stands in the original. */
type InOriginal = (place: Place) => { readonly page: number; readonly box: Box } | undefined;

/** A text without what the eye does not see or care for: white space, and how wide a character is. */
export function compared(text: string): string {
  return text.normalize("NFKC").replace(/\s/gu, "");
}

/**
 * The cells with text and the paragraphs of each page, as they stand in the original: before tables are
 * joined over pages, since not all pages may be shown, but with what the dataset corrected.
 */
export function piecesOf({ document, dataset, shows }: ReadFile): readonly Piece[] {
  const place = inOriginal(document, shows);
  const known = knownCells(dataset);
  return document.blocks.flatMap((block) =>
    block.type === "paragraph"
      ? piece("paragraph", block.text, place(block.at))
      : block.cells.flatMap((cell) => {
          const { text = cell.text, isMarked = false } = known.get(keyOf(cell)) ?? {};
          const { confidence } = cell.recognized ?? {};
          const read = confidence === undefined ? {} : { read: { confidence, isMarked } };
          return piece("cell", text, place(cell.at)).map((one) => ({ ...one, ...read }));
        }),
  );
}

const placeOf = (table: number | null, row: number | null, column: number | null) =>
  [table, row, column].join(" ");

/** What the dataset has of each cell, by the place and what was read there. */
function knownCells({
  tables,
  findings,
}: ReadDataset): ReadonlyMap<string, { readonly text: string; readonly isMarked: boolean }> {
  const marked = new Set(
    findings
      .filter(({ rule }) => rule.startsWith("recognition_"))
      .map(({ table_no, row, column }) => placeOf(table_no, row, column)),
  );
  return new Map(
    tables.flatMap(({ table_no, cells }) =>
      cells.map(({ text, at, row, column, recognized }) => {
        const from = recognized?.corrected?.from ?? text;
        return [
          keyOf({ text: from, at }),
          { text, isMarked: marked.has(placeOf(table_no, row, column)) },
        ];
      }),
    ),
  );
}

const keyOf = ({ text, at }: Pick<Cell, "text" | "at">): string => JSON.stringify([at, text]);

function piece(
  type: Piece["type"],
  printed: string,
  place: ReturnType<InOriginal>,
): readonly Piece[] {
  const text = compared(printed);
  if (text === "" || place === undefined) return [];
  return [{ type, ...place, text, isNumber: isPrintedNumber(printed) }];
}

/** All text of each page of the original as and in the order in which it was read, furniture first or last. */
export function pageTexts({ document, shows }: ReadFile): ReadonlyMap<number, string> {
  const place = inOriginal(document, shows);
  const furniture = document.ignored.map(({ text, at }) => ({ text, at: place(at) }));
  const middle = Math.min(...document.pages.map(({ height }) => height)) / 2;
  const isTop = ({ at }: (typeof furniture)[number]) => at !== undefined && at.box[1] < middle;
  const blocks = document.blocks.flatMap((block) =>
    (block.type === "table" ? block.cells : [block]).map(({ text, at }) => ({
      text,
      at: place(at),
    })),
  );
  const texts = new Map<number, string>(shows.pages.map((page) => [page, ""]));
  const inOrder = [
    ...furniture.filter(isTop),
    ...blocks,
    ...furniture.filter((left) => !isTop(left)),
  ];
  for (const { text, at } of inOrder)
    if (at !== undefined) texts.set(at.page, (texts.get(at.page) ?? "") + compared(text));
  return texts;
}

/** Two pages on one picture may have been read as one page, or as two; both keep their size. */
function inOriginal(
  { pages }: Document,
  { pages: shown, perSheet }: ReadFile["shows"],
): InOriginal {
  const isOneAPage = perSheet === 1 || pages.length > Math.ceil(shown.length / perSheet);
  const widths = new Map(pages.map(({ number, width }) => [number, width]));
  return (at) => {
    if (at.type !== "page") return undefined;
    const halfWidth = (widths.get(at.page) ?? 0) / 2;
    const [left, top, right, bottom] = at.box;
    const half = !isOneAPage && (left + right) / 2 > halfWidth ? 1 : 0;
    const page = shown[isOneAPage ? at.page - 1 : (at.page - 1) * perSheet + half];
    if (page === undefined) return undefined;
    const moved = half * halfWidth;
    return { page, box: [left - moved, top, right - moved, bottom] };
  };
}
