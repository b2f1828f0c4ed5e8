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
    if (process.env["SHOW"])
      console.log(
        rows
          .map((r) => [r.decision, r.url, r.link_text, r.score, r.parts, r.reason].join(" | "))
          .join("\n"),
      );
    expect(end).toBe("done");
    expect(taken.toSorted()).toEqual(site.disclosures.toSorted());
  });
});
