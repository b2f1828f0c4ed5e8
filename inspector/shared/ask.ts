import type { DocumentDataset } from "../model/dataset.js";
import type { CorrectionRow } from "../../workers/local/corrections.js";
import type { CheckCount, Entry } from "../../workers/inspector/shelf.js";

export type { CheckCount, CorrectionRow, Entry };

/** The server says that there is nothing of that name. */
export class NotThere extends Error {
  override readonly name = "NotThere";
}

/** The documents that can be looked at. */
export const askEntries = (): Promise<readonly Entry[]> => ask("/api/documents");

/** How many checks of a document passed. */
export const askChecks = (id: string): Promise<CheckCount> => ask(`/api/documents/${id}/checks`);

/** All that is known of a document, and whether corrections of it are taken. */
export interface Answered {
  readonly dataset: DocumentDataset;
  readonly isTaken: boolean;
}

/** Asks for both at once: keys that correct work as soon as there is something to correct. */
export async function askDocument(id: string): Promise<Answered> {
  const [dataset, { isTaken }] = await Promise.all([
    ask<DocumentDataset>(`/api/documents/${id}`),
    ask<{ readonly isTaken: boolean }>("/api/corrections"),
  ]);
  return { dataset, isTaken };
}

/** What readers put right in a document, in order. */
export const askCorrections = (id: string): Promise<readonly CorrectionRow[]> =>
  ask(`/api/documents/${id}/corrections`);

/** What is sent of a correction: the server knows the document and the time. */
export type SentCorrection = Omit<CorrectionRow, "document" | "when">;

/** Hands in a correction, and gives the row that it became. */
export async function sendCorrection(
  id: string,
  correction: SentCorrection,
): Promise<CorrectionRow> {
  const response = await fetch(`/api/documents/${id}/corrections`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(correction),
  });
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

/** Where the original of a document is. */
export const originalOf = (id: string): string => `/api/documents/${id}/original`;

/** The server is this program's, of this version: what it gives has the form that is asked for. */
async function ask<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (response.status === 404) throw new NotThere(address);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}
