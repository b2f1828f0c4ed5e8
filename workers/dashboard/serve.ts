import { once } from "node:events";
import type { Writable } from "node:stream";
import { openLog } from "../queue/redis/log.js";
import { masked } from "../web/masked.js";
import { openDashboard } from "./dashboard.js";
import type { DashboardOptions } from "./dashboard.js";

export interface ServeOptions extends Omit<DashboardOptions, "events"> {
  /** Where the log is written. */
  readonly output: Writable;
  readonly stop: AbortSignal;
}

/**
 * Serves the dashboard until `stop`; Redis may come later and go meanwhile.
 *
 * @throws CannotListen
 */
export async function serveDashboard({ output, stop, ...options }: ServeOptions): Promise<void> {
  const log = openLog(output);
  const redis = masked(options.redis);
  const dashboard = await openDashboard({
    ...options,
    events: {
      lost: ({ en: reason }) => log.warn({ event: "redis_lost", redis, reason }),
      back: () => log.info({ event: "redis_back", redis }),
    },
  });
  log.info({ event: "listening", address: dashboard.address, redis });
  if (!stop.aborted) await once(stop, "abort");
  await dashboard.close();
  log.info({ event: "stopped" });
}
