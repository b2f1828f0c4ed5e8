/** Limits of fetching. Times are milliseconds. Chosen, not measured. */
export const WEB = {
  /** Longest time that one file may take. */
  longest: 10 * 60_000,
  /** Longest pause that a server may ask for. */
  longestPause: 5 * 60_000,
  /** Most redirects that are followed. */
  mostRedirects: 10,
} as const;
