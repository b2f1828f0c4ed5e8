import type { Disclosure } from "./description.js";
import { cornerRows2020 } from "./disclosures/corner-rows-2020.js";
import { longCodes2021 } from "./disclosures/long-codes-2021.js";
import { projectNotes2020 } from "./disclosures/project-notes-2020.js";

export { sampleFiles } from "./files.js";
export { statedColumns, EXPECTED_FILES, type ExpectedFile, type Row } from "./expectation.js";
export { csv } from "./csv.js";

/** The invented disclosures of 栖云县, one per layout. */
export const disclosures: readonly Disclosure[] = [projectNotes2020, cornerRows2020, longCodes2021];
