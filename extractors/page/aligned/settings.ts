/** Thresholds of tables that are told by how their columns are aligned, where rules are missing. Chosen while looking at documents, not measured. */
export const ALIGNED = {
  /** A gap this wide parts columns, font sizes. */
  columnGap: 1.3,
  /** So does a narrower one before a whole amount, font sizes. */
  amountGap: 0.5,
  /** The widest gap between two characters of one word set apart (合　　计), font sizes. */
  spread: 5,
  /** The fewest rows that show columns. */
  fewestRows: 3,
  /** The largest step between lines of one table, font sizes. */
  largestStep: 4,
  /** How far places of one column differ, font sizes. */
  sameEdge: 1.5,
  /** The largest step between lines of one header cell, font sizes. */
  wrapStep: 1.5,
  /** How far a header over several columns may stand from their middle, font sizes. */
  sameMiddle: 1,
  /** The most lines of a header. */
  headerLines: 5,
  /** The longest text of a cell, characters: longer ones are prose. */
  longestCell: 45,
  /** How far a word may reach over the edge of its column, points. */
  overEdge: 1,
  /** Foot of the last row below its baseline, font sizes. */
  foot: 0.4,
  /** Distance from the outer edges within which a rule parts no row, points. */
  edge: 4,
  /** How many lines above a table its unit may stand. */
  captionDepth: 6,
} as const;
