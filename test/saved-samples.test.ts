import { execFile } from "node:child_process";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { read as openWorkbook, write } from "@e965/xlsx";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findLibreOffice, lacksPart } from "../extractors/libreoffice/find.js";
import { extract, unpack, type DocumentDataset } from "../index.js";
import { printHtml } from "../samples/generator/printers/html.js";
import { WITH_XLS } from "../samples/generator/files.js";
import { disclosures } from "../samples/generator/index.js";
import { type PrintedSheet, sheetsOf } from "../samples/generator/printers/workbook.js";
import { encoded, traditional } from "./charsets.js";
import { givesWhatIsMeant, type Untold } from "./expected-edition.js";
import { sevenZipOf, tarOf } from "./extractors/archive/make-archives.js";
import { removeFolder } from "./remove-folder.js";

/** Editions that other programs make of those in the repository: each gives the records of its DOCX. */
const sample = (slug: string, format: string): Promise<Buffer> =>
  readFile(join(import.meta.dirname, "../samples", slug, `source.${format}`));

const office = findLibreOffice(undefined);
if (office === undefined)
  console.warn("LibreOffice is missing: the samples are not read as DOC, WPS, RTF and ODT.");

const reason = "LibreOffice writes the 、 after the number of a heading into RTF as ?";
/** What the file itself does not say any more. */
const UNTOLD: Readonly<Record<string, readonly Untold[]>> = {
  "empty-tables-2022.rtf": [
    { file: "sections", reason },
    { file: "tables", column: "section_no", reason },
    { file: "figures", column: "section_no", reason },
  ],
};

const withoutCalc = office === undefined || lacksPart(office, "calc");
if (withoutCalc)
  console.warn("LibreOffice has no Calc: the samples are not read as ODS and its XLS.");

describe.each([
  ...["doc", "rtf", "odt"].map((ending) => ({
    ending,
    from: "docx",
    skipped: office === undefined,
  })),
  ...["ods", "xls"].map((ending) => ({ ending, from: "xlsx", skipped: withoutCalc })),
])("saved as $ending by LibreOffice", ({ ending, from, skipped }) => {
  describe.skipIf(skipped)("of each sample", () => {
    let folder = "";
    const at = (name: string) => join(folder, name);
    afterAll(() => removeFolder(folder));
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "gongkai-saved-"));
      for (const { slug } of disclosures)
        await writeFile(at(`${slug}.${from}`), await sample(slug, from));
      const documents = disclosures.map(({ slug }) => at(`${slug}.${from}`));
      const profile = `-env:UserInstallation=${pathToFileURL(at("profile")).href}`;
      const options = ["--headless", profile, "--convert-to", ending, "--outdir", at(ending)];
      await promisify(execFile)(office ?? "", [...options, ...documents]);
    }, 300_000);

    describe.each(disclosures)("$slug", (disclosure) => {
      const { slug } = disclosure;
      givesWhatIsMeant({
        disclosure,
        read: async () => extract(at(join(ending, `${slug}.${ending}`))),
        untold: UNTOLD[`${slug}.${ending}`] ?? [],
      });
    });

    test.runIf(ending === "doc")("is read under the name of WPS too", async () => {
      const bytes = await readFile(at("doc/yuan-2025.doc"));
      const { document } = await extract({ bytes, fileName: "预算公开.wps" });
      expect(document).toMatchObject({ media_type: "application/msword", fiscal_year: 2025 });
    });
  });
});

describe.skipIf(withoutCalc)(
  "saved as a binary workbook (XLSB), which LibreOffice converts",
  () => {
    describe.each(disclosures.filter(({ slug }) => WITH_XLS.includes(slug)))(
      "$slug",
      (disclosure) => {
        givesWhatIsMeant({
          disclosure,
          read: async () => {
            const book = openWorkbook(await sample(disclosure.slug, "xls"), { cellNF: true });
            return extract(Buffer.from(write(book, { type: "array", bookType: "xlsb" })));
          },
        });
      },
    );
  },
);

const csvCell = (text: string) => (/[",\t\n]/u.test(text) ? `"${text}"` : text);

/** A sheet as rows of cells and nothing else: no merged cells, no formats. */
function separated({ cells }: PrintedSheet, separator: string): Uint8Array {
  const width = Math.max(...cells.map(({ column }) => column)) + 1;
  const height = Math.max(...cells.map(({ row }) => row)) + 1;
  const rows = Array.from({ length: height }, () => Array.from({ length: width }, () => ""));
  for (const { row, column, text } of cells) rows[row]?.splice(column, 1, text);
  return Buffer.from(rows.map((row) => `${row.map(csvCell).join(separator)}\r\n`).join(""));
}

const namedAmounts = ({ amounts }: DocumentDataset) =>
  amounts.map(({ label, code, measure, amount }) => [label, code, measure, amount]);

/** Samples whose headers do not need merged cells, which these files lose. */
const PLAIN_HEADERS = new Set(["yuan-2025", "open-rules-2024", "empty-tables-2022"]);
const plainHeaders = disclosures.filter(({ slug }) => PLAIN_HEADERS.has(slug));

describe.each([
  { name: "CSV", separator: "," },
  { name: "TSV", separator: "\t" },
])("the sheets of a sample as $name", ({ separator }) => {
  test.each(plainHeaders)("give the amounts of its DOCX: $slug", async (disclosure) => {
    const whole = await extract(await sample(disclosure.slug, "docx"));
    const read = await Promise.all(
      sheetsOf(disclosure).map(async (sheet) => extract(separated(sheet, separator))),
    );
    expect(read.flatMap(namedAmounts)).toEqual(namedAmounts(whole));
    expect(whole.amounts.length).toBeGreaterThan(0);
  });
});

const part = (headers: string, body: string) => `--part\r\n${headers}\r\n\r\n${body}\r\n`;

/** A page as browsers save it: the page in quoted-printable, a picture of it in Base64. */
function savedPage(page: Uint8Array): Uint8Array {
  const quoted = [...page].map((byte, index) => {
    const sign = `=${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    return index % 20 === 19 ? `${sign}=\r\n` : sign;
  });
  const head = 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="part"\r\n\r\n';
  const html = "Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable";
  const sign = "Content-Type: image/gif\r\nContent-Transfer-Encoding: base64";
  return Buffer.from(
    `${head}${part(html, quoted.join(""))}${part(sign, "R0lGODlhAQABAAAAACw=")}--part--\r\n`,
  );
}

/** A page that says in which charset it is. */
const declared = (page: string, charset: string) => page.replace("utf-8", charset);

const WEB: Readonly<Record<string, (page: string) => Uint8Array>> = {
  "a page in UTF-8": (page) => Buffer.from(page),
  "a page in GB 18030": (page) => encoded(declared(page, "gb2312"), "gb18030"),
  "a page saved with its pictures (MHT)": (page) => savedPage(Buffer.from(page)),
};

describe.each(Object.entries(WEB))("printed as %s", (_, made) => {
  describe.each(disclosures)("$slug", (disclosure) => {
    const page = Buffer.from(printHtml(disclosure)).toString();
    givesWhatIsMeant({ disclosure, read: async () => extract(Buffer.from(made(page))) });
  });
});

const TEXTS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  "GB 18030": (text) => encoded(text, "gb18030"),
  "UTF-16 with a mark": (text) => Buffer.from(`\uFEFF${text}`, "utf16le"),
  "UTF-16 without a mark": (text) => Buffer.from(text, "utf16le"),
  "UTF-16, big end first": (text) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16(),
};

/** Its records without what is made of its bytes. */
function records(dataset: DocumentDataset) {
  const { amounts, indicators, projects, figures, sections, tables } = dataset;
  const rows = [...amounts, ...indicators, ...projects, ...figures, ...sections];
  return {
    kinds: tables.map(({ kind }) => kind),
    rows: rows.map((row) => ({ ...row, document_id: "" })),
  };
}

const numbers = ({ amounts }: DocumentDataset) =>
  amounts.map(({ amount, code, measure, side, item }) => [amount, code, measure, side, item]);

describe.each(disclosures)("the text of $slug", ({ slug }) => {
  test.each(Object.entries(TEXTS))("in %s gives the same records", async (_, made) => {
    const text = await sample(slug, "txt");
    const other = await extract(Buffer.from(made(text.toString())));
    expect(records(other)).toEqual(records(await extract(text)));
  });

  test("in Big5 gives the records of the same traditional text in UTF-8, with the same amounts", async () => {
    const source = await sample(slug, "txt");
    const text = traditional(source.toString());
    const big5 = await extract(Buffer.from(encoded(text, "big5")));
    expect(records(big5)).toEqual(records(await extract(Buffer.from(text))));
    expect(numbers(big5)).toEqual(numbers(await extract(source)));
  });
});

const ARCHIVES: Readonly<
  Record<string, (files: Record<string, Uint8Array>) => Promise<Uint8Array>>
> = {
  zip: async (files) => zipSync(files),
  "7z": sevenZipOf,
  "tar.gz": async (files) =>
    gzipSync(
      await tarOf(
        Object.entries(files).map(([name, bytes]) => ({ name, text: Buffer.from(bytes) })),
      ),
    ),
};

describe.each(Object.entries(ARCHIVES))("packed as %s", (_, packed) => {
  test("every sample comes out with the bytes that went in", async () => {
    const files = Object.fromEntries(
      await Promise.all(
        disclosures.map(async ({ slug }) => [`${slug}.docx`, await sample(slug, "docx")] as const),
      ),
    );
    const members = await unpack(await packed(files));
    const given = members.map((member) => [
      member.path,
      "bytes" in member ? Buffer.from(member.bytes) : member.failure.code,
    ]);
    expect(Object.fromEntries(given)).toEqual(files);
  });
});
