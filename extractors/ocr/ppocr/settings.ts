/**
 * Thresholds around the networks of PP-OCR; what they were trained on stands beside them. Chosen with
 * `bench ocr`, not measured one by one, unless a comment says so.
 */
export const PPOCR = {
  /** Where lines are. */
  detection: {
    /** Longer side at which a page is looked at, pixels. */
    longest: 1152,
    /** Likelihood from which on a pixel is text. */
    isText: 0.3,
    /** Likelihood from which on a region of such pixels is a line, on the average. */
    isLine: 0.5,
    /** How much larger than the core that the network finds the line is, in areas over outlines. */
    grown: 1.6,
    /** Size below which a core is a speck, pixels of the network. */
    smallest: 3,
  },
  /** What stands in them. */
  reading: {
    /** Likelihood from which on a character is another reading. */
    possible: 0.02,
    /** Likelihood from which on a character may stand where nothing is likelier. */
    perhaps: 0.01,
    /**
     * How many others are named there, down to which likelihood: what is seldom printed is thought
     * unlikely.
     */
    guesses: { most: 24, least: 0.0005 } as const,
    /** Other readings of a character that are kept. */
    mostOthers: 3,
  },
} as const;
