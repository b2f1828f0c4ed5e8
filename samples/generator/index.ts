import type { Disclosure } from "./description.js";
import { accounts2024 } from "./disclosures/accounts-2024.js";
import { contradictions2023 } from "./disclosures/contradictions-2023.js";
import { cornerRows2020 } from "./disclosures/corner-rows-2020.js";
import { emptyTables2022 } from "./disclosures/empty-tables-2022.js";
import { longCodes2021 } from "./disclosures/long-codes-2021.js";
import { nineTables2023 } from "./disclosures/nine-tables-2023.js";
import { numberedForms2018 } from "./disclosures/numbered-forms-2018.js";
import { openRules2024 } from "./disclosures/open-rules-2024.js";
import { prefecture2024 } from "./disclosures/prefecture-2024.js";
import { projectNotes2020 } from "./disclosures/project-notes-2020.js";
import { yuan2025 } from "./disclosures/yuan-2025.js";

export { sampleFiles } from "./files.js";

/** The invented disclosures of 栖云县, and of a prefecture, one per layout. */
export const disclosures: readonly Disclosure[] = [
  projectNotes2020,
  cornerRows2020,
  longCodes2021,
  nineTables2023,
  yuan2025,
  numberedForms2018,
  accounts2024,
  contradictions2023,
  emptyTables2022,
  openRules2024,
  prefecture2024,
];
