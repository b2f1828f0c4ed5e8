import { DelayedError } from "bullmq";
import type { Job } from "bullmq";
import { VERSION } from "../../index.js";
import type { Logger } from "./log.js";

/** A job in the hands of a worker, with the token that proves it. */
export interface Held {
  readonly job: Pick<Job, "moveToDelayed">;
  readonly token: string | undefined;
}

/**
 * Puts a job off: no thread is kept waiting, and it counts as no attempt.
 *
 * @throws DelayedError, which the worker is to see
 */
export async function putOff({ job, token }: Held, milliseconds: number): Promise<never> {
  await job.moveToDelayed(Date.now() + milliseconds, token);
  throw new DelayedError();
}

const UNTIL_NEWER = 10_000;

/** Leaves what a newer program submitted to workers of that version: this one's results are others. */
export async function leaveToNewer(held: Held, version: string, log: Logger): Promise<void> {
  if (!isNewer(version, VERSION)) return;
  log.warn({ event: "left_to_newer", submitted_by: version, version: VERSION });
  await putOff(held, UNTIL_NEWER);
}

/** Whether a version is newer than another: 1.10.0 than 1.9.3. */
export function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, "en", { numeric: true }) > 0;
}
