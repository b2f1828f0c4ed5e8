/** The description language: what a disclosure prints, piece by piece, and what each piece means. */
import type { Draft, TableFile } from "../../pipeline/model/records/registry.js";
import type { SectionKind, TableKindName } from "../../pipeline/model/records/vocabulary.js";

/** An invented disclosure, the one source of its three editions and of its expected dataset. */
export interface Disclosure {
  /** Folder under `samples/`. */
  readonly slug: string;
  readonly about: Partial<Draft<"documents">>;
  readonly fiscalYear: number;
  readonly pieces: readonly Piece[];
  readonly manner: Manner;
  /** What is wrong on purpose. */
  readonly contradictions?: readonly Contradiction[];
}

/** How the editions are printed: each disclosure has its own habits. */
export interface Manner {
  /** Table borders of the PDF. */
  readonly borders: "strokes" | "rectangles";
  readonly repeatHeader: boolean;
  readonly runningHeader?: string;
  /** Rules between body rows are left out: only columns and the frame show. */
  readonly columnRulesOnly?: boolean;
  /** A row may be cut by the end of a page. */
  readonly cutRows?: boolean;
  /** Wide tables lie on landscape pages; `turned`: on upright ones that a reader turns. */
  readonly wideTables?: "landscape" | "turned";
  /** White space above and below the text of a table row, in points. */
  readonly rowPadding?: number;
  /** Headings of the DOCX: numbered by Word, or known by their outline level alone. */
  readonly headings?: "numbered" | "outlined";
  /** The DOCX keeps what was deleted and inserted. */
  readonly trackedChanges?: boolean;
  /** Paragraphs begin with two wide blanks. */
  readonly indented?: boolean;
  /** There is a web edition too. */
  readonly web?: true;
  /** Field noise of the text edition. */
  readonly noise?: "bookmarks" | "fields";
}

/** `rule` is a rule id, `table` null for the prose; `says` tells a reader what was planted. */
export interface Contradiction {
  readonly rule: string;
  readonly severity: "error" | "warning";
  readonly table: number | null;
  readonly says: string;
}

export type Piece = Line | Sheet | PageBreak;

export interface PageBreak {
  readonly type: "break";
}

export type LineStyle = "title" | "heading" | "body" | "caption" | "note" | "contents" | "corner";

/** A printed line or paragraph. `right`: a second text at the right end of the same line. */
export interface Line {
  readonly type: "line";
  readonly style: LineStyle;
  readonly text: string;
  readonly right?: string;
  readonly section?: SectionMeaning;
  readonly figures?: readonly FigureMeaning[];
}

export interface SectionMeaning {
  readonly level: number;
  readonly ordinal: string | null;
  readonly title: string;
  readonly kind: SectionKind;
}

export type FigureMeaning = Pick<
  Draft<"figures">,
  "measure" | "fiscal_year" | "phase" | "amount" | "raw" | "sentence"
> &
  Partial<Draft<"figures">>;

/** A table in one or more adjacent grids. */
export interface Sheet {
  readonly type: "sheet";
  readonly parts: readonly Part[];
  readonly meaning: TableMeaning;
  readonly records: readonly Meant[];
}

export type TableMeaning = { readonly kind: TableKindName } & Partial<Draft<"tables">>;

/** One grid in the notation of `grid.ts`; `head` rows are its header, `widths` are relative. */
export interface Part {
  readonly rows: Matrix;
  readonly head: number;
  readonly widths: readonly number[];
}

export type Matrix = readonly (readonly string[])[];

/** A record that a table means. */
export type Meant = {
  [F in TableFile]: { readonly file: F; readonly row: Partial<Draft<F>> };
}[TableFile];

/** The lines of a document's title. */
export function title(...lines: readonly string[]): readonly Line[] {
  return lines.map((text) => ({ type: "line", style: "title", text }));
}

const ORDINAL =
  /^(?:(?<part>第.部分)|(?<bracketed>（[^）]+）)|(?<plain>[一二三四五六七八九十]+|\d+)、)/u;

/** A heading as printed: `一、…`, `（一）…`, `1、…`, `第一部分  …`, or without an ordinal. */
export function heading(level: number, text: string, kind: SectionKind): Line {
  const found = ORDINAL.exec(text);
  const { part, bracketed, plain } = found?.groups ?? {};
  const ordinal = part ?? bracketed ?? plain ?? null;
  const rest = text.slice(found?.[0].length ?? 0).trim();
  const section = { level, ordinal, title: rest.replace(/[：。]$/u, ""), kind };
  return { type: "line", style: "heading", text, section };
}

/** A plain line that means nothing to the dataset. */
export function line(text: string, style: LineStyle = "body"): Line {
  return { type: "line", style, text };
}

/** A line above a table: issuer at the left, unit at the right. */
export function corner(text: string, right: string): Line {
  return { type: "line", style: "corner", text, right };
}

/** A new page in the DOCX and the PDF. */
export const newPage: PageBreak = { type: "break" };
