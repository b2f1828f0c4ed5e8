/** Thresholds of what is read from tables. Chosen while looking at documents, not measured. */
export const TABLES = {
  /** Rows of a performance form among which the header of its indicators is looked for. */
  deepestStrip: 80,
  /** How many times as many rows of one side as of the other make a table one of income or of expenditure. */
  sideLead: 4,
} as const;
