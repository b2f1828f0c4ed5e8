import { readerOf } from "../workers/pool/reader.js";
import { invented } from "./invented.js";

/** A reading thread with the invented reader. */
export const read = readerOf(invented);
