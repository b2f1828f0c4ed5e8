import type { Origin } from "../../../index.js";
import type { Seen, Sightings } from "../../../pipeline/dataset/sightings.js";
import type { Store } from "../../store/store.js";
import { publicAddress } from "../../web/masked.js";
import { readCurrent, sitesKnownTo } from "./journal.js";
import { documentsIn } from "./known.js";
import type { Known, KnownAddress, Version } from "./known.js";

/** A document that a crawl found: one version of what stands at an address. */
export interface FoundDocument {
  readonly sha256: string;
  readonly fileName: string;
  /** What origins.csv says of it; the path is another one for each version. */
  readonly found: Partial<Origin> & { readonly path: string };
  readonly sighting: Seen;
}

/** All versions of all documents of a site, the oldest first. */
export function foundIn(known: Known, region: string | null): readonly FoundDocument[] {
  return documentsIn(known).flatMap((address) =>
    address.versions.map((version, at) => documentOf(address, version, { at, region })),
  );
}

/** What was seen at each path of origins.csv. */
export function sightingsOf(found: readonly FoundDocument[]): Sightings {
  return new Map(found.map(({ found: { path }, sighting }) => [path, sighting]));
}

/** What was seen of all documents of all sites that a store knows. */
export async function sightingsIn(store: Store): Promise<Sightings> {
  const found: FoundDocument[] = [];
  for (const site of await sitesKnownTo(store))
    found.push(...foundIn(await readCurrent(store, site), null));
  return sightingsOf(found);
}

const ID_LENGTH = 16;

interface Which {
  /** Counted from 0. */
  readonly at: number;
  readonly region: string | null;
}

function documentOf(address: KnownAddress, version: Version, { at, region }: Which): FoundDocument {
  const { sha256, file_name, first_seen, last_seen } = version;
  const before = address.versions[at - 1];
  const isLast = at === address.versions.length - 1;
  return {
    sha256,
    fileName: file_name,
    found: {
      path: pathOf(address, at + 1),
      source_url: publicAddress(address.url),
      retrieved_at: first_seen,
      issuer: address.issuer,
      region,
      note: noteOf(address),
    },
    sighting: {
      version: at + 1,
      supersedes: before === undefined ? null : before.sha256.slice(0, ID_LENGTH),
      first_seen,
      last_seen,
      gone_on: isLast && address.gone_on !== null ? address.gone_on.slice(0, 10) : null,
      before: before === undefined ? null : pathOf(address, at),
    },
  };
}

/** Its address; what tells versions and forms apart stands in the fragment, which no server sees. */
function pathOf({ url, form }: KnownAddress, version: number): string {
  const more = [...(form === null ? [] : [form]), ...(version === 1 ? [] : [`version=${version}`])];
  return more.length === 0 ? publicAddress(url) : `${publicAddress(url)}#${more.join("&")}`;
}

/** What the page that leads to it says: its words for it, its title, its date. */
function noteOf({ link_text, title, published }: KnownAddress): string | null {
  const said = [link_text, title, published].filter((each) => each !== null && each !== "");
  return said.length === 0 ? null : said.join(" · ");
}
