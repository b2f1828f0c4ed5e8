/** What separates a doubt from how forms are printed. */
export const UNREAD = {
  /** How many places a finding names (cells): enough to look at, short enough to be read. */
  placesNamed: 3,
  /** Fewer rows with numbers than these (rows) are no table to be measured by a share. */
  fewestRows: 4,
  /** The share of a table's rows with numbers that must have given a record: a half-read table has fewer. */
  recordedShare: 0.5,
  /** The fewest lines with columns of amounts (lines), and amounts in them, that show a table in prose. */
  proseLines: 3,
  proseAmounts: 6,
  /** How many lines without an amount (lines) may stand between two of one table: a cell a line leaves its labels. */
  proseGap: 4,
} as const;
