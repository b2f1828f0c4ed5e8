/** Times of a run on one machine, milliseconds. Chosen, not measured. */
export const LOCAL = {
  /** How often a lock that another holds is looked at. */
  lockLookedEvery: 200,
  /** How often the holder of a lock says that it lives. */
  lockBeatEvery: 5000,
  /** Silence after which a process is taken for dead. */
  lockSilent: 60_000,
  /** Age at which a lock file that nothing was written to never will be. */
  lockUnfinished: 5000,
} as const;
