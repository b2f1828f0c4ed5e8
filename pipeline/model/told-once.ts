import type { Finding, Severity } from "./finding.js";

const WEIGHT: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** What a finding on a page as a whole tells of. */
export const pageKey = (page: number): string => `page ${page}`;

/** What a finding on a line of text tells of: the digits of the line, whatever stands around them. */
export const lineKey = (text: string): string =>
  `line ${text.normalize("NFKC").replace(/\D/gu, "")}`;

/** The findings of a document without those that repeat, in another rule, what a graver one tells of. */
export function toldOnce(findings: readonly Finding[]): readonly Finding[] {
  const known = new Map<string, Finding[]>();
  for (const found of findings)
    for (const key of found.tellsOf ?? []) {
      const others = known.get(key);
      if (others === undefined) known.set(key, [found]);
      else others.push(found);
    }
  const isRepeated = (found: Finding): boolean =>
    (found.tellsOf ?? []).some((key) =>
      known.get(key)?.some((other) => other.rule !== found.rule && isGraver(other, found)),
    );
  return findings.filter((found) => !isRepeated(found));
}

const isGraver = (one: Finding, other: Finding): boolean =>
  WEIGHT[one.severity] > WEIGHT[other.severity];
