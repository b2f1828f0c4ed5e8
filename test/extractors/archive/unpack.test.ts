import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { isArchive, unpack } from "../../../extractors/archive/index.js";
import { ARCHIVE_LIMITS, budgetFor } from "../../../extractors/archive/member.js";
import { UnreadableSource } from "../../../pipeline/model/errors.js";
import { rarOf, sevenZipOf, tarOf, withBytes } from "./make-archives.js";

/** Each member with its text, or why it has none. */
async function told(archive: Uint8Array): Promise<Readonly<Record<string, string>>> {
  const members = await unpack(archive);
  return Object.fromEntries(
    members.map((each) => [
      each.path,
      "bytes" in each ? new TextDecoder().decode(each.bytes) : each.failure.code,
    ]),
  );
}

async function refusal(archive: Uint8Array): Promise<string> {
  const error: unknown = await unpack(archive).then(
    () => "nothing",
    (thrown: unknown) => thrown,
  );
  return error instanceof UnreadableSource ? error.code : String(error);
}

const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

/** 预算, 表 in GBK. */
const BUDGET = [0xd4, 0xa4, 0xcb, 0xe3];
const TABLE = [0xb1, 0xed];

const FILES = { "预算/表.txt": "内容", "说明.txt": "文字" };

const named = (made: Uint8Array) => withBytes(withBytes(made, "WXYZ", BUDGET), "UV", TABLE);

describe("an archive is unpacked into its files", () => {
  test.each([
    { kind: "ZIP", make: () => zip(FILES) },
    { kind: "7z", make: () => sevenZipOf(FILES) },
    { kind: "RAR", make: () => rarOf(FILES) },
    {
      kind: "TAR",
      make: () => tarOf(Object.entries(FILES).map(([name, text]) => ({ name, text }))),
    },
    {
      kind: "TAR.GZ",
      make: async () =>
        gzipSync(await tarOf(Object.entries(FILES).map(([name, text]) => ({ name, text })))),
    },
  ])("of $kind", async ({ make }) => {
    const archive = await make();
    expect(isArchive(archive)).toBe(true);
    expect(await told(archive)).toEqual(FILES);
  });

  test("whose names are GBK, as Chinese Windows packs them", async () => {
    const entry = { "WXYZ/UV.txt": "x" };
    expect(await told(named(zip(entry)))).toEqual({ "预算/表.txt": "x" });
    const raw = [{ name: "WXYZ/UV.txt", text: "x" }];
    // The sum over a header of TAR is that of its bytes.
    const tar = withChecksum(named(await tarOf(raw)));
    expect(await told(tar)).toEqual({ "预算/表.txt": "x" });
  });

  test("with those of the archives in it; each says which holds it", async () => {
    const members = await unpack(zip({ "a.txt": "a", "in/b.tgz": "" }));
    expect(members.map(({ path, within }) => [path, within])).toEqual([
      ["a.txt", null],
      ["in/b.tgz", null],
    ]);
    const inner = zip({ "x/b.txt": "b" });
    const nested = zipSync({ "in/b.zip": inner, "a.txt": strToU8("a") });
    expect(await unpack(nested)).toMatchObject([
      { path: "in/b.zip!/x/b.txt", within: "in/b.zip" },
      { path: "a.txt", within: null },
    ]);
  });

  test("without the hidden ones, as in a folder", async () => {
    const files = { "a.txt": "a", ".DS_Store": "", "__MACOSX/._a.txt": "", "b/.c": "" };
    expect(await told(zip(files))).toEqual({ "a.txt": "a" });
  });
});

describe("what is unsafe is refused, and the others are read", () => {
  const makers: readonly (readonly [string, (path: string) => Promise<Uint8Array> | Uint8Array])[] =
    [
      ["a ZIP", (path) => zip({ [path]: "x", "a.txt": "a" })],
      ["a 7z", (path) => sevenZipOf({ "x.txt": "x", "a.txt": "a" }, [], { "x.txt": path })],
      ["a RAR", (path) => rarOf({ [path]: "x", "a.txt": "a" })],
      [
        "a TAR",
        (path) =>
          tarOf([
            { name: path, text: "x" },
            { name: "a.txt", text: "a" },
          ]),
      ],
    ];
  const paths = [
    ["a path that climbs", "../../etc/cron.d/x"],
    ["one that climbs in the middle", "a/../../x"],
    ["one with backslashes", "..\\..\\x"],
    ["an absolute path", "/etc/passwd"],
    ["a path of a drive", "C:\\x"],
  ] as const;
  test.each(
    makers.flatMap(([kind, make]) => paths.map(([what, path]) => ({ kind, make, what, path }))),
  )("$what in $kind", async ({ make, path }) => {
    const asTold = path.replaceAll("\\", "/");
    expect(await told(await make(path))).toEqual({ [asTold]: "unsafe_member", "a.txt": "a" });
  });

  const link = { linkTo: "/etc/passwd" };
  test.each([
    {
      kind: "ZIP",
      make: () =>
        zipSync({
          "l.txt": [strToU8("/etc/passwd"), { os: 3, attrs: 0o120_777 << 16 }],
          "a.txt": strToU8("a"),
        }),
    },
    { kind: "7z", make: () => sevenZipOf({ "l.txt": link, "a.txt": "a" }) },
    {
      kind: "TAR",
      make: () =>
        tarOf([
          { name: "l.txt", linkname: "/etc/passwd" },
          { name: "a.txt", text: "a" },
        ]),
    },
    {
      kind: "TAR, as another name of a file",
      make: () =>
        tarOf([
          { name: "l.txt", linkname: "/etc/passwd", type: "link" },
          { name: "a.txt", text: "a" },
        ]),
    },
  ])("a link in a $kind", async ({ make }) => {
    expect(await told(await make())).toEqual({ "l.txt": "unsafe_member", "a.txt": "a" });
  });

  test("a file behind a password; a list behind one refuses the archive", async () => {
    expect(await told(await sevenZipOf({ "a.txt": "a" }, ["-pabc"]))).toEqual({
      "a.txt": "encrypted",
    });
    expect(await refusal(await sevenZipOf({ "a.txt": "a" }, ["-pabc", "-mhe=on"]))).toBe(
      "encrypted",
    );
  });

  test("bytes that are not those that were packed", async () => {
    const stored = zipSync({ "a.txt": [strToU8("8,293.72"), { level: 0 }], "b.txt": strToU8("b") });
    expect(await told(withBytes(stored, "8,293.72", [...Buffer.from("9,293.72")]))).toEqual({
      "a.txt": "damaged",
      "b.txt": "b",
    });
  });
});

describe("an archive is refused whole", () => {
  const much = new Uint8Array(ARCHIVE_LIMITS.ratioFreeBytes + 1);
  test.each([
    {
      what: "that unpacks to far more than it takes",
      make: () => zipSync({ "a.txt": much }),
      code: "too_large",
    },
    { what: "that does so as 7z", make: () => sevenZipOf({ "a.txt": much }), code: "too_large" },
    { what: "that does so as gzip", make: () => gzipSync(much), code: "too_large" },
    {
      what: "whose inner archives do so together",
      make: () => {
        const half = zipSync({ "a.txt": much.subarray(much.length / 2) });
        return zipSync({ "1.zip": half, "2.zip": half, "3.zip": half });
      },
      code: "too_large",
    },
    {
      what: "that holds too many files",
      make: () =>
        zip(
          Object.fromEntries(
            Array.from({ length: ARCHIVE_LIMITS.members + 1 }, (_, i) => [`${i}`, ""]),
          ),
        ),
      code: "too_large",
    },
    { what: "that holds nothing", make: () => zip({}), code: "no_documents" },
    {
      what: "whose list is cut off",
      make: () => zip({ "a.txt": "a" }).subarray(0, 40),
      code: "damaged",
    },
    {
      what: "that is no 7z but by its mark",
      make: () => Buffer.from("7z\u00bc\u00af\u0027\u001c", "latin1"),
      code: "damaged",
    },
    {
      what: "that is no gzip but by its mark",
      make: () => Uint8Array.of(0x1f, 0x8b, 8, 0, 1),
      code: "damaged",
    },
  ])("$what", async ({ make, code }) => {
    const { exitCode } = process;
    expect(await refusal(await make())).toBe(code);
    expect(process.exitCode).toBe(exitCode);
  });

  test("that unpacks to more than any may, however little more than it takes", () => {
    const large = budgetFor(ARCHIVE_LIMITS.bytes);
    expect(() => large.takeBytes(ARCHIVE_LIMITS.bytes)).not.toThrow();
    expect(() => large.takeBytes(1)).toThrow(/unpacks to more than 512 MB/u);
  });

  test("but one that is too deep within is a member that says so", async () => {
    let archive = zip({ "a.txt": "a" });
    for (let depth = 0; depth < ARCHIVE_LIMITS.depth; depth += 1)
      archive = zipSync({ "in.zip": archive, [`${depth}.txt`]: strToU8("x") });
    expect(await told(archive)).toEqual({
      "in.zip!/in.zip!/in.zip": "too_large",
      "in.zip!/in.zip!/0.txt": "x",
      "in.zip!/1.txt": "x",
      "2.txt": "x",
    });
  });
});

test.each(["yuan-2025/source.docx", "yuan-2025/source.pdf", "yuan-2025/source.txt"])(
  "the sample %s is no archive",
  async (sample) => {
    expect(isArchive(await readFile(`samples/${sample}`))).toBe(false);
  },
);

test.each(["[Content_Types].xml", "mimetype", "OFD.xml"])(
  "a ZIP with %s is a document of another format",
  (name) => {
    expect(isArchive(zip({ [name]: "x", "other.xml": "x" }))).toBe(false);
  },
);

/** A TAR with the sum over its first header put right. */
function withChecksum(tar: Uint8Array): Uint8Array {
  const fixed = Buffer.from(tar);
  fixed.fill(0x20, 148, 156);
  const sum = fixed.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  fixed.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "latin1");
  return fixed;
}
