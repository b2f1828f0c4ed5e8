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
    ["octal in one number", (port: string) => `http://017700000001:${port}/`],
    ["hexadecimal", (port: string) => `http://0x7f.1:${port}/`],
    ["hexadecimal in one number", (port: string) => `http://0x7f000001:${port}/`],
    ["a short form", (port: string) => `http://127.1:${port}/`],
    ["full-width digits", (port: string) => `http://１２７.０.０.１:${port}/`],
    ["IPv6-mapped", (port: string) => `http://[::ffff:127.0.0.1]:${port}/`],
    ["IPv6-mapped in hexadecimal", (port: string) => `http://[::ffff:7f00:1]:${port}/`],
    ["IPv4-compatible", (port: string) => `http://[::127.0.0.1]:${port}/`],
    ["NAT64", (port: string) => `http://[64:ff9b::7f00:1]:${port}/`],
    ["6to4", (port: string) => `http://[2002:7f00:1::]:${port}/`],
    ["IPv6 loopback", (port: string) => `http://[::1]:${port}/`],
    ["unspecified", (port: string) => `http://0.0.0.0:${port}/`],
    ["metadata", () => "http://169.254.169.254/latest/"],
    ["private", () => "http://10.0.0.1/"],
    ["link-local of IPv6", () => "http://[fe80::1]/"],
    ["private of IPv6", () => "http://[fd00::1]/"],
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

  test("a redirect to an address that is not admitted is not connected to, on a host of the site too", async () => {
    const server = await served({
      "/": page(html("部门预算公开", list([["/1.pdf", "2026年部门预算"]]))),
      "/robots.txt": { body: "" },
      "/1.pdf": { status: 302, headers: { location: "http://127.0.0.2/secret.pdf" } },
    });
    const hosts = ["127.0.0.1", "127.0.0.2"];
    const site = siteOf({ start: [`${server.origin}/`], hosts });
    const { rows } = await crawled(site, at("redirected"), {
      admits: (address) => address === "127.0.0.1",
    });
    const last = rows.slice(-3).map(({ decision, reason }) => [decision, reason]);
    expect(last).toEqual([
      ["redirected", "link"],
      ["robots", "leads to an address that is not of the internet"],
      ["failed", "robots.txt cannot be reached"],
    ]);
  });

  test("a name that is bound to another address between two requests is refused at the second connection", async () => {
    const server = await served({ "/": { headers: { connection: "close" }, body: "text" } });
    const answers = ["127.0.0.1", "127.0.0.2"];
    const network = networkOf(
      (address) => address === "127.0.0.1",
      (_host, _options, done) => done(null, [{ address: answers.shift() ?? "", family: 4 }]),
    );
    const visit = visitsOver(network, "gongkai/test");
    const url = `http://rebinding.example:${new URL(server.origin).port}/`;
    expect(await visit(asked(url))).toMatchObject({ status: 200 });
    expect(await visit(asked(url))).toMatchObject({
      reason: "leads to an address that is not of the internet",
      passing: false,
    });
    await network.destroy();
    expect(server.log).toHaveLength(1);
  });

  test("a start page with credentials in its address is not visited", async () => {
    const server = await served({ "/": page("secret") });
    const start = server.origin.replace("//", "//user:secret@");
    const { rows } = await crawled(siteOf({ start: [`${start}/`] }), at("credentials"));
    expect(rows.map(({ decision, reason }) => [decision, reason])).toEqual([
      ["refused", "credentials in the address"],
    ]);
    expect(server.log).toEqual([]);
  });
});

describe("an answer", () => {
  const network = networkOf(() => true);
  const visit = visitsOver(network, "gongkai/test");

  test("of more bytes than are taken is left off, also where it unpacks to them", async () => {
    const bomb = gzipSync(Buffer.alloc(1 << 22));
    const server = await served({
      "/endless": { endless: "fast" },
      "/bomb": { headers: { "content-encoding": "gzip" }, body: bomb },
    });
    for (const path of ["/endless", "/bomb"])
      expect(await visit(asked(server.origin + path, 100_000))).toMatchObject({
        status: null,
        reason: "larger than 100000 bytes",
        passing: false,
      });
  });

  test.each([
    ["does not begin", { after: 5_000 }],
    ["does not end", { endless: "slow" }],
  ] as const)("that %s in time is left off, to be tried again", async (_, reply) => {
    const server = await served({ "/": reply });
    const impatient = visitsOver(network, "gongkai/test", 300);
    const begun = performance.now();
    expect(await impatient(asked(`${server.origin}/`))).toEqual({
      status: null,
      reason: "it takes longer than 0.3 s",
      passing: true,
    });
    expect(performance.now() - begun).toBeLessThan(3_000);
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
