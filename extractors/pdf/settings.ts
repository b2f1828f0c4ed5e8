/**
 * Thresholds of what is taken from a PDF. Chosen while looking at documents, not measured, unless a comment
 * says so.
 */
export const PDF = {
  /** Attached files that are named in a sentence. */
  filesNamed: 5,
  /** Characters of a text that a sentence quotes, and of prose those before what is meant. */
  excerpt: 40,
  before: 8,
  /** Which text can be believed. */
  text: {
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
  /** Shapes that stand where text should. Not measured. */
  shapes: {
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
  /** How long an engine may take: a damaged file can keep its reader busy for ever. */
  time: {
    /** Opening, ms of processor time. */
    opening: 30_000,
    /** Each page, ms, added to that. */
    page: 2_000,
    /** Share of such a time that a process has to work in it: one that works less waits for what never comes. */
    standstill: 0.01,
  },
  /** How far around a place in the bytes something is looked for. */
  file: {
    /** Before a stream, for its dictionary, bytes. */
    dictionary: 1_024,
    /** Before an object, for its numbers, bytes: longer than those of any. */
    numbers: 24,
  },
} as const;
