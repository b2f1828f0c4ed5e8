import robots from "robots-parser";
import { CRAWL } from "../manners/settings.js";

/** The types of the library describe a module of ECMAScript; it is one of CommonJS, whose default is the function. */
type Parse = typeof robots.default;
const robotsParser: unknown = robots;

function isParse(value: unknown): value is Parse {
  return typeof value === "function";
}

/** What a host lets this program visit (RFC 9309). */
export interface RobotsRules {
  /** Whether it was read: where it cannot be, nothing is visited, and it is asked for again. */
  readonly isRead: boolean;
  readonly allows: (url: string) => boolean;
  /** Milliseconds that it asks to wait between two requests; null where it does not. */
  readonly delay: number | null;
}

/** The product token of the user agent, which groups of rules name. */
export const PRODUCT = "gongkai";

const ALL: RobotsRules = { isRead: true, allows: () => true, delay: null };
const NOTHING: RobotsRules = { isRead: true, allows: () => false, delay: null };

/**
 * The rules in an answer to `/robots.txt`: where there is no such file all is allowed (RFC 9309, 2.3.1.3), where
 * it cannot be reached nothing is (2.3.1.4).
 */
export function rulesIn(url: string, status: number | null, text: string): RobotsRules {
  if (status === null || status >= 500 || status === 429) return { ...NOTHING, isRead: false };
  if (status >= 400) return ALL;
  if (!isParse(robotsParser)) throw new TypeError("robots-parser is no function");
  const parsed = robotsParser(url, text);
  const seconds = parsed.getCrawlDelay(PRODUCT);
  const delay = seconds === undefined || !(seconds >= 0) ? null : seconds * 1_000;
  if (delay !== null && delay > CRAWL.longestDelay) return NOTHING;
  return { isRead: true, allows: (address) => parsed.isAllowed(address, PRODUCT) !== false, delay };
}
