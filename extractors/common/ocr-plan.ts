import type { OcrUse } from "../../pipeline/dataset/dataset.js";
import type { Bilingual } from "../../pipeline/model/finding.js";
import type { OcrEngineName, OcrMode, OcrModels } from "./ocr-options.js";

/**
 * How pictures of pages are read, decided: every default is filled in and the models are looked up.
 * Plain data, made once for a run and passed whole to where pages are recognized, over the borders of
 * processes too.
 */
export interface OcrPlan {
  readonly mode: OcrMode;
  readonly engine: OcrEngineName;
  /** Null for those of the program, and where no models are needed: by another engine, or for no page. */
  readonly models: PlannedModels | null;
  /** Why the models cannot be used; only documents with pages to recognize are affected. */
  readonly unusable: Bilingual<string> | null;
  /** The address of the store that keeps what was recognized; null where no store does. */
  readonly keptIn: string | null;
}

/** Models that were added or given, told by their bytes. */
interface PlannedModels {
  readonly files: OcrModels;
  readonly digest: string;
  /** Null where they are not known. */
  readonly name: string | null;
}

/** Pages without usable text are read with the models of the program; nothing is kept. */
export const BUNDLED: OcrPlan = {
  mode: "auto",
  engine: "ppocr",
  models: null,
  unusable: null,
  keptIn: null,
};

/** How many of the pages that are to be recognized were. */
export interface PagesRead {
  readonly done: number;
  readonly all: number;
}

/**
 * What a result depends on whose pages were read by this plan: `made_by.ocr`. Where it is not known how
 * many pages were recognized, the engine counts as used. Models that the program brings are of its version.
 */
export function ocrUse({ mode, engine, models, unusable }: OcrPlan, pages?: PagesRead): OcrUse {
  if (mode === "never" || pages?.all === 0) return { mode, engine: null };
  // Where no engine works, none read them: the next run may have one.
  if (unusable !== null || pages?.done === 0) return { mode, engine: "none" };
  if (models === null) return { mode, engine };
  const { digest, name } = models;
  return { mode, engine: `${engine}-${digest}${name === null ? "" : ` (${name})`}` };
}
