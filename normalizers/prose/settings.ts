/**
 * Thresholds of what the prose says. Chosen while looking at documents, not measured, unless a comment says
 * so.
 */
export const PROSE = {
  /** Longest sentence, characters. What is longer is no sentence but a table that has lost its cells. */
  longestSentence: 5000,
  /**
   * Years from the fiscal year up to which a printed year is one of the document. Those further off are of
   * laws and plans.
   */
  farthestYear: 5,
  /** How far into a sentence its opening reaches, where the year stands that it is about; characters. */
  opening: 200,
  /** Blocks between a heading and its first words, between which nothing else is spoken of. */
  nextToHeading: 2,
  /** Paragraphs at the beginning that can hold the title. */
  titleLines: 12,
  /** Longest title, characters. */
  longestTitle: 60,
} as const;
