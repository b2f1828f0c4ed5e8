export { extract, extractPlanned } from "./extract.js";
export type { DisclosureBytes, DisclosureSource, ExtractOptions } from "./extract.js";
export type { Converting, Recognition } from "./extractors/common/format.js";
export { besideIn } from "./extractors/common/beside.js";
export { ocrUse } from "./extractors/common/ocr-plan.js";
export type { OcrPlan } from "./extractors/common/ocr-plan.js";
export { isArchive, unpack, unpackAttached } from "./extractors/archive/index.js";
export type { Member } from "./extractors/archive/index.js";
export { isPdf, mayHoldFiles } from "./extractors/pdf/signature.js";
export { attribute, elementsIn, parsePage, plainText } from "./extractors/html/tree.js";
export type { Element, Parent } from "./extractors/html/tree.js";
export { findLibreOffice } from "./extractors/libreoffice/find.js";
export { missingRuntime } from "./extractors/ocr/ppocr/runtime.js";
export { planOcr } from "./extractors/ocr/plan.js";
export { bundledModels } from "./extractors/ocr/models/bundled.js";
export { sha256Of } from "./extractors/ocr/models/digest.js";
export { modelsInFolder } from "./extractors/ocr/models/folder.js";
export { installedModels, removeModels } from "./extractors/ocr/models/installed.js";
export { knownModels } from "./extractors/ocr/models/known.js";
export { addModels, checkModels } from "./extractors/ocr/manage-models.js";
export { OcrUnavailable } from "./extractors/ocr/engine/unavailable.js";
export { OCR_ENGINES, OCR_MODES } from "./extractors/common/ocr-options.js";
export type {
  OcrCache,
  OcrEngineName,
  OcrMode,
  OcrModels,
  OcrOptions,
} from "./extractors/common/ocr-options.js";
export { PDF_ENGINES, verifiedPdfReading } from "./extractors/common/pdf-engines.js";
export type { PdfEngineName, PdfReading } from "./extractors/common/pdf-engines.js";
export { failed } from "./pipeline/dataset/write/assemble.js";
export { compile } from "./pipeline/dataset/compile/compile.js";
export type {
  DocumentDataset,
  DocumentHead,
  Limits,
  MadeWith,
  OcrUse,
} from "./pipeline/dataset/dataset.js";
export { isOutput } from "./pipeline/dataset/folder.js";
export { printJson, UnreadableDataset } from "./pipeline/dataset/json.js";
export { openOutput } from "./pipeline/dataset/write/output.js";
export type { Closed, Output, ReadingWith } from "./pipeline/dataset/write/output.js";
export type { Origin, Source } from "./pipeline/dataset/source.js";
export { sourceOf, sourceWithoutBytes } from "./pipeline/dataset/source.js";
export { UnreadableSource } from "./pipeline/model/errors.js";
export { VERSION } from "./pipeline/model/version.js";
