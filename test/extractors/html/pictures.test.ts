import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { BUNDLED } from "../../../extractors/common/ocr-plan.js";
import { besideIn } from "../../../extractors/common/beside.js";
import { html } from "../../../extractors/html/index.js";
import type { Document } from "../../../pipeline/model/document.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { recognizedPages } from "../../recognized-pages.js";

const { at } = temporaryFolder();
const scan = await readFile(
  new URL("../../../samples/accounts-2024/source.scan.png", import.meta.url),
);

const page = (source: string) => Buffer.from(`<html><body><p>预算</p><img src="${source}"></body>`);

/** Reads a page that shows one picture and stands in the temporary folder. */
async function readShowing(source: string) {
  const recognition = { plan: BUNDLED, cache: recognizedPages, beside: besideIn(at()) };
  const { value, findings } = await html.extract(page(source), recognition);
  return { value, rules: findings.map(({ rule }) => rule) };
}

const tablesIn = ({ blocks }: Document) => blocks.filter(({ type }) => type === "table").length;

describe("a table that a page shows as a picture", () => {
  test.each([
    { of: "in the page itself", source: `data:image/png;base64,${scan.toString("base64")}` },
    { of: "beside it", source: "./表 1.png?v=2" },
    { of: "in a folder beside it", source: "page_files%2Ftable.png" },
  ])("$of is read", async ({ source }) => {
    await mkdir(at("page_files"), { recursive: true });
    await writeFile(at("表 1.png"), scan);
    await writeFile(at("page_files/table.png"), scan);
    const { value, rules } = await readShowing(source);
    expect([tablesIn(value), value.besideUsed ?? false]).toEqual([1, !source.startsWith("data:")]);
    expect(rules).toContain("picture_tables_read");
    expect(rules).not.toContain("page_picture_not_read");
  });

  test.each(["http://127.0.0.1:9/t.png", "//127.0.0.1/t.png", "none.png", ""])(
    "at “%s” is told, or is none",
    async (source) => {
      const { value, rules } = await readShowing(source);
      expect([tablesIn(value), rules.includes("page_picture_not_read")]).toEqual([
        0,
        source !== "",
      ]);
    },
  );
});

test("nothing outside of the folder of a page is read", async () => {
  await mkdir(at("in/sub"), { recursive: true });
  await writeFile(at("secret.png"), "secret");
  await writeFile(at("in/own.png"), "own");
  await symlink(at("secret.png"), at("in/link.png"));
  await symlink(at(), at("in/up"));
  const beside = besideIn(at("in"));
  const text = async (address: string) => {
    const bytes = await beside(address);
    return bytes === null ? null : Buffer.from(bytes).toString();
  };
  expect(await text("own.png")).toBe("own");
  expect(await text("sub/../own.png")).toBe("own");
  const outside = [
    "../secret.png",
    "..%2fsecret.png",
    "..\\secret.png",
    "%2e%2e/secret.png",
    "link.png",
    "up/secret.png",
    at("secret.png"),
    encodeURIComponent(at("secret.png")),
    `file://${at("secret.png")}`,
    "C:\\secret.png",
    "own.png%00",
    "%E0%A4",
    "sub",
    "",
    ".",
  ];
  for (const address of outside) expect([address, await text(address)]).toEqual([address, null]);
});

/** A workbook that Excel saved as a web page: its sheets are the pages of frames, listed beside them. */
const frames =
  '<html><head><link id="shLink" href="b.files/s1.htm"><link id="shLink" href="b.files/s2.htm"></head><frameset><frame src="b.files/s1.htm"><noframes><body><p>no frames</p></body></noframes></frameset></html>';

const saved = (parts: Readonly<Record<string, string>>) =>
  Buffer.from(
    `Content-Type: multipart/related; boundary="cut"\r\n\r\n${Object.entries(parts)
      .map(
        ([name, body]) =>
          `--cut\r\nContent-Type: text/html\r\nContent-Location: file:///C:/${name}\r\n\r\n${body}\r\n`,
      )
      .join("")}--cut--\r\n`,
  );

const sheet = (text: string) => `<table><tr><td>项目<td>${text}<tr><td>合计<td>1.5</table>`;

test("the sheets of a workbook that was saved as MHT are read, each with its place", async () => {
  const parts = { "b.htm": frames, "b.files/s1.htm": sheet("一"), "b.files/s2.htm": sheet("二") };
  const { value } = await html.extract(saved(parts));
  expect(value.blocks.map(({ at: place }) => place)).toEqual([
    { type: "flow", path: "frame 1 / table 1" },
    { type: "flow", path: "frame 2 / table 1" },
  ]);
});

test("a frame whose page is not in the file is told; its neighbours give what they have, files too", async () => {
  const link = '<p>部门预算公开的说明，详见附件。</p><a href="/a.pdf">附件</a>';
  const parts = { "b.htm": frames, "b.files/s1.htm": sheet("一") + link };
  const { value, findings } = await html.extract(saved(parts));
  expect(findings.map(({ rule }) => rule)).toEqual(["frame_not_read", "files_not_read"]);
  expect(value.blocks.at(0)?.at).toEqual({ type: "flow", path: "frame 1 / table 1" });
  expect(value.files).toEqual([{ name: "附件", address: "/a.pdf" }]);
});

test("bytes of a frame that are no characters are told", async () => {
  const parts = {
    "b.htm": frames,
    "b.files/s1.htm": sheet("一"),
    "b.files/s2.htm": sheet(`${"二".repeat(900)}@`),
  };
  const bytes = saved(parts);
  bytes[bytes.lastIndexOf("@")] = 0xff;
  const { findings } = await html.extract(bytes);
  expect(findings.map(({ rule }) => rule)).toEqual(["text_undecodable"]);
});

test("a page of frames alone says that its text is missing", async () => {
  const { value, findings } = await html.extract(Buffer.from(frames));
  expect([value.blocks, findings.map(({ rule }) => rule)]).toEqual([[], ["page_text_missing"]]);
});
