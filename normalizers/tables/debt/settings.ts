/** Thresholds of reading tables of debt. */
export const DEBT = {
  /** Share of the rows with amounts whose labels are regions, from which a table has a region a row. From the tables seen: all rows of these, none of others. */
  regionRows: 0.5,
} as const;
