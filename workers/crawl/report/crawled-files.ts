import { DATASET_FILES } from "../../../pipeline/dataset/compile/csv-files.js";
import { type OwnFiles, refuseForeign } from "../../../pipeline/dataset/compile/foreign.js";
import { CRAWL_COLUMNS } from "../record/crawl-csv.js";
import { CHANGES_COLUMNS } from "./changes-csv.js";

/** The files of a dataset that sites were crawled into. */
const CRAWLED_FILES: OwnFiles = {
  ...DATASET_FILES,
  beginnings: {
    ...DATASET_FILES.beginnings,
    "crawl.csv": CRAWL_COLUMNS.slice(0, 3).join(","),
    "changes.csv": CHANGES_COLUMNS.slice(0, 3).join(","),
  },
};

/**
 * Refuses a folder in which something else wrote a file of a crawled dataset.
 *
 * @throws ForeignFile
 */
export const refuseUncrawled = (folder: string): Promise<void> =>
  refuseForeign(folder, CRAWLED_FILES);
