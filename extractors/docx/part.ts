import { BLOCK_ELEMENTS } from "./block-elements.js";
import { CONTAINER_ELEMENTS } from "./container-elements.js";
import { emitEnded } from "./ended-table.js";
import { endUnended } from "./paragraph.js";
import { type ElementReader, type Flow, type Reader, type Shared, startReader } from "./reader.js";
import { RUN_ELEMENTS } from "./run-elements.js";
import { readElements } from "../office/xml.js";

const ELEMENTS: ReadonlyMap<string, ElementReader> = new Map(
  Object.entries({ ...BLOCK_ELEMENTS, ...RUN_ELEMENTS, ...CONTAINER_ELEMENTS }),
);

/** An element that no table names. */
const READ_THROUGH: ElementReader = {};

/** One part of a document and where its blocks go. */
export interface PartReading {
  readonly bytes: Uint8Array;
  readonly shared: Shared;
  readonly flow: Flow;
  readonly noteFlow?: Reader["noteFlow"];
}

/**
 * Reads a part that holds blocks (the body, a header, the notes) in one pass. Elements that no
 * table of elements names are read through: what they hold counts, they do not.
 */
export function readPart({ bytes, shared, flow, noteFlow }: PartReading): void {
  const reader = startReader(shared, flow, noteFlow);
  readElements(bytes, (name) => ELEMENTS.get(name) ?? READ_THROUGH, {
    open: (element, attributes) => {
      if (reader.skipped > 0) reader.skipped += 1;
      else element.open?.(reader, attributes);
    },
    close: (element) => {
      if (reader.skipped > 0) reader.skipped -= 1;
      else element.close?.(reader);
    },
    text: (text) => {
      if (reader.text !== undefined) reader.text += text;
    },
  });
  endUnended(reader);
  emitEnded(reader);
}
