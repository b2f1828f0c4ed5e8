import type { Document } from "../../../pipeline/model/document.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import type { Finding, Outcome } from "../../../pipeline/model/finding.js";
import type { Format } from "../../common/format.js";
import { notRun } from "../../office/not-run.js";
import { isPackage, openPackage, type Package, type PackageKind } from "../../office/package.js";
import { type Attributes, readXml } from "../../office/xml.js";
import { openDisplay } from "../display/display.js";
import { documentOf } from "../document.js";
import { finishSheet, type SheetDraft, startSheet } from "../draft.js";
import { type Drawn, notRead } from "../rules.js";
import { lastPrintedColumn, type Sheet } from "../workbook.js";
import { countDrawn } from "./drawings.js";
import { readStrings } from "./strings.js";
import { readStyles } from "./styles.js";
import { readWorksheet, type Shared } from "./worksheet.js";

const WORKBOOK: PackageKind = {
  mainPart: "xl/workbook.xml",
  mainType:
    /spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml/iu,
};

/** Excel (Office Open XML, transitional and strict; also .xlsm, .xltx, and .et of that kind). */
export const xlsx: Format = {
  name: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  accepts: (bytes) => isPackage(bytes, WORKBOOK),
  extract: async (bytes) => readWorkbook(openPackage(bytes, WORKBOOK)),
};

/** A sheet as the workbook lists it. */
interface Listed {
  readonly name: string;
  readonly hidden: boolean;
  readonly relationship: string;
}

function readWorkbook(pack: Package): Outcome<Document> {
  const { listed, since1904, printed } = readList(pack);
  if (listed.length === 0) throw withoutSheets();
  const relations = pack.relationships(pack.main);
  const related = (type: string): Uint8Array | undefined => {
    const found = [...relations.values()].find((each) => each.type === type);
    return found && pack.part(found.target);
  };
  const shared: Shared = {
    strings: readStrings(related("sharedStrings")),
    styles: readStyles(related("styles")),
  };
  const display = openDisplay(since1904);
  const counted = { cells: 0 };
  const drawings = new Map<string, Drawn>();
  const sheets = listed.map(({ name, hidden, relationship }, number): Sheet => {
    const draft = startSheet(name, display, counted);
    draft.hidden = hidden;
    draft.lastPrinted = lastPrintedColumn(printed.get(number) ?? "");
    if (!hidden) {
      const drawn = readSheet(pack, relations.get(relationship)?.target, { draft, shared });
      if (drawn.pictures + drawn.charts + drawn.texts > 0) drawings.set(name, drawn);
    }
    return finishSheet(draft);
  });
  return documentOf({ sheets, findings: [...notRunIn(pack), ...notRead(drawings)] });
}

/** Reads the part of a sheet into its draft. Gives what is drawn over the cells. */
function readSheet(
  pack: Package,
  name: string | undefined,
  { draft, shared }: { readonly draft: SheetDraft; readonly shared: Shared },
): Drawn {
  const drawn: Drawn = { pictures: 0, charts: 0, texts: 0 };
  const bytes = name === undefined ? undefined : pack.part(name);
  if (name === undefined || bytes === undefined) throw sheetMissing(draft.name);
  const drawings = readWorksheet(bytes, draft, shared);
  if (drawings.length === 0) return drawn;
  const relations = pack.relationships(name);
  for (const id of drawings) countDrawn(pack, relations.get(id)?.target ?? "", drawn);
  return drawn;
}

function withoutSheets(): UnreadableSource {
  return new UnreadableSource("damaged", {
    en: "The workbook is damaged: it lists no sheets. Fetch it again, or open it and save it anew.",
    zh: "工作簿已损坏：其中没有列出工作表。请重新获取，或打开后另存。",
  });
}

function sheetMissing(name: string): UnreadableSource {
  return new UnreadableSource("damaged", {
    en: `The workbook is damaged: its sheet ${name} is missing. Fetch it again, or open it and save it anew.`,
    zh: `工作簿已损坏：缺少工作表${name}。请重新获取，或打开后另存。`,
  });
}

/** What the main part says of the workbook. */
interface List {
  readonly listed: readonly Listed[];
  readonly since1904: boolean;
  /** The print areas by the number of their sheet. */
  readonly printed: ReadonlyMap<number, string>;
}

function readList(pack: Package): List {
  const listed: Listed[] = [];
  const printed = new Map<number, string>();
  let since1904 = false;
  let sheet: number | null = null;
  readXml(pack.part(pack.main) ?? new Uint8Array(), {
    open: (element, attributes) => {
      sheet = null;
      if (element === "workbookPr")
        since1904 = /^(?:1|true|on)$/u.test(attributes["date1904"] ?? "");
      else if (element === "sheet") listed.push(listedSheet(attributes));
      else if (element === "definedName" && attributes["name"] === "_xlnm.Print_Area")
        sheet = Number(attributes["localSheetId"]);
    },
    text: (text) => {
      if (sheet !== null) printed.set(sheet, (printed.get(sheet) ?? "") + text);
    },
    close: () => {
      sheet = null;
    },
  });
  return { listed, since1904, printed };
}

function listedSheet(attributes: Attributes): Listed {
  const { name = "", state = "visible" } = attributes;
  return { name, hidden: state !== "visible", relationship: attributes["r:id"] ?? "" };
}

function notRunIn(pack: Package): readonly Finding[] {
  const types = [...pack.relationships(pack.main).values()].map(({ type }) => type);
  const links = types.filter((type) => type === "externalLink").length;
  return notRun({ macros: types.filter((type) => type === "vbaProject").length, links });
}
