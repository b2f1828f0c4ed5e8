import { createHash } from "node:crypto";
import type { Correction } from "./correction.js";

/** A short name of corrections, which is another where any of them is; undefined where there are none. */
export function digestOf(corrections: readonly Correction[]): string | undefined {
  if (corrections.length === 0) return undefined;
  return createHash("sha256").update(JSON.stringify(corrections)).digest("hex").slice(0, 16);
}
