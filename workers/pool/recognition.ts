import type { OcrPlan, Recognition } from "../../index.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import { openOcrCache } from "../store/ocr-cache.js";

/** Whom to tell what becomes of pages. */
interface Listening extends Pick<Recognition, "onPage"> {
  /** Told once where nothing can be kept. */
  readonly onCacheFault: (reason: Bilingual<string>) => void;
}

/** Recognition by a plan; the store that keeps results is opened when it is needed. */
export function openRecognition(plan: OcrPlan, { onPage, onCacheFault }: Listening): Recognition {
  if (plan.keptIn === null) return { plan, onPage };
  let isTold = false;
  const tellOnce = (reason: Bilingual<string>) => {
    if (!isTold) onCacheFault(reason);
    isTold = true;
  };
  return { plan, cache: openOcrCache(plan.keptIn, tellOnce), onPage };
}
