/**
 * Thresholds of what is printed with a table. Counts were chosen while looking at documents, not measured,
 * unless a comment says so.
 */
export const CAPTIONS = {
  /** Longest text that can be a caption, characters. */
  longestCaption: 70,
  /** Most lines between a table and its caption. */
  linesAbove: 12,
  /** Of them, most that say nothing known. */
  unknownAbove: 4,
  /** Longest line above a table that says nothing known, characters; a longer one is prose. */
  longestUnknown: 40,
  /** Lines over a caption that may still be the corner of its table. */
  linesOverCaption: 3,
  /** Longest piece of a line that is looked at for parts of a corner, characters. */
  longestPiece: 80,
  /** Rows inside a grid that can hold its caption and unit, above its header. */
  cornerRows: 6,
  /** Lines below a table that are kept as its notes. */
  linesBelow: 12,
  /** First rows of a neighbouring table in which the unit for the next one can stand. */
  unitRows: 3,
  /**
   * Difference of font sizes below which two lines look alike, points: below the rounding of word
   * processors, which set half points.
   */
  sameSize: 0.5,
} as const;
