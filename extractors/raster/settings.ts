/**
 * Thresholds of the pixels of a page. Shades go from 0 (black) to 255 (white); lengths are inches, so that
 * they hold at any resolution. Chosen while looking at scanned documents and at pictures that `bench ocr`
 * makes, not measured one by one, unless a comment says so.
 *
 * Loops over pixels take theirs into a constant of their module: as properties of the record
 * they made cleaning a page slower.
 */
export const RASTER = {
  /** What is ink. */
  ink: {
    /** Shade below which a pixel of a clean page is ink. */
    print: 160,
    /** Shade below which a pixel is ink, whatever became of the page's light. */
    marks: 150,
    /** Shade below which a pixel may be part of a rule on a clean page. */
    clean: 176,
    /** How much darker a pale line is than what is above and below it, shades. */
    contrast: 28,
    /** Palest line, shade. */
    palest: 240,
    /** Shade below which ink beside a rule is a stroke; the blur of the rule is paler. */
    stroke: 150,
  },
  /** How large a picture is. */
  size: {
    /**
     * Most pixels of a picture: more than a sheet of A1 at 300 dpi has; decoding them would take the memory
     * of the machine.
     */
    most: 150_000_000,
    /** Pixels to which finer pictures are reduced: a sheet of A3 at 300 dpi; no character needs more. */
    enough: 18_000_000,
    /**
     * Stated resolution below which it is what programs write who do not know, pixels to the inch: no
     * scanner works so coarsely.
     */
    coarsest: 90,
    /**
     * Least share of the resolution of A4: larger sheets than A2 are mostly scans that took a pixel for a
     * point.
     */
    leastOfA4: 0.48,
  },
  /** Paper, made white. */
  light: {
    /** Margin of a page that is not asked for its paper, share: a dark desk around a photographed sheet. */
    around: 0.2,
    /** Shade that paper is lighter than unless the page is a negative; shaded photographs stay above it. */
    darkPaper: 80,
    /** Share of a negative that is paper: a picture or a filled cover is less even. */
    negative: 0.7,
    /** Side of the squares in which paper is looked for, inches. */
    square: 0.16,
    /** Shade that paper is never darker than: what is, is a picture or a fill that is left as it is. */
    darkestPaper: 90,
    /** Share of a square's pixels that are darker than its paper; strokes seldom fill more. */
    inked: 0.8,
    /** Share of the ink that is black afterwards. */
    black: 0.15,
    /** Shade that ink is never paler than: a page of pale print alone is not made blacker than print. */
    palestInk: 150,
    /** Shade that the grain of paper is never darker than. */
    darkestGrain: 205,
    /**
     * Share of the paper that is darker than one step of its grain: a standard deviation, where grain is
     * spread normally.
     */
    lowGrain: 0.16,
  },
  /** Official seals and the shades of colour. */
  seals: {
    /** Side of the squares in which colour is looked for, inches. */
    square: 0.04,
    /**
     * Smallest seal, inches: official ones are 3 to 5 cm wide; smaller coloured shapes may be characters of
     * a title.
     */
    smallest: 1.1,
    /** Largest seal, inches. */
    largest: 2.6,
    /** How much longer than wide a seal may be, oval ones among them. */
    longest: 1.9,
    /** Share of a seal's squares that show its colour: print in one colour shows less, a filled box all. */
    densest: 0.97,
    /** Difference of the channels from which on a pixel is coloured. */
    coloured: 48,
    /** Part of a box's side that an ellipse in it leaves free at each corner, well within. */
    corner: 0.11,
    /** Shade from which on coloured ink is that of a seal, a bright red or blue; darker colours are print. */
    bright: 130,
    /** Share of the light of a seal's ink from which on a pixel fades. */
    fadesFrom: 0.7,
    /** Share from which on it is gone. */
    fadesTo: 0.88,
  },
  /** Dark borders of a scan, and punch holes. */
  borders: {
    /** Side of the squares in which dark places are looked for, inches. */
    square: 0.025,
    /** Mean shade below which a square is part of a border of the scan or of a hole. */
    dark: 100,
    /** Shade below which a pixel is dark where a border fades out at the edge of a picture. */
    faded: 170,
    /** Smallest punch hole, inches: 5 to 8 mm with the blur of the scan. */
    smallestHole: 0.15,
    /** Largest punch hole, inches. */
    largestHole: 0.38,
    /** How near an edge of the sheet punch holes lie, inches. */
    margin: 0.8,
    /** Difference of a hole's sides, share of the longer. */
    roundness: 0.25,
    /** Share of a hole's squares that are dark. */
    solid: 0.6,
    /** Share of a hole's pixels that are dark: characters have white between their strokes. */
    filled: 0.98,
    /** Squares around the solid ones of a dark place that belong to it, and where it fades out. */
    rim: 2,
  },
  /** Dust. */
  specks: {
    /** Side of the largest speck, inches: smaller than a decimal point. */
    dust: 0.0105,
    /** How far from print dust must lie, so that it cannot be a point in it; inches. */
    apart: 0.05,
    /**
     * Resolution from which on single pixels are too small for a decimal point of the smallest print,
     * pixels to the inch.
     */
    fine: 180,
    /** Share of a square's pixels that are ink where something is printed. */
    printed: 0.22,
  },
  /** How crooked a sheet lies. */
  skew: {
    /** Most that a sheet lies crooked in a scanner, degrees. */
    most: 5,
    /** Columns that are looked at. */
    columns: 320,
    /** Height of the bands in which lines are counted, pixels. */
    band: 4,
    /** Feet in a band that are ink of a line. */
    lined: 4,
    /** Feet below which nothing tells the angle. */
    fewestFeet: 50,
    /** Share of the best score from which on another is no worse: bands are whole pixels. */
    asGood: 0.98,
    /** How much more even bands at the found angle must be than 3° aside. */
    clearly: 1.15,
    /** Slant below which lines are straight enough, degrees. */
    straight: 0.05,
    /** Side of the squares in which pixels are moved, pixels: both pictures stay in the fast memory. */
    tile: 32,
  },
  /** Pages that were scanned on their side. */
  sideways: {
    /** Length of ink beyond that of any stroke, inches: it is a rule and says nothing. */
    rule: 0.5,
    /** White between the characters of a line and less than between lines, in print of any size; inches. */
    gaps: [0.02, 0.035, 0.06],
    /** How much longer what reads as words must be down the page than across. */
    clearly: 1.25,
  },
  /** Pages seen at an angle. */
  perspective: {
    /** Width of the strips at the sides of a page, share of it. */
    strip: 1 / 3,
    /**
     * Slope below which it is what a scanner does; a sheet seen at an angle of 5° shows three times as
     * much.
     */
    flat: 0.008,
    /** Lines at a side that show how they fall. */
    fewestLines: 6,
  },
  /** Two pages that were scanned as one sheet. */
  twoPages: {
    /** How much wider than high two pages side by side are. */
    landscape: 1.15,
    /** How far from the middle the gutter lies, share of the width. */
    offMiddle: 0.08,
    /** What the inner margins of two pages leave free together, share of the width. */
    gutter: 0.035,
    /** Ink of a column where nothing is printed, share of its height. */
    dust: 0.003,
    /** Widest fold or shadow in a gutter, share of the width. */
    fold: 0.012,
    /** What a fold darkens of a column, share of its height: more than print does. */
    folded: 0.5,
    /** Columns with ink, more than which a page has, share. */
    printed: 0.4,
  },
  /** Drawn lines. */
  rules: {
    /** Thickest rule, inches: a border of three points and its blur. */
    thickest: 0.05,
    /** How far above and below a pale line paper is looked for, inches. */
    paleReach: 0.022,
    /** Shortest piece of a rule, inches: less than the height of a row. */
    shortest: 0.12,
    /** Gaps in the ink that a rule may have, inches. */
    gap: 0.01,
    /**
     * Steepest slope of a piece, more than a straightened page leaves: pieces that slant more are not one
     * line.
     */
    steepest: 0.01,
    /** How far from the line of one piece the next may begin, inches. */
    step: 0.0125,
    /** Widest break before a piece that may be a stroke, inches. */
    strokeBreak: 0.02,
    /** Widest break in a rule, inches: narrower than any cell. */
    break: 0.07,
    /**
     * Length below which pieces may be strokes of characters beside a rule, inches: they follow it almost
     * without a break.
     */
    piece: 0.3,
    /** Longest stretch where print that stands on a rule makes it too thick for one, inches. */
    covered: 0.35,
    /** Length beyond what strokes of neighbouring characters draw together, inches: a rule by itself. */
    long: 1.6,
    /** Length beyond the strokes of print, inches: a rule where it begins or ends at one. */
    stub: 0.3,
    /** How far from a rule a mark may end that is meant to meet it, inches. */
    reach: 0.025,
    /** Share of a long rule's length, on its clearer side, where something may touch it. */
    touched: 0.4,
    /** The same for both sides of a short one together: strokes of characters have others beside them. */
    touchedShort: 0.5,
    /** The same where nothing is beside a mark but dust. */
    touchedNowhere: 0.15,
    /** Share of a rule, on either side, where something may stand within half a character of a free one. */
    free: 0.05,
    /** Half a character of small print, inches. */
    halfCharacter: 0.05,
    /** Share of a rule that is drawn. */
    drawn: 0.9,
    /** How close to its edge what touches a mark is, inches: beyond its blur. */
    close: 0.012,
    /** How far the blur of a rule goes, pixels. */
    blur: 2,
    /** How far beyond a rule a stroke goes on that crosses it, inches. */
    strokeBeyond: 0.01,
  },
  /** Lines under text, in heights of a usual line. */
  underlines: {
    /** Length of a stroke that no character has. */
    longest: 1.3,
    /** Thickest line under text. */
    thickest: 0.12,
    /** How near above it the text stands. */
    near: 0.35,
    /** Share of its length over which there is text. */
    written: 0.3,
    /** Share of its length at which a stroke may have ink right below it. */
    stoodOn: 0.1,
  },
} as const;
