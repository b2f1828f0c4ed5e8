import { outline } from "../pipeline/outline.js";
import type { Understanding } from "../pipeline/run.js";
import { about } from "./about.js";
import { figures } from "./figures.js";
import { printedTable } from "./printed-table.js";
import { sectionKind } from "./sections.js";
import { kinds } from "./table-kinds.js";

/** How the texts of disclosures are understood. */
export const understanding: Understanding = {
  kinds,
  outline: (document) => outline(document, sectionKind),
  printedTable,
  about,
  prose: { figures },
};
