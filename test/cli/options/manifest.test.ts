import { writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { withManifest } from "../../../cli/options/manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { collector } from "../run.js";

const { at, write } = temporaryFolder();

/** What a manifest in the folder `lists` says of inputs, and what is told beside. */
async function told(text: string | Uint8Array, inputs: Parameters<typeof withManifest>[0]) {
  await write("lists/manifest.csv", "");
  await writeFile(at("lists/manifest.csv"), text);
  const { stream, text: stderr } = collector();
  const terminal = { stdout: stream, stderr: stream, interactive: false, language: "en" } as const;
  const named = await withManifest(inputs, at("lists/manifest.csv"), terminal);
  return { found: named.map(({ found }) => found), stderr: stderr() };
}

const file = (path: string, within: string) => ({
  path: at(path),
  fileName: path.split("/").at(-1) ?? "",
  found: { path: within },
});

const a = () => file("in/2024/a.pdf", "2024/a.pdf");

describe("a manifest", () => {
  const said = { issuer: "云溪县教育局", note: "再次公开" };

  test.each([
    { from: "its own folder", path: "../in/2024/a.pdf" },
    { from: "the folder that was given", path: "2024/a.pdf" },
    { from: "the root", path: () => at("in/2024/a.pdf") },
  ])("names a file by its path from $from", async ({ path }) => {
    const named = typeof path === "string" ? path : path();
    const text = `path,issuer,note\n${named},云溪县教育局,再次公开\n`;
    expect(await told(text, [a()])).toEqual({
      found: [{ path: "2024/a.pdf", ...said }],
      stderr: "",
    });
  });

  test("says where and when a file was fetched: without secrets, in UTC", async () => {
    const text =
      "path,url,retrieved_at,region\n2024/a.pdf,https://me:pw@gov.example/a?token=1,2024-03-01T08:30:00+08:00,130209\n";
    expect((await told(text, [a()])).found).toEqual([
      {
        path: "2024/a.pdf",
        source_url: "https://gov.example/a?token=***",
        retrieved_at: "2024-03-01T00:30:00.000Z",
        region: "130209",
      },
    ]);
  });

  test("may be what Excel saves in China: GBK, and UTF-8 with its mark", async () => {
    const text = Buffer.concat([
      Buffer.from("path,note\r\n2024/a.pdf,"),
      Uint8Array.of(0xb9, 0xab, 0xbf, 0xaa, 0x0d, 0x0a),
    ]);
    expect((await told(text, [a()])).found).toEqual([{ path: "2024/a.pdf", note: "公开" }]);
    const marked = await told("\ufeffpath,note\n2024/a.pdf,公开\n", [a()]);
    expect(marked.found).toEqual([{ path: "2024/a.pdf", note: "公开" }]);
  });

  test("speaks of an address by repeating it", async () => {
    const url = "https://gov.example/a.pdf";
    const { found } = await told(`path,issuer\n${url},云溪县教育局\n`, [{ url }]);
    expect(found).toEqual([{ issuer: "云溪县教育局" }]);
  });

  test("that speaks of files that were not given tells so, and says nothing of the others", async () => {
    const { found, stderr } = await told("path,note\nb.pdf,x\nc.pdf,y\n", [a()]);
    expect(found).toEqual([{ path: "2024/a.pdf" }]);
    expect(stderr).toMatch(/2 rows of .*manifest\.csv are about no file .* b\.pdf/u);
  });

  test("must not mean two files by one path, nor say two things of one file", async () => {
    const two = [file("x/a.pdf", "a.pdf"), file("y/a.pdf", "a.pdf")];
    await expect(told("path\na.pdf\n", two)).rejects.toThrow("row 2: a.pdf may be any of 2 inputs");
    await expect(told("path\n2024/a.pdf\n../in/2024/a.pdf\n", [a()])).rejects.toThrow(
      "row 3: row 2 is about the same input",
    );
  });
});
