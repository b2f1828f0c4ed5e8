import { expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { sourceOf } from "../../../index.js";
import { readDocument } from "../../../workers/pool/read-document.js";
import { invented } from "../../invented.js";

test.each([
  { what: "a document without pages", text: "a", ocr: null },
  { what: "one that its bytes say cannot be read", text: "PK", ocr: null },
  {
    what: "one that failed for what may be the recognition",
    text: "!",
    ocr: { mode: "always", engine: "tesseract" },
  },
  {
    what: "one that no engine of this machine can read",
    text: "%",
    ocr: { mode: "always", engine: "none" },
  },
  { what: "a scan", text: "#1", ocr: { mode: "always", engine: "tesseract" } },
])("the result of $what says how pages were read, as far as that matters", async (case_) => {
  const bytes = new TextEncoder().encode(case_.text);
  const document = { source: sourceOf(bytes, "a.txt"), bytes };
  const plan = { ...BUNDLED, mode: "always", engine: "tesseract" } as const;
  const { dataset } = await readDocument(document, invented, { plan });
  expect(dataset.made_by.ocr).toEqual(case_.ocr);
});
