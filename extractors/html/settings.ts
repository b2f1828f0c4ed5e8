/** Thresholds of web pages. Chosen while looking at saved pages, not measured. */
export const HTML = {
  /** Files that are named in a sentence. */
  filesNamed: 5,
  /** Characters of prose of a page that says something itself. */
  fewestCharacters: 200,
  /** Bytes in which the head of a message ends. */
  head: 65_536,
  /** Shortest heading that is a title of a disclosure, characters; shorter ones are of the site. */
  shortestTitle: 6,
  /** Side up to which a picture is a sign, pixels. */
  smallPicture: 64,
} as const;
