/**
 * Thresholds of whose document it is. Chosen while looking at documents, not measured, unless a comment
 * says so.
 */
export const IDENTITY = {
  /** Which division a name means. */
  region: {
    /** Lines at the beginning that can name the assembly which a report was laid before. */
    titleLines: 12,
    /** How many times the mentions of the runner-up make a choice between divisions clear. */
    clearLead: 3,
    /** Longest name of a division, characters; official names are shorter. */
    longestPlace: 15,
    /** Longest beginning of a text that is tried as the name of a division, characters. */
    longestPrefix: 8,
    /** How far before a body's name the places that it is in can begin, characters. */
    longestChain: 24,
    /** Mentions of a body that are searched for the place before it. */
    mentionsSearched: 50,
  },
  /** The organization that publishes. */
  issuer: {
    /** Shortest rest of a name behind its place that is still an organization, characters. */
    shortestOrganization: 3,
    /**
     * Shortest name of an issuer, characters. Shorter ones name no place: the links of a page of the web
     * (`市政府`).
     */
    shortestName: 4,
    /** Longest name of an issuer, characters. */
    longestName: 40,
    /** Characters of a form printed on one line that are searched for who fills it in. */
    formSearched: 2000,
  },
  /** The head of a web page above the text. */
  page: {
    /** Blocks at the beginning that can be the head. */
    firstBlocks: 15,
    /** Longest value behind a label, characters. */
    longestValue: 100,
  },
  /** The title of the document. */
  title: {
    /** Longest line of a title, characters. */
    longestLine: 60,
    /** Longest title of all its lines, characters. */
    longestTitle: 100,
    /** Paragraphs that a title may have before it: meeting, file number, cover lines, contents. */
    firstLines: 12,
    /** Ratio of font sizes up to which lines belong to one title: a cover's issuer is often larger. */
    sizeRatio: 1.7,
    /** Ratio of font sizes up to which they are equal, within the rounding of the source. */
    sameSize: 1.03,
    /** Blocks after a line among which a table shows that the line is its caption. */
    tableWithin: 3,
  },
  /** Year, date and kind of the document. */
  document: {
    /** Paragraphs at the end that can hold the date of publication. */
    footLines: 3,
    /** Paragraphs at the beginning that can name the issuer after a label. */
    firstLines: 20,
    /**
     * Characters of a paragraph that are searched: what a document says of itself stands at a paragraph's
     * beginning, and a paragraph can be monstrous.
     */
    paragraphSearched: 10_000,
    /** Characters of prose that settle what a name means, if prose can. */
    proseSearched: 500_000,
    /**
     * Weight of words about a government's funds, beside 1 for those of a department: departments speak of
     * both.
     */
    governmentWeight: 0.5,
    /** Distance between an approval and its date, characters. */
    dateNear: 30,
  },
} as const;
