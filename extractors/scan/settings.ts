/**
 * Thresholds of what becomes of the ink of a page. A line is the height of a usual line's box near the
 * place. Chosen while looking at scanned documents and at pictures that `bench ocr` makes, not measured one
 * by one, unless a comment says so.
 */
export const SCAN = {
  /** Boxes of ink that are read by themselves. */
  pieces: {
    /** Gap wider than which two pieces stand in two columns, heights of the line. */
    columnGap: 1.5,
    /** Height beyond which a box may hold several lines, lines. */
    severalLines: 1.1,
    /** Height below which a piece is no line of its own but a part of one, lines. */
    leastLine: 0.35,
    /** How far within a box a rule stands to part it, pixels at 200 dpi. */
    within: 3,
    /** Share of the lower box's height that two on one line have in common. */
    oneLine: 0.6,
    /** Height below which ink at the edge of a box is of the line beyond, lines. */
    slice: 0.25,
    /** Height of a common line's box where there is none to tell, pixels at 200 dpi. */
    commonLine: 36,
    /** Lines that tell what is usual near them. */
    enoughLines: 3,
  },
  /** Ink that no box of the engine holds. */
  uncovered: {
    /** Distance side by side up to which ink is one piece, lines. */
    beside: 0.5,
    /** Distance one above the other up to which it is one, lines. */
    above: 0.2,
    /** Size below which a piece is a speck, lines. */
    speck: 0.18,
    /** Thickness below which a piece is what is left of a rule, pixels at 200 dpi. */
    thinnest: 2,
    /** Height from which on a piece is a picture, a seal or a stain, lines. */
    picture: 2.5,
    /** Pieces that are looked at, the largest; more are noise. */
    most: 150,
    /** Thickness of the rest of a rule, lines. */
    thin: 0.2,
    /** How near to its rule such a rest lies, pixels at 200 dpi. */
    besideRule: 6,
  },
  /** What is read twice, and what is believed. */
  reading: {
    /** Confidence below which a line is read again. */
    sure: 0.9,
    /**
     * Length up to which a text is read twice where each character counts, characters. Longer ones are
     * prose, in which a character is judged by the others.
     */
    short: 24,
    /** Size of a piece that holds no character, lines. */
    dust: 0.4,
    /** Confidence from which on a character may stand where nothing was read. */
    perhaps: 0.1,
    /** Height from which on a piece is a character, though none was seen in it, lines. */
    high: 0.4,
    /** Width up to which it is, lines. */
    widest: 1.5,
    /** Width up to which a piece is a sign or two, lines: alone, they are read badly. */
    narrow: 1.4,
    /** Length of what is read of such a sign, characters. */
    sign: 2,
    /** Confidence from which on a number beside a sign is known. */
    certain: 0.97,
    /** Lines, the longest, that tell whether a page stands on its head. */
    sample: 9,
  },
  /** Ink without a character. */
  unread: {
    /** Width of characters that are not as wide as high, em. */
    narrow: 0.52,
    /** Room beyond what its neighbours take that shows a character, em. */
    room: 0.75,
    /** Ink in that room that shows it, em. */
    inked: 0.4,
    /** Font size of a usual line, in heights of its box. A lone 一 is far lower than its font. */
    em: 0.7,
    /** Pairs of characters that tell their distance: the engine says roughly where a character stands. */
    enoughPairs: 3,
  },
  /** Digits 0 and letters O. */
  roundSigns: {
    /** Width below which a round sign is a zero, in its heights. */
    zero: 0.7,
    /** Width beyond which it is a letter O: between them the width tells nothing. */
    letter: 0.76,
    /** Width from which on it is neither. */
    widest: 1.1,
    /** Shade below which ink is not the soft edge in which characters touch, 0 (black) to 255. */
    dark: 110,
    /** How far a character may be from where the engine says, in its widths. */
    near: 0.35,
  },
  /** Dashes, which engines do not see. */
  dashes: {
    /** Height of their ink, lines: nothing else that is printed is as low. */
    low: 0.2,
    /** Width of their ink, lines. */
    wide: 1.2,
    /** Share of their length that is drawn: the dots that lead to a page number leave more of it free. */
    drawn: 0.75,
    /** Width of a dash, lines. */
    dash: 0.75,
    /**
     * Confidence that they get: the shape leaves no other reading, but lines to be filled in look the same.
     */
    confidence: 0.95,
  },
  /** Font sizes, as the ink shows them. */
  sizes: {
    /** How far a baseline lies under the middle of its line's ink, em. */
    belowMiddle: 0.38,
    /** Height of the ink of a line with Chinese characters, em. */
    hanInk: 0.92,
    /** Height of the ink of a line of figures alone, em. */
    figureInk: 0.74,
    /** Chinese characters that show the size of a line. */
    enoughHan: 2,
    /** Chinese characters that show it for sure; a few may be low ones, as 一 and 万元 are. */
    sureHan: 4,
    /** Difference below which two sizes are one, measured twice; share. */
    same: 0.1,
    /** How near a size must be to what too few characters show, share. */
    near: 0.35,
  },
  /** What is reported of a page. */
  findings: {
    /** How much paper may be bent, degrees: more lets lines run from one row into the next. */
    mostBent: 3,
    /** Confidence below which a character is unsure. */
    sure: 0.9,
    /** Characters below which nothing is said of a page. */
    enough: 50,
    /**
     * Share of unsure characters from which on a page is unclear. Measured: of clear pages at 200 dpi one
     * character in a hundred is unsure, of blurred ones at 150 dpi one in 25.
     */
    unclear: 0.08,
    /**
     * Share of a page that is ink without a character from which on it is reported: a picture, a seal or
     * handwriting.
     */
    muchInk: 0.005,
  },
} as const;
