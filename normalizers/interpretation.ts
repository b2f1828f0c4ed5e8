import { outline } from "../pipeline/structure/outline/outline.js";
import type { Understanding } from "../pipeline/run.js";
import { about } from "./identity/document-metadata.js";
import { figures } from "./prose/figures.js";
import { printedTable } from "./captions/printed-table.js";
import { sectionKind } from "./prose/sections.js";
import { kinds } from "./forms/table-kinds.js";

/** How the texts of disclosures are understood. */
export const understanding: Understanding = {
  kinds,
  outline: (document) => outline(document, sectionKind),
  printedTable,
  about,
  prose: { figures },
};
