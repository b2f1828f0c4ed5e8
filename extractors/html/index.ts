import type { Document } from "../../pipeline/model/document.js";
import { UnreadableSource } from "../../pipeline/model/errors.js";
import type { Outcome } from "../../pipeline/model/finding.js";
import { decodeText } from "../common/charset.js";
import type { Format } from "../common/format.js";
import { spoiltText } from "../lines/spoilt.js";
import { isSavedPage, openSavedPage } from "./mht.js";
import { isPage, readPage } from "./page.js";
import type { PageReading } from "./page-reading.js";

/** Web pages, as they were fetched or saved; with their pictures where they were saved as MHT. */
export const html: Format = {
  name: "html",
  mediaType: "text/html",
  accepts: (bytes) => {
    if (isSavedPage(bytes)) return true;
    const start = decodeText(bytes.subarray(0, 65_536))?.text;
    return start !== undefined && isPage(start);
  },
  extract: async (bytes, recognition) => {
    if (!isSavedPage(bytes))
      return readBytes(bytes, { saved: null, recognition, beside: recognition?.beside });
    const saved = openSavedPage(bytes);
    if (saved === null)
      throw new UnreadableSource("damaged", {
        en: "The saved page (MHT) holds no page: save it again with a browser.",
        zh: "MHT 文件中没有网页，请用浏览器重新保存。",
      });
    return readBytes(saved.page, { saved, recognition });
  },
};

async function readBytes(bytes: Uint8Array, reading: PageReading): Promise<Outcome<Document>> {
  const decoded = decodeText(bytes);
  if (decoded === null)
    throw new UnreadableSource("damaged", {
      en: "The web page is of no known encoding: fetch it again, or save it as UTF-8.",
      zh: "网页的编码无法识别，请重新获取，或另存为 UTF-8。",
    });
  const page = await readPage(decoded.text, reading);
  return { value: page.value, findings: [...spoiltText(decoded), ...page.findings] };
}
