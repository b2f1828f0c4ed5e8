import { withCauses } from "./causes.js";
import type { Bilingual, Finding, Rule } from "./finding.js";
import type { Reading } from "./reading.js";

/** One rule over a whole reading. */
export interface Check {
  readonly rule: Rule<never>;
  /** Whether what it finds may come of a table that was not read whole. */
  readonly compares?: true;
  readonly run: (reading: Reading) => CheckResult;
}

/** `compared`: how many comparisons were made; none is not a pass but `unable` with its reason. */
interface CheckResult {
  readonly compared: number;
  readonly findings: readonly Finding[];
  /** Why nothing could be compared. */
  readonly unable?: Bilingual<string>;
}

/** A line of the coverage ledger. */
export interface Coverage {
  readonly rule: string;
  readonly outcome: "passed" | "failed" | "not_run";
  readonly compared: number;
  readonly findings: number;
  readonly reason?: Bilingual<string>;
}

/** Runs all checks: their findings, and for each whether it passed, failed, or could not run and why. */
export function runChecks(
  reading: Reading,
  checks: readonly Check[],
): { readonly findings: readonly Finding[]; readonly coverage: readonly Coverage[] } {
  const results = checks.map((check) => ({
    check,
    rule: check.rule.id,
    result: check.run(reading),
  }));
  const doubts = [...reading.findings, ...results.flatMap(({ result }) => result.findings)];
  return {
    findings: results.flatMap(({ check, result }) =>
      check.compares === true ? withCauses(result.findings, doubts) : result.findings,
    ),
    coverage: results.map(({ rule, result }) => coverageOf(rule, result)),
  };
}

function coverageOf(rule: string, { compared, findings, unable }: CheckResult): Coverage {
  const counted = { rule, compared, findings: findings.length };
  if (findings.length > 0) return { ...counted, outcome: "failed" };
  if (compared > 0) return { ...counted, outcome: "passed" };
  return {
    ...counted,
    outcome: "not_run",
    reason: unable ?? {
      en: "the document states nothing to compare",
      zh: "文档没有可以比较的内容",
    },
  };
}
