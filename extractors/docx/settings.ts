/** Limits and thresholds of Word documents. */
export const DOCX = {
  /**
   * What is inflated. Beyond it lies no disclosure but an attack; chosen far above any known document, not
   * measured.
   */
  unpacking: {
    /** Bytes in front of a package in which it may begin: a server puts blank lines or a warning there. */
    leading: 4096,
    /** Most that a document unpacks to, bytes. */
    most: 512 * 2 ** 20,
    /** Size above which a part may not be inflated more than so many times, bytes. */
    ratioFree: 64 * 2 ** 20,
    /** How many times that is. */
    ratio: 400,
  },
  /** Pieces in which a part is decoded. */
  xml: {
    /**
     * Size of a piece, characters: strings of this size stay where they are, the collector of garbage does
     * not copy them.
     */
    chunk: 2 ** 18,
    /**
     * Size of the first piece, characters. Most files declare all their namespaces here: no later attribute
     * need be looked at for one.
     */
    head: 2 ** 12,
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
