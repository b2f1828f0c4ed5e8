/** Limits of Office files of any kind. */
export const OFFICE = {
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
} as const;
