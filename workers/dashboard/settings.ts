/** Limits of the dashboard. Chosen, not measured. */
export const DASHBOARD = {
  /** How long Redis may take to answer, ms. */
  answersWithin: 3_000,
  /** Longest pause before the next try to reach it, ms. */
  slowestRetry: 2_000,
  /** Failures that can be looked at each time without keeping Redis busy. */
  lastFailed: 1_000,
} as const;
