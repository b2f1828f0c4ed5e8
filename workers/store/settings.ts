/** Limits of stores. Chosen, not measured, unless a comment says so. */
export const STORE = {
  /** Longest silence of a service where its address states none, seconds. */
  silence: 30,
  /** How often a body is asked for again that was cut: the client tries again only until it begins. */
  bodyRetries: 2,
  /** For how long a store that does not work is left alone, ms: each try costs a page its patience. */
  leftAlone: 60_000,
  /** Longest time that a connection may take, ms. */
  connecting: 5_000,
  /** How long a request may take in all, in times of the longest silence. */
  patience: 20,
  /** Size of a part of an upload, bytes; the least that services take is 5 MiB. */
  part: 16 * 1024 * 1024,
} as const;
