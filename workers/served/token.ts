import { createHash, timingSafeEqual } from "node:crypto";

/** Shortest token, characters: shorter ones can be guessed. Chosen, not measured. */
export const SHORTEST_TOKEN = 16;

/** Addresses that only this machine reaches. A server that listens on another needs a token. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(?:\.\d{1,3}){3}$/u.test(host);
}

/** What a request shows for itself: its headers, and the address it asks for. */
export interface Shown {
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly url: URL;
}

/**
 * How a request proves that it may see its pages: by what its client sends each time, or by a
 * link with `?token=` that the browser is given a cookie for.
 */
export type Proof = "sent" | "link" | "none";

/** Compares in a time that does not depend on where two secrets differ. */
export function proofOf({ authorization, cookie, url }: Shown, token: string): Proof {
  const [, bearer = ""] = /^Bearer +(\S+)$/iu.exec(authorization ?? "") ?? [];
  if (same(bearer, token) || same(cookieIn(cookie, token), cookieValue(token))) return "sent";
  return same(url.searchParams.get("token") ?? "", token) ? "link" : "none";
}

/** The cookie that stands for a token. It is not the token, which opens more than one browser. */
export function cookieFor(token: string): string {
  return `${cookieName(token)}=${cookieValue(token)}; Path=/; HttpOnly; SameSite=Strict`;
}

/** Of each token another one: cookies are of a host, whose ports they do not tell apart. */
function cookieName(token: string): string {
  return `gongkai_${digest(`cookie name of ${token}`).toString("hex").slice(0, 16)}`;
}

function cookieValue(token: string): string {
  return digest(`cookie of ${token}`).toString("hex");
}

function cookieIn(header: string | undefined, token: string): string {
  const begins = `${cookieName(token)}=`;
  const pairs = (header ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(begins))?.slice(begins.length) ?? "";
}

/** Digests have one length, which the comparison in constant time asks for. */
function same(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
