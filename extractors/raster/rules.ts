import { withoutRules } from "./erase-rules.js";
import type { Gray } from "./gray.js";
import { acceptedRules, type Crossing } from "./rule-choice.js";
import { straightRuns } from "./straight-runs.js";
import { a4Resolution } from "./resolution.js";
import { thinInk } from "./thin-ink.js";
import { transposed } from "./straighten.js";

/** A straight piece of a border in a picture: `at` is the middle of its y (horizontal) or x (vertical). */
export interface PixelRule {
  readonly axis: "horizontal" | "vertical";
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
}

/**
 * The rules of a clean, straight page, and the page without them; strokes that cross or touch a rule stay.
 * `dpi` says how large a character is; a page that does not say is taken for A4.
 */
export function pixelRules(
  gray: Gray,
  dpi: number = a4Resolution(gray),
): { rules: PixelRule[]; without: Gray } {
  const rowInk = thinInk(gray, dpi);
  const columnInk = thinInk(transposed(gray), dpi);
  const found: Crossing = {
    horizontal: straightRuns(rowInk, dpi),
    vertical: straightRuns(columnInk, dpi),
  };
  const accepted = acceptedRules(found, { horizontal: rowInk, vertical: columnInk, dpi });
  const rules: PixelRule[] = (["horizontal", "vertical"] as const).flatMap((axis) =>
    accepted[axis].map(({ at, from, to, thickness }) => ({ axis, at, from, to, thickness })),
  );
  return { rules, without: withoutRules(gray, accepted, dpi) };
}
