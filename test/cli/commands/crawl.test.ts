import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, readdir } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { zipSync } from "fflate";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { inventedProvince } from "../../../samples/province/index.js";
import { file, html, list, page } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { built } from "../../build.js";
import { run } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

const { at, write } = temporaryFolder();
const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

const budget = (number: number) => Buffer.from(`预算 ${number}`);
const linkTo = (number: number) => [`/${number}.pdf`, `第${number}局2026年部门预算`] as const;
const links = (count: number) =>
  page(html("部门预算公开", list(Array.from({ length: count }, (_, n) => linkTo(n)))));

/** A site of this many documents, and the sites.yaml that names it. */
async function site(
  count: number,
  delay = 0,
): Promise<{ readonly served: Served; readonly path: string }> {
  const replies = new Map([
    ["/", links(count)],
    ...Array.from({ length: count }, (_, n) => [`/${n}.pdf`, file(budget(n))] as const),
  ]);
  const served = await serveSite({ replies });
  open.push(served);
  const text = `contact: crawler@example.org\nallowPrivate: true\ndelay: ${delay}\nsites:\n  - name: one\n    start: ["${served.origin}/"]\n    region: "130200"\n`;
  return { served, path: await write("sites.yaml", text) };
}

async function rowsOf(name: string): Promise<readonly Record<string, string>[]> {
  return parse(await readFile(at("out", name), "utf8"), { columns: true });
}

const byName = (rows: readonly Record<string, string>[]) =>
  rows.toSorted((a, b) => ((a["path"] ?? "") < (b["path"] ?? "") ? -1 : 1));

describe("gongkai crawl", () => {
  test("fetches and reads, says where all came from, and what became of each address", async () => {
    const { served, path } = await site(3);
    const { code, stdout } = await run(["crawl", path, "--out", at("out"), "--warc"]);
    expect([code, stdout.split("\n")[0]]).toEqual([
      0,
      "Addresses   6: 1 page, 3 taken, 1 left, 1 robots.txt",
    ]);
    const documents = await rowsOf("documents.csv");
    expect(
      documents.map(({ version, supersedes, gone_on }) => [version, supersedes, gone_on]),
    ).toEqual(Array.from({ length: 3 }, () => ["1", "", ""]));
    const [first] = byName(await rowsOf("origins.csv"));
    expect(first).toMatchObject({
      path: `${served.origin}/0.pdf`,
      source_url: `${served.origin}/0.pdf`,
      region: "130200",
    });
    expect(first?.["note"]).toBe("第0局2026年部门预算 · 部门预算公开");
    const taken = (await rowsOf("crawl.csv")).find(({ decision }) => decision === "taken");
    expect(taken).toMatchObject({
      site: "one",
      status: "200",
      referrer: `${served.origin}/`,
      link_text: "第0局2026年部门预算",
    });
    const [archive = ""] = await readdir(at("out/warc"));
    const kept = gunzipSync(await readFile(at("out/warc", archive))).toString("utf8");
    expect(kept).toMatch(/^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n/u);
    expect(kept.match(/^WARC-Type: response/gmu)).toHaveLength(5);
    expect(kept.match(/^WARC-Type: request/gmu)).toHaveLength(5);
  });

  test.each(["crawl.csv", "changes.csv", "documents.csv"])(
    "a %s of somebody else in the output folder is told, and not overwritten",
    async (name) => {
      const { served, path } = await site(1);
      await write(`out/${name}`, "site,mine\n");
      const { code, stderr } = await run(["crawl", path, "--out", at("out")]);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`${name} was written by something else`),
      ]);
      expect(await readdir(at("out"))).toEqual([name]);
      expect(await readFile(at("out", name), "utf8")).toBe("site,mine\n");
      expect(served.log).toEqual([]);
    },
  );

  test("keeps both versions of what changed, and marks what is gone", async () => {
    const { served, path } = await site(3);
    const crawl = ["crawl", path, "--out", at("out")];
    const links3 = [0, 1, 2].map(linkTo);
    const all = ["/all.zip", "2026年部门预算汇总"] as const;
    served.replies.set("/", page(html("部门预算公开", list([...links3, all]))));
    served.replies.set("/all.zip", file(zipSync({ "a.txt": budget(90), "b.txt": budget(91) })));
    await run(crawl);
    served.replies.set("/all.zip", file(zipSync({ "a.txt": budget(90), "b.txt": budget(92) })));
    served.replies.set("/1.pdf", file(budget(11)));
    served.replies.delete("/2.pdf");
    expect((await run(crawl)).code).toBe(0);
    const rows = byName(await rowsOf("documents.csv"));
    const idAt = (where: string) =>
      rows.find((row) => row["path"] === served.origin + where)?.["document_id"];
    expect(
      rows.map(({ path: where, version, supersedes, gone_on }) => [
        where?.slice(served.origin.length),
        version,
        supersedes,
        gone_on !== "",
      ]),
    ).toEqual([
      ["/0.pdf", "1", "", false],
      ["/1.pdf", "1", "", false],
      ["/1.pdf#version=2", "2", idAt("/1.pdf"), false],
      ["/2.pdf", "1", "", true],
      ["/all.zip!/a.txt", "1", "", false],
      ["/all.zip!/b.txt", "1", "", false],
      ["/all.zip#version=2!/b.txt", "2", idAt("/all.zip!/b.txt"), false],
    ]);
    const [unchanged] = rows;
    expect((unchanged?.["last_seen"] ?? "") > (unchanged?.["first_seen"] ?? "")).toBe(true);
    expect(await readFile(at("out/changes.csv"), "utf8")).toMatch(
      /^document_id,supersedes,file,change,name,before,after\n/u,
    );
  });

  test("the same bytes at two addresses are one document with two origins", async () => {
    const { served, path } = await site(2);
    served.replies.set("/1.pdf", file(budget(0)));
    await run(["crawl", path, "--out", at("out")]);
    expect([(await rowsOf("documents.csv")).length, (await rowsOf("origins.csv")).length]).toEqual([
      1, 2,
    ]);
  });

  test("says what it would fetch and why, and writes nothing", async () => {
    const { served, path } = await site(2);
    const { code, stdout } = await run(["crawl", path, "--out", at("out"), "--dry-run"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`left\t`);
    expect(stdout).toMatch(
      /\/0\.pdf\t第0局2026年部门预算\tdry run: would be fetched; budget 2\.5/u,
    );
    expect(served.log.map(({ path: asked }) => asked)).toEqual(["/robots.txt", "/"]);
    expect(await readdir(at("."))).toEqual(["sites.yaml"]);
  });

  test("says what it would fetch after what earlier runs came to know, and leaves that as it is", async () => {
    const { served, path } = await site(3);
    served.replies.set("/0.pdf", { headers: {}, body: budget(0) });
    const args = ["crawl", path, "--out", at("out")];
    await run(args);
    served.replies.set("/", page(html("部门预算公开", list([0, 1, 9].map(linkTo)))));
    served.log.length = 0;
    const before = await readdir(at("out"), { recursive: true });
    const { stdout } = await run([...args, "--dry-run"]);
    const says = (name: string) =>
      stdout.split("\n").find((line) => line.includes(`/${name}\t`)) ?? "";
    const seen = String.raw`20\d\d-[\dT:.-]+Z`;
    expect(says("0.pdf")).toMatch(
      new RegExp(`fetched again, since its server tells no changes; seen ${seen};`, "u"),
    );
    expect(says("1.pdf")).toMatch(new RegExp(`fetched if changed since ${seen};`, "u"));
    expect(says("2.pdf")).toMatch(
      new RegExp(`fetched if changed since ${seen}; no page leads to it any more`, "u"),
    );
    expect(says("9.pdf")).toContain("would be fetched; budget");
    expect(served.log.map(({ path: asked }) => asked)).toEqual(["/"]);
    expect(await readdir(at("out"), { recursive: true })).toEqual(before);
  });

  test("refuses a site that the file does not have, and a file that is wrong", async () => {
    const { path } = await site(1);
    expect(await run(["crawl", path, "--out", at("out"), "--only", "two"])).toMatchObject({
      code: 2,
      stderr: "error: no site of the file is called two; it has one\n",
    });
    const wrong = await write("wrong.yaml", "sites: []\n");
    const { code, stderr } = await run(["crawl", wrong, "--out", at("out")]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/wrong\.yaml, line 1, column 1: contact: an e-mail/u),
    ]);
  });

  test("killed at any moment it goes on, and fetches nothing twice but what was in flight", async () => {
    const { served, path } = await site(12, 0.02);
    const args = [built("test/cli/process-entry.js"), "crawl", path, "--out", at("out")];
    for (const after of [2, 5, 9]) {
      const child = spawn(process.execPath, args, { stdio: "ignore" });
      while (served.log.length < after) await new Promise((resolve) => setTimeout(resolve, 5));
      child.kill("SIGKILL");
      await once(child, "exit");
    }
    expect((await run(args.slice(1))).code).toBe(0);
    const again = served.log.length - new Set(served.log.map(({ path: asked }) => asked)).size;
    expect(again).toBeLessThanOrEqual(3);
    expect(await rowsOf("documents.csv")).toHaveLength(12);
  });
});

describe("gongkai discover", () => {
  test("proposes the lists that lead to documents, and fetches none", async () => {
    const [site0] = inventedProvince(budget);
    const served = await serveSite({ replies: site0?.replies ?? new Map() });
    open.push(served);
    const { code, stdout } = await run([
      "discover",
      `${served.origin}/`,
      "--contact",
      "a@example.org",
      "--allow-private",
      "--delay",
      "0",
    ]);
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(
      new RegExp(`^# ${served.origin}/zwgk/yjsgk/: 15, .*2026年部门预算公开`, "u"),
    );
    expect(stdout).toContain(`start:\n      - ${served.origin}/zwgk/yjsgk/\n`);
    expect(served.log.filter(({ path }) => path.endsWith(".pdf"))).toEqual([]);
  });

  test("does not start without a contact, or with one that is none", async () => {
    expect((await run(["discover", "http://127.0.0.1/"])).code).toBe(2);
    const { code, stderr } = await run(["discover", "http://127.0.0.1/", "--contact", "me"]);
    expect([code, stderr]).toEqual([
      2,
      "error: contact: an e-mail address or an address of the web\n",
    ]);
  });
});
