import { once } from "node:events";
import { createServer } from "node:http";
import { describe, expect, test } from "vitest";
import { xlsx } from "../extractors/sheet/xlsx/index.js";
import { LIMITS } from "../extractors/common/limits.js";
import { decodePictures } from "../extractors/raster/decode.js";
import { extract, type DocumentDataset } from "../index.js";
import { encryptedPdf } from "./bad-input/encrypted-pdf.js";
import {
  ENTITIES,
  docxWith,
  hugeBitmap,
  hugePicture,
  loopedTable,
  manyPages,
  odsCell,
  odsOf,
  odsWith,
  pageThat,
  reachingDocx,
  reachingPage,
  stream,
  understated,
} from "./bad-input/hostile.js";
import { writePdf } from "./extractors/pdf/make-pdf.js";
import { data, makeWorkbook, row } from "./extractors/sheet/make-workbook.js";

/** What never ends fails by this, in milliseconds; a busy machine is allowed many times what is usual. */
const NEVER = 600_000;

const read = (bytes: Uint8Array): Promise<DocumentDataset> =>
  extract(bytes, { ocr: { mode: "never" } });
const rules = ({ findings }: DocumentDataset): readonly string[] =>
  findings.map(({ rule }) => rule);
const texts = ({ prose }: DocumentDataset): readonly string[] => prose.map(({ text }) => text);

const { external, laughs } = ENTITIES;
const odsRow = (cells: string, attributes = "") =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const zeros = () => new Uint8Array(80 * 2 ** 20);
const deep = "<a>".repeat(LIMITS.xmlDepth + 1);
const FONT = "/Font << /F 5 0 R >>";
const CJK =
  "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 >>";
const cjkFont = (entries: string) =>
  `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /DescendantFonts [7 0 R] ${entries} >>`;
const SHOWN = "BT /F 10 Tf 50 50 Td <0001> Tj ET";

describe("is refused, which says why and what to do", () => {
  test.each<[string, () => Uint8Array, string, RegExp]>([
    ["a Word file of entities of entities", () => docxWith(laughs, "&c;"), "damaged", /Fetch/u],
    ["a Word file that names another", () => docxWith(external, "&c;"), "damaged", /Fetch/u],
    [
      "a spreadsheet of entities of entities",
      () => odsWith(odsRow(odsCell("&c;")), laughs),
      "damaged",
      /Fetch/u,
    ],
    [
      "a spreadsheet that names another file",
      () => odsWith(odsRow(odsCell("&c;")), external),
      "damaged",
      /Fetch/u,
    ],
    [
      "a workbook that unpacks to far more than it takes",
      () => makeWorkbook([{ xml: "" }], { "xl/workbook.xml": "0".repeat(80 * 2 ** 20) }),
      "too_large",
      /80 MB.*split it/u,
    ],
    [
      "a spreadsheet that does so",
      () => odsOf({ "content.xml": zeros() }),
      "too_large",
      /80 MB.*split it/u,
    ],
    ["a part that is longer than its list says", understated, "damaged", /Fetch/u],
    ["a PDF of 100,000 pages", () => manyPages(100_000), "too_large", /100000 pages.*Split it/u],
    [
      "objects that stand for each other",
      () =>
        writePdf([
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids 3 0 R /Count 1 >>",
          "4 0 R",
          "3 0 R",
        ]),
      "damaged",
      /PDF/u,
    ],
    [
      "dictionaries in dictionaries",
      () => pageThat({ draws: "", resources: "/A << ".repeat(100_000) }),
      "damaged",
      /PDF/u,
    ],
    ["a PDF behind a password", () => encryptedPdf("secret"), "encrypted", /ask/u],
    [
      "a spreadsheet behind a password",
      () =>
        odsOf({
          "content.xml": new Uint8Array(9),
          "META-INF/manifest.xml": Buffer.from("<manifest:encryption-data/>"),
        }),
      "encrypted",
      /password: save a copy without/u,
    ],
    [
      "a workbook of elements inside one another",
      () => makeWorkbook([{ xml: deep }]),
      "too_large",
      /513 elements/u,
    ],
    ["a spreadsheet of such", () => odsWith(deep), "too_large", /513 elements/u],
    [
      "a spreadsheet that repeats a cell everywhere",
      () =>
        odsWith(
          odsRow(
            odsCell("1", 'table:number-columns-repeated="16384"'),
            'table:number-rows-repeated="1048576"',
          ),
        ),
      "too_large",
      /3000001 cells.*Split it/u,
    ],
    [
      "a web page whose cells reach over each other's rows",
      () => Buffer.from(`<html><table>${"<tr><td rowspan=65534>1".repeat(2_000)}</table>`),
      "too_large",
      /4000000 places.*split the table/u,
    ],
    [
      "a web page whose cells reach over rows and columns",
      () => {
        const cells = "<tr><td colspan=99999 rowspan=99999>1<td colspan=99999>2".repeat(100);
        return Buffer.from(`<html><table>${cells}</table>`);
      },
      "too_large",
      /cells: no more than 16384.*Split/u,
    ],
  ])("%s", async (...[, make, code, message]) => {
    await expect(read(make())).rejects.toMatchObject({
      name: "UnreadableSource",
      code,
      message: expect.stringMatching(message),
    });
  });

  test.each([
    ["PNG", () => hugePicture("png")],
    ["JPEG", () => hugePicture("jpeg")],
    ["GIF", () => hugePicture("gif")],
    ["BMP", hugeBitmap],
  ])("a %s of 60,000 × 60,000 pixels", async (_, make) => {
    const pictures = decodePictures(await make());
    await expect(pictures.next()).rejects.toMatchObject({ code: "too_large" });
  });
});

describe("a PDF that leads back to itself is read to its end", () => {
  test.each<[string, () => Uint8Array, readonly string[]]>([
    ["in its table of objects", loopedTable, ["page_blank"]],
    ["where more pages are counted than there are", () => manyPages(1, 15_000), ["pages_missing"]],
    [
      "in the length of a stream",
      () =>
        writePdf([
          "<< /Type /Catalog /Pages 2 0 R >>",
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
          "<< /Length 4 0 R >>\nstream\nBT ET\nendstream",
        ]),
      ["page_blank"],
    ],
    [
      "in a font whose character draws itself",
      () =>
        pageThat({
          draws: "BT /F 10 Tf 50 50 Td (a) Tj ET",
          resources: FONT,
          objects: [
            `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a 6 0 R >> /Resources << ${FONT} >> >>`,
            stream("9 0 d0 BT /F 9 Tf (a) Tj ET"),
          ],
        }),
      ["title_absent"],
    ],
    [
      "in a font that maps every number there is",
      () =>
        pageThat({
          draws: SHOWN,
          resources: FONT,
          objects: [
            cjkFont("/Encoding /UniGB-UCS2-H /ToUnicode 6 0 R"),
            stream("begincmap 1 beginbfrange <00000000> <ffffffff> <0000> endbfrange endcmap"),
            CJK,
          ],
        }),
      ["characters_unmapped"],
    ],
    [
      "in a font whose encoding uses itself",
      () =>
        pageThat({
          draws: SHOWN,
          resources: FONT,
          objects: [
            cjkFont("/Encoding 6 0 R"),
            stream("begincmap endcmap", "/Type /CMap /UseCMap 6 0 R"),
            CJK,
          ],
        }),
      ["characters_unmapped"],
    ],
    [
      "in a font of two milliards of characters",
      () =>
        pageThat({
          draws: "BT /F 10 Tf 50 50 Td (a) Tj ET",
          resources: FONT,
          objects: [
            "<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /LastChar 2147483647 /Widths [1] >>",
          ],
        }),
      ["title_absent"],
    ],
  ])("%s", async (_, make, expected) => {
    expect(rules(await read(make()))).toEqual(expect.arrayContaining([...expected]));
  });
});

test("an encrypted PDF that asks nobody for a password is read", async () => {
  expect(texts(await read(encryptedPdf("")))).toEqual(["budget"]);
});

describe("nothing of a document is fetched or run", () => {
  test("whatever addresses it names", async () => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const at = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
    const page = await read(reachingPage(at));
    expect(texts(page).join("\n")).not.toContain("root:");
    expect(texts(page)).toContain("云溪县2024年部门预算");
    const word = await read(reachingDocx(at));
    expect(word.findings).toContainEqual(
      expect.objectContaining({ rule: "not_run_nor_fetched", facts: { macros: 1, links: 2 } }),
    );
    expect(asked).toEqual([]);
    server.close();
  });

  test("and an entity of a web page is no file", async () => {
    const page = Buffer.from(`${external.replace("x", "html")}<html><p>&c;预算</p></html>`);
    expect(texts(await read(page)).join()).toContain("&c;预算");
  });
});

test("marks of direction and what a spreadsheet would run are kept as they are printed", async () => {
  const printed = ["一、\u202e职责\u202c说明", "二、=HYPERLINK(A1)", "三、@SUM(1)、+1、-1"];
  expect(texts(await read(Buffer.from(["云溪县预算", ...printed].join("\n"))))).toEqual(
    expect.arrayContaining(printed),
  );
});

describe("a sheet of sizes that cannot be costs what is in it", () => {
  test("where its merged cells are the whole of it", async () => {
    const rows = data(row(1, { A: "项目", B: "金额" }), row(2, { A: "合计", B: 1 }));
    const merged = `${rows}<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`;
    expect((await read(makeWorkbook([{ xml: merged }]))).tables.length).toBeLessThan(2);
  });

  test("where its only cell is the last", async () => {
    const last = `<cols><col min="1" max="2147483647" style="2"/></cols>${data('<row r="1048576"><c r="XFD1048576" s="2"><v>1</v></c></row>')}`;
    expect(texts(await read(makeWorkbook([{ xml: last }])))).toContain("1.00");
  });

  test("where it has a million cells, all are read", { timeout: NEVER }, async () => {
    const cells = '<c s="2"><v>1</v></c>'.repeat(1_000);
    const rows = Array.from({ length: 1_000 }, (_, i) => `<row r="${i + 1}">${cells}</row>`);
    await expect(xlsx.extract(makeWorkbook([{ xml: data(...rows) }]))).resolves.toMatchObject({
      value: { blocks: expect.arrayContaining([expect.objectContaining({ rowCount: 1_000 })]) },
    });
  });
});
