import type { Package } from "../package/package.js";
import { tableNamed } from "../package/package.js";
import { cellsBy, rowsOf } from "../package/rows.js";

/** What a release takes from the document of its plan. */
export interface Source {
  readonly issuer?: string | undefined;
  readonly code?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly format?: string | undefined;
  /** When it was published, else approved, else fetched. */
  readonly date?: string | undefined;
}

/** The documents of a dataset by their ids. */
export async function sourcesOf(from: Package): Promise<ReadonlyMap<string, Source>> {
  const documents = tableNamed(from, "documents");
  const cell = cellsBy(documents);
  const sources = new Map<string, Source>();
  for await (const row of rowsOf(from, documents)) {
    const stated = (name: string): string | undefined => cell(row, name) || undefined;
    const day = stated("published_on") ?? stated("approved_on");
    sources.set(cell(row, "document_id"), {
      issuer: stated("issuer_name"),
      code: stated("issuer_code"),
      title: stated("title"),
      url: stated("source_url"),
      format: stated("media_type"),
      date: day === undefined ? (stated("retrieved_at") ?? stated("first_seen")) : startOf(day),
    });
  }
  return sources;
}

/** The beginning of a day in China. */
export function startOf(day: string): string {
  return `${day}T00:00:00+08:00`;
}
