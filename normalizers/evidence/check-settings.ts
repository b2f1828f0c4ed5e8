/** Thresholds of checks. Chosen while looking at documents, not measured, unless a comment says so. */
export const CHECKS = {
  sums: {
    /** Most totals of a summary. A table with more is a list of many sums. */
    mostTotals: 12,
    /** Rows over which a 小计 can stand. */
    mostItems: 200,
    /** Rows of a column of percentages from which on most of them tell what it is made of. */
    tellingRows: 4,
  },
  governments: {
    /** Labels whose whole is their own and what is below, from which on the tables are of one budget. */
    leastHeld: 5,
    /** Columns in which the rows below make a row, from which on they are all of its parts. */
    leastColumns: 2,
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
    /** The same of titles of tables, which share most words with titles of other forms. */
    likeTitle: 0.8,
    /** By how many characters such titles may differ in length: a word and brackets. */
    titleLength: 4,
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
  /** What separates a doubt whether a table was read whole from how forms are printed. Chosen, not measured. */
  unread: {
    /** How many places a finding names (cells): enough to look at, short enough to be read. */
    placesNamed: 3,
    /** Fewer rows with numbers than these (rows) are no table to be measured by a share. */
    fewestRows: 4,
    /** The share of a table's rows with numbers that must have given a record: a half-read table has fewer. */
    recordedShare: 0.5,
    /** The fewest lines with columns of amounts (lines), and amounts in them, that show a table in prose. */
    proseLines: 3,
    proseAmounts: 6,
    /** How many lines without an amount (lines) may stand between two of one table: a cell a line leaves its labels. */
    proseGap: 4,
    /** So many whole numbers side by side (numbers) are columns; two may be a page and a year. */
    proseWhole: 3,
    /** So many places where one amount runs into the next (places) are cells; one may be a slip of the pen. */
    proseGlued: 3,
    /** How much of a line is quoted (characters). */
    proseQuote: 24,
    /** How far before an amount the words stand that name its measure (characters). */
    amountWords: 60,
    /** Lines among which a unit stands under its caption, and a table under its unit (lines). */
    captionLines: 3,
    /** Longest title of a table (characters). */
    longestTitle: 40,
    /** Shortest name of an issuer (characters). */
    shortestIssuer: 3,
  },
} as const;
