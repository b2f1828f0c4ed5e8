import { inColumns, percent } from "./columns.js";
import type { Doubt } from "./doubts.js";

/** What is known of the values of some documents. */
export interface Doubts {
  readonly doubts: readonly Doubt[];
  /** Values of the gold that the run has nothing for: nothing can be marked there. */
  readonly lost: number;
}

const VERDICTS = ["wrong", "misnamed", "right"] as const;

/** Of the wrong, misnamed and right values, the shares that are marked by a finding or a low confidence. */
export function doubtTable(
  engine: string,
  { doubts, lost }: Doubts,
  thresholds: readonly number[],
): string {
  const sorted = VERDICTS.map((verdict) => doubts.filter(({ is }) => is === verdict));
  const row = (what: string, isMarked: (doubt: Doubt) => boolean) => [
    what,
    ...sorted.map((some) => percent(some.filter((doubt) => isMarked(doubt)).length, some.length)),
  ];
  const heads = VERDICTS.map((verdict, i) => `of ${sorted[i]?.length ?? 0} ${verdict}`);
  return inColumns([
    [`${engine}: marked`, ...heads, `${lost} lost`],
    row("by recognition_*", isFound),
    row("by any finding", ({ isDoubted }) => isDoubted),
    ...thresholds.map((least) => row(`by confidence < ${least}`, isBelow(least))),
    ...thresholds.map((least) =>
      row(
        `by recognition_*, confidence < ${least}`,
        (doubt) => isFound(doubt) || isBelow(least)(doubt),
      ),
    ),
  ]);
}

const isFound = ({ isRecognitionDoubted }: Doubt): boolean => isRecognitionDoubted;

const isBelow =
  (least: number) =>
  ({ confidence }: Doubt): boolean =>
    confidence < least;

/** The values that are not right, what the gold has in their place, and their marks; misnamed ones once a name. */
export function* wrongLines(doubts: readonly Doubt[]): Generator<string> {
  for (const doubt of doubts) if (doubt.is === "wrong") yield wrongLine(doubt);
  const told = new Set<string>();
  for (const doubt of doubts) {
    const name = [doubt.value.record["project_name"], doubt.value.record["label"]].join(" ");
    if (doubt.is !== "misnamed" || told.has(name)) continue;
    told.add(name);
    yield wrongLine(doubt);
  }
}

function wrongLine({ value, wanted, is, confidence, isRecognitionDoubted }: Doubt): string {
  const marks = `${confidence.toFixed(2)}${isRecognitionDoubted ? " recognition_*" : ""}`;
  const want = wanted === null ? "no such record" : `${wanted.id} = ${wanted.value}`;
  return `    ${is} (${marks}) ${value.id} = ${value.value}\n${" ".repeat(8)}want ${want}\n`;
}
