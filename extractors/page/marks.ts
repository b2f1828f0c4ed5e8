import type { Turned } from "../../pipeline/model/document.js";
import type { Box } from "./geometry.js";

/** A visible character as it is painted: the pen's way along its baseline, in page points, y downward. */
export interface Glyph {
  readonly text: string;
  /** Where the pen starts and ends. */
  readonly x: number;
  readonly y: number;
  readonly endX: number;
  readonly endY: number;
  readonly run: Run;
  /** Given where it was read from a picture: how sure that is (0 to 1), and what else it may be. */
  readonly recognized?: {
    readonly confidence: number;
    readonly others: readonly { readonly text: string; readonly confidence: number }[];
  };
}

/** What the characters of one text operator have in common. */
export interface Run {
  readonly size: number;
  readonly font: string;
  readonly bold: boolean;
  /** Quarter turns clockwise from upright, or null where it slants (a watermark). */
  readonly turn: 0 | 1 | 2 | 3 | null;
  /** What a second reading of the whole run gave, and the number of its glyphs. */
  readonly second?: { readonly text: string; readonly glyphs: number };
}

/** A straight piece of a border: `at` is its y (horizontal) or x (vertical). */
export interface Rule {
  readonly axis: "horizontal" | "vertical";
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Everything visible of a page that reading needs. */
export interface Marks {
  readonly width: number;
  readonly height: number;
  /** Given where the page did not stand upright. */
  readonly turned?: Turned;
  readonly glyphs: readonly Glyph[];
  readonly rules: readonly Rule[];
  /** The places of pictures. */
  readonly pictures: readonly Box[];
  /** The places of small filled shapes, as characters are that were turned to outlines; none on a scan. */
  readonly shapes?: readonly Box[];
}
