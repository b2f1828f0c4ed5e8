import { DelayedError, WaitingError } from "bullmq";
import type { Job } from "bullmq";
import { VERSION } from "../../../index.js";
import type { Logger } from "../redis/log.js";
import { QUEUE } from "../redis/settings.js";

/** A job in the hands of a worker, with the token that proves it. */
export interface Taken {
  readonly job: Pick<Job, "id" | "moveToDelayed" | "moveToWait">;
  readonly token: string | undefined;
  readonly log: Logger;
}

/**
 * Puts a job off: no reader is kept waiting, and it counts as no attempt.
 *
 * @throws DelayedError, which the worker is to see
 */
export async function putOff({ job, token }: Taken, milliseconds: number): Promise<never> {
  await job.moveToDelayed(Date.now() + milliseconds, token);
  throw new DelayedError();
}

/**
 * Gives a job to whoever takes it next, as if it had never been taken.
 *
 * @throws WaitingError, which the worker is to see
 */
export async function handBackJob({ job, token, log }: Taken, stage: string): Promise<never> {
  await job.moveToWait(token);
  log.info({ event: "handed_back", stage });
  throw new WaitingError();
}

/** When it was last told that documents are left to a version. */
const told = new Map<string, number>();

/** Leaves what a newer program submitted to workers of that version: this one's results are others. */
export async function leaveToNewer(taken: Taken, version: string): Promise<void> {
  if (!isNewer(version, VERSION)) return;
  if (
    performance.now() - (told.get(version) ?? -QUEUE.read.putOffToldEvery) >=
    QUEUE.read.putOffToldEvery
  ) {
    told.set(version, performance.now());
    taken.log.warn({ event: "left_to_newer", submitted_by: version, version: VERSION });
  }
  await putOff(taken, QUEUE.read.untilNewer);
}

/** Whether a version is newer than another: 1.10.0 than 1.9.3, and 1.0.0 than 1.0.0-beta.1. */
export function isNewer(version: string, than: string): boolean {
  const [release, ...beta] = version.split("-");
  const [otherRelease, ...otherBeta] = than.split("-");
  const order = compared(release, otherRelease);
  if (order !== 0) return order > 0;
  if (beta.length === 0 || otherBeta.length === 0) return beta.length < otherBeta.length;
  return compared(beta.join("-"), otherBeta.join("-")) > 0;
}

function compared(a = "", b = ""): number {
  return a.localeCompare(b, "en", { numeric: true });
}
