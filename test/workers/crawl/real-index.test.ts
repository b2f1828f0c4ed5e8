import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { file } from "../../../samples/province/parts.js";
import { serveSite } from "../../../samples/province/server.js";
import { temporaryFolder } from "../../cli/temporary-folder.js";
import { crawled, pretended, siteOf } from "./crawling.js";

const { at } = temporaryFolder();
const index = join(
  import.meta.dirname,
  "../../../../shared/documents/published/nanchang-2026-budget-index.html",
);
const isThere = existsSync(index);
if (!isThere) console.warn(`The test of a real index is skipped: ${index} is not there.`);

test.skipIf(!isThere)(
  "of a real index all 71 attachments are taken, and nothing else",
  async () => {
    const served = await serveSite({
      replies: new Map([["/x/index.shtml", { body: readFileSync(index) }]]),
    });
    const text = readFileSync(index, "utf8");
    const names = Array.from(
      text.matchAll(/href="([^"]+\.pdf)"/gu),
      ([, name = ""]) => new URL(name, `${served.origin}/x/`).href,
    );
    names.forEach((name, number) =>
      served.replies.set(name.slice(served.origin.length), file(pretended(number))),
    );
    const { rows } = await crawled(
      siteOf({ start: [`${served.origin}/x/index.shtml`], depth: 1 }),
      at("kept"),
    );
    await served.close();
    const taken = rows.filter(({ decision }) => decision === "taken").map(({ url }) => url);
    expect(names).toHaveLength(71);
    expect(taken.toSorted()).toEqual(names.toSorted());
  },
);
