/**
 * Thresholds of what is printed with a table. Counts were chosen while looking at documents, not measured,
 * unless a comment says so.
 */
export const CAPTIONS = {
  /** Longest text that can be a caption, characters. */
  longestCaption: 70,
  /** Lines above a table among which its caption, unit and issuer are looked for. */
  linesAbove: 6,
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
