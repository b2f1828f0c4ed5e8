/**
 * Thresholds of what is taken from a page of a PDF. Chosen while looking at documents, not measured, unless a
 * comment says so.
 */
export const PAINTED = {
  /** How far the middle of a character may stand out of the clip, em. */
  clipSlack: 0.1,
  /** What is taken as a rule. */
  rules: {
    /** Thickest border, points; thicker areas are shading. */
    thickest: 3,
    /** How far a rule may be from straight, points. */
    stray: 0.6,
    /**
     * Share of the page from which on a unit square that is set up is a picture: pdf.js leaves large ones out,
     * and smaller ones tell nothing.
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
} as const;
