/**
 * Thresholds of what is taken from a PDF. Chosen while looking at documents, not measured, unless a comment
 * says so.
 */
export const PDF = {
  /** What is taken as text, and which text can be believed. */
  text: {
    /** How far from a quarter turn a line may be and still count as straight, radians. */
    slant: 0.12,
    /** How far the middle of a character may stand out of the clip, em. */
    clipSlack: 0.1,
    /** Characters below which nothing can be said of a text. */
    enough: 60,
    /** Least share of frequent characters in real text; lists of names come near it. */
    leastFrequent: 0.06,
    /** Share of characters without a meaning, more than which makes a text rubbish. */
    unmapped: 0.2,
    /** Share of Latin characters beside Chinese marks, more than which are Chinese ones under other codes. */
    latin: 0.2,
    /** How many times as many Latin characters as Chinese ones such a text has. */
    latinLead: 2,
    /** Digits from which on a page has more than its number and a date. */
    figures: 12,
  },
  /** What is taken as a rule. */
  rules: {
    /** Thickest border, points; thicker areas are shading. */
    thickest: 3,
    /** How far a rule may be from straight, points. */
    stray: 0.6,
    /**
     * Share of the page from which on a unit square that is set up was a picture: pdf.js leaves large ones
     * out.
     */
    picture: 0.05,
  },
  /** Shapes that are filled as outlined characters are. Not measured. */
  shapes: {
    /** Corners, more than which a shape without curves has more of than a rectangle drawn twice. */
    corners: 8,
    /** Smallest, points: smaller ones are dots of a pattern. */
    smallest: 2,
    /** Largest, points: larger ones are ornaments. */
    largest: 24,
    /** Fewest cells of a page that hold such shapes and no text: fewer are ticks and marks. */
    fewestCells: 3,
  },
  /** Which pages are looked at, and what of them is believed. */
  recognition: {
    /** Characters below which text beside a picture is a page number or a stamp of a scanner. */
    bare: 40,
    /**
     * Share of the page from which on a picture covers it: a few lines of text are what a scanner or an
     * archive wrote on it.
     */
    wholePage: 0.8,
    /** Characters below which text is such a few lines. */
    fewLines: 200,
    /** Share of characters without a meaning from which on a text layer is compared with the page. */
    unmapped: 0.02,
    /**
     * Share of a plausible text layer that the picture of a page must show: with less its fonts are not in
     * the file.
     */
    drawn: 0.4,
    /** Chinese characters below which a page of figures has no labels: its text layer is all of it. */
    labelled: 4,
    /** Share of a text layer's characters that must be on the page for it to be believed. */
    confirmed: 0.6,
    /** How many times its text layer a page must show to show more: with less its picture is an ornament. */
    whole: 1.5,
    /** Share of a page below which ink is dust on a blank one. */
    dust: 0.0005,
  },
  /** How pages are drawn. */
  render: {
    /** Coarsest picture, pixels to the inch: at less small figures run together. */
    coarsest: 200,
    /** Finest picture, pixels to the inch: more shows nothing that was printed. */
    finest: 300,
    /**
     * Longest side of a picture, pixels: that of A3 at 300 to the inch. Larger pages are mostly scans that
     * took a pixel for a point.
     */
    longest: 4961,
  },
  /** How long pdf.js may take: a damaged file can keep its reader busy for ever. */
  time: {
    /** Opening, ms. */
    opening: 30_000,
    /** Each page, ms, added to that. */
    page: 2_000,
  },
  /** How far around a place in the bytes something is looked for. */
  file: {
    /** Before a stream, for its dictionary, bytes. */
    dictionary: 1_024,
    /** Before an object, for its numbers, bytes: longer than those of any. */
    numbers: 24,
  },
} as const;
