import { move, transferableSymbol, valueSymbol } from "piscina";
import type { ToRead } from "./pool.js";
import { readDocument } from "./read-document.js";
import type { Extract } from "./read-document.js";
import { wasRead } from "./was-read.js";

/** What a thread of the pool exports as `read`: it reads with `extract`, and hands the JSON over uncopied. */
export function readerOf(extract: Extract): (document: ToRead) => Promise<unknown> {
  return async (document) => {
    const { dataset, bug } = await readDocument(document, extract);
    const value = wasRead(dataset, bug);
    return move({ [transferableSymbol]: [value.json.buffer], [valueSymbol]: value });
  };
}
