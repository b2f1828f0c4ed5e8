/** Limits and thresholds of Word documents. */
export const DOCX = {
  /** Columns. */
  table: {
    /** Widest span, columns. Word itself allows 63, other writers more; beyond this is an attack. */
    widestSpan: 1000,
    /** Most columns of a table's grid. */
    mostColumns: 100_000,
    /**
     * Distance below which column rules look like one, twentieths of a point: no text fits between. Not
     * measured.
     */
    sliver: 100,
  },
} as const;
