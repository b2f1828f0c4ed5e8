import * as z from "zod";

/** What became of an address in a run. */
const DECISIONS = [
  "page",
  "taken",
  "unchanged",
  "left",
  "redirected",
  "gone",
  "failed",
  "refused",
  "nothing",
  "robots",
] as const;

/** A row of crawl.csv: one request, or an address that was left or refused, and why. */
export const crawlRow = z.strictObject({
  run: z.string().describe("When the run of the site began."),
  site: z.string().describe("The site of sites.yaml."),
  visited_at: z.string().describe("When it was asked for, or decided on."),
  method: z.enum(["GET", "POST", ""]).describe("How it was asked for; empty where it was not."),
  url: z.string().describe("The address."),
  form: z.string().nullable().describe("The fields that were sent by POST."),
  referrer: z.string().nullable().describe("The page that leads to it."),
  link_text: z.string().nullable().describe("What that page calls it."),
  depth: z.int().describe("How many links it is from a start page."),
  status: z.int().nullable().describe("The status that the server answered."),
  location: z.string().nullable().describe("Where it redirects to."),
  media_type: z.string().nullable().describe("What the server says that it is; not trusted."),
  bytes: z.int().nullable().describe("How many bytes it has, unpacked."),
  sha256: z
    .string()
    .nullable()
    .describe("The SHA-256 of its bytes; of an unchanged one those known."),
  file_name: z.string().nullable().describe("The name of a file, of its header or its address."),
  etag: z.string().nullable().describe("ETag of the answer."),
  last_modified: z.string().nullable().describe("Last-Modified of the answer."),
  decision: z.enum(DECISIONS).describe("What became of it."),
  reason: z.string().nullable().describe("Why."),
  score: z.number().nullable().describe("The score of the link."),
  parts: z.string().nullable().describe("What the score is made of."),
  title: z.string().nullable().describe("What the page that leads to it is about."),
  issuer: z.string().nullable().describe("Who published that page, as it says."),
  published: z.string().nullable().describe("When, as it says."),
});

export type CrawlRow = z.infer<typeof crawlRow>;

/** A row about nothing yet; what is known of an address is put over it. */
export const EMPTY_ROW = {
  method: "",
  form: null,
  referrer: null,
  link_text: null,
  depth: 0,
  status: null,
  location: null,
  media_type: null,
  bytes: null,
  sha256: null,
  file_name: null,
  etag: null,
  last_modified: null,
  reason: null,
  score: null,
  parts: null,
  title: null,
  issuer: null,
  published: null,
} as const satisfies Partial<CrawlRow>;
