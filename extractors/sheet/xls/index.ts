import type { WorkBook } from "@e965/xlsx";
import type { Document } from "../../../pipeline/model/document.js";
import type { Outcome } from "../../../pipeline/model/finding.js";
import type { Format } from "../../common/format.js";
import { notRun } from "../../office/not-run.js";
import { rootNames } from "../../office/compound.js";
import { openDisplay } from "../display/display.js";
import { documentOf } from "../document.js";
import { finishSheet, startSheet } from "../draft.js";
import { type Drawn, notRead } from "../rules.js";
import { lastPrintedColumn } from "../workbook.js";
import { readGlobals } from "./globals.js";
import { brokenOff } from "./records.js";
import { readSheet } from "./sheet.js";
import { withoutFormulas } from "./without-formulas.js";

const STREAMS = ["Workbook", "Book"];

/** Excel 97–2003 and 5.0 (BIFF in a compound file), and the .et of WPS, which is the same. */
export const xls: Format = {
  name: "xls",
  mediaType: "application/vnd.ms-excel",
  accepts: (bytes) => {
    const names = rootNames(bytes);
    if (names === null) return false;
    // A file that was cut short has lost its directory.
    return (
      STREAMS.some((name) => names.has(name)) || (names.size === 0 && mentions(bytes, "Workbook"))
    );
  },
  extract: async (bytes) => {
    const library = await import("@e965/xlsx");
    const { stream, macros } = streamOf(bytes, library.CFB);
    const globals = orShort(() => readGlobals(stream));
    const values = orBroken(() =>
      library.read(withoutFormulas(stream), {
        type: "buffer",
        dense: true,
        cellText: false,
        cellHTML: false,
        cellFormula: false,
      }),
    );
    return orShort(() => readWorkbook({ stream, macros, globals, values }));
  },
};

function mentions(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(
    Buffer.from(name, "utf16le"),
  );
}

/** What is used of the library's reader of compound files, which it gives no types. */
interface CompoundFiles {
  readonly read: (bytes: Uint8Array, options: { readonly type: "buffer" }) => unknown;
  readonly find: (file: unknown, path: string) => { readonly content: ArrayLike<number> } | null;
}

/** The stream that holds the workbook, and whether there are macros beside it. */
function streamOf(
  bytes: Uint8Array,
  library: CompoundFiles,
): { readonly stream: Uint8Array; readonly macros: number } {
  const file = orBroken(() => library.read(bytes, { type: "buffer" }));
  const found = STREAMS.map((name) => library.find(file, `/${name}`)).find(
    (entry) => entry !== null,
  );
  if (found === undefined || found === null) throw brokenOff();
  return {
    stream: new Uint8Array(found.content),
    macros: library.find(file, "/_VBA_PROJECT_CUR/VBA/dir") === null ? 0 : 1,
  };
}

/** The library throws plain errors for whatever it cannot read. */
function orBroken<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw brokenOff(cause);
  }
}

/** A record that is shorter than those of its type is read beyond its end. */
function orShort<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof RangeError ? brokenOff(error) : error;
  }
}

interface Opened {
  readonly stream: Uint8Array;
  readonly macros: number;
  readonly globals: ReturnType<typeof readGlobals>;
  readonly values: WorkBook;
}

function readWorkbook({ stream, macros, globals, values }: Opened): Outcome<Document> {
  const display = openDisplay(globals.since1904);
  const counted = { cells: 0 };
  const drawings = new Map<string, Drawn>();
  if (globals.sheets.length !== values.SheetNames.length) throw brokenOff();
  const sheets = globals.sheets.map(({ start, hidden, hasCells }, number) => {
    const name = values.SheetNames[number] ?? "";
    const draft = startSheet(name, display, counted);
    draft.hidden = hidden;
    draft.lastPrinted = lastPrintedColumn(printArea(values, number));
    const sheet = values.Sheets[name];
    if (hidden || sheet === undefined) return finishSheet(draft);
    const drawn = hasCells
      ? readSheet({ stream, start, values: sheet, styles: globals.styles }, draft)
      : { pictures: 0, charts: 1, texts: 0 };
    if (drawn.pictures + drawn.charts + drawn.texts > 0) drawings.set(name, drawn);
    return finishSheet(draft);
  });
  const findings = [...notRun({ macros, links: globals.links }), ...notRead(drawings)];
  return documentOf({ sheets, findings });
}

function printArea({ Workbook }: WorkBook, sheet: number): string {
  const areas = (Workbook?.Names ?? []).filter(
    ({ Name, Sheet }) => Name === "_xlnm.Print_Area" && Sheet === sheet,
  );
  return areas.map(({ Ref }) => Ref).join(",");
}
