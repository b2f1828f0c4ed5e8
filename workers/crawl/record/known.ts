import * as z from "zod";
import { keyOf } from "../discover/address.js";
import type { CrawlRow } from "./row.js";

const version = z.strictObject({
  sha256: z.string(),
  file_name: z.string(),
  first_seen: z.string(),
  last_seen: z.string(),
});

const address = z.strictObject({
  url: z.string(),
  form: z.string().nullable(),
  sha256: z.string().nullable(),
  etag: z.string().nullable(),
  last_modified: z.string().nullable(),
  media_type: z.string().nullable(),
  /** Of a document its bytes over time, the oldest first; of a page none. */
  versions: z.array(version),
  gone_on: z.string().nullable(),
  link_text: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  published: z.string().nullable(),
});

const robots = z.strictObject({
  visited_at: z.string(),
  status: z.int().nullable(),
  sha256: z.string().nullable(),
});

/** What all runs of a site came to know: made of the rows of crawl.csv alone. */
export const known = z.strictObject({
  addresses: z.record(z.string(), address),
  /** The last robots.txt of each origin. */
  robots: z.record(z.string(), robots),
  /** The last run that is in it; none before the first has ended. */
  up_to: z.string().nullable().default(null),
});

export type Known = z.infer<typeof known>;
export type KnownAddress = z.infer<typeof address>;
export type Version = z.infer<typeof version>;

export const NOTHING_KNOWN: Known = { addresses: {}, robots: {}, up_to: null };

/** What is known, with more rows. */
export function withRows(before: Known, rows: Iterable<CrawlRow>): Known {
  const addresses = { ...before.addresses };
  const byOrigin = { ...before.robots };
  for (const row of rows)
    if (row.decision === "robots") {
      const { visited_at, status, sha256 } = row;
      byOrigin[new URL(row.url).origin] = { visited_at, status, sha256 };
    } else {
      const key = keyOf(row.url, row.form);
      const next = withRow(addresses[key], row);
      if (next !== undefined) addresses[key] = next;
    }
  return { ...before, addresses, robots: byOrigin };
}

function withRow(before: KnownAddress | undefined, row: CrawlRow): KnownAddress | undefined {
  const { decision, visited_at } = row;
  if (decision === "gone") return before && { ...before, gone_on: before.gone_on ?? visited_at };
  if (decision !== "page" && decision !== "taken" && decision !== "unchanged") return before;
  const { url, form, sha256, etag, last_modified, media_type } = row;
  const { link_text, title, issuer, published } = row;
  const versions = before?.versions ?? [];
  return {
    url,
    form,
    sha256,
    etag,
    last_modified,
    media_type,
    link_text,
    title,
    issuer,
    published,
    versions: decision === "page" ? versions : versionsWith(versions, row),
    gone_on: null,
  };
}

/** A document that comes back as it was before is that version again. */
function versionsWith(versions: readonly Version[], row: CrawlRow): Version[] {
  const { sha256, visited_at, file_name } = row;
  if (sha256 === null) return [...versions];
  const last = versions.at(-1);
  if (last?.sha256 === sha256)
    return [...versions.slice(0, -1), { ...last, last_seen: visited_at }];
  const first = {
    sha256,
    file_name: file_name ?? sha256,
    first_seen: visited_at,
    last_seen: visited_at,
  };
  return [...versions, first];
}

/** The addresses of documents, those that are gone too. */
export function documentsIn({ addresses }: Known): readonly KnownAddress[] {
  return Object.values(addresses).filter(({ versions }) => versions.length > 0);
}
