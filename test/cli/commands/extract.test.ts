import { readFile, readdir, writeFile } from "node:fs/promises";
import { strToU8, zipSync } from "fflate";
import { pdfHolding } from "../../extractors/pdf/make-pdf.js";
import { expect, test, describe } from "vitest";
import { parseCsv } from "../../pipeline/dataset/parse-csv.js";
import { run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();
const extract = (...args: readonly string[]) => run(["extract", ...args, "--out", at("out")]);

const documents = () => rowsOf("documents.csv");

async function rowsOf(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const [header = [], ...rows] = parseCsv(await readFile(at("out", file), "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

describe("gongkai extract", () => {
  test("writes the dataset and ends with 0 when all are read", async () => {
    await write("in/甲.txt", "a");
    await write("in/乙.txt", "b");
    const { code, stdout, stderr } = await extract(at("in"), "--concurrency", "1");
    expect(code).toBe(0);
    expect(new Set((await documents()).map(({ file_name }) => file_name))).toEqual(
      new Set(["乙.txt", "甲.txt"]),
    );
    expect(await readdir(at("out"))).toContain("datapackage.json");
    expect(stderr).toBe(
      [`[1/2] ${at("in/乙.txt")}`, `[2/2] ${at("in/甲.txt")}`]
        .map((line) => `${line}: ok, 1 table, 0 findings (0 errors)\n`)
        .join(""),
    );
    expect(stdout).toContain("2 read: 2 ok, 0 partial, 0 failed");
  });

  test("the summary counts tables, records, findings, cells and checks", async () => {
    await write("in/a.txt", "a");
    const { stdout } = await extract(at("in"));
    expect(stdout.replace(at("out"), "out")).toBe(`Documents   1 read: 1 ok, 0 partial, 0 failed
Findings    0 error, 0 warning, 0 info
Cells       4 of 4 accounted for (3 used, 1 ignored, 0 reported)
Checks      1 passed, 0 failed, 0 could not run
Written to  out

Tables by kind
  budget_summary  1

Records by file
  amounts.csv   1
  sections.csv  1
  tables.csv    1
`);
  });

  test("a document that fails does not stop the others, and ends with 1", async () => {
    await write("in/a.txt", "a");
    await write("in/b.xlsx", "PK");
    const { code, stdout } = await extract(at("in"));
    expect(code).toBe(1);
    expect((await documents()).find(({ status }) => status === "failed")).toMatchObject({
      file_name: "b.xlsx",
      error_code: "unsupported_format",
      error_message: "workbooks are not read",
    });
    expect(stdout).toMatch(
      /Failed\n {2}.*b\.xlsx {2}unsupported_format {2}workbooks are not read/u,
    );
    expect(await documents()).toHaveLength(2);
  });

  test("a fault of the program stops one document and is shown whole", async () => {
    await write("in/a.txt", "!");
    await write("in/b.txt", "b");
    const { code, stderr } = await extract(at("in"));
    expect(code).toBe(1);
    expect(new Set((await documents()).map(({ error_code }) => error_code))).toEqual(
      new Set(["", "internal"]),
    );
    expect(stderr).toMatch(/TypeError: a fault of the program\n\s+at /u);
  });

  test("the same bytes in two files are one document with two origins, told by their paths in what was given", async () => {
    await write("in/2024/a.txt", "a");
    await write("in/2025/a.txt", "a");
    await write("b/b.txt", "a");
    const { stdout } = await extract(at("in"), at("b/*.txt"));
    expect(stdout).toContain("1 read: 1 ok, 0 partial, 0 failed; 2 more with the bytes of another");
    expect(await documents()).toMatchObject([{ file_name: "a.txt", path: "2024/a.txt" }]);
    const [document] = await documents();
    expect(await rowsOf("origins.csv")).toMatchObject(
      [
        ["2024/a.txt", "a.txt"],
        ["2025/a.txt", "a.txt"],
        ["b.txt", "b.txt"],
      ].map(([path = "", file_name = ""]) => ({
        document_id: document?.["document_id"],
        path,
        file_name,
      })),
    );
  });

  test("a file that was not found, and is there now, leaves no failed row behind", async () => {
    expect((await extract(at("late.txt"))).code).toBe(1);
    expect(await documents()).toMatchObject([{ error_code: "not_found" }]);
    await write("late.txt", "a");
    expect((await extract(at("late.txt"))).code).toBe(0);
    expect(await documents()).toMatchObject([{ status: "ok" }]);
  });

  test.each(["documents.csv", "origins.csv", "datapackage.json"])(
    "a %s of somebody else in the output folder is told, and not overwritten",
    async (name) => {
      await write("a.txt", "a");
      await write(`out/${name}`, "title,mine\n");
      const { code, stderr } = await extract(at("a.txt"));
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`${name} was written by something else`),
      ]);
      expect(await readdir(at("out"))).toEqual([name]);
      expect(await readFile(at("out", name), "utf8")).toBe("title,mine\n");
    },
  );

  test("an archive is unpacked: its members are documents with it as their origin, and a bad one fails alone", async () => {
    const inner = zipSync({ "b.txt": strToU8("b") });
    const archive = zipSync({
      "2024/a.txt": strToU8("a"),
      "inner.zip": inner,
      "../c.txt": strToU8("c"),
    });
    await write("in/sub/all.zip", "");
    await writeFile(at("in/sub/all.zip"), archive);
    const { code, stdout, stderr } = await extract(at("in"), "--concurrency", "1");
    expect(code).toBe(1);
    expect(stdout).toContain("3 read: 2 ok, 0 partial, 1 failed; 1 archive unpacked");
    expect(stderr).toContain(`[1/4] ${at("in/sub/all.zip")}: an archive of 3 files`);
    const byName = (await documents()).toSorted((a, b) =>
      String(a["path"]) < String(b["path"]) ? -1 : 1,
    );
    expect(byName).toMatchObject([
      { file_name: "all.zip!/../c.txt", error_code: "unsafe_member", origin: "sub/all.zip" },
      { file_name: "all.zip!/2024/a.txt", path: "sub/all.zip!/2024/a.txt", origin: "sub/all.zip" },
      { file_name: "all.zip!/inner.zip!/b.txt", origin: "sub/all.zip!/inner.zip", status: "ok" },
    ]);
    expect((await extract(at("in"))).stdout).toContain("2 of them by an earlier run");
  });

  test("files that hang on a PDF are documents beside it, also where it is not read anew", async () => {
    await write("in/a.pdf", "");
    const pdf = pdfHolding([["b.txt", Buffer.from("b")]]);
    await writeFile(at("in/a.pdf"), Buffer.concat([Buffer.from("a\n"), pdf]));
    const { stdout, stderr } = await extract(at("in"), "--concurrency", "1");
    expect(stdout).toContain("2 read");
    expect(stderr).toContain(`[2/2] ${at("in/a.pdf!/b.txt")}`);
    const held = { file_name: "a.pdf!/b.txt", path: "a.pdf!/b.txt", origin: "a.pdf", status: "ok" };
    expect(await documents()).toContainEqual(expect.objectContaining(held));
    expect((await extract(at("in"))).stdout).toContain("all by an earlier run");
    expect(await documents()).toHaveLength(2);
  });

  test("what a manifest says of an archive holds for its members", async () => {
    await write("in/all.zip", "");
    await writeFile(at("in/all.zip"), zipSync({ "a.txt": strToU8("a") }));
    const manifest = await write(
      "m.csv",
      "path,url,issuer\nall.zip,https://a.example/1.zip,云溪县财政局\n",
    );
    await extract(at("in"), "--manifest", manifest);
    const told = { source_url: "https://a.example/1.zip" };
    expect(await documents()).toMatchObject([told]);
    expect(await rowsOf("origins.csv")).toMatchObject([{ ...told, issuer: "云溪县财政局" }]);
  });

  test("an archive without documents says so", async () => {
    await write("none.zip", "");
    await writeFile(
      at("none.zip"),
      zipSync({ ".hidden": strToU8("a"), "__MACOSX/a": strToU8("a") }),
    );
    expect((await extract(at("none.zip"))).code).toBe(1);
    expect(await documents()).toMatchObject([
      { error_code: "no_documents", file_name: "none.zip" },
    ]);
  });

  test("paths where nothing is are failed documents, each with its row", async () => {
    await write("a.txt", "a");
    const { code } = await extract(at("a.txt"), at("无.pdf"), at("none.pdf"), at("a.txt/b.pdf"));
    expect(code).toBe(1);
    const failed = (await documents()).filter(({ error_code }) => error_code === "not_found");
    expect(failed[1]?.error_message).toBe("There is no such file.");
    expect(new Set(failed.map(({ file_name }) => file_name))).toEqual(
      new Set([at("a.txt/b.pdf"), at("none.pdf"), at("无.pdf")]),
    );
  });

  test("the same bytes are read once", async () => {
    await write("in/a.txt", "a");
    await write("in/b.txt", "a");
    const { code, stdout } = await extract(at("in"));
    expect([code, (await documents()).length]).toEqual([0, 1]);
    expect(await rowsOf("origins.csv")).toHaveLength(2);
    expect(stdout).toContain("1 read: 1 ok, 0 partial, 0 failed; 1 more with the bytes of another");
    expect(stdout).toContain("amounts.csv   1\n");
  });

  test("documents of an earlier run stay, and are said to; --clean removes them", async () => {
    await write("a.txt", "a");
    await write("b.txt", "b");
    await extract(at("a.txt"));
    const second = await extract(at("b.txt"));
    expect(second.stdout).toContain("1 kept from earlier runs (--clean removes them)");
    expect(await documents()).toHaveLength(2);
    const third = await extract(at("b.txt"), "--clean");
    expect(third.stdout).toContain("1 removed from earlier runs");
    expect(await documents()).toHaveLength(1);
  });

  test("a damaged document of an earlier run is named, with what to do", async () => {
    await write("a.txt", "a");
    await write("out/documents/00000000000000ff.json", "{");
    const { code, stderr } = await extract(at("a.txt"));
    expect(code).toBe(1);
    expect(stderr).toMatch(/00000000000000ff\.json is no dataset .* extract with --clean/u);
    expect((await extract(at("a.txt"), "--clean")).code).toBe(0);
  });

  test.each([
    { what: "no path", args: [], says: /missing required argument/u },
    { what: "an unknown option", args: ["x", "--nonsense"], says: /unknown option/u },
  ])("$what is wrong usage", async ({ args, says }) => {
    const { code, stderr } = await run(["extract", ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(says);
  });

  test("an empty folder is wrong usage and writes nothing", async () => {
    await write("in/.hidden", "x");
    const { code, stderr } = await extract(at("in"));
    expect([code, stderr]).toEqual([2, `error: ${at("in")} holds no file to read\n`]);
    expect(await readdir(at())).toEqual(["in"]);
  });

  test("an output folder that is a file is wrong usage", async () => {
    await write("out", "x");
    await write("a.txt", "a");
    const { code, stderr } = await extract(at("a.txt"));
    expect([code, stderr]).toEqual([
      2,
      `error: the output folder ${at("out")} cannot be made (EEXIST): a file stands in its place. Give another --out.\n`,
    ]);
  });

  test("an output folder within a file, or where nothing can be made, is wrong usage", async () => {
    await write("file", "x");
    await write("a.txt", "a");
    const ended = await Promise.all(
      [at("file/out"), "/proc/gongkai"].map((out) => run(["extract", at("a.txt"), "--out", out])),
    );
    expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual([
      [
        2,
        expect.stringMatching(
          /cannot be made \(ENOTDIR\): a file stands where .*Give another --out\.\n$/u,
        ),
      ],
      [2, expect.stringMatching(/cannot be made \(ENOENT\): .*Give another --out\.\n$/u)],
    ]);
  });
});
