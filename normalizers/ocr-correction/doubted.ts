import type { Recognized } from "../../pipeline/model/document.js";
import type { Where } from "../../pipeline/model/finding.js";

/**
 * The weightiest reason to look at a text in the picture again. `respelt`: a number was corrected in its
 * separators alone, or a line under it was left out.
 */
export type DoubtKind = "corrected" | "respelt" | "improbable" | "differs" | "doubtful";

/** A recognized text that is not to be trusted without looking. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly text: string;
  readonly recognized: Recognized;
  /** Whether numbers, targets or codes depend on it; else it is only words. */
  readonly isValue: boolean;
  /** Whether a printed sum holds with the text as it is. */
  readonly isConfirmed: boolean;
  readonly where: Where;
  /** What an improbable code ought to be, as a regular expression, where the others show it. */
  readonly shape?: string;
}

/** What is known of a document's recognition: how many texts were recognized, and which of them are doubted. */
export interface Doubts {
  readonly recognized: number;
  readonly doubts: readonly Doubt[];
}
