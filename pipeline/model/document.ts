/** What is printed: the one form that every format is read into. Plain data, nothing interpreted. */
export interface Document {
  /** Paragraphs and tables in reading order. */
  readonly blocks: readonly Block[];
  /** One entry a page, empty where the format has no pages. */
  readonly pages: readonly Page[];
  /** What was printed but is no content: running headers, footers, page numbers. */
  readonly ignored: readonly Ignored[];
  /** The files that it leads to, where it is a page of the web. */
  readonly files?: readonly Link[];
  /** Set where files beside it were looked for: what is read of it depends on them. */
  readonly besideUsed?: boolean;
  /** The library that read it, where its format has several. */
  readonly pdfEngine?: string;
}

/** A file that a page leads to: what the page calls it, and where it is. */
export interface Link {
  readonly name: string;
  readonly address: string;
}

export type Block = Paragraph | Table;

/** Lengths in points, the origin at the top left of the page as a reader sees it. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** How the page was turned to be read: places are those of the page after that. Not given where it stood upright. */
  readonly turned?: Turned;
}

/** Quarter turns clockwise, and then degrees counterclockwise around its middle, which straightened a scan. */
export interface Turned {
  readonly quarters: number;
  readonly degrees: number;
}

export interface Ignored {
  readonly text: string;
  readonly reason: string;
  readonly at: Place;
}

/** A run of prose: a whole paragraph, its lines joined, numbering as the reader sees it. */
export interface Paragraph {
  readonly type: "paragraph";
  readonly text: string;
  readonly at: Place;
  /** The outline level that the source itself declares (1 = top); a hint, sources mislabel list items. */
  readonly outlineLevel?: number;
  /** How it is set, where the format says. */
  readonly look?: Look;
  /** Part of a table of contents, as far as the source says so itself. */
  readonly contents?: boolean;
  /** Given where the text was read from a picture. */
  readonly recognized?: Recognized;
}

/** How a text was read from a picture: how sure that is, and what else may stand there. */
export interface Recognized {
  /** 0 to 1: that of its least sure character. */
  readonly confidence: number;
  /** The whole text as it may be read otherwise, the likeliest first. */
  readonly others: readonly string[];
  /** What a second reading of the same place gave, where it gave something else. */
  readonly second?: string;
  /** For each character that is printed and was not read, those that it may be, the likeliest first. */
  readonly unread?: readonly string[];
  /** What was read, where something else was put in its place, and what confirms that. */
  readonly corrected?: { readonly from: string; readonly by: "sign" | "lexicon" | "arithmetic" };
}

/** The dominant type of a paragraph: font size in points. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly centred: boolean;
  readonly font: string;
}

/**
 * A grid of text. Merged cells keep their spans; nothing is filled in or trimmed.
 * Every position is covered at most once. A row may be short (plain text loses merged cells): its
 * cells then stand at the leftmost columns.
 */
export interface Table {
  readonly type: "table";
  readonly rowCount: number;
  readonly columnCount: number;
  /** By row, then column. */
  readonly cells: readonly Cell[];
  readonly at: Place;
  /** The x of each column edge in points (`columnCount + 1` numbers), where the format has pages. */
  readonly columnEdges?: readonly number[];
  /** The last page of a table that goes on over pages. */
  readonly lastPage?: number;
}

/** `row` and `column` are 0-based. Lines inside a cell are parted by `\n`. */
export interface Cell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly at: Place;
  /** Given where the text was read from a picture. */
  readonly recognized?: Recognized;
  /** What was read there, where a reader put something else in its place. */
  readonly corrected?: string;
  /** How far words begin from the left edge of their column in points, where the format has pages. */
  readonly indent?: number;
}

/** Where something stands in its source, so that every published number can be checked by eye. */
export type Place = OnPage | InFlow | OnLine | OnSheet;

/** A place on a page: `box` is left, top, right, bottom in points. */
interface OnPage {
  readonly type: "page";
  readonly page: number;
  readonly box: readonly [number, number, number, number];
}

/** A place in a document without pages: `table 3 / row 2 / cell 4`, 1-based, nested ones joined by ` / `. */
export interface InFlow {
  readonly type: "flow";
  readonly path: string;
}

/** A place in plain text: the 1-based line. */
interface OnLine {
  readonly type: "line";
  readonly line: number;
}

/** A place in a workbook: the sheet's name, and the address of the cell, `B3`. */
interface OnSheet {
  readonly type: "sheet";
  readonly sheet: string;
  readonly cell: string;
}

/** The page of a place, or null where the format has none. */
export function pageOf(place: Place): number | null {
  return place.type === "page" ? place.page : null;
}
