import type { WasRead } from "./was-read.js";

/** What a reading thread says to the process. */
export type Said =
  | { readonly type: "ready" }
  /** A page of the document in hand was recognized. */
  | ({ readonly type: "page" } & PageDone)
  /** What is recognized cannot be kept; it is read all the same. */
  | { readonly type: "cache_fault"; readonly reason: string }
  | { readonly type: "read"; readonly result: WasRead };

/** How many pages of a document are recognized, of those that are to be. */
export interface PageDone {
  readonly done: number;
  readonly all: number;
}
