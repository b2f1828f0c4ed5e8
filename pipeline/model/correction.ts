/** What a correction of the text of a cell is called. */
export const TEXT = "text";

/** The states of a finding that corrections go between. */
export const OPEN = "open";
export const DISMISSED = "dismissed";

/**
 * What a reader put right in one document: the text of a cell, or a finding that is of no weight. It is
 * applied when the document is read again.
 */
export interface Correction {
  /** `p12/t3/r4c5`, as `printSpot` has it without its `#`. */
  readonly place: string;
  /** `text`, or `finding` and the rule: `finding:rows_agree`. */
  readonly what: string;
  /** What stood there; of a finding `open` or `dismissed`. */
  readonly from: string;
  readonly to: string;
  readonly who: string;
  /** When, in ISO 8601. */
  readonly when: string;
  readonly why: string;
}

/**
 * Corrections as they come to stand: each goes on from the one before it at the same place, and those
 * that were taken back are none.
 */
export function standing(all: readonly Correction[]): readonly Correction[] {
  const last = new Map<string, Correction>();
  for (const each of all) {
    const key = `${each.place} ${each.what}`;
    const before = last.get(key);
    last.set(key, before?.to === each.from ? { ...each, from: before.from } : each);
  }
  return [...last.values()].filter(({ from, to }) => from !== to);
}
