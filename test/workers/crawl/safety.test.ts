import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { file, html, list, page } from "../../../samples/province/parts.js";
import type { Reply } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { visitsOver } from "../../../workers/crawl/fetch/visit.js";
import { guardedLookup, networkOf } from "../../../workers/web/network.js";
import { isPublic } from "../../../workers/web/public-address.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { crawled, pretended, siteOf } from "./crawling.js";

const { at } = temporaryFolder();
const open: Served[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function served(replies: Readonly<Record<string, Reply>>): Promise<Served> {
  const server = await serveSite({ replies: new Map(Object.entries(replies)) });
  open.push(server);
  return server;
}

const asked = (url: string, mostBytes = 1_000) => ({
  url,
  form: null,
  etag: null,
  lastModified: null,
  mostBytes,
});

describe("without allowPrivate", () => {
  test.each([
    ["loopback", (port: string) => `http://127.0.0.1:${port}/`],
    ["a name of loopback", (port: string) => `http://localhost:${port}/`],
    ["decimal", (port: string) => `http://2130706433:${port}/`],
    ["octal", (port: string) => `http://0177.0.0.1:${port}/`],
    ["hexadecimal", (port: string) => `http://0x7f.1:${port}/`],
    ["IPv6-mapped", (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
    ["IPv6 loopback", (port: string) => `http://[::1]:${port}/`],
    ["unspecified", (port: string) => `http://0.0.0.0:${port}/`],
    ["metadata", () => "http://169.254.169.254/latest/"],
    ["private", () => "http://10.0.0.1/"],
  ])("%s is not connected to, though the site names it", async (name, addressOf) => {
    const server = await served({ "/": page("secret"), "/robots.txt": { body: "" } });
    const url = addressOf(new URL(server.origin).port);
    const { rows } = await crawled(siteOf({ start: [url] }), at(name.replaceAll(" ", "-")), {
      admits: isPublic,
    });
    expect(server.log).toEqual([]);
    expect(rows.map(({ decision }) => decision)).toEqual(["robots", "failed"]);
    expect(rows[0]?.reason).toContain("not of the internet");
  });

  test("a name whose second answer is loopback is asked at the address that was checked", async () => {
    const answers = [["93.184.216.34"], ["127.0.0.1"]];
    const lookup = guardedLookup(isPublic, (_host, _options, done) =>
      done(
        null,
        (answers.shift() ?? []).map((address) => ({ address, family: 4 })),
      ),
    );
    const found: unknown[] = [];
    for (const _ of [1, 2])
      lookup("rebinding.example", { all: true }, (error, addresses) =>
        found.push(error?.name ?? addresses),
      );
    expect(found).toEqual([[{ address: "93.184.216.34", family: 4 }], "SourceRefused"]);
  });
});

describe("an answer", () => {
  const network = networkOf(() => true);
  const visit = visitsOver(network, "gongkai/test");

  test("of more bytes than are taken is left off, also where it unpacks to them", async () => {
    const bomb = gzipSync(Buffer.alloc(1 << 22));
    const server = await served({
      "/endless": { endless: true },
      "/bomb": { headers: { "content-encoding": "gzip" }, body: bomb },
    });
    for (const path of ["/endless", "/bomb"])
      expect(await visit(asked(server.origin + path, 100_000))).toMatchObject({
        status: null,
        reason: "larger than 100000 bytes",
        passing: false,
      });
  });

  test("that redirects is not followed: each step is decided on", async () => {
    const server = await served({
      "/": { status: 302, headers: { location: "http://127.0.0.1:1/x" } },
    });
    expect(await visit(asked(`${server.origin}/`))).toMatchObject({
      status: 302,
      location: "http://127.0.0.1:1/x",
    });
  });
});

test("credentials in addresses, other hosts, other schemes are refused", async () => {
  const server = await served({
    "/": page(
      html(
        "部门预算公开",
        list([
          ["http://user:secret@127.0.0.1/1.pdf", "2026年部门预算"],
          ["http://elsewhere.example/2.pdf", "2026年部门预算"],
          ["ftp://127.0.0.1/3.pdf", "2026年部门预算"],
          ["file:///etc/passwd.pdf", "2026年部门预算"],
          ["/4.pdf", "2026年部门预算"],
        ]),
      ),
    ),
    "/4.pdf": file(pretended(4)),
  });
  const { rows } = await crawled(siteOf({ start: [`${server.origin}/`] }), at("refusals"));
  const refused = rows.filter(({ decision }) => decision === "refused").map(({ reason }) => reason);
  expect(refused).toEqual(["credentials in the address", "host"]);
  expect(server.log.map(({ path }) => path)).toEqual(["/robots.txt", "/", "/4.pdf"]);
});
