import type { Beside } from "../common/beside.js";
import type { Recognition } from "../common/format.js";
import type { SavedPage } from "./mht.js";

/** What a page is read with: what was saved with it, and how pictures are read. */
export interface PageReading {
  /** The parts that were saved with it, by their addresses; none of a page alone. */
  readonly saved: Pick<SavedPage, "address" | "parts"> | null;
  readonly recognition: Recognition | undefined;
  /** The files beside it, where it stands in a folder. */
  readonly beside?: Beside | undefined;
}
