import type { Bilingual } from "../../pipeline/model/finding.js";
import type { Package } from "./package.js";

/** What an export is made from, where it goes, and whom it tells what the format cannot hold. */
export interface ExportJob {
  readonly from: Package;
  /** A path at which nothing stands yet. */
  readonly path: string;
  readonly note: (says: Bilingual<string>) => void;
  readonly ocds: OcdsOptions;
}

/** What releases of the Open Contracting Data Standard need beyond the dataset. */
interface OcdsOptions {
  /** The prefix that a publisher registered for its identifiers. */
  readonly prefix: string;
  /** The date of plans whose document states none and was not fetched by a crawler. */
  readonly date?: string;
  /** Who publishes the package; this program stands for one where it is not given. */
  readonly publisher?: string;
  /** The address of the licence that the package is published under. */
  readonly license?: string;
}
