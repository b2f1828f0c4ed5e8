/** Limits of the processes that read documents. */
export const POOL = {
  /** What is kept of what a process prints, characters. */
  lastWords: 2_000,
  /**
   * Room for new objects, MB. Measured: documents leave much garbage, and more room for it saves an eighth
   * of the time.
   */
  youngMegabytes: 64,
  /**
   * How much the heap of a reader grows before its old objects are collected again, % of what was left. V8 by itself
   * lets it double and more. Measured: a workbook of a million cells takes 540 MB instead of 750, and 7 % more time.
   */
  heapGrowth: 30,
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
