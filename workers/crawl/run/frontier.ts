import type { Score } from "../score/score.js";
import { CRAWL } from "../manners/settings.js";

/** An address that waits to be visited, and why. */
export interface Waiting {
  readonly url: string;
  readonly form: string | null;
  /** By which it is told apart from others. */
  readonly key: string;
  /** `file`: what is there is wanted as a document; `page`: it may lead to documents. */
  readonly wants: "file" | "page";
  readonly depth: number;
  readonly redirects: number;
  readonly referrer: string | null;
  readonly text: string | null;
  readonly why: string;
  readonly score: Score | null;
  readonly from: Evidence;
}

/** What the page that leads somewhere says of itself: passed on as evidence. */
export interface Evidence {
  readonly title: string | null;
  readonly issuer: string | null;
  readonly published: string | null;
}

/** Addresses in the order in which they are visited: files before pages, then as they were found. */
export interface Frontier {
  /** False where there is no room. */
  readonly add: (waiting: Waiting) => boolean;
  readonly next: () => Waiting | undefined;
}

export function openFrontier(): Frontier {
  const files: Waiting[] = [];
  const pages: Waiting[] = [];
  return {
    add: (waiting) => {
      if (files.length + pages.length >= CRAWL.waiting) return false;
      (waiting.wants === "file" ? files : pages).push(waiting);
      return true;
    },
    next: () => files.shift() ?? pages.shift(),
  };
}
