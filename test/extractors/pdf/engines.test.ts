import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { PDF_ENGINES } from "../../../extractors/common/pdf-engines.js";
import { attachedTo } from "../../../extractors/pdf/attachments.js";
import { engineNamed } from "../../../extractors/pdf/engines.js";
import { pdf } from "../../../extractors/pdf/index.js";
import { encryptedPdf } from "../../bad-input/encrypted-pdf.js";
import { clipped, makePdf, pdfHolding, rectangle, text, writePdf } from "./make-pdf.js";
import { printed } from "./read-blocks.js";

const plan = { ...BUNDLED, mode: "never" as const };

async function readBy(pdfEngine: "pdfjs" | "pdfium", bytes: Uint8Array) {
  return pdf.extract(bytes, { plan, pdfEngine });
}

test.each(globSync("samples/*/source.pdf").toSorted())("%s is the same to all", async (file) => {
  const bytes = readFileSync(file);
  const [usual, other] = [await readBy("pdfjs", bytes), await readBy("pdfium", bytes)];
  expect(printed(other.value)).toEqual(printed(usual.value));
  expect(other.findings).toEqual(usual.findings);
  expect([usual.value.pdfEngine, other.value.pdfEngine]).toEqual(["pdfjs", "pdfium"]);
});

const HELVETICA = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
const stream = (head: string, content: string): string =>
  `<< ${head} /Length ${content.length} >>\nstream\n${content}\nendstream`;
const word = (content: string, y: number): string => `BT /F1 10 Tf 60 ${y} Td (${content}) Tj ET`;

/** A page with this content, in a document with these entries of its catalogue; more objects from 5 on. */
function pageOf(
  content: string,
  { catalog = "", page = "", objects = [] as string[] },
): Uint8Array {
  return writePdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ${page} >>`,
    stream("", content),
    ...objects,
  ]);
}

const LAYERS = "/OCProperties << /OCGs [5 0 R 6 0 R] /D << /OFF [6 0 R] >> >>";
const GROUPS = ["<< /Type /OCG /Name (on) >>", "<< /Type /OCG /Name (off) >>"];
const FORM = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources ${HELVETICA}`;

const layered = pageOf(
  `/OC /On BDC ${word("shown", 700)} EMC /OC /Off BDC ${word("hidden", 680)} EMC /X Do /Y Do`,
  {
    catalog: LAYERS,
    page: `/Resources << ${HELVETICA.slice(3, -3)} /Properties << /On 5 0 R /Off 6 0 R >> /XObject << /X 7 0 R /Y 8 0 R >> >>`,
    objects: [
      ...GROUPS,
      stream(`${FORM} /OC 5 0 R`, word("form", 660)),
      stream(`${FORM} /OC 6 0 R`, word("unseen", 640)),
    ],
  },
);

const noted = pageOf(word("page", 700), {
  page: `/Resources ${HELVETICA} /Annots [5 0 R 6 0 R]`,
  objects: [
    "<< /Type /Annot /Subtype /FreeText /F 4 /Rect [60 640 160 660] /DA (/F1 10 Tf) /Contents (note) /AP << /N 7 0 R >> >>",
    "<< /Type /Annot /Subtype /FreeText /F 2 /Rect [60 600 160 620] /DA (/F1 10 Tf) /Contents (gone) /AP << /N 7 0 R >> >>",
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources ${HELVETICA}`,
      "BT /F1 10 Tf 2 5 Td (note) Tj ET",
    ),
  ],
});

const field = pageOf(word("page", 700), {
  catalog: `/AcroForm << /Fields [5 0 R] /DR ${HELVETICA} /DA (/F1 10 Tf 0 g) /NeedAppearances true >>`,
  page: `/Resources ${HELVETICA} /Annots [5 0 R]`,
  objects: [
    "<< /Type /Annot /Subtype /Widget /FT /Tx /T (sum) /V (12.50) /F 4 /Rect [60 640 160 660] /DA (/F1 10 Tf 0 g) /P 3 0 R >>",
  ],
});

describe.each(PDF_ENGINES)("%s", (pdfEngine) => {
  test.each([
    {
      what: "layers that are shown, and none that are hidden",
      bytes: layered,
      seen: ["shown", "form"],
    },
    {
      what: "notes that are shown, and none that are hidden",
      bytes: noted,
      seen: ["page", "note"],
    },
    { what: "fields of a form without an appearance", bytes: field, seen: ["page", "12.50"] },
    { what: "what anyone may open", bytes: encryptedPdf(""), seen: ["budget"] },
  ])("reads $what", async ({ bytes, seen }) => {
    const { value } = await readBy(pdfEngine, bytes);
    expect(value.blocks.map((block) => (block.type === "table" ? "table" : block.text))).toEqual(
      seen,
    );
  });

  test("tells what needs a password", async () => {
    const read = readBy(pdfEngine, encryptedPdf("secret"));
    await expect(read).rejects.toMatchObject({ name: "UnreadableSource", code: "encrypted" });
  });

  test("gives the files of a document and of its pages, each under a name of its own", async () => {
    const bytes = pdfHolding(
      [
        ["预算表.csv", Buffer.from("一")],
        ["dir/预算表.csv", Buffer.from("二")],
      ],
      [["附件.txt", Buffer.from("三")]],
    );
    const document = await (await engineNamed(pdfEngine)).open(bytes, "read");
    const files = await attachedTo(document);
    expect(files.map((file) => [file.name, Buffer.from(file.bytes).toString()])).toEqual([
      ["预算表.csv", "一"],
      ["2-预算表.csv", "二"],
      ["附件.txt", "三"],
    ]);
    await document.close();
  });

  test("draws a page at 200 dpi, black on white, as a reader holds it", async () => {
    const draw = [rectangle([0, 0, 36, 36]), text([60, 60], "12")];
    const bytes = makePdf([{ width: 144, height: 72, rotate: 90, draw }]);
    const document = await (await engineNamed(pdfEngine)).open(bytes, "see");
    const { width, height, dpi, data } = await document.picture(1);
    const shade = (x: number, y: number) => data[(y * width + x) * 3];
    expect([width, height, dpi]).toEqual([200, 400, 200]);
    expect([shade(180, 20), shade(20, 20), shade(20, 380)]).toEqual([0, 255, 255]);
    await document.close();
  });

  test("refuses a page that draws more than a page can show", async () => {
    const line = `BT /F1 0.5 Tf 60 700 Td (${"1".repeat(600)}) Tj ET\n`;
    const bytes = pageOf(line.repeat(334), { page: `/Resources ${HELVETICA}` });
    await expect(readBy(pdfEngine, bytes)).rejects.toMatchObject({ code: "too_large" });
  });

  test("gives the marks of a page: spaced characters, a clip, and where the pen goes", async () => {
    const draw = [
      text([60, 80], "12.50", { spacing: 2 }),
      clipped([0, 90, 100, 110], [text([60, 100], "34"), text([90, 100], "5678")]),
    ];
    const document = await (await engineNamed(pdfEngine)).open(makePdf([{ draw }]), "read");
    const { glyphs } = await document.marks(1);
    const told = glyphs.map(({ text: sign, x, endX, y }, index) => [
      sign,
      // Of the last of what is spaced pdfium does not say whether a space follows.
      ...[x, index === 4 ? x : endX, y].map((each) => Math.round(each * 10) / 10),
    ]);
    expect(told).toEqual([
      ["1", 60, 67.6, 80],
      ["2", 67.6, 75.1, 80],
      [".", 75.1, 79.9, 80],
      ["5", 79.9, 87.5, 80],
      ["0", 87.5, 87.5, 80],
      ["3", 60, 65.6, 100],
      ["4", 65.6, 71.1, 100],
      ["5", 90, 95.6, 100],
      ["6", 95.6, 101.1, 100],
    ]);
    await document.close();
  });
});
