/** Limits and thresholds of Word documents. */
export const DOCX = {
  /**
   * Pictures that can hold a table, in English Metric Units (360,000 a centimetre). Logos and signatures of the
   * documents seen are 2.5 cm wide. Not measured.
   */
  pictures: {
    /** Narrowest, 7 cm: a label and an amount. */
    narrowest: 7 * 360_000,
    /** Lowest, 1.2 cm: a header and a row. */
    lowest: 1.2 * 360_000,
  },
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
