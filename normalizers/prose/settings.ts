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
  /** Lines of a plain text that are broken at a fixed width. */
  wrap: {
    /** Narrowest and widest line of such a text, columns of a fixed type. */
    narrowest: 30,
    widest: 120,
    /** Share of the widest line from which a line is full: words and numbers are not broken everywhere. */
    fullLine: 0.8,
    /** Full lines without an end that show it. */
    leastLines: 3,
  },
  /** Longest name of a place before a government's measure, characters. */
  longestPlace: 13,
  /** Passages behind a sum that can name its parts. */
  partsWithin: 4,
  /** Blocks between a heading and its first words, between which nothing else is spoken of. */
  nextToHeading: 2,
  /** Paragraphs at the beginning that can hold the title. */
  titleLines: 12,
  /** Longest title, characters. */
  longestTitle: 60,
} as const;
