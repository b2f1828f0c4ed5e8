import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { read as openWorkbook, utils, write } from "@e965/xlsx";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { formatOf, formats } from "../extractors/index.js";
import type { Cell, Document, Place, Table } from "../pipeline/model/document.js";
import { UnreadableSource } from "../pipeline/model/errors.js";
import type { Format, Recognition } from "../extractors/common/format.js";
import { BUNDLED } from "../extractors/common/ocr-plan.js";
import { WITH_XLS } from "../samples/generator/files.js";
import { printedAsOfd } from "./extractors/ofd/print-ofd.js";
import { recognizedPages } from "./recognized-pages.js";

/** Where each format's samples are, and what only it has. */
interface Trait {
  /** The samples that have an edition in this format. */
  readonly slugs: readonly string[];
  readonly edition: (slug: string) => Promise<Uint8Array>;
  readonly place: Place["type"];
  /** Why it accepts a file without bytes, where it does. */
  readonly acceptsNothing?: string;
  /** Bytes that a look at their beginning takes for this format, and that cannot be read. */
  readonly broken: (whole: Uint8Array) => Uint8Array;
}

const folder = join(import.meta.dirname, "..", "samples");
const slugs = readdirSync(folder).filter((name) => /-\d{4}$/u.test(name));

/** The editions that every sample has. */
function editions(extension: string): Pick<Trait, "slugs" | "edition"> {
  return { slugs, edition: (slug) => readFile(join(folder, slug, `source.${extension}`)) };
}

/** A page of a sample as a picture, in another format than it was scanned in. */
function scans(format: "png" | "jpeg" | "tiff" | "gif" | "webp"): Pick<Trait, "slugs" | "edition"> {
  return {
    slugs: ["accounts-2024"],
    edition: async (slug) =>
      sharp(await readFile(join(folder, slug, "source.scan.png")))
        .keepMetadata()
        .toFormat(format, format === "tiff" ? { compression: "deflate" } : {})
        .toBuffer(),
  };
}

/** A page of a sample as a bitmap of three bytes a pixel, its lowest row first. */
async function bitmap(slug: string): Promise<Uint8Array> {
  const picture = sharp(join(folder, slug, "source.scan.png"))
    .flip()
    .removeAlpha();
  const { data, info } = await picture
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const stride = Math.ceil((3 * info.width) / 4) * 4;
  const file = Buffer.alloc(54 + stride * info.height);
  file.write("BM");
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(info.width, 18);
  file.writeInt32LE(info.height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let row = 0; row < info.height; row += 1)
    Buffer.from(data).copy(
      file,
      54 + row * stride,
      3 * row * info.width,
      3 * (row + 1) * info.width,
    );
  return file;
}

/** The first table of a sample with its lines, saved by another program in another format. */
function saved(format: "ods" | "csv"): Pick<Trait, "slugs" | "edition"> {
  return {
    slugs: ["accounts-2024"],
    edition: async (slug) => {
      const book = openWorkbook(await readFile(join(folder, slug, "source.xls")));
      const [name = ""] = book.SheetNames;
      const rows = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, {
        header: 1,
        raw: false,
      });
      const table = rows.slice(rows.findIndex((row) => row.length > 3) - 2);
      const sheet = utils.aoa_to_sheet(table);
      const one = { SheetNames: [name], Sheets: { [name]: sheet } };
      const bytes: ArrayBuffer = write(one, { type: "array", bookType: format });
      return new Uint8Array(bytes);
    },
  };
}

const half = (whole: Uint8Array): Uint8Array => whole.subarray(0, whole.length / 2);
const TRAITS: Readonly<Record<string, Trait>> = {
  pdf: { ...editions("pdf"), place: "page", broken: half },
  docx: { ...editions("docx"), place: "flow", broken: half },
  xlsx: { ...editions("xlsx"), place: "sheet", broken: half },
  xls: {
    slugs: WITH_XLS,
    edition: async (slug) => readFile(join(folder, slug, "source.xls")),
    place: "sheet",
    broken: half,
  },
  ofd: {
    slugs: ["open-rules-2024"],
    edition: async (slug) => printedAsOfd(await readFile(join(folder, slug, "source.pdf"))),
    place: "page",
    broken: half,
  },
  ods: { ...saved("ods"), place: "sheet", broken: half },
  // A CSV file that was cut off is one.
  csv: { ...saved("csv"), place: "sheet", broken: () => Buffer.from('a,b,"c\nd,e,f\n') },
  png: { ...scans("png"), place: "page", broken: half },
  jpeg: { ...scans("jpeg"), place: "page", broken: half },
  tiff: { ...scans("tiff"), place: "page", broken: half },
  gif: { ...scans("gif"), place: "page", broken: half },
  webp: { ...scans("webp"), place: "page", broken: half },
  bmp: {
    slugs: ["accounts-2024"],
    edition: bitmap,
    place: "page",
    broken: (whole) => whole.subarray(0, 60),
  },
  html: {
    slugs: ["contradictions-2023", "nine-tables-2023"],
    edition: editions("html").edition,
    place: "flow",
    broken: (whole) =>
      Buffer.concat([whole.subarray(0, 65_536), Buffer.from("<div>".repeat(2000))]),
  },
  // Half a text is a text: only bytes of no charset cannot be read.
  text: {
    ...editions("txt"),
    place: "line",
    acceptsNothing: "no bytes are a text; they are refused before any format is asked",
    broken: (whole) =>
      Buffer.concat([whole.subarray(0, 65_536), spaces(65_536), new Uint8Array(32_768).fill(0xff)]),
  },
};

const spaces = (count: number): Uint8Array => new Uint8Array(count).fill(0x20);

const recognition: Recognition = { plan: BUNDLED, cache: recognizedPages };

/** What LibreOffice converts is read as the DOCX that it becomes, and has tests of its own. */
const direct = formats.filter(({ name }) => name !== "libreoffice");

test("every format has its samples here", () => {
  expect(direct.map(({ name }) => name).toSorted()).toEqual(Object.keys(TRAITS).toSorted());
  expect(slugs.length).toBeGreaterThan(7);
});

describe.each(direct.map((format) => ({ name: format.name, format })))(
  "$name",
  ({ name, format }) => {
    const trait = TRAITS[name];
    if (trait === undefined) throw new Error(`${name} has no samples`);
    const one = trait.slugs.find((slug) => slug === "nine-tables-2023") ?? trait.slugs[0] ?? "";

    test.each(trait.slugs)("reads its own edition of %s and no other", async (slug) => {
      const accepted: string[] = [];
      for (const [other, { slugs: its, edition }] of Object.entries(TRAITS))
        if (its.includes(slug) && formatOf(await edition(slug), formats) === format)
          accepted.push(other);
      expect(accepted).toEqual([name]);
    });

    test.skipIf(trait.acceptsNothing !== undefined)("does not accept a file without bytes", () => {
      expect(format.accepts(new Uint8Array())).toBe(false);
    });

    test("refuses what it cannot read by a typed error", async () => {
      const error: unknown = await format
        .extract(trait.broken(await trait.edition(one)), recognition)
        .catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(UnreadableSource);
      expect(error).toMatchObject({ message: expect.stringMatching(/\. \S|: \S/u) });
    });

    test("leaves the bytes as they were given, and reads them the same way twice", async () => {
      const bytes = await trait.edition(one);
      const given = Uint8Array.from(bytes);
      const first = await format.extract(bytes, recognition);
      expect(Buffer.compare(given, bytes)).toBe(0);
      expect(await format.extract(bytes, recognition)).toEqual(first);
    });

    describe.each(trait.slugs)("makes of %s a document", (slug) => {
      const read = once(format, () => trait.edition(slug));

      test("with no empty paragraph", async () => {
        const { blocks } = await read();
        const texts = blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : []));
        expect(texts.length).toBeGreaterThan(0);
        expect(texts.filter((text) => text.trim() === "")).toEqual([]);
      });

      test("whose cells lie apart, inside their grid, in order", async () => {
        const tables = tablesOf(await read());
        expect(tables.length).toBeGreaterThan(0);
        expect(tables.flatMap(misplaced)).toEqual([]);
      });

      test("in which everything has a place", async () => {
        const document = await read();
        const strange = placesOf(document).filter(({ type }) => type !== trait.place);
        expect(strange).toEqual([]);
        expect(placesOf(document).filter((place) => isOffPage(place, document))).toEqual([]);
      });

      test("whose pages are numbered from 1, if it has any", async () => {
        const { pages } = await read();
        expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
        expect(pages.length > 0).toBe(trait.place === "page");
      });
    });
  },
);

/** The document of these bytes, read when first asked for. */
function once(format: Format, bytes: () => Promise<Uint8Array>): () => Promise<Document> {
  let document: Promise<Document> | undefined;
  const read = async () => (await format.extract(await bytes(), recognition)).value;
  return () => (document ??= read());
}

function tablesOf({ blocks }: Document): readonly Table[] {
  return blocks.filter((block) => block.type === "table");
}

/** Cells that stand over another one, out of their grid, or out of order. */
function misplaced({ cells, rowCount, columnCount }: Table): readonly Cell[] {
  const covered = new Set<string>();
  let last = -1;
  return cells.filter((cell) => {
    const { row, column, rowSpan, columnSpan } = cell;
    const inside = row >= 0 && column >= 0 && rowSpan > 0 && columnSpan > 0;
    const fits = row + rowSpan <= rowCount && column + columnSpan <= columnCount;
    const inOrder = row * columnCount + column > last;
    last = row * columnCount + column;
    const positions = positionsOf(cell);
    const isApart = positions.every((position) => !covered.has(position));
    for (const position of positions) covered.add(position);
    return !(inside && fits && inOrder && isApart);
  });
}

function positionsOf({ row, column, rowSpan, columnSpan }: Cell): readonly string[] {
  return Array.from({ length: rowSpan * columnSpan }, (_, i) => {
    return `${row + Math.floor(i / columnSpan)}/${column + (i % columnSpan)}`;
  });
}

function placesOf({ blocks, ignored }: Document): readonly Place[] {
  const cells = blocks.flatMap((block) => (block.type === "table" ? block.cells : []));
  return [...blocks, ...cells, ...ignored].map(({ at }) => at);
}

function isOffPage(place: Place, { pages }: Document): boolean {
  if (place.type === "line") return place.line < 1;
  if (place.type === "flow") return place.path === "";
  if (place.type === "sheet") return !/^[A-Z]{1,3}[1-9]\d*$/u.test(place.cell);
  const page = pages[place.page - 1];
  const [left, top, right, bottom] = place.box;
  if (page === undefined || left > right || top > bottom) return true;
  return left < -1 || top < -1 || right > page.width + 1 || bottom > page.height + 1;
}
