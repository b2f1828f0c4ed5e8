import { UnreadableSource, failed } from "../../index.js";
import type { DocumentDataset, Member } from "../../index.js";
import { leadingSource } from "../../pipeline/dataset/source.js";
import { printPieces } from "../../pipeline/dataset/json.js";
import type { Piece } from "../../pipeline/dataset/json.js";
import { summaryOf } from "./summary.js";
import type { DocumentSummary } from "./summary.js";

/** What became of a document: always its JSON, that of a failed one too. */
export interface WasRead extends ReadingEnd {
  /** Its JSON as in documents/<document_id>.json. */
  readonly pieces: readonly Uint8Array[];
}

/** What is told of a document when its JSON is printed. */
interface ReadingEnd {
  readonly summary: DocumentSummary;
  /** The fault of the program that stopped it, where there was one: its stack. */
  readonly bug?: string;
}

/** The files of an archive, which is no document itself. */
export interface WasUnpacked {
  readonly members: readonly Member[];
}

/** Prints what became of a document, which needs no reader. */
export function wasRead(dataset: DocumentDataset, bug?: unknown): WasRead {
  const pieces: Piece[] = [];
  const { printed, ...end } = printRead({ dataset, bug }, (piece) => pieces.push(piece));
  return { ...end, pieces: pieces.slice(-printed) };
}

/** How a reading ended, and how many of the pieces that were given last are its JSON. */
export interface PrintedEnd extends ReadingEnd {
  readonly printed: number;
}

/** Prints what became of a document piece by piece; one that turns out to be too large has failed. */
export function printRead(
  { dataset, bug }: { readonly dataset: DocumentDataset; readonly bug?: unknown },
  give: (piece: Piece) => void,
): PrintedEnd {
  let printed = 0;
  const count = (piece: Piece) => {
    printed += 1;
    give(piece);
  };
  try {
    printPieces(dataset, count);
    const told = bug === undefined ? {} : { bug: stack(bug) };
    return { printed, summary: summaryOf(dataset), ...told };
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    return printRead({ dataset: failed(leadingSource(dataset), error), bug }, give);
  }
}

function stack(bug: unknown): string {
  return bug instanceof Error && bug.stack !== undefined ? bug.stack : String(bug);
}
