/** Manners and limits of crawling. Times are milliseconds. Chosen, not measured, but where it says otherwise. */
export const CRAWL = {
  /** Between two requests to a host, where neither sites.yaml nor robots.txt asks for more. */
  delay: 3_000,
  /** Requests of one run of a site. */
  budget: 2_000,
  /** Sites at once: each host has one connection, so this bounds connections and memory. */
  sitesAtOnce: 100,
  /** For how long a robots.txt is taken to be as it was (RFC 9309, 2.4). */
  robotsKept: 24 * 60 * 60_000,
  /** Bytes of a robots.txt that are read (RFC 9309, 2.5 asks for 500 KiB at least). */
  robotsBytes: 512 * 1_024,
  /** Longest pause that a robots.txt may ask for; where it asks for more the site is not crawled. */
  longestDelay: 120_000,
  /** Longest pause that an answer may ask for; where it asks for more the run ends and goes on next time. */
  longestPause: 5 * 60_000,
  /** Tries of a request that fails in a way that may pass. */
  tries: 3,
  /** Pause before the second try; it doubles. */
  firstPause: 10_000,
  /** Addresses in a row that fail, after which a site is left alone until its next run. */
  failuresInRow: 5,
  /** Longest time that one answer may take. */
  longest: 2 * 60_000,
  /** Bytes of a page, unpacked. */
  pageBytes: 8 * 1_024 * 1_024,
  /** Bytes of a document, unpacked. */
  documentBytes: 64 * 1_024 * 1_024,
  /** Redirects from one address. */
  redirects: 5,
  /** Links that are looked at on one page. */
  links: 5_000,
  /** Addresses of one shape (digits left out) that are visited without finding anything of worth. */
  fruitless: 30,
  /** Characters of the scripts of one page that are looked at. */
  scriptText: 500_000,
  /** Pages of one list. */
  listPages: 200,
  /** Addresses that wait to be visited: bounds memory. */
  waiting: 20_000,
} as const;
