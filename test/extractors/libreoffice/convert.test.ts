import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Converting } from "../../../extractors/common/format.js";
import { converted } from "../../../extractors/libreoffice/index.js";
import { findLibreOffice, lacksPart } from "../../../extractors/libreoffice/find.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { extract } from "../../../index.js";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { isRunning, standIn } from "./stand-in.js";

const { at } = temporaryFolder();
const SAMPLE = fileURLToPath(new URL("../../../samples/yuan-2025/source.docx", import.meta.url));
const RTF = Buffer.from("{\\rtf1 text}");

/** Reads a document by a script in the place of LibreOffice; `told` gets the processes that convert. */
async function readBy(does: string, told: (Converting | null)[] = [], bytes: Uint8Array = RTF) {
  const program = await standIn(at("bin/soffice"), does);
  const format = converted.find(({ accepts }) => accepts(bytes));
  const conversion = { program, onProcess: (each: Converting | null) => told.push(each) };
  return format?.extract(bytes, { plan: BUNDLED, conversion });
}

async function refusal(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((thrown: unknown) => thrown);
  return error instanceof UnreadableSource ? error.code : String(error);
}

const foldersLeft = async () =>
  (await readdir(tmpdir())).filter(
    (name) => name.includes(`gongkai-office-`) && name.includes(`-${process.pid}-`),
  );

describe("a document that LibreOffice converts", () => {
  const convert = `mkdir -p "$out" && cp "${SAMPLE}" "$out/document.docx"`;

  test("is read as the DOCX that it becomes, and leaves nothing behind", async () => {
    const told: (Converting | null)[] = [];
    const printed = await readBy(convert, told);
    expect(printed?.value.blocks.filter(({ type }) => type === "table").length).toBeGreaterThan(5);
    expect(told).toEqual([{ group: expect.any(Number), folder: expect.any(String) }, null]);
    expect(await foldersLeft()).toEqual([]);
  });

  test("is converted with a profile of its own, in which nothing of it runs, and no home", async () => {
    const keep = `cp "$HOME/arguments" "$HOME/profile/user/registrymodifications.xcu" "${at()}"; env > "${at("env")}"`;
    await refusal(readBy(keep));
    const args = await readFile(at("arguments"), "utf8");
    expect(args).toMatch(
      /--headless .*-env:UserInstallation=file:\/\/\/\S+\/profile --convert-to docx/u,
    );
    const profile = await readFile(at("registrymodifications.xcu"), "utf8");
    expect(profile).toMatch(/"DisableMacrosExecution" oor:op="fuse"><value>true/u);
    expect(profile).toMatch(/"MacroSecurityLevel" oor:op="fuse"><value>3/u);
    expect(await readFile(at("env"), "utf8")).toMatch(/^HOME=\S*gongkai-office-/mu);
  });

  test("that it cannot open is damaged", async () => {
    expect(await refusal(readBy("echo 'source file could not be loaded'"))).toBe("damaged");
    expect(await foldersLeft()).toEqual([]);
  });

  test("says what to install where there is none", async () => {
    const format = converted.find(({ accepts }) => accepts(RTF));
    const reading = async () =>
      format?.extract(RTF, { plan: BUNDLED, conversion: { program: at("none") } });
    expect(await refusal(reading())).toBe("converter_unavailable");
    await expect(reading()).rejects.toThrow(
      "apt-get install --no-install-recommends libreoffice-writer",
    );
  });

  test("says which part to install where distributions of Linux pack each alone", async () => {
    const program = await standIn(at("office/program/soffice"), "exit 1");
    await mkdir(at("office/share/registry"), { recursive: true });
    for (const part of ["main", "writer"])
      await writeFile(at(`office/share/registry/${part}.xcd`), "");
    const sheet = excelXml("");
    const format = converted.find(({ accepts }) => accepts(sheet));
    const reading = format?.extract(sheet, { plan: BUNDLED, conversion: { program } });
    await expect(reading).rejects.toThrow(/libreoffice-calc.* convert the document to XLSX/u);
  });

  test("whose program starts others leaves none of them", async () => {
    await refusal(readBy(`sleep 1000 & echo $! > "${at("pid")}"`));
    const pid = (await readFile(at("pid"), "utf8")).trim();
    await expect.poll(() => isRunning(pid)).toBe(false);
  });
});

describe("a format that LibreOffice converts is told by its bytes", () => {
  const odt = Buffer.from(
    "PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.text",
  );
  test.each([
    { of: "RTF", bytes: RTF, is: "application/rtf" },
    { of: "OpenDocument text", bytes: odt, is: "application/vnd.oasis.opendocument.text" },
    {
      of: "an OpenDocument sheet",
      bytes: Buffer.from(String(odt).replace("text", "spreadsheet")),
      is: undefined,
    },
    {
      of: "Word of 2003 in XML",
      bytes: Buffer.from(
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="x">',
      ),
      is: "application/xml",
    },
    { of: "Excel of 2003 in XML", bytes: excelXml(""), is: "application/xml" },
    {
      of: "a page that holds such XML",
      bytes: Buffer.from("<html><head><xml><Workbook /></xml>"),
      is: undefined,
    },
    {
      of: "a binary workbook",
      bytes: zipSync({ "xl/workbook.bin": new Uint8Array(4) }),
      is: "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    },
    { of: "Word of before 2007", bytes: compound("WordDocument"), is: "application/msword" },
    { of: "Excel of before 2007", bytes: compound("Workbook"), is: undefined },
  ])("$of", ({ bytes, is }) => {
    expect(converted.find(({ accepts }) => accepts(bytes))?.mediaType).toBe(is);
  });

  test("one of Word behind a password is refused before it is converted", async () => {
    expect(await refusal(readBy("exit 1", [], compound("WordDocument", 0x01_00)))).toBe(
      "encrypted",
    );
    expect(await refusal(readBy("exit 1", [], compound("WordDocument")))).toBe("damaged");
  });
});

/** A workbook of Excel 2003 in XML. */
function excelXml(rows: string): Buffer {
  const space = "urn:schemas-microsoft-com:office:spreadsheet";
  return Buffer.from(
    `<?xml version="1.0"?><Workbook xmlns="${space}" xmlns:ss="${space}"><Worksheet ss:Name="表"><Table>${rows}</Table></Worksheet></Workbook>`,
  );
}

const cellXml = (text: string) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;

/** A row of a table in RTF, of two cells. */
const row = (texts: readonly string[]) =>
  `\\trowd\\cellx3000\\cellx6000 ${texts.map((text) => `\\intbl ${text}\\cell`).join("")}\\row`;

const installed = findLibreOffice(undefined);
if (installed === undefined)
  console.warn("LibreOffice is missing: what it converts is tested with a stand-in alone.");

test.skipIf(installed === undefined)(
  "LibreOffice itself converts an RTF, whose paragraphs and table are read",
  async () => {
    const rtf = `{\\rtf1\\ansi Yunxi 2024\\par ${row(["item", "amount"])}${row(["total", "8,293.72"])}\\pard end\\par}`;
    const { document, tables, prose } = await extract(Buffer.from(rtf));
    expect(document).toMatchObject({ extractor: "libreoffice", media_type: "application/rtf" });
    expect(tables[0]?.cells.map(({ text }) => text)).toEqual([
      "item",
      "amount",
      "total",
      "8,293.72",
    ]);
    expect(prose.map(({ text }) => text)).toContain("end");
  },
  120_000,
);

test.skipIf(installed === undefined || lacksPart(installed ?? "", "calc"))(
  "LibreOffice itself converts a workbook in XML, whose cells keep what they showed",
  async () => {
    const number = `<Cell ss:Formula="=1+1"><Data ss:Type="Number">8293.72</Data></Cell>`;
    const head = `<Row>${cellXml("项目")}${cellXml("金额")}</Row>`;
    const bytes = excelXml(`${head}<Row>${cellXml("合计")}${number}</Row>`);
    const utf16 = Buffer.from(
      `\ufeff${Buffer.from(bytes).toString().replaceAll("ss:", "x:").replace("xmlns:ss", "xmlns:x")}`,
      "utf16le",
    );
    for (const file of [bytes, utf16]) {
      const { tables } = await extract(file);
      const texts = tables[0]?.cells.map((cell) => cell.text);
      expect(texts).toEqual(["项目", "金额", "合计", "8293.72"]);
    }
  },
  120_000,
);

/** A compound file with one stream at its root, whose head has these flags where Word keeps its own. */
function compound(name: string, flags = 0): Buffer {
  const file = Buffer.alloc(512 * 4);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(1, 48);
  file.fill(0xff, 76, 512);
  file.writeUInt32LE(0, 76);
  file.fill(0xff, 512, 1024);
  file.writeUInt32LE(0xff_ff_ff_fe, 512 + 4);
  file.set(directoryEntry("Root Entry", { child: 1, start: -2 }), 1024);
  file.set(directoryEntry(name, { child: -1, start: 2 }), 1024 + 128);
  file.writeUInt16LE(flags, 1536 + 10);
  return file;
}

function directoryEntry(
  name: string,
  { child, start }: { readonly child: number; readonly start: number },
): Buffer {
  const entry = Buffer.alloc(128);
  entry.write(name, "utf16le");
  entry.writeUInt16LE(2 * (name.length + 1), 64);
  entry.fill(0xff, 68, 76);
  entry.writeInt32LE(child, 76);
  entry.writeInt32LE(start, 116);
  return entry;
}
