/**
 * Thresholds around Tesseract. Chosen with `bench ocr`, not measured one by one, unless a comment says so.
 */
export const TESSERACT = {
  /** Which boxes are one line. */
  lines: {
    /** Share of the lower or narrower of two pieces that they have in common. */
    overlap: 0.5,
    /** Height of a piece from which on it is as high as a character, in usual strokes. */
    lowPiece: 0.6,
    /** How much higher than such a piece no other of its line is. */
    muchHigher: 2.2,
    /** Widest gap between pieces of one line, in usual strokes; at least the height of the higher. */
    gap: 0.8,
    /** Widest gap between parts of one character, one above the other, in usual strokes. */
    above: 0.7,
    /** Greatest height of such parts together, in usual strokes. */
    stacked: 1.25,
    /** Size below which a piece is a speck, in usual strokes. */
    speck: 0.25,
  },
  /** Which lines are looked at in other ways. */
  reading: {
    /** Confidence below which a short line is. */
    sure: 0.9,
    /** Width below which a line is short, in its heights: a sign or a few figures. */
    short: 2.5,
    /** How often a short line is repeated. */
    times: 3,
    /** Lines, the first ones, that show which way a page stands: each is read twice. */
    directionLines: 3,
    /** Part of a line that shows it, in its heights. */
    directionWidth: 6,
    /** Confidence from which on a character is another reading. */
    possible: 0.02,
    /** Other readings of a character that are kept. */
    mostOthers: 3,
    /**
     * Power of what Tesseract says of itself that is believed: it calls itself 97 % sure where it is wrong,
     * which that makes 0.9 of.
     */
    selfPraise: 3.5,
  },
  /** How a line is shown to it. */
  picture: {
    /** Room around a line, pixels: Tesseract takes what touches the edge for a part of something. */
    room: 7,
    /** Height below which a picture is doubled, pixels; what needs no magnifying is read best as it is. */
    small: 24,
    /** Least height of the paper that a line lies on, pixels: a flat sign is no large character. */
    lowest: 32,
    /** Gap between a line and its repetition, in heights of the line. */
    apart: 0.15,
  },
  /** The sign =. */
  equals: {
    /** How many times as wide as thick a bar is. */
    flat: 3,
    /** Share by which the bars of = may differ in width; those of 二 do more. */
    unlike: 0.15,
    /** Confidence that such bars get. */
    confidence: 0.97,
  },
} as const;
