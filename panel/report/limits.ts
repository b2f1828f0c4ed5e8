/** How much a report shows of each part, so that its page opens whatever was read. What is left out is counted. */
export const LIMITS = {
  /** Issuers of the table of coverage. */
  coverage: 1000,
  /** Documents that could not be placed. */
  unplaced: 200,
  /** Issuers with findings. */
  findingIssuers: 500,
  /** Errors, each with its sentence. */
  errors: 500,
  /** Issuers whose structure of expenditure, or whose costs, can be chosen. */
  chosen: 200,
  changes: 1000,
  conflicts: 500,
  debt: 1000,
} as const;

/** What makes a change from year to year an outlier. */
export const OUTLIER = {
  /** Times as much, or as little: units that were mixed up are among these. */
  times: 10,
  /** Interquartile ranges outside the quartiles of the logarithm of the ratio: Tukey's outer fences. */
  ranges: 3,
  /** Changes of a concept below which its quartiles mean nothing. */
  atLeast: 8,
} as const;
