/** Times and sizes of the queue. Times are milliseconds. Chosen, not measured. */
export const QUEUE = {
  /** The server. */
  redis: {
    /** Silence after which the server is away; the queue's longest question takes ten seconds. */
    silent: 30_000,
    /** Longest pause before the next try to reach it. */
    slowestRetry: 2_000,
    /** How long it may take to take jobs back, or to say good-bye. */
    grace: 2_000,
    /** Workers that vanished during a job, after which it would end the next. */
    mostStalls: 10,
    /** Jobs that are looked at together at first: one that is pending is mostly among them. */
    smallestSample: 8,
    /** Most jobs that are looked at together. */
    largestSample: 1_024,
  },
  /** Adding documents. */
  submit: {
    /** Documents that are asked for at once: a bucket is far away. */
    asked: 32,
    /** Failed jobs that are looked through at once. */
    page: 1_000,
    /** Shortest beginning of a document's name that names it, characters. */
    shortestName: 8,
    /** Jobs that Redis takes at once without keeping others waiting. */
    chunk: 1_000,
  },
  /** What is told. */
  status: {
    /** Failures that are listed. */
    mostListed: 20,
  },
  /** Reading a document. */
  read: {
    /** Shortest pause before a document is tried again. */
    shortestWait: 500,
    /** Longest such pause. */
    longestWait: 30_000,
    /** How often recognized pages are told of. */
    pagesToldEvery: 10_000,
    /** How long a document waits for a newer worker. */
    untilNewer: 10_000,
    /** How often that is told. */
    putOffToldEvery: 60_000,
  },
  /** Crawling sites. */
  crawl: {
    /** Sites that one worker visits at once: each waits for its servers most of the time. */
    atOnce: 32,
    /** How long a site waits whose hosts another worker visits. */
    untilFree: 60_000,
    /** How long a dataset waits for further crawls before it is compiled, where a crawl found nothing new. */
    untilCompiled: 10 * 60_000,
  },
  /** Compiling a dataset. */
  compile: {
    /** How often the one who waits looks. */
    lookedEvery: 500,
    /** How often that is told. */
    toldEvery: 5_000,
    /** Shortest pause before unread documents are looked for again. */
    shortestLook: 250,
    /** Longest such pause. */
    longestLook: 10_000,
    /** First pause after a store that did not work. */
    firstPause: 10_000,
    /** Longest such pause. */
    longestPause: 10 * 60_000,
  },
} as const;
