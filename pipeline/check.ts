import type { Finding, Rule } from "./finding.js";
import type { Reading } from "./reading.js";

/** One rule over a whole reading. */
export interface Check {
  readonly rule: Rule<never>;
  readonly run: (reading: Reading) => CheckResult;
}

/** `compared`: how many comparisons were made; none is not a pass but `unable` with its reason. */
export interface CheckResult {
  readonly compared: number;
  readonly findings: readonly Finding[];
  /** Why nothing could be compared. */
  readonly unable?: string;
}

/** A line of the coverage ledger. */
export interface Coverage {
  readonly rule: string;
  readonly outcome: "passed" | "failed" | "not_run";
  readonly compared: number;
  readonly findings: number;
  readonly reason?: string;
}
