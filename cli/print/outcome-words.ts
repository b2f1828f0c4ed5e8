import type { DocumentDataset } from "../../index.js";

export type Status = DocumentDataset["document"]["status"];

/** What became of a document, for a person to read. */
export const STATUS_WORDS = {
  en: { ok: "ok", partial: "partial", failed: "failed" },
  zh: { ok: "正常", partial: "存疑", failed: "失败" },
};

/** How much a finding weighs. */
export const SEVERITY_WORDS = {
  en: { error: "error", warning: "warning", info: "info" },
  zh: { error: "错误", warning: "警告", info: "提示" },
};

/** How checks ended. */
export const CHECK_WORDS = {
  en: { passed: "passed", failed: "failed", not_run: "could not run" },
  zh: { passed: "通过", failed: "未通过", not_run: "无法进行" },
};
