/**
 * Thresholds of what makes words, lines, grids and paragraphs of the marks of a page. An em is the font
 * size. Chosen while looking at documents, not measured one by one, unless a comment says so.
 */
export const PAGE = {
  /** Where ink lies about a baseline. Fonts' own metrics are not asked: they may lie. */
  glyph: {
    /** Middle of a character above its baseline, em. */
    middle: 0.35,
    /** Top of a line above its baseline, em. */
    ascent: 0.9,
    /** Foot of a line below its baseline, em. */
    descent: 0.2,
  },
  /** Glyphs that belong together. */
  words: {
    /** Gap wider than which two glyphs are two words, em. */
    gap: 0.3,
    /**
     * How far a glyph may fall back behind the end of the one before it, em; farther back begins a new
     * word.
     */
    backstep: 0.6,
    /** How far a glyph may stand above or below the one before it, em. */
    shift: 0.2,
    /** How far aside text is painted again to fake a bold face, em. */
    aside: 0.15,
    /** The same, points: the bound of that for large type. */
    farthestAside: 24,
    /** Difference of font sizes below which text is painted again in the same size, points. */
    sameSize: 0.5,
    /** Side of the squares of a page by which equal words are found, points. It decides nothing but speed. */
    square: 8,
    /** Other readings of a word that are kept. */
    otherReadings: 6,
  },
  /** Words on one baseline. */
  lines: {
    /** Distance up to which baselines are one, em. Boxes are not asked: metrics may lie. */
    sameBaseline: 0.4,
    /** Difference of font sizes below which two words are set in one type, points. */
    sameSize: 0.05,
    /** Gap wider than which a blank is meant beside a Chinese character, em. */
    wideBlank: 0.35,
    /** Gap wider than which a blank is meant between Latin characters, em. */
    blank: 0.15,
    /** Gap wider than which two blanks are written, em: more than one Chinese character. */
    twoBlanks: 1.2,
    /** Length of the shorter of two parts of a number that was set with gaps in it, characters. */
    brokenPart: 2,
    /**
     * Usual gap between the parts of a line's numbers, more than which shows that they are set with gaps,
     * em.
     */
    numberGap: 0.1,
    /** How much wider than the usual such a gap can be, em. */
    numberSpread: 0.3,
    /** Widest gap inside a number, em. */
    widestNumberGap: 0.75,
    /** Fewest words of a line that justification stretched. */
    stretchedWords: 6,
    /** Mean length of such words, characters: most stand alone. */
    stretchedLength: 1.7,
    /** Usual gap from which on words are columns, not stretched text, em. */
    stretch: 1.2,
    /** How many times the usual gap of a stretched line a gap without a blank can be. */
    stretchSpread: 1.6,
  },
  /** Drawn lines. */
  rules: {
    /** Distance up to which rules are one, points: doubled lines, borders drawn once for each cell. */
    sameLine: 1.6,
    /** Widest gap between two dashes or two cells' borders of one line, points. */
    widestGap: 4,
    /** Shortest rule, points. Shorter leftovers are corners and dots. */
    shortest: 5,
  },
  /** Grids that rules make. */
  lattice: {
    /** How far rules may miss each other and still meet, points. */
    reach: 3,
    /** Distance up to which edges leave no room for text between them, points. */
    narrowest: 4,
    /** How far rules stick out beyond the last crossing to open one more column or row, points. */
    overhang: 8,
    /** Share of a cell's side that must be drawn. */
    drawn: 0.55,
    /** How far from the rest of its table a side may stand, points. */
    widestColumn: 150,
    /** Share of a table's height that its side must have. */
    side: 0.6,
    /** Most cells of a frame around a page. */
    frameCells: 3,
    /** How far a rule may stand out of the grid that it is part of, points. */
    insideGrid: 2,
    /** Cells from which on a grid without text is a table. */
    emptyFrame: 4,
    /** Rows of one wide cell each from which on they are parted by the columns of their header. */
    fewestParted: 2,
    /** Fewest upright rules that make columns by themselves. */
    fewestUpright: 3,
    /** How far their ends may differ, points. */
    sameEnd: 4,
    /** Font size from which on text cannot be that of a cell, in heights of the cell: it is a watermark over it. */
    largestType: 1.5,
    /** How near a character follows another of its label, and how far it stands before the edge that it runs over, em. */
    runsOn: 0.1,
    /** How far text may stand out of the frame, points. */
    slack: 2,
  },
  /** Rows of a grid that hold several printed rows. */
  rows: {
    /** Share of the amounts that must have a line of a label beside or around them. */
    labelled: 0.6,
    /** Distance of baselines up to which two lines stand beside one another, em. */
    beside: 0.5,
    /** Distance up to which a label stands close around its amount, em. */
    near: 0.9,
    /** Most lines of one number that was broken in a narrow cell. */
    wrappedLines: 3,
    /** Share of a cell's width that such a line fills. */
    wrappedFill: 0.8,
    /** How far from its amount a line of a label may stand, in distances of rows. */
    aroundPitch: 0.6,
    /** The same, em; the smaller of both counts. */
    around: 1.2,
    /** Largest step from a line of a label to the line that it is wrapped onto, em. */
    continuedStep: 2,
    /** Step below which a line of a label goes on with the one before it, in distances of rows. */
    continuedPitch: 0.8,
    /** Room that a full line leaves at the right of its cell, em. */
    continuedRoom: 1.5,
    /** Fewest amounts in a band that show its rows. */
    fewestOpen: 2,
    /** Fewest columns of words over an amount that show a header and a row in one band. */
    fewestHeaded: 3,
    /** Rows of whole numbers from which on their places alone show the rows. */
    fewestUnlabelled: 4,
    /** How far the steps of rows without labels may differ, or the middles of amounts of one row, em. */
    even: 0.3,
    /** Foot of the line above a cut, below its baseline, em. */
    foot: 0.2,
    /** Top of the line below a cut, above its baseline, em. */
    top: 0.8,
  },
  /** Tables without rules. */
  alignment: {
    /** Gap from which on words stand in two columns, em. */
    columnGap: 1.3,
    /** Fewest rows that show columns. */
    fewestRows: 3,
    /** Largest step between lines of one table, em. */
    largestStep: 4,
    /** Lines above a table among which its unit may stand. */
    captionDepth: 6,
    /** Gap from which on a whole amount stands in another column than the text before it, em. */
    amountGap: 0.5,
    /** Widest gap between two characters of one word that is set apart (合　　计), em. */
    spread: 5,
    /** Largest step between the lines of one text of a header, em. */
    wrapStep: 1.5,
    /** How far a header over several columns may stand from their middle, em. */
    sameMiddle: 2,
    /** Most lines of a header. */
    headerLines: 5,
    /** Longest text of a cell, characters: longer ones are prose. */
    longestCell: 45,
    /** How far a word may reach over the edge of its column, points. */
    overEdge: 1,
    /** Spread within which the amounts of a column end, begin or centre at one place, em. */
    aligned: 1.5,
    /** Foot of the last row below its baseline, em. */
    foot: 0.4,
    /** Distance from the outer edges within which a rule parts no row, points. */
    edge: 4,
  },
  /** Tables that have rules at their head and foot alone. */
  framed: {
    /** Share of a page's width from which on a rule frames a table. */
    shortest: 0.25,
    /** How far the ends of rules of one frame may differ, points. */
    sameEnd: 6,
    /** Fewest rows of figures. */
    fewestRows: 3,
    /** Share of rows that hold figures. */
    rows: 0.5,
    /** Largest step between two lines of such a table, em. */
    largestStep: 2.5,
    /** Step beyond which what follows is not of such a table, in usual steps of its lines. */
    apart: 1.7,
    /** How far a name over several columns begins from the labels, em: what begins at them is a caption. */
    indented: 4,
    /** Most lines of a header. */
    headerLines: 8,
    /** Longest text of a cell, characters: longer ones are prose. */
    longestCell: 60,
    /** Rows from which on a narrow gap that all of them have parts two columns. */
    manyRows: 6,
    /** Such a gap, em. */
    commonGap: 0.45,
    /** Gap that parts the columns of fewer rows, em. */
    gap: 1,
    /** Gap between two columns from which on the words of a header beside it name one column each, em. */
    nameGap: 0.45,
    /** Largest step between two lines of one name, in heights of its type. */
    nameStep: 0.6,
    /** Step within which a line goes on with the label above, in usual steps of rows. */
    wrapStep: 0.85,
    /** How far a word may reach over the edge of its column, points. */
    overEdge: 2,
  },
  /** Pages whose text runs in two columns. */
  columns: {
    /** How far both captions together stand from the edges or middles of the tables below them, em. */
    captionOffset: 4,
    /** Fewest lines with a text in either column that show columns of prose. */
    fewestLines: 3,
    /** Share of such lines with a punctuation mark of sentences, in each column. */
    sentences: 0.4,
  },
  /** Figures that stand in columns and in no table. */
  looseFigures: {
    /** Fewest lines of them that show a column: as many as the alignment of a table needs. */
    fewestLines: 3,
  },
  /** The text area of a page. */
  margins: {
    /** Share of a page's width from which on a line tells its margins. */
    longLine: 0.5,
    /** Long lines that tell the margin. */
    enoughLines: 5,
    /** How far from the margin a line that ends at it may end, em. */
    atMargin: 1.2,
    /** Share of the long lines that must end at it. */
    aligned: 0.4,
    /** Margins where nothing tells them, share of the page's width. */
    usual: 1 / 8,
    /** Which of the left ends, from the outermost in, is the left margin; share of the lines. */
    leftmost: 0.1,
    /** Which of the right ends is the right margin; share of the lines. */
    rightmost: 0.9,
  },
  /** Running headers, footers and page numbers. */
  furniture: {
    /** Lines from the top and from the foot of a page that are looked at. */
    depth: 3,
    /** Share of the page at its top or foot in which running lines stand. */
    margin: 0.16,
    /** Pages on which a text must stand at one height. */
    repeats: 3,
    /** The same in a document of so few pages, where the text stands well apart from what follows. */
    fewRepeats: 2,
    fewPages: 2,
    /** Room below a line that stands well apart, em. */
    apart: 1.5,
    /** How far heights may differ, points. */
    sameHeight: 4,
    /** How far aside characters of one turned line stand at most, points. */
    turnedLine: 2,
    /** Share of the page at its side in which turned page numbers stand. */
    turnedMargin: 0.1,
    /** Difference of font sizes below which two lines are of one caption, points. */
    sameSize: 0.1,
    /** How far apart the lines of one caption stand at most, em. */
    captionPitch: 2,
    /** How far apart their middles are at most, em. */
    sameMiddle: 1,
  },
  /** Lines that run on. */
  paragraphs: {
    /** Wrapped lines of a size that must be seen to tell their distance. */
    wrappedLines: 3,
    /** Largest step between two such lines, em. */
    wrappedStep: 3,
    /**
     * Room that a centred line leaves at both sides, and difference of the two below which they are equal,
     * em.
     */
    centred: 2.5,
    /** Difference of indents up to which two lines are set in alike, em. */
    sameIndent: 0.5,
    /**
     * How far the first line of a paragraph is set in, em: two characters, as the standard of official
     * documents has it (GB/T 9704), and some slack.
     */
    firstIndent: [1.2, 2.8],
    /**
     * How much the size of lines of one paragraph differs, share: less than that of two levels of headings.
     */
    sameLevel: 0.06,
    /** How far to the left of a first line the others begin, em. */
    unindented: 0.8,
    /** Largest step between the lines of one title, em. */
    titleStep: 2,
    /** How many times the size of the body a title is set in. */
    titleSize: 1.15,
    /** Room that a line which reaches the margin leaves, em. */
    atMargin: 1.6,
    /** Distance of lines of one paragraph where nothing tells it, em. */
    usualPitch: 1.8,
    /** How many times the distance of lines a break between paragraphs is. */
    apart: 1.35,
    /** Step below which lines are not of one paragraph, em. */
    closest: 0.5,
    /** How much the size of lines of one type differs, share. */
    sameType: 0.12,
    /** Room beside what would have come next that a full line which ends a sentence may leave, em. */
    endedSlack: 0.6,
    /** The same for a line in the middle of a sentence, em. */
    slack: 3,
    /** From this many characters on a line with a comma and no full stop is part of a sentence. */
    prose: 25,
    /** Farthest indent of a single line from which the indent of the next is counted, em. */
    hanging: 0.5,
    /** How much farther in than the lines before it an indented line begins, em. */
    indent: 0.8,
  },
  /** Pages of which nothing is read. */
  blank: {
    /** Largest share of a page that a picture beside nothing but its text may cover. */
    largePicture: 0.25,
    /** Share of a page from which on a picture can be its table, where a unit is printed and no table is. */
    pictureOfTable: 0.05,
    /** More cells than those of a row or two that are left empty at the end of a table. */
    manyCells: 9,
  },
} as const;
