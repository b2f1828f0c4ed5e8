import { afterEach, describe, expect, test } from "vitest";
import { inventedProvince } from "../../../samples/province/index.js";
import { serveSite } from "../../../samples/province/server.js";
import type { Served } from "../../../samples/province/server.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { crawled, pretended, siteOf } from "./crawling.js";

const { at } = temporaryFolder();
const open: Served[] = [];
afterEach(async () => {
  for (const served of open.splice(0)) await served.close();
});

describe.each(inventedProvince(pretended))("$name", (site) => {
  test("gives all its disclosures, and nothing else", async () => {
    const served = await serveSite(site);
    open.push(served);
    const { end, rows } = await crawled(
      siteOf({ start: [`${served.origin}${site.start}`] }),
      at(`kept-${site.name}`),
    );
    const taken = rows
      .filter(({ decision }) => decision === "taken")
      .map(
        ({ url, form }) =>
          (form === null ? "" : "POST ") +
          url.slice(served.origin.length) +
          (form === null ? "" : ` ${form}`),
      );
    expect(end).toBe("done");
    expect(taken.toSorted()).toEqual(site.disclosures.toSorted());
    const asked = served.log.map(({ path }) => path);
    expect(asked[0]).toBe("/robots.txt");
    expect(asked.filter((path, index) => asked.indexOf(path) < index)).toEqual([]);
    expect(asked.filter((path) => TRAPS.test(path))).toEqual([]);
    expect(served.log.filter(({ overlaps }) => overlaps)).toEqual([]);
  });
});

/** What none of the sites needs to be asked for. */
const TRAPS = /calendar|rl\.asp|print|\/wap\/|zwgk\/zwgk|\/help\/|\/admin\/|\/xwzx\/files/u;

test("what pages and servers say of a file is passed on: its name, and as evidence title, issuer and date", async () => {
  const [, site] = inventedProvince(pretended);
  const served = await serveSite(site ?? { replies: new Map() });
  open.push(served);
  const { rows } = await crawled(siteOf({ start: [`${served.origin}/`] }), at("evidence"));
  const taken = rows.filter(({ decision }) => decision === "taken").slice(0, 2);
  expect(
    taken.map(({ file_name, title, issuer, published }) => [file_name, title, issuer, published]),
  ).toEqual([
    ["预算.pdf", "栖云县教育局2025年度部门决算", "栖云县教育局", "2026-02-03"],
    ["民政局决算.pdf", "栖云县民政局2025年度部门决算", "栖云县民政局", "2026-02-03"],
  ]);
});
