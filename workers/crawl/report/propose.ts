import { countOf, tally } from "../../../pipeline/model/tally.js";
import type { CrawlRow } from "../record/row.js";

/** A page that a site could be begun with: how many documents it leads to, and the title of one. */
export interface Proposal {
  readonly start: string;
  readonly documents: number;
  readonly example: string;
}

/** An index that holds this many files itself is a start; of fewer that is an article of a list. */
const FILES_OF_INDEX = 5;
const MOST = 8;

/** The lists that lead to the documents of a dry run, those with most of them first. */
export function proposals(rows: readonly CrawlRow[]): readonly Proposal[] {
  const files = rows.filter(({ reason }) => reason?.startsWith("dry run") === true);
  const pages = new Map(
    rows.filter(({ decision }) => decision === "page").map((row) => [row.url, row]),
  );
  const held = tally(files.map(({ referrer }) => referrer));
  const startOf = ({ referrer }: CrawlRow) => {
    if (referrer === null || countOf(held, referrer) >= FILES_OF_INDEX) return referrer;
    return firstOfList(pages.get(referrer)?.referrer ?? referrer, pages);
  };
  const examples = new Map(files.map((row) => [startOf(row), row.link_text ?? ""]));
  return [...tally(files.map(startOf))]
    .flatMap(([start, documents]) => {
      const example = examples.get(start) ?? "";
      return start === null ? [] : [{ start, documents, example }];
    })
    .toSorted((a, b) => b.documents - a.documents)
    .slice(0, MOST);
}

/** The first page of the list that a page goes on with, by what led to it. */
function firstOfList(page: string, pages: ReadonlyMap<string, CrawlRow>): string {
  const row = pages.get(page);
  const goesOn = ["next", "list", "frame"].includes(row?.reason ?? "");
  return goesOn && row?.referrer ? firstOfList(row.referrer, pages) : page;
}
