import { outline } from "./structure/outline/outline.js";
import { kindOfTable } from "./forms/kind-of-table.js";
import type { Interpretation } from "../pipeline/run.js";
import { about } from "./identity/document-metadata.js";
import { chooseBreaks } from "./choice/choose-breaks.js";
import { chooseTable } from "./choice/choose-table.js";
import { figures } from "./prose/figures.js";
import { printedTable } from "./captions/printed-table.js";
import { sectionKind } from "./prose/sections.js";
import { ofGovernment } from "./tables/government/government-table.js";
import { partSheets } from "./tables/performance/stacked-sheets.js";
import { kinds } from "./forms/table-kinds.js";

/** How disclosures of budgets and accounts are interpreted. */
export const interpretation: Interpretation = {
  kinds,
  stitch: (document, read) => {
    const { value, findings } = chooseBreaks(document, read);
    return { value: partSheets(value), findings };
  },
  kindOfTable,
  chooseTable,
  outline: (document) => outline(document, sectionKind),
  printedTable,
  about,
  ofGovernment,
  prose: { figures },
};
