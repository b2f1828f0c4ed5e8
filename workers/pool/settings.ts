/** Limits of the processes that read documents. */
export const POOL = {
  /** What is kept of what a process prints, characters. */
  lastWords: 2_000,
  /**
   * Room for new objects, MB. Measured: documents leave much garbage, and more room for it saves an eighth
   * of the time.
   */
  youngMegabytes: 64,
  /** How often memory is looked at, ms. */
  watchedEvery: 100,
  /**
   * What the process may grow by beside its document, MB: copies of its bytes and of its result. Not
   * measured.
   */
  ownMegabytes: 256,
  /**
   * What recognition holds outside the heap once it has read a page, whichever document that was of, MB.
   * Not measured.
   */
  recognitionMegabytes: 512,
} as const;
