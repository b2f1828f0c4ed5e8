import { inColumns, percent } from "./columns.js";
import type { Doubt } from "./doubts.js";

/** What is known of the values of some documents. */
export interface Doubts {
  readonly doubts: readonly Doubt[];
  /** Values of the gold that the run has nothing for: nothing can be marked there. */
  readonly lost: number;
}

/** Of the wrong and of the right values, the shares that are marked by a finding or a low confidence. */
export function doubtTable(
  engine: string,
  { doubts, lost }: Doubts,
  thresholds: readonly number[],
): string {
  const right = doubts.filter(({ isRight }) => isRight);
  const wrong = doubts.filter(({ isRight }) => !isRight);
  const row = (what: string, isMarked: (doubt: Doubt) => boolean) => [
    what,
    percent(wrong.filter((doubt) => isMarked(doubt)).length, wrong.length),
    percent(right.filter((doubt) => isMarked(doubt)).length, right.length),
  ];
  return inColumns([
    [`${engine}: marked`, `of ${wrong.length} wrong`, `of ${right.length} right`, `${lost} lost`],
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

/** A wrong value: what the gold has, and whether it is marked. */
export function wrongLine({ value, wanted, confidence, isRecognitionDoubted }: Doubt): string {
  const marks = `${confidence.toFixed(2)}${isRecognitionDoubted ? " recognition_*" : ""}`;
  return `    ${value.id} = ${value.value}, want ${wanted ?? "no such record"} (${marks})\n`;
}
