/** What `sites.yaml` may say: the schema that checks it, and that editors complete it by. */
import * as z from "zod";

const pattern = z
  .string()
  .min(1)
  .refine(isPattern, { error: "a regular expression of JavaScript" })
  .describe("A regular expression (JavaScript, flags iu), looked for anywhere in an address.");

const address = z
  .url({ protocol: /^https?$/u })
  .describe("An address that begins with http:// or https://.");

const host = z
  .string()
  .regex(/^(?:\*\.)?[\p{L}\p{N}.-]+$/u, "a host such as www.example.gov.cn, or *.example.gov.cn")
  .describe("A host; `*.example.gov.cn` stands for all hosts below one.");

const zone = z
  .string()
  .refine(isZone, { error: "a time zone such as Asia/Shanghai" })
  .describe("A time zone of the IANA database.");

const hours = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/u, "hours such as 22:00-06:00")
  .describe(
    "The hours in which the site may be visited, in its time zone; they may pass midnight.",
  );

const manners = {
  delay: z
    .number()
    .min(0)
    .optional()
    .describe("Seconds between two requests to a host; 3 where not given."),
  budget: z
    .int()
    .positive()
    .optional()
    .describe("The most requests of one run; 2000 where not given."),
  timeZone: zone.optional().describe("Of `schedule` and `hours`; Asia/Shanghai where not given."),
  hours: hours.optional(),
  cookies: z
    .boolean()
    .optional()
    .describe(
      "Keep cookies for the length of a call, for sites that show nothing without; false where not given.",
    ),
  schedule: z
    .string()
    .min(1)
    .optional()
    .describe("When `gongkai schedule` crawls it: a cron pattern, such as `0 30 2 * * *`."),
};

const site = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/u, "a name of small letters, digits and -")
    .describe("Names the site in files, logs and `--only`."),
  start: z.array(address).min(1).describe("The pages that a run begins with."),
  hosts: z
    .array(host)
    .min(1)
    .optional()
    .describe("The hosts that are visited; those of `start` where not given."),
  follow: z.array(pattern).default([]).describe("Pages that are visited whatever their score."),
  documents: z.array(pattern).default([]).describe("Files that are taken whatever their score."),
  ignore: z.array(pattern).default([]).describe("Addresses that are never visited."),
  depth: z
    .int()
    .min(0)
    .max(20)
    .default(6)
    .describe("The most links from a start page to a document."),
  region: z
    .string()
    .min(1)
    .optional()
    .describe("Passed on to origins.csv as a hint, never as what was read."),
  level: z
    .enum(["province", "prefecture", "county", "township"])
    .optional()
    .describe("Whose site it is; for people."),
  ...manners,
});

/** All of `sites.yaml`. */
export const sitesFile = z
  .strictObject({
    contact: z
      .union([z.email(), address], { error: "an e-mail address or an address of the web" })
      .describe("Whom the keepers of a site can write to: it stands in the user agent."),
    ...manners,
    allowPrivate: z
      .boolean()
      .default(false)
      .describe("Visit addresses of this machine and of private networks too: for tests."),
    sites: z.array(site).min(1),
  })
  .describe("The sites that gongkai crawls.");

export type SitesFile = z.infer<typeof sitesFile>;

/** The JSON Schema of `sites.yaml`, published as `docs/schema/sites.json`. */
export function sitesSchema(): object {
  return z.toJSONSchema(sitesFile, { io: "input" });
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, "iu").source !== "";
  } catch {
    return false;
  }
}

function isZone(text: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
