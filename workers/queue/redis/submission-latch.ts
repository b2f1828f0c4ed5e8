import type { Queues } from "./queues.js";

/** The longest that an interrupted submission keeps its place: a year, in milliseconds. */
export const GATE_HOLDS = 365 * 24 * 60 * 60 * 1_000;

/** The id of the job that keeps a compile job waiting while documents are added. */
export function gateOf(id: string): string {
  return `${id}.gate`;
}

/** Keeps a gate for so long from now, in milliseconds. Returns whether it was still there. */
export async function holdGate(
  compile: Queues["compile"],
  id: string,
  milliseconds: number,
): Promise<boolean> {
  const gate = await compile.getJob(id);
  if (gate === undefined) return false;
  try {
    await gate.changeDelay(milliseconds);
    return true;
  } catch (error) {
    // It was opened between the look and the change.
    if (await gate.isDelayed()) throw error;
    return false;
  }
}
