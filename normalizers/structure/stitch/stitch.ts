import { elementAt } from "../../../pipeline/model/element-at.js";
import { folded } from "../../../pipeline/model/canonical-text.js";
import {
  type Block,
  type Cell,
  type Document,
  type Ignored,
  pageOf,
  type Paragraph,
  type Table,
} from "../../../pipeline/model/document.js";
import { joinColumns } from "./stitch-columns.js";
import { joinFacing } from "./stitch-facing.js";
import {
  isHeaderAlone,
  isHeaderCut,
  hasOtherTotal,
  hasRowsLike,
  isHeaderLike,
  isNextForm,
  namesNumbers,
  repeatedHeader,
  rowOf,
  startsAnew,
} from "./stitch-headers.js";
import { joinSplitRow } from "./stitch-rows.js";
import { STRUCTURE } from "../settings.js";

/**
 * Joins tables that go on over a page break into one. A header repeated on the next page is listed as
 * ignored; a row cut by the break is made whole. Two tables with headers of their own stay two.
 */
export function stitch(document: Document, goesOn: GoesOn = () => false): Document {
  const blocks: Block[] = [];
  const ignored: Ignored[] = [];
  for (const block of document.blocks) {
    const joined = block.type === "table" ? joinedTo(blocks, block, goesOn) : null;
    if (joined === null) blocks.push(block);
    else {
      blocks.splice(joined.from, blocks.length - joined.from, ...joined.put);
      ignored.push(...joined.ignored);
    }
  }
  return { ...document, blocks, ignored: [...document.ignored, ...ignored] };
}

/** The table with the one before it where it goes on, by the layout or, where that leaves it open, by `goesOn`. */
function joinedTo(blocks: readonly Block[], next: Table, goesOn: GoesOn): Joined | null {
  const joined = continued(blocks, next);
  if (joined === null || !joined.doubtful) return joined;
  return goesOn(bothWays(blocks, next, joined)) ? joined : null;
}

/** A break that the layout leaves open: what stands before and after it, as two tables and as one. */
export interface DoubtfulBreak {
  readonly apart: readonly Block[];
  readonly joined: readonly Block[];
  /** Rows of the one table that stand before the break. */
  readonly rowsBefore: number;
  /** The page after it; null where the format has none. */
  readonly page: number | null;
}

/** Decides whether a table goes on over a break that the layout leaves open. */
type GoesOn = (doubtful: DoubtfulBreak) => boolean;

/** The two parts with the lines above the first, in both ways. */
function bothWays(blocks: readonly Block[], next: Table, { from, put }: Joined): DoubtfulBreak {
  const first = blocks.findLastIndex((block, i) => i < from && block.type === "table") + 1;
  const above = blocks.slice(Math.max(first, from - STRUCTURE.stitch.captionLines), from);
  return {
    apart: [...above, ...blocks.slice(from), next],
    joined: [...above, ...put],
    rowsBefore: tableAt(blocks, from).rowCount,
    page: pageOf(next.at),
  };
}

function tableAt(blocks: readonly Block[], index: number): Table {
  const table = elementAt(blocks, index);
  if (table.type !== "table") throw new Error("Only a table goes on over a page break");
  return table;
}

interface Joined {
  /** The whole table, after the lines above its second part that belong to it. */
  readonly put: readonly Block[];
  /** Index of the table that goes on. */
  readonly from: number;
  readonly ignored: readonly Ignored[];
  /** Whether the layout alone would leave the parts apart. */
  readonly doubtful: boolean;
}

function continued(blocks: readonly Block[], next: Table): Joined | null {
  const from = blocks.findLastIndex((block) => block.type === "table");
  const above = blocks[from];
  if (above?.type !== "table") return null;
  const between = blocks.slice(from + 1).filter((block) => block.type === "paragraph");
  const caption = captionOf(blocks, from);
  const repeated = between.every((paragraph) => isRepeatedCaption(paragraph, caption));
  const isApart = !isOnNextPage(above, next) && !isNextInFlow(above, next, between);
  if (isApart && !isLikeInFlow(above, next)) return null;
  const beside = joinFacing(above, next);
  if (beside !== null) return { from, put: [...between, beside], ignored: [], doubtful: false };
  if (!repeated) return null;
  const joined = join(above, next, between.length > 0 && !between.some(saysContinued));
  if (joined === null || (isApart && joined.ignored.length === 0)) return null;
  const captions = between.map(({ text, at }) => ({ text, reason: "repeated caption", at }));
  return {
    from,
    put: [joined.table],
    ignored: [...captions, ...joined.ignored],
    doubtful: joined.doubtful || isApart,
  };
}

function isOnNextPage(above: Table, next: Table): boolean {
  if (above.at.type !== "page" || next.at.type !== "page") return false;
  const last = above.lastPage ?? above.at.page;
  return next.at.page === last + 1 || (next.at.page === last && isBeside(above, next));
}

/**
 * Whether a table without a page stands right below one of as many columns, with nothing or a mark that it goes on
 * between: word processors split tables so.
 */
function isNextInFlow(above: Table, next: Table, between: readonly Paragraph[]): boolean {
  return isLikeInFlow(above, next) && (between.length === 0 || between.some(saysContinued));
}

/** Whether neither of two tables of as many columns has a page. */
const isLikeInFlow = (above: Table, next: Table): boolean =>
  isInFlow(above) && isInFlow(next) && above.columnCount === next.columnCount;

const isInFlow = ({ at }: Table): boolean => at.type === "flow" || at.type === "line";

/** Whether a table stands on the right one of two pages that were scanned as one sheet. */
function isBeside(above: Table, next: Table): boolean {
  if (above.at.type !== "page" || next.at.type !== "page") return false;
  const isScanned = above.cells.some(({ recognized }) => recognized !== undefined);
  return isScanned && above.at.page === next.at.page && next.at.box[0] >= above.at.box[2];
}

/** A table on the edges of another page: as far from the left as the table that it goes on with. */
function movedTo({ columnEdges: [left] = [] }: Table, next: Table): Table {
  const { columnEdges = [] } = next;
  const [own] = columnEdges;
  if (left === undefined || own === undefined) return next;
  return { ...next, columnEdges: columnEdges.map((edge) => edge - own + left) };
}

function captionOf(blocks: readonly Block[], table: number): Set<string> {
  const texts = new Set<string>();
  for (const block of blocks
    .slice(Math.max(0, table - STRUCTURE.stitch.captionLines), table)
    .toReversed()) {
    if (block.type === "table") break;
    texts.add(captionKey(block));
  }
  return texts;
}

const CONTINUED = /(续表?|接上(表|页))[一二三四五六七八九十\d]*[：:]?/gu;
/** A mark that the table goes on, whether or not its title is repeated with it. */
const SAYS_CONTINUED =
  /^(?:续表?|接上(?:表|页))[一二三四五六七八九十\d]*[：:]?$|[（(【[]续表?[）)】\]]$/u;

function saysContinued({ text }: Paragraph): boolean {
  return SAYS_CONTINUED.test(text.replace(/\s/gu, ""));
}

function captionKey({ text }: Paragraph): string {
  return folded(text).replace(CONTINUED, "");
}

function isRepeatedCaption(paragraph: Paragraph, caption: ReadonlySet<string>): boolean {
  const key = captionKey(paragraph);
  return key === "" || caption.has(key);
}

/** The two parts as one table, or null where the second is a table of its own. */
function join(
  above: Table,
  next: Table,
  isCaptionRepeated: boolean,
): (Pick<Joined, "ignored" | "doubtful"> & { readonly table: Table }) | null {
  const columns = isInFlow(above)
    ? { above, next, close: true }
    : joinColumns(above, isBeside(above, next) ? movedTo(above, next) : next);
  if (columns === null) return null;
  if (isHeaderCut(columns) || (isInFlow(above) && isHeaderAlone(columns)))
    return { table: append(columns.above, columns.next, next), ignored: [], doubtful: false };
  const header = repeatedHeader(columns.above, columns.next);
  const isOther = hasOtherTotal(columns.above, columns.next, header);
  if (isOther && header > 0) return null;
  const isOpen = isCaptionRepeated || !columns.close || isOther || isInFlow(above);
  const doubtful = header === 0 && isOpen;
  if (doubtful && !hasRowsLike(columns.above, columns.next)) return null;
  if (header === 0 && startsAnew(columns.above, columns.next)) return null;
  if (header === 0 && isHeaderLike(rowOf(columns.next, 0))) return null;
  if (isNextForm(columns.above, columns.next, header)) return null;
  if (header === 0 && namesNumbers(columns.above, columns.next)) return null;
  const dropped = columns.next.cells.filter(({ row }) => row < header);
  const body = withoutRows(columns.next, header);
  return {
    doubtful,
    table: append(columns.above, body, next),
    ignored: dropped
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, at }) => ({ text, reason: "repeated header", at })),
  };
}

function withoutRows(table: Table, count: number): Table {
  return {
    ...table,
    rowCount: table.rowCount - count,
    cells: table.cells
      .filter(({ row, rowSpan }) => row + rowSpan > count)
      .map((cell) => {
        const cut = Math.max(0, count - cell.row);
        return { ...cell, row: cell.row + cut - count, rowSpan: cell.rowSpan - cut };
      }),
  };
}

function append(above: Table, body: Table, next: Table): Table {
  const { upper, lower, rowCount } = isInFlow(above)
    ? { upper: above, lower: body.cells, rowCount: body.rowCount }
    : joinSplitRow(above, body);
  const page = next.lastPage ?? pageOf(next.at) ?? undefined;
  const moved = lower.map((cell): Cell => ({ ...cell, row: cell.row + upper.rowCount }));
  return {
    ...upper,
    rowCount: upper.rowCount + rowCount,
    cells: [...upper.cells, ...moved].toSorted((a, b) => a.row - b.row || a.column - b.column),
    ...(page === undefined ? {} : { lastPage: page }),
  };
}
