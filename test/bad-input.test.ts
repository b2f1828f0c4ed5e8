import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { strFromU8 } from "fflate";
import { describe, expect, test } from "vitest";
import { extract, type DocumentDataset, UnreadableSource } from "../index.js";
import {
  beginning,
  compoundFile,
  halfLoopedPdf,
  lockedPdf,
  loopedPdf,
  withoutDocument,
  presentation,
  workbook,
  zipBomb,
} from "./bad-input/files.js";
import {
  hugeSpans,
  longList,
  longTable,
  tableInDocx,
  tableInPdf,
  tableInText,
  wideTable,
} from "./bad-input/monsters.js";
import { real, run } from "./cli/run.js";
import { temporaryFolder } from "./cli/temporary-folder.js";
import { makeDocx, p } from "./extractors/docx/make-docx.js";

/**
 * What never ends fails by this, in milliseconds; a busy machine is allowed many times what is usual. That time
 * does not grow with the square of a document is tested where it can be told: in extractors/growth.test.ts.
 */
const NEVER = 600_000;

const sample = (format: string): Uint8Array =>
  readFileSync(join(import.meta.dirname, `../samples/nine-tables-2023/source.${format}`));
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2));

/** What the library makes of these bytes under this name. */
const read = async (bytes: Uint8Array, fileName = "预算.bin"): Promise<DocumentDataset> =>
  extract({ bytes, fileName });

async function refusal(bytes: Uint8Array, fileName?: string): Promise<UnreadableSource> {
  const error: unknown = await read(bytes, fileName).then(
    () => new Error("it was read"),
    (thrown: unknown) => thrown,
  );
  if (error instanceof UnreadableSource) return error;
  throw error;
}

describe("is refused by a typed error that says why and what to do", () => {
  test.each<[string, Uint8Array, readonly [UnreadableSource["code"], RegExp]]>([
    ["an empty file", new Uint8Array(), ["empty", /empty.*Fetch it again/u]],
    ["a truncated DOCX", half(sample("docx")), ["damaged", /ZIP.*Fetch it again/u]],
    ["a DOCX cut before its parts", sample("docx").subarray(0, 60), ["unsupported_format", /ZIP/u]],
    ["a PDF cut in half", half(sample("pdf")), ["damaged", /fetch it again/u]],
    ["a PDF of nothing but a signature", Buffer.from("%PDF-1.7\n"), ["damaged", /fetch it again/u]],
    ["a PDF behind a password", lockedPdf(), ["encrypted", /password.*ask/u]],
    ["a page tree that is a loop", loopedPdf(), ["damaged", /PDF/u]],
    ["a locked Office file", compoundFile("EncryptedPackage"), ["encrypted", /password.*save/u]],
    ["a DOCX without a document", withoutDocument(), ["damaged", /no main document part/u]],
    ["an old Word file", compoundFile("WordDocument"), ["unsupported_format", /Convert it/u]],
    ["a file of XML", Buffer.from("<?xml version='1.0'?><预算/>"), ["unsupported_format", /XML/u]],
    ["a workbook without sheets", workbook(), ["damaged", /lists no sheets.*Fetch it again/u]],
    ["a presentation", presentation(), ["unsupported_format", /presentation.*Save it as PDF/u]],
    [
      "a web page of elements inside one another",
      Buffer.from(`<html>${"<div>".repeat(100_000)}`),
      ["too_large", /1001 elements inside one another/u],
    ],
    ["a PNG of nothing but a signature", beginning("89504e470d0a1a0a"), ["damaged", /again/u]],
    ["a JPEG of nothing but a signature", beginning("ffd8ffe0"), ["damaged", /again/u]],
    ["a TIFF of nothing but a signature", beginning("49492a00"), ["damaged", /again/u]],
    ["a GIF of nothing but a signature", beginning("474946383961"), ["damaged", /again/u]],
    ["a 7z archive", beginning("377abcaf271c"), ["unsupported_format", /7z.*Unpack it/u]],
    ["a RAR archive", beginning("526172211a07"), ["unsupported_format", /RAR.*Unpack it/u]],
    ["NUL bytes", new Uint8Array(10_000), ["unknown_format", /no known format.*Check/u]],
    ["bytes of nothing", beginning("00fdfcfb00"), ["unknown_format", /no known format.*Check/u]],
    ["text with a NUL in it", Buffer.from("一、职责\n\0\n"), ["unknown_format", /Check/u]],
  ])("%s", async (_, bytes, [code, message]) => {
    const error = await refusal(bytes);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  test("text of one line of 50 MB", async () => {
    const error = await refusal(Buffer.from("预".repeat(17_000_000)));
    expect(error.code).toBe("too_large");
    expect(error.message).toMatch(/Line 1 has 17000000 characters.*check the file/u);
  });

  test("a zip bomb in a DOCX, without unpacking it", async () => {
    const bomb = zipBomb();
    const before = process.memoryUsage().rss;
    const error = await refusal(bomb);
    expect(error.code).toBe("too_large");
    expect(error.message).toMatch(/unpacks to 100 MB.*split it/u);
    expect(process.memoryUsage().rss - before).toBeLessThan(80 * 2 ** 20);
  });
});

describe("is read by its bytes, whatever its name says", () => {
  test.each([
    ["a PDF named .docx", "pdf", "预算.docx"],
    ["a DOCX named .pdf", "docx", "预算.pdf"],
    ["text named .pdf", "txt", "预算.pdf"],
  ])("%s", async (_, format, fileName) => {
    const { document } = await read(sample(format), fileName);
    expect(document.extractor).toBe(format === "txt" ? "text" : format);
    expect(document.file_name).toBe(fileName);
  });

  test("a presentation named .pdf is refused as a presentation", async () => {
    expect((await refusal(presentation(), "预算.pdf")).code).toBe("unsupported_format");
  });
});

function stated({ amounts }: DocumentDataset): readonly (readonly unknown[])[] {
  return amounts.map(({ label, measure, amount }) => [label, measure, amount]);
}

describe("text in any charset gives the same records", () => {
  const source = strFromU8(sample("txt"));
  const utf16be = Buffer.from(`\ufeff${source}`, "utf16le").swap16();
  test.each([
    ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${source}`)],
    ["UTF-16, little end first", Buffer.from(`\ufeff${source}`, "utf16le")],
    ["UTF-16, big end first", utf16be],
    ["lines ended as on Windows", Buffer.from(source.replaceAll("\n", "\r\n"))],
  ])("%s", async (_, bytes) => {
    const [plain, other] = [await read(sample("txt")), await read(bytes)];
    expect(plain.amounts.length).toBeGreaterThan(0);
    expect(stated(other)).toEqual(stated(plain));
  });

  test("GB 18030", async () => {
    // 2023年部门预算公开 and 一、部门职责, as a Chinese Windows writes them.
    const title = Buffer.from("32303233c4eab2bfc3c5d4a4cbe3b9abbfaa0d0a", "hex");
    const heading = Buffer.from("d2bba1a2b2bfc3c5d6b0d4f00d0a", "hex");
    const { prose, sections } = await read(Buffer.concat([title, heading]));
    const texts = [...prose.map(({ text }) => text), ...sections.map((s) => s.title)];
    expect(texts).toEqual(expect.arrayContaining(["2023年部门预算公开", "部门职责"]));
  });
});

describe("years that none can be are read as none", () => {
  const table = "\t收入\t预算数\n\t财政拨款\t1.00\n";
  test.each([
    ["in the corner of a table", `收支总表\n\n预算年度：9023  单位：万元\n\n${table}`],
    ["in prose that speaks of the budget", "现将8023年部门预算公开如下，2023年收入1.00万元。\n"],
    ["before the first", "1949年部门预算\n\n上年末固定资产1.00万元，比上年增加2.00万元。\n"],
  ])("%s", async (_, text) => {
    const { document, figures } = await read(Buffer.from(text));
    expect([null, 1949, 2023]).toContain(document.fiscal_year);
    for (const { fiscal_year } of figures) expect([null, 1949, 2023]).toContain(fiscal_year);
  });
});

describe("truncated, but readable", () => {
  test("UTF-8 text that was cut within a character keeps all that came before", async () => {
    const bytes = sample("txt");
    const cut = await read(bytes.subarray(0, bytes.lastIndexOf(0xe3) + 2));
    expect(cut.amounts).toEqual(
      (await read(bytes)).amounts.map((row) => ({ ...row, document_id: expect.any(String) })),
    );
    expect(cut.document.status).toBe("partial");
    expect(cut.findings).toMatchObject([{ rule: "text_cut_short", severity: "error" }]);
  });

  test("a page tree that comes back to itself beside a whole page ends", async () => {
    const { document, findings } = await read(halfLoopedPdf());
    expect(document.pages).toBe(1);
    expect(findings).toMatchObject([
      { rule: "page_damaged", severity: "error", page: 2 },
      { rule: "page_blank" },
    ]);
  });
});

function sizes({ tables }: DocumentDataset): readonly string[] {
  return tables.map(({ rows, columns }) => `${rows} × ${columns}`);
}

describe("a table of monstrous size is read whole", () => {
  test.each<[string, () => Uint8Array, string]>([
    ["10,000 columns in text", () => tableInText(wideTable(10_000)), "2 × 10000"],
    ["10,000 columns in DOCX", () => tableInDocx(wideTable(10_000)), "2 × 10000"],
    ["5,000 columns in PDF", () => tableInPdf(wideTable(5_000)), "2 × 5000"],
    ["30,000 rows in text", () => tableInText(longList(30_000), "各村进度"), "30001 × 3"],
    ["30,000 rows in DOCX", () => tableInDocx(longList(30_000), "各村进度"), "30001 × 3"],
    ["10,000 columns over 300 short rows", () => tableInText(ragged(10_000, 300)), "302 × 10000"],
    ["spans of 50 million positions in DOCX", () => hugeSpans(1000), "1000 × 50"],
  ])(
    "%s",
    async (_, make, expected) => {
      expect(sizes(await read(make()))).toEqual([expected]);
    },
    NEVER,
  );

  test(
    "20,000 rows of a statutory form give each of their amounts",
    async () => {
      const { amounts } = await read(tableInText(longTable(20_000)));
      expect(amounts).toHaveLength(60_000);
    },
    NEVER,
  );
});

function ragged(columns: number, rows: number): readonly (readonly string[])[] {
  const short = Array.from({ length: rows }, () => ["2010101", "行政运行", "1.00"]);
  return [...wideTable(columns), ...short];
}

describe("a batch", () => {
  const { at } = temporaryFolder();
  test("goes on after each bad file, names the reason of each, and ends with 1", async () => {
    const files: Readonly<Record<string, Uint8Array>> = {
      "1-空.docx": new Uint8Array(),
      "2-截断.docx": half(sample("docx")),
      "3-加密.pdf": lockedPdf(),
      "4-表格.pdf": presentation(),
      "5-好.docx": makeDocx(p("云溪县财政局2025年部门预算")),
    };
    for (const [name, bytes] of Object.entries(files)) await writeFile(at(name), bytes);
    const { code, stdout } = await run(["extract", at("."), "--out", at("out")], real);
    expect(code).toBe(1);
    expect(stdout).toContain("The file is empty.");
    const rows = readFileSync(at("out/documents.csv"), "utf8").split("\n");
    const ends = rows.map((row) => /,(ok|partial|failed),(\w*),/u.exec(row)?.slice(1).join(" "));
    expect(ends.filter((row) => row !== undefined).toSorted()).toEqual([
      "failed damaged",
      "failed empty",
      "failed encrypted",
      "failed unsupported_format",
      "partial ",
    ]);
  });
});
