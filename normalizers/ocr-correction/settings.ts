import { UNSURE } from "../../pipeline/model/unsure.js";

/**
 * Thresholds of what settles a doubtful reading. Chosen while looking at pictures of invented documents,
 * not measured, unless a comment says so.
 */
export const CORRECTION = {
  /** Which values are doubted. */
  doubt: {
    doubtful: UNSURE,
    /**
     * Confidence below which a value is doubted with which no printed sum holds: that of most of what is
     * read.
     */
    certain: 0.98,
    /**
     * Longest text that is doubted as a name, characters. Longer ones are prose, in which a misread
     * character shows.
     */
    longestName: 24,
  },
  /** What a column allows. */
  grammar: {
    /** Most digits of a number before its point. More are two numbers, run together. */
    longestNumber: 10,
    /** Amounts of a column, more than which show how all are printed. */
    enoughAmounts: 4,
    /** Share of them that must be printed alike. */
    nearlyAllAmounts: 0.9,
    /**
     * Confidence below which a character is doubted where a list of words knows better. Issuers misprint
     * too: what was read without any doubt was printed so.
     */
    certainCharacter: 0.97,
    /** Share of a column's targets with a sign, from which on the others are expected to have one. */
    mostlySigned: 0.7,
    /** Targets with a sign from which on the column is judged. */
    fewSigned: 3,
    /** How often a document is read again at most: sums that no two readings explain are the issuer's. */
    mostTries: 40,
  },
  /** The codes of projects. */
  codes: {
    /** Shortest code, characters. Shorter numbers under 项目编号 count the projects of a list. */
    shortestCode: 8,
    /** Other codes that show a length and separators. */
    enough: 3,
    /** Share of all codes that has the usual length. */
    nearlyAll: 0.9,
    /** Codes that show the region that all begin with. */
    enoughForRegion: 5,
    /** Codes that show where only digits or only letters stand. */
    enoughForClasses: 6,
    /**
     * Signs in a run, over all codes, that show that only digits stand there. Computed: of the digits and
     * letters drawn at random that end many codes, one run in ten thousand is that long.
     */
    digitsShow: 8,
    /** The same for letters, which are rarer. */
    lettersShow: 40,
  },
} as const;
