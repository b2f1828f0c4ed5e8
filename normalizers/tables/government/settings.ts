/** Thresholds of reading the tables of governments. */
export const GOVERNMENT = {
  /** Least difference of two indents in points that are two depths. Seen: 8 to 22 between depths, under 3 within one. */
  indentStep: 5,
  /** Most depths that space may show; more of it is centred or ragged text. Seen: up to 5. */
  deepest: 6,
  /** Ranks that stand between two styles of list numbers for rows without a number. More than `deepest`. */
  ranksOfSpace: 10,
  /** Least names of one level of the classification that show at which rank it stands, and what share of its names they are at least. */
  leastOfLevel: 5,
  ofLevel: 0.8,
  /** Share of the rows with amounts whose labels are regions, from which a table has a region a row. As in tables of debt. */
  regionRows: 0.5,
  /** Least regions of such a table where its caption does not call it one. */
  fewestRegions: 3,
} as const;
