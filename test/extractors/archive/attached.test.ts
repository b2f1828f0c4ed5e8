import { readFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { unpackAttached } from "../../../extractors/archive/index.js";
import { pdf } from "../../../extractors/pdf/index.js";
import { pdfHolding } from "../pdf/make-pdf.js";

/** Two files of one name in the list of the PDF, and an archive that hangs on its page. */
const holding = (first: Uint8Array): Uint8Array =>
  pdfHolding(
    [
      ["预算表.csv", first],
      ["dir/预算表.csv", Buffer.from("二")],
    ],
    [["附件.zip", zipSync({ "内/说明.txt": strToU8("三") })]],
  );

test("the files that hang on a PDF and on its pages are unpacked, archives among them too", async () => {
  const members = await unpackAttached(holding(Buffer.from("一")));
  const told = members.map((each) => [
    each.path,
    each.within,
    "bytes" in each ? Buffer.from(each.bytes).toString() : each.failure.code,
  ]);
  expect(told).toEqual([
    ["预算表.csv", null, "一"],
    ["2-预算表.csv", null, "二"],
    ["附件.zip!/内/说明.txt", "附件.zip", "三"],
  ]);
});

test("a file that unpacks to more than is taken says so, and the others are given", async () => {
  const members = await unpackAttached(holding(new Uint8Array(17 * 2 ** 20)));
  expect(members.map((each) => ("bytes" in each ? "" : each.failure.code))).toEqual([
    "too_large",
    "",
    "",
  ]);
});

test("the PDF itself is read, and tells of them", async () => {
  const { findings } = await pdf.extract(holding(Buffer.from("一")));
  const told = findings.filter(({ rule }) => rule === "files_attached");
  expect(told.map(({ facts }) => facts)).toEqual([
    { count: 3, names: ["预算表.csv", "2-预算表.csv", "附件.zip"] },
  ]);
});

test("a PDF without files has none, nor has one that cannot be opened", async () => {
  const plain = await readFile(new URL("../../../samples/yuan-2025/source.pdf", import.meta.url));
  expect(await unpackAttached(plain)).toEqual([]);
  expect(await unpackAttached(Buffer.from("%PDF-1.7 /EmbeddedFile"))).toEqual([]);
});
