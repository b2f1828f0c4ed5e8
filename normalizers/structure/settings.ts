/**
 * Thresholds of tables over pages, headers and outline. Chosen while looking at documents, not measured,
 * unless a comment says so.
 */
export const STRUCTURE = {
  /** The rows over the data of a grid. */
  header: {
    /** Most rows of a header. */
    deepest: 8,
    /** Rows below a supposed last header row that show whether it is one. */
    rowsOfProof: 5,
    /**
     * Most columns of a table whose short rows are completed. No statutory form is wider; the search for
     * places would take too long in a wider table.
     */
    widest: 40,
  },
  /** Headings and the sections that they open. */
  outline: {
    /** Longest title, characters. */
    longestTitle: 60,
    /** Longest title of several clauses, characters: a longer one is the first line of a text. */
    longestClauses: 28,
    /** Longest rest of a title that was wrapped onto a second line, characters. */
    longestFragment: 40,
    /** Longest title of a chapter without a number, characters. */
    longestChapter: 30,
    /** Numbers in a row that may be missing, misprinted or unread, before the next heading. */
    numbersMissing: 2,
    /** Longest entry of a table of contents, characters. */
    longestEntry: 60,
    /** Longest second line that a wrapped entry leaves, characters. */
    longestWrap: 12,
    /**
     * Difference of font sizes below which two lines look alike, points: just above half a point, the step
     * of word processors.
     */
    sameSize: 0.6,
  },
  /** Tables that go on over a page break. */
  stitch: {
    /** From this many characters on a cell holds prose. */
    prose: 30,
    /** Room that a wrapped line may leave at its end, characters. */
    ragged: 1.5,
    /** Which of a column's lines, from the shortest to the longest, shows how far lines are filled; share. */
    usualFill: 0.7,
    /** Width of a Latin character, in widths of a Chinese one (half width). */
    narrow: 0.5,
    /** Cells of a column, more than which show that it is never left blank. */
    neverBlank: 3,
    /** Paragraphs above a table that may be its title, number and unit. */
    captionLines: 8,
    /** Edges this near are the same, points; word processors shift them a little from page to page. */
    sameEdge: 4,
    /** Edges of tables with equally many columns may be this far apart, points. */
    samePlace: 15,
    /** Share of edges that must be the same. */
    commonEdges: 0.5,
    /** Share of edges from which on columns are the same beyond doubt. */
    nearlyAllEdges: 0.75,
    /** First rows of a table in which its header is looked for. */
    headerRows: 10,
    /** First rows of the lower table that are compared with the header of the upper. */
    headRowsCompared: 6,
    /** Rows that begin with the same labels as those of the table before, from which on it is a form of its own. */
    labelsOfForm: 2,
    /** Share of a row's texts that are terms of headers, from which on it is a header. */
    terms: 0.6,
    /** Header rows that a page break leaves behind at most. */
    mostRowsCut: 2,
    /** Columns of numbers with a text each that show a header, where there are as many. */
    named: 2,
    /** Rows of two facing pages may stand so far from one another, points. */
    sameRow: 3,
    /** Fewest rows that show that two pages share them. */
    rowsShared: 3,
    /** From so many other rows a table shows what each of its rows has. */
    rowsOfProof: 3,
    /** Rows that may lack a code all the same: the total. */
    withoutCode: 1,
  },
} as const;
