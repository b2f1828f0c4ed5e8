/** How a page leads on: what is scored, and where it goes. */
export interface Link {
  readonly url: string;
  /** The fields of a form, encoded, where it is sent by POST. */
  readonly form: string | null;
  /** What the link is called. */
  readonly text: string;
  /** The text of the row or item that it stands in. */
  readonly row: string;
  /** Whether it stands in a menu, a head or a foot, where what the page is about says nothing of it. */
  readonly inMenu: boolean;
  readonly nofollow: boolean;
  readonly how: How;
}

/**
 * `link`: leads to a page or a file; `frame`: is part of the page; `next`: goes on with the list of the page;
 * `list`: gives the rows of the page's list.
 */
type How = "link" | "frame" | "next" | "list";

/** What a page is about, and where it leads. */
export interface PageFacts {
  readonly title: string;
  /** Who published it and when, as it says itself: evidence, never truth. */
  readonly issuer: string | null;
  readonly published: string | null;
  readonly noindex: boolean;
  readonly nofollow: boolean;
  /** Whether it tells amounts itself: a table or sentences with sums of money. */
  readonly statesAmounts: boolean;
  readonly links: readonly Link[];
}

/** A link that is no element of the page: of a script, of JSON. */
export function plainLink(url: string, how: How, said: Partial<Link> = {}): Link {
  return { url, how, form: null, text: "", row: "", inMenu: false, nofollow: false, ...said };
}

/** An address of the web, whole; undefined where it is none. */
export function addressIn(text: string, base: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || /^(?:javascript|mailto|tel|data|#)/iu.test(trimmed)) return undefined;
  if (!URL.canParse(trimmed, base)) return undefined;
  const url = new URL(trimmed, base);
  url.hash = "";
  return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
}
