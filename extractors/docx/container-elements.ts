import { emitEnded } from "./ended-table.js";
import { addBox, endUnended } from "./paragraph.js";
import { DOCX } from "./settings.js";
import {
  type ElementReaders,
  enterFlow,
  type Insert,
  leaveFlow,
  type MarginReference,
  type NoteReference,
  passOver,
  type Reader,
  startFlow,
} from "./reader.js";
import type { Attributes } from "../office/xml.js";

/** What no reader of the page sees: former properties, phonetic guides, settings. */
const PASSED_OVER = [
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPr",
  "w:tblPrEx",
  "w:tblGridChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:sdtEndPr",
  "w:ffData",
  "w:rt",
  "m:ctrlPr",
] as const;

/** What holds other content, or hides it: revisions, content controls, alternatives, text boxes. */
export const CONTAINER_ELEMENTS: ElementReaders = {
  ...Object.fromEntries(PASSED_OVER.map((name) => [name, { open: passOver }])),
  "w:ins": { open: countChange },
  "w:moveTo": { open: countChange },
  "w:del": { open: dropDeleted },
  "w:moveFrom": { open: dropDeleted },
  "w:sdt": {
    open: (reader) => {
      reader.controls.push(false);
    },
    close: (reader) => {
      reader.controls.pop();
    },
  },
  "w:docPartGallery": { open: markContents },
  "mc:AlternateContent": {
    open: (reader) => {
      reader.alternatives.push(false);
    },
    close: (reader) => {
      reader.alternatives.pop();
    },
  },
  "mc:Choice": { open: takeFirst },
  "mc:Fallback": { open: takeFirst },
  "w:txbxContent": { open: openTextBox, close: closeFlow },
  "v:textpath": { open: readWordArt },
  "w:footnoteReference": { open: noteReference("footnote") },
  "w:endnoteReference": { open: noteReference("endnote") },
  "w:footnote": { open: openNote, close: closeFlow },
  "w:endnote": { open: openNote, close: closeFlow },
  "w:headerReference": { open: marginReference("header") },
  "w:footerReference": { open: marginReference("footer") },
  "w:altChunk": { open: keepPart },
  "w:subDoc": { open: keepPart },
  "wp:extent": {
    open: ({ seen }, { cx, cy }) => {
      seen.extent = [Number(cx), Number(cy)];
    },
  },
  "a:blip": { open: keepPicture },
  "v:imagedata": { open: keepPicture },
  "o:OLEObject": { open: (reader, attributes) => noteObject(reader, attributes["ProgID"]) },
  "c:chart": { open: (reader) => noteObject(reader, "chart") },
  "dgm:relIds": { open: (reader) => noteObject(reader, "diagram") },
};

type Opening = (reader: Reader, attributes: Attributes) => void;

function countChange(reader: Reader): void {
  reader.seen.changes += 1;
}

/** A deletion is of text, or said of the end of a paragraph, or of a row. */
function dropDeleted(reader: Reader): void {
  countChange(reader);
  passOver(reader);
  const { paragraph, table } = reader.flow;
  if (paragraph && reader.paragraphProperties) paragraph.endDeleted = true;
  else if (!paragraph && table?.row) table.row.gone = true;
}

function markContents(reader: Reader, attributes: Attributes): void {
  if (attributes["w:val"] !== "Table of Contents" || reader.controls.length === 0) return;
  reader.controls[reader.controls.length - 1] = true;
}

/** Alternatives say the same in several ways, the best first. */
function takeFirst(reader: Reader): void {
  const last = reader.alternatives.length - 1;
  if (last < 0) return;
  if (reader.alternatives[last] === true) passOver(reader);
  reader.alternatives[last] = true;
}

function openTextBox(reader: Reader): void {
  const { paragraph } = reader.flow;
  if (!paragraph) return passOver(reader);
  const path = addBox(paragraph);
  enterFlow(
    reader,
    startFlow(path, (block) => paragraph.after.push(block)),
  );
}

function closeFlow(reader: Reader): void {
  endUnended(reader);
  emitEnded(reader);
  leaveFlow(reader);
}

/** Text drawn as a shape. */
function readWordArt(reader: Reader, attributes: Attributes): void {
  const text = attributes["string"];
  const { paragraph } = reader.flow;
  if (!paragraph || text === undefined || text.trim() === "") return;
  const at = { type: "flow", path: addBox(paragraph) } as const;
  paragraph.after.push({ type: "paragraph", text, at });
}

function noteReference(kind: NoteReference["kind"]): Opening {
  return (reader, attributes) => {
    const id = attributes["w:id"];
    if (id !== undefined) reader.seen.notes.push({ kind, id });
  };
}

function openNote(reader: Reader, attributes: Attributes): void {
  const flow = reader.noteFlow?.(attributes["w:id"] ?? "");
  if (flow) enterFlow(reader, flow);
  else passOver(reader);
}

function marginReference(kind: MarginReference["kind"]): Opening {
  return (reader, attributes) => {
    const relationship = attributes["r:id"];
    if (relationship !== undefined) reader.seen.margins.push({ kind, relationship });
  };
}

/** A file that is shown where it is imported: its blocks stand there. */
function keepPart(reader: Reader, attributes: Attributes): void {
  const { flow, seen } = reader;
  const relationship = attributes["r:id"];
  if (relationship === undefined || flow.path !== "") {
    seen.embeddedParts += 1;
    return;
  }
  const number = seen.inserts.filter(({ kind }) => kind === "part").length + 1;
  const insert = insertOf("part", relationship, `imported part ${number}`);
  seen.inserts.push(insert);
  emitEnded(reader);
  flow.emit(insert.block);
}

/** A picture follows the paragraph that it hangs on. One that does not say how large it is may be a table. */
function keepPicture(reader: Reader, attributes: Attributes): void {
  const { flow, seen } = reader;
  const [width, height] = seen.extent ?? [Number.NaN, Number.NaN];
  seen.extent = undefined;
  if (width < DOCX.pictures.narrowest || height < DOCX.pictures.lowest) {
    seen.smallPictures += 1;
    return;
  }
  const relationship = attributes["r:embed"] ?? attributes["r:id"];
  if (relationship === undefined || flow.path !== "" || flow.paragraph === undefined) {
    seen.pictures += 1;
    return;
  }
  const number = seen.inserts.filter(({ kind }) => kind === "picture").length + 1;
  const insert = insertOf("picture", relationship, `picture ${number}`);
  seen.inserts.push(insert);
  flow.paragraph.after.push(insert.block);
}

function insertOf(kind: Insert["kind"], relationship: string, path: string): Insert {
  return {
    kind,
    relationship,
    path,
    block: { type: "paragraph", text: "", at: { type: "flow", path } },
  };
}

function noteObject(reader: Reader, kind = "object"): void {
  reader.seen.objects.push(kind);
}
