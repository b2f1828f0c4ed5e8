import type { Block } from "../../pipeline/model/document.js";
import { closeParagraph, countParagraph, endUnended, openParagraph } from "./paragraph.js";
import { isOn, PARAGRAPH_PROPERTIES, wholeNumber } from "./properties.js";
import {
  type ElementReader,
  type ElementReaders,
  enterFlow,
  leaveFlow,
  placeWithin,
  type Reader,
  startFlow,
} from "./reader.js";
import {
  type Merge,
  type OpenCell,
  type OpenRow,
  startCell,
  startRow,
  startTable,
} from "./open-table.js";
import { appendRows, emitEnded, goesOn } from "./ended-table.js";
import { takeInside } from "./inside-cells.js";
import { placeRow, saneSpan } from "./table.js";
import type { Attributes } from "../office/xml.js";

/** Paragraphs and tables. */
export const BLOCK_ELEMENTS: ElementReaders = {
  "w:p": { open: openParagraph, close: closeParagraph },
  "w:pPr": {
    open: (reader) => {
      const { paragraph } = reader.flow;
      if (paragraph) paragraph.properties = {};
      reader.paragraphProperties = paragraph?.properties;
    },
    close: (reader) => {
      reader.paragraphProperties = undefined;
      if (reader.flow.paragraph) countParagraph(reader, reader.flow.paragraph);
    },
  },
  ...paragraphProperties(),
  "w:tbl": { open: openTable, close: closeTable },
  "w:tr": { open: openRow, close: closeRow },
  "w:gridBefore": ofRow((row, attributes) => {
    row.before = saneSpan(wholeNumber(attributes["w:val"]), 0);
  }),
  "w:hidden": { open: hideRow },
  "w:tc": { open: openCell, close: closeCell },
  "w:gridSpan": ofCell((cell, attributes) => {
    cell.columnSpan = saneSpan(wholeNumber(attributes["w:val"]), 1);
  }),
  "w:vMerge": ofCell((cell, attributes) => {
    cell.vertical = merge(attributes);
  }),
  "w:hMerge": ofCell((cell, attributes) => {
    cell.horizontal = merge(attributes);
  }),
  "w:cellDel": ofCell((cell) => {
    cell.deleted = true;
  }),
  "w:gridCol": {
    open: ({ flow }, attributes) => {
      // A column that states no width has none (ISO/IEC 29500-1, 17.4.16).
      flow.table?.widths.push(wholeNumber(attributes["w:w"]) ?? 0);
    },
  },
  "w:tcBorders": {
    open: (reader) => {
      reader.inCellRules = true;
    },
    close: (reader) => {
      reader.inCellRules = false;
    },
  },
  "w:left": { open: setLeftRule },
  "w:start": { open: setLeftRule },
  "w:right": { open: setRightRule },
  "w:end": { open: setRightRule },
};

/** Only a row's properties have this element. */
function hideRow({ flow, seen }: Reader, attributes: Attributes): void {
  const row = flow.table?.row;
  if (row === undefined || row.gone || !isOn(attributes)) return;
  row.gone = true;
  seen.hiddenRows += 1;
}

function paragraphProperties(): ElementReaders {
  const readers = Object.entries(PARAGRAPH_PROPERTIES).map(
    ([name, set]): [string, ElementReader] => [
      name,
      {
        open: (reader, attributes) => {
          if (reader.paragraphProperties) set(reader.paragraphProperties, attributes);
        },
      },
    ],
  );
  return Object.fromEntries(readers);
}

function openTable(reader: Reader): void {
  endUnended(reader);
  const { flow } = reader;
  flow.tables += 1;
  flow.table = startTable(placeWithin(flow.path, `table ${flow.tables}`));
}

function closeTable(reader: Reader): void {
  const { flow } = reader;
  const { table } = flow;
  flow.table = undefined;
  if (!table) return;
  if (flow.ended !== undefined && goesOn(flow.ended, table)) appendRows(flow.ended, table);
  else {
    emitEnded(reader);
    flow.ended = table;
  }
}

function openRow(reader: Reader): void {
  const { table } = reader.flow;
  if (table) table.row = startRow(table);
}

function closeRow(reader: Reader): void {
  const { table } = reader.flow;
  if (!table?.row) return;
  if (!table.row.gone) takeInside(table, table.row);
  placeRow(table, table.row);
  table.row = undefined;
}

function openCell(reader: Reader): void {
  const row = reader.flow.table?.row;
  if (!row) return;
  const cell = startCell(row);
  row.cells.push(cell);
  const emit = (block: Block) => cell.inside.push({ block, before: cell.text.length });
  enterFlow(reader, startFlow(cell.at.path, emit, cell));
}

function closeCell(reader: Reader): void {
  if (!reader.flow.cell) return;
  endUnended(reader);
  emitEnded(reader);
  leaveFlow(reader);
}

function ofRow(set: (row: OpenRow, attributes: Attributes) => void): ElementReader {
  return {
    open: (reader, attributes) => {
      const row = reader.flow.table?.row;
      if (row) set(row, attributes);
    },
  };
}

function ofCell(set: (cell: OpenCell, attributes: Attributes) => void): ElementReader {
  return {
    open: (reader, attributes) => {
      if (reader.flow.cell) set(reader.flow.cell, attributes);
    },
  };
}

/** Margins of cells and borders of paragraphs have elements of the same names. */
function setLeftRule({ inCellRules, flow }: Reader, attributes: Attributes): void {
  if (inCellRules && flow.cell) flow.cell.leftRule = isRule(attributes);
}

function setRightRule({ inCellRules, flow }: Reader, attributes: Attributes): void {
  if (inCellRules && flow.cell) flow.cell.rightRule = isRule(attributes);
}

function isRule(attributes: Attributes): boolean {
  return attributes["w:val"] !== "nil" && attributes["w:val"] !== "none";
}

/** Without a value the cell goes on. */
function merge(attributes: Attributes): Merge {
  return attributes["w:val"] === "restart" ? "starts" : "continues";
}
