/** Thresholds of what checks compare. Chosen while looking at documents, not measured. */
export const EVIDENCE = {
  /** Terms of a sum that a finding prints before it says how many more there are. */
  termsShown: 6,
  /**
   * Longest piece of prose that is searched at once, characters: longer than any paragraph that a person
   * wrote.
   */
  longestPiece: 10_000,
  /** Pieces of one text that are searched; of a text without end only the beginning is prose. */
  mostPieces: 20,
} as const;
