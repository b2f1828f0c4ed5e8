/** Thresholds of checks. Chosen while looking at documents, not measured, unless a comment says so. */
export const CHECKS = {
  sums: {
    /** Most totals of a summary. A table with more is a list of many sums. */
    mostTotals: 12,
    /** Rows over which a 小计 can stand. */
    mostItems: 200,
  },
  document: {
    /** Characters quoted on each side of a placeholder. */
    context: 12,
  },
  prose: {
    /**
     * Characters between an item and its amount: accounts explain an item's use before they give its
     * amounts.
     */
    amountWithin: 120,
    /** Steps of the last printed digit by which a sum of rounded figures may miss. */
    roundingSteps: 3,
    /** Amounts at a passage's beginning that a percentage is compared with. */
    firstMentions: 5,
    /** Amounts right before a percentage that it is compared with. */
    lastMentions: 30,
  },
  across: {
    /** Share of the shorter name's characters that two names share, from which on they are alike. */
    likeName: 0.4,
    /** Lines below an empty table among which its note may stand. */
    noteLines: 3,
  },
  ocr: {
    /**
     * Confidence from which on it is not the reading itself that is doubted. Like `certain` of the
     * corrections.
     */
    sure: 0.98,
    /** Longest text that is quoted whole, characters. Longer ones are quoted where they differ. */
    longestQuoted: 40,
    /** Characters quoted on each side of a difference. */
    beside: 8,
  },
} as const;
