import type { Writable } from "node:stream";
import { pino } from "pino";
import type { Logger } from "pino";

export type { Logger } from "pino";

/**
 * A log of JSON lines, one an event: `{event, document?, job?, stage?, duration_ms?, …}` beside
 * pino's `level` and `time`.
 */
export function openLog(stream: Writable): Logger {
  return pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, stream);
}

/** The milliseconds since a time of `performance.now()`, whole. */
export function since(start: number): number {
  return Math.round(performance.now() - start);
}
