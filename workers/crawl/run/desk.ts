import type { Clock } from "../manners/clock.js";
import type { Lanes } from "../fetch/lanes.js";
import type { Visit } from "../fetch/visit.js";
import type { Archived } from "../record/warc.js";
import type { CrawlRow } from "../record/row.js";

/** What the sites of a run share. */
export interface Desk {
  readonly clock: Clock;
  readonly lanes: Lanes;
  readonly visit: Visit;
  /** Visit pages and say what would be taken, but take nothing. */
  readonly dryRun: boolean;
  readonly stop: AbortSignal;
  /** Where exchanges are kept, how; they are not kept where it is missing. */
  readonly archived?: Archived;
  readonly onRow: (row: CrawlRow) => void;
}

/**
 * How the run of a site ended: `done`; or it goes on next time, since its `budget` is used up, it is not its `hours`,
 * its servers do not answer (`away`) or asked for a long pause (`asked_to_wait`), or the program was `stopped`.
 */
export type SiteEnd = "done" | "budget" | "hours" | "away" | "asked_to_wait" | "stopped";
