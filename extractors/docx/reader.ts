import type { Block, Ignored, Look } from "../../pipeline/model/document.js";
import type { Counters } from "./counters.js";
import type { ParagraphProperties, RunProperties } from "./properties.js";
import type { Styles } from "./styles.js";
import type { OpenCell, OpenTable } from "./open-table.js";
import type { Attributes } from "../office/xml.js";

/** What the parts of a document share. */
export interface Shared {
  readonly styles: Styles;
  readonly counters: Counters;
  readonly seen: Seen;
}

/** What was met on the way and is told at the end. */
export interface Seen {
  readonly notes: NoteReference[];
  readonly margins: MarginReference[];
  readonly objects: string[];
  readonly symbols: Set<string>;
  /** What stands in parts of their own: a picture, or another file, and the block that keeps its place. */
  readonly inserts: Insert[];
  /** Pictures in cells, margins and notes, whose place is not kept. */
  pictures: number;
  smallPictures: number;
  /** The size of the drawing that is open, width and height, where it states one. */
  extent: readonly [number, number] | undefined;
  /** Other parts that are shown in such places. */
  embeddedParts: number;
  changes: number;
  hiddenRows: number;
  tablesInCells: number;
  /** What is crossed out: printed, but no longer said. */
  readonly struck: Ignored[];
}

/** A picture or a file that the body shows, by the relationship that leads to it. */
export interface Insert {
  readonly kind: "picture" | "part";
  readonly relationship: string;
  readonly block: Block;
  readonly path: string;
}

export interface NoteReference {
  readonly kind: "footnote" | "endnote";
  readonly id: string;
}

/** A header or footer, by the relationship that leads to it. */
export interface MarginReference {
  readonly kind: "header" | "footer";
  readonly relationship: string;
}

/** A field: its instruction is for Word, its result for the reader. */
interface Field {
  instruction: string;
  inResult: boolean;
}

/** A paragraph that is being read. */
export interface OpenParagraph {
  /** The path of its flow. */
  readonly within: string;
  /** 1-based in its flow. */
  readonly number: number;
  text: string;
  /** The automatic number, undefined until it was counted. */
  label: string | undefined;
  properties: ParagraphProperties;
  /** How the end of the paragraph is set. */
  mark: RunProperties;
  /** The end was deleted: the text goes on in the next paragraph. */
  endDeleted: boolean;
  contents: boolean;
  /** How its characters are set, and how many each way. */
  readonly settings: Setting[];
  /** Text boxes that hang on it; they follow it. */
  readonly after: Block[];
  boxes: number;
}

/** One way of setting characters, and how many are set so. */
export interface Setting {
  readonly look: Omit<Look, "centred">;
  characters: number;
}

/** A run of blocks that is being read: the body, a cell, a text box, a note, a header. */
export interface Flow {
  /** What holds its blocks: a cell, a note; empty for the body. */
  readonly path: string;
  /** Takes finished blocks; a cell keeps its own paragraphs and hands on the rest. */
  readonly emit: (block: Block) => void;
  readonly cell: OpenCell | undefined;
  paragraphs: number;
  tables: number;
  paragraph: OpenParagraph | undefined;
  /** A paragraph whose end was deleted: the next one goes on in it. */
  unended: OpenParagraph | undefined;
  table: OpenTable | undefined;
  /** A finished table that the next one may go on, if nothing stands between. */
  ended: OpenTable | undefined;
  fields: Field[];
  run: RunProperties | undefined;
}

/** The state of one pass over one part. */
export interface Reader extends Shared {
  /** The open flows, the innermost last. */
  readonly flows: Flow[];
  flow: Flow;
  /** How many elements deep inside one that is passed over. */
  skipped: number;
  /** The text of the open text element. */
  text: string | undefined;
  spacePreserved: boolean;
  /** The open `w:rPr`, of a run or of a paragraph's end. */
  runProperties: RunProperties | undefined;
  /** The open `w:pPr`. */
  paragraphProperties: ParagraphProperties | undefined;
  /** Inside the element that states the rules of a cell. */
  inCellRules: boolean;
  /** For each open content control whether it is a table of contents. */
  readonly controls: boolean[];
  /** For each open choice of alternatives whether one was taken. */
  readonly alternatives: boolean[];
  /** Opens the flow of a note; set where the part holds notes. */
  readonly noteFlow: ((id: string) => Flow | undefined) | undefined;
}

/** What an element does when it opens and closes. */
export interface ElementReader {
  readonly open?: (reader: Reader, attributes: Attributes) => void;
  readonly close?: (reader: Reader) => void;
}

export type ElementReaders = Readonly<Record<string, ElementReader>>;

/** The place of a block inside what holds it. */
export function placeWithin(path: string, place: string): string {
  return path === "" ? place : `${path} / ${place}`;
}

/** A flow at its start. */
export function startFlow(path: string, emit: (block: Block) => void, cell?: OpenCell): Flow {
  return {
    path,
    emit,
    cell,
    paragraphs: 0,
    tables: 0,
    paragraph: undefined,
    unended: undefined,
    table: undefined,
    ended: undefined,
    fields: [],
    run: undefined,
  };
}

/** A reader at the start of a part whose blocks go into `flow`. */
export function startReader(shared: Shared, flow: Flow, noteFlow?: Reader["noteFlow"]): Reader {
  return {
    ...shared,
    flows: [flow],
    flow,
    skipped: 0,
    text: undefined,
    spacePreserved: false,
    runProperties: undefined,
    paragraphProperties: undefined,
    inCellRules: false,
    controls: [],
    alternatives: [],
    noteFlow,
  };
}

/** What follows goes into `flow`, until it is left. */
export function enterFlow(reader: Reader, flow: Flow): void {
  reader.flows.push(flow);
  reader.flow = flow;
}

/** Back to the flow around this one; the outermost is never left. */
export function leaveFlow(reader: Reader): void {
  if (reader.flows.length > 1) reader.flows.pop();
  reader.flow = reader.flows.at(-1) ?? reader.flow;
}

/** Passes over the element that is just opening, and all in it. */
export function passOver(reader: Reader): void {
  reader.skipped = 1;
}
