import type { OcrOptions } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { openOcrCache } from "../store/ocr-cache.js";

/** How pictures of pages are read, as readers are told it: plain data. */
export interface Recognition extends Omit<OcrOptions, "cache"> {
  /** The address of the store that keeps what was recognized; nothing is kept where none is given. */
  readonly cache?: string;
}

/** The same for the library, with what is kept opened when it is needed. It is told once where nothing can be kept. */
export function openRecognition(
  { cache, ...ocr }: Recognition,
  onCacheFault: (reason: Bilingual<string>) => void,
): OcrOptions {
  if (cache === undefined) return ocr;
  let isTold = false;
  const tellOnce = (reason: Bilingual<string>) => {
    if (!isTold) onCacheFault(reason);
    isTold = true;
  };
  return { ...ocr, cache: openOcrCache(cache, tellOnce) };
}
