import type { Document } from "../../pipeline/model/document.js";
import type { Outcome } from "../../pipeline/model/finding.js";
import { decodeText } from "../common/charset.js";
import type { Recognition } from "../common/format.js";
import { isSavedPage, openSavedPage } from "./mht.js";
import { isPage, readPage } from "./page.js";

/** The web page that another document imports, saved with its pictures or not; null where the bytes are no page. */
export async function importedPage(
  bytes: Uint8Array,
  recognition: Recognition | undefined,
): Promise<Outcome<Document> | null> {
  const saved = isSavedPage(bytes) ? openSavedPage(bytes) : null;
  const text = decodeText(saved?.page ?? bytes)?.text;
  if (text === undefined || !isPage(text.slice(0, 65_536))) return null;
  return readPage(text, { saved, recognition });
}
